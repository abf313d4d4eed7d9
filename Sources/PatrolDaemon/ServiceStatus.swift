import PatrolLedger
import PatrolModel
import PatrolText
import Synchronization
import Systemd

/// The sentence that `systemctl status` shows, said anew when it has become another one.
final class ServiceStatus: Sendable {
    private struct State {
        var said = ""
        var read: ContinuousClock.Instant?
    }

    private let rules: RulesInForce
    private let state = Mutex(State())

    /// Counting takes a moment, which filings that come one upon the other are not to wait for.
    private static let shortestPause = Duration.seconds(10)

    init(_ rules: RulesInForce) {
        self.rules = rules
    }

    func say(_ line: ServiceLine) {
        let text = rules.phrases.service(line)
        let isNew = state.withLock { state in
            defer { state.said = text }
            return state.said != text
        }
        if isNew { ServiceManager.status(text) }
    }

    /// Tells of the ledger as it stands.
    /// - Returns: false where it was told so short a time ago that it is left for later.
    func tell(of ledger: Ledger, at now: Instant, next: Instant?) async throws -> Bool {
        guard ServiceManager.isListening else { return true }
        if let trouble = ledger.trouble {
            say(.troubled(trouble))
            return true
        }
        let isDue = state.withLock { state in
            if let read = state.read, .now - read < ServiceStatus.shortestPause { return false }
            state.read = .now
            return true
        }
        guard isDue else { return false }
        let found = try await ledger.workload(at: now)
        let zone = rules.rulebook.zone
        say(.running(overdue: found.overdueHazards, open: found.openSites, next: next.map(zone.iso8601)))
        return true
    }
}
