import PatrolLedger
import PatrolModel
import PatrolText
import Synchronization

/// Puts the head of the chain into the journal when the daemon starts and once each local day, so that a ledger that
/// was cut short or written anew contradicts it.
final class ChainHeads: Sendable {
    private let ledger: Ledger
    private let clock: any WallClock
    private let writer: JournalWriter
    private let lastSaid = Mutex<CivilDate?>(nil)

    init(ledger: Ledger, clock: any WallClock, writer: JournalWriter) {
        self.ledger = ledger
        self.clock = clock
        self.writer = writer
    }

    /// The first time of each day, and after a clock was set to another one; what else is done once a day comes after it.
    func sayOnceADay(_ chores: () async throws -> Void) async throws {
        let today = ledger.rulebook.zone.date(clock.now())
        guard lastSaid.withLock({ $0 != today }) else { return }
        try await say()
        lastSaid.withLock { $0 = today }
        try await chores()
    }

    /// When the next day begins.
    func next(after now: Instant) -> Instant {
        let zone = ledger.rulebook.zone
        return zone.startOfDay(zone.date(now).adding(days: 1))
    }

    private func say() async throws {
        let head = try await ledger.head()
        writer.write(
            JournalMessage(
                kind: .chainHead,
                priority: .info,
                text: ledger.rules.phrases.journal(.chainHead(event: head.sequence, hash: head.hash)),
                fields: [("PATROL_EVENT", String(head.sequence)), ("PATROL_HEAD", head.hash)]
            )
        )
    }
}
