import Foundation
import Logging
import PatrolLedger
import PatrolModel
import PatrolServer
import PatrolText
import ServiceLifecycle
import Synchronization
import Systemd

/// Hands what rules say to their commands: each rule's one after the other, different rules' side by side, apart from
/// the scheduler, so that a command that hangs holds up nothing else.
///
/// What was not handed over when the daemon ends is handed over by the next one, with the same `reminder`: at least
/// once.
final class HookRunner: Service {
    private let ledger: Ledger
    private let digests: ReminderDigests
    private let writer: JournalWriter
    private let logger: Logger
    private let alarm: Alarm
    private let clock: any WallClock
    /// Rules whose command is running.
    private let busy = Mutex<Set<String>>([])

    init(
        ledger: Ledger,
        digests: ReminderDigests,
        writer: JournalWriter,
        logger: Logger,
        alarm: Alarm,
        clock: any WallClock
    ) {
        self.ledger = ledger
        self.digests = digests
        self.writer = writer
        self.logger = logger
        self.alarm = alarm
        self.clock = clock
    }

    func run() async throws {
        alarm.ring()
        await withDiscardingTaskGroup { group in
            for await _ in alarm.rings.cancelOnGracefulShutdown() {
                for rule in await waiting().keys where busy.withLock({ $0.insert(rule).inserted }) {
                    group.addTask { [self] in
                        await handOver(rule)
                        _ = busy.withLock { $0.remove(rule) }
                        // What came up between the last look and now.
                        alarm.ring()
                    }
                }
            }
            // A command that is running is ended; its reminder is handed over again at the next start.
            group.cancelAll()
        }
    }

    /// Seconds after which a ledger that could not be read or written is tried again.
    private static let pause: Int64 = 60

    /// The oldest reminder of each rule that waits for its command.
    private func waiting() async -> [String: PendingReminder] {
        do {
            let pending = try await ledger.pendingHooks()
            return Dictionary(pending.map { ($0.entry.rule?.id ?? "", $0) }) { first, _ in first }
        } catch {
            // Told by whoever watches over the ledger's health.
            Task { [alarm] in
                try? await Task.sleep(for: .seconds(HookRunner.pause))
                alarm.ring()
            }
            return [:]
        }
    }

    /// All that waits for one rule's command, oldest first.
    private func handOver(_ rule: String) async {
        while !Task.isCancelled, let pending = await waiting()[rule] {
            do {
                guard let run = try await run(pending) else { return }
                try await ledger.record(run)
                if run.outcome == .failed, run.attempts > 0 { tell(run, rule) }
            } catch {
                logger.error(
                    "could not hand a reminder to its rule's command and will try again",
                    metadata: ["reminder": "\(pending.id)", "cause": "\(error)"]
                )
                try? await Task.sleep(for: .seconds(HookRunner.pause))
            }
        }
    }

    /// By the command that the rule has now: an administrator may have put it right since, or taken it away.
    /// - Returns: nil where the daemon ends meanwhile.
    private func run(_ pending: PendingReminder) async throws -> HookRun? {
        var attempts = 0
        while true {
            let rule = ledger.rulebook.rules.reminders.first { $0.id == pending.entry.rule?.id }
            guard let rule, let hook = rule.hook else { return given(up: pending, attempts, "hook removed") }
            guard !hasLapsed(pending) else { return given(up: pending, attempts, "lapsed") }
            // As things stand at each attempt; on nobody's list there may be anything.
            guard let input = try await json(pending) else {
                return HookRun(reminder: pending.id, outcome: .done, attempts: attempts)
            }
            let ending = await HookCommand(hook, rule: rule.id, reminder: pending.id).run(input)
            attempts += 1
            if ending == .done { return HookRun(reminder: pending.id, outcome: .done, attempts: attempts) }
            guard !Task.isCancelled else { return nil }
            guard attempts <= hook.retries else { return given(up: pending, attempts, ending.description) }
            do {
                try await Task.sleep(for: .seconds(hook.pause(beforeRetry: attempts)))
            } catch {
                return nil
            }
        }
    }

    private func given(up pending: PendingReminder, _ attempts: Int, _ detail: String) -> HookRun {
        HookRun(reminder: pending.id, outcome: .failed, attempts: attempts, detail: detail)
    }

    /// The lists of a morning are nobody's on another day, which has its own.
    private func hasLapsed(_ pending: PendingReminder) -> Bool {
        guard case .morning(let digest) = pending.entry else { return false }
        return digest.date != ledger.rulebook.zone.date(clock.now())
    }

    private func json(_ pending: PendingReminder) async throws -> [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        switch pending.entry {
        case .firing(let firing):
            let digest = try await digests.digest(firing, reminder: pending.id, at: pending.at)
            return try digest.map { Array(try encoder.encode($0)) }
        case .morning(let morning):
            let lists = try await digests.digest(morning, reminder: pending.id, at: pending.at)
            return try lists.map { Array(try encoder.encode($0)) }
        default: return nil
        }
    }

    private func tell(_ run: HookRun, _ rule: String) {
        let detail = run.detail ?? ""
        writer.write(
            JournalMessage(
                kind: .hookFailed,
                priority: .warning,
                text: ledger.rules.phrases.reminder(
                    .hookFailed(rule: rule, attempts: run.attempts, detail: detail)
                ),
                fields: [
                    ("PATROL_RULE", rule), ("PATROL_REMINDER", run.reminder),
                    ("PATROL_ATTEMPTS", String(run.attempts)), ("PATROL_DETAIL", detail),
                ]
            )
        )
    }
}
