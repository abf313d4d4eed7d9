import Logging
import PatrolLedger
import PatrolModel
import PatrolText
import ServiceLifecycle
import Systemd

/// Does what time makes due: sleeps until the next instant at which something is, and never longer than 30 s, so that a
/// clock that was stepped or a machine that slept is noticed, and the watchdog is told that it is awake.
struct Scheduler: Service {
    let ledger: Ledger
    let clock: any WallClock
    let reminders: Reminders
    let story: HazardStory
    let heads: ChainHeads
    let writer: JournalWriter
    let logger: Logger
    let alarm: Alarm
    /// Wakes whoever hands reminders to their rules' commands.
    let hooks: Alarm
    let pulse: Pulse
    let status: ServiceStatus

    static let longestSleep: Int64 = 30
    /// Seconds by which wall time may run ahead of or behind elapsed time without being remarked on.
    static let tolerance: Int64 = 5

    func run() async throws {
        var last = Reading(wall: clock.now(), elapsed: .now)
        var rest: Rest?
        var timer: Task<Void, any Error>?
        defer { timer?.cancel() }
        alarm.ring()
        for await _ in alarm.rings.cancelOnGracefulShutdown() {
            timer?.cancel()
            let (now, wasStepped) = remarkOnStep(since: last)
            last = now
            try await rescueIfRemoved()
            // Looked at before the turn: what is recorded while it lasts has a turn of its own.
            let recorded = await ledger.lastRecorded()
            if wasStepped || rest?.holds(recorded, at: now.wall) != true {
                rest = await turnOrTellWhy() ? await restAfterTurn(recorded) : nil
            }
            pulse.beat()
            let sleep = sleep(until: rest?.until)
            timer = Task { [alarm] in
                try await Task.sleep(for: sleep)
                alarm.ring()
            }
        }
        // The server has stopped before this service: what the last filings made due is said now and not next time.
        _ = await turnOrTellWhy()
    }

    /// Nothing has been recorded since a turn, and time makes nothing due before an instant: there is nothing to do.
    private struct Rest {
        let recorded: Int64?
        let until: Instant

        func holds(_ recorded: Int64?, at now: Instant) -> Bool {
            recorded != nil && recorded == self.recorded && now < until
        }
    }

    /// How long there is nothing to do after a turn, provided nothing is recorded; nil where it is not known.
    private func restAfterTurn(_ recorded: Int64?) async -> Rest? {
        let now = clock.now()
        guard pulse.isRunning, let next = try? await ledger.nextInstant(after: now),
            let isTold = try? await status.tell(of: ledger, at: now, next: next)
        else { return nil }
        // What is left to be told is told at the next turn.
        return Rest(recorded: isTold ? recorded : nil, until: min(next, heads.next(after: now)))
    }

    /// Does a turn, and tells why where it cannot. What hangs before it, such as a commit, it waits for.
    /// - Returns: whether it was done.
    private func turnOrTellWhy() async -> Bool {
        do {
            try await turn()
            return true
        } catch is CancellationError {
            // Stopped in the middle: what is left is found again from the ledger at the next start.
        } catch PatrolError.ledgerUnavailable {
            // Said once by whoever watches over the ledger's health; tried again at the next turn.
            if let trouble = ledger.trouble { status.say(.troubled(trouble)) }
        } catch {
            logger.error("the scheduler failed and will try again", metadata: ["cause": "\(error)"])
        }
        return false
    }

    /// A ledger that was removed under this process is written out while it still holds it.
    /// - Throws: ``PatrolError/ledgerSaved(path:)`` once that is done: there is nothing to go on with.
    func rescueIfRemoved() async throws {
        guard ledger.trouble == .removed else { return }
        let rescue: Rescue
        do {
            rescue = try await ledger.rescue()
        } catch {
            logger.critical(
                "could not save what is held of the removed ledger and will try again",
                metadata: ["cause": "\(error)"]
            )
            return
        }
        let (path, event) = (rescue.path, rescue.head.sequence)
        writer.write(
            JournalMessage(
                kind: .ledgerSaved,
                priority: .error,
                text: ledger.rules.phrases.journal(
                    .ledgerSaved(path: path, event: event, isInPlace: rescue.isInPlace)
                ),
                fields: [("PATROL_EVENT", String(event)), ("PATROL_HEAD", rescue.head.hash)]
            )
        )
        throw PatrolError.ledgerSaved(path: path)
    }

    /// Brings the ledger up to now and says what it has to say.
    func turn() async throws {
        try await ledger.advanceSchedule()
        try await story.goOn()
        if try await reminders.sayPending() { hooks.ring() }
        try await heads.sayOnceADay { try await ledger.sweepEvidence() }
    }

    private func sleep(until next: Instant?) -> Duration {
        guard let next else { return pulse.longestSleep }
        return min(.seconds(max(next - clock.now(), 1)), pulse.longestSleep)
    }

    /// Wall time and time elapsed while the machine was awake, read together.
    private struct Reading {
        let wall: Instant
        let elapsed: SuspendingClock.Instant
    }

    private func remarkOnStep(since last: Reading) -> (Reading, wasStepped: Bool) {
        let now = Reading(wall: clock.now(), elapsed: .now)
        let step = (now.wall - last.wall) - (now.elapsed - last.elapsed).components.seconds
        let wasStepped = abs(step) > Scheduler.tolerance
        if wasStepped {
            writer.write(
                JournalMessage(
                    kind: .clockStepped,
                    priority: .warning,
                    text: ledger.rules.phrases.journal(.clockStepped(seconds: step)),
                    fields: [("PATROL_STEP", String(step))]
                )
            )
        }
        return (now, wasStepped)
    }
}

/// Wakes the scheduler; rings that come while it works are one ring.
struct Alarm: Sendable {
    let rings: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func ring() {
        continuation.yield()
    }
}
