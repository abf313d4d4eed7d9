import Logging
import PatrolLedger
import PatrolModel
import PatrolText
import ServiceLifecycle
import Systemd

/// Does what time makes due: sleeps until the next instant at which something is, and never longer than 30 s, so that a
/// clock that was stepped or a machine that slept is noticed.
struct Scheduler: Service {
    let ledger: Ledger
    let clock: any WallClock
    let reminders: Reminders
    let writer: JournalWriter
    let phrases: any Phrases
    let logger: Logger
    let alarm: Alarm

    static let longestSleep: Int64 = 30
    /// Seconds by which wall time may run ahead of or behind elapsed time without being remarked on.
    static let tolerance: Int64 = 5

    func run() async throws {
        var last = Reading(wall: clock.now(), elapsed: .now)
        var timer: Task<Void, any Error>?
        defer { timer?.cancel() }
        alarm.ring()
        for await _ in alarm.rings.cancelOnGracefulShutdown() {
            timer?.cancel()
            last = remarkOnStep(since: last)
            await turnOrTellWhy()
            let seconds = await secondsToSleep()
            timer = Task { [alarm] in
                try await Task.sleep(for: .seconds(seconds))
                alarm.ring()
            }
        }
        // The server has stopped before this service: what the last filings made due is said now and not next time.
        await turnOrTellWhy()
    }

    private func turnOrTellWhy() async {
        do {
            try await turn()
        } catch is CancellationError {
            // Stopped in the middle: what is left is found again from the ledger at the next start.
        } catch {
            logger.error("the scheduler failed and will try again", metadata: ["cause": "\(error)"])
        }
    }

    /// Brings the ledger up to now and says what it has to say.
    func turn() async throws {
        try await ledger.advanceSchedule()
        try await reminders.sayPending()
    }

    private func secondsToSleep() async -> Int64 {
        let now = clock.now()
        guard let next = try? await ledger.nextInstant(after: now) else { return Scheduler.longestSleep }
        return min(max(next - now, 1), Scheduler.longestSleep)
    }

    /// Wall time and time elapsed while the machine was awake, read together.
    private struct Reading {
        let wall: Instant
        let elapsed: SuspendingClock.Instant
    }

    private func remarkOnStep(since last: Reading) -> Reading {
        let now = Reading(wall: clock.now(), elapsed: .now)
        let step = (now.wall - last.wall) - (now.elapsed - last.elapsed).components.seconds
        if abs(step) > Scheduler.tolerance {
            writer.write(
                JournalMessage(
                    kind: .clockStepped,
                    priority: .warning,
                    text: phrases.journal(.clockStepped(seconds: step)),
                    fields: [("PATROL_STEP", String(step))]
                )
            )
        }
        return now
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
