import PatrolLedger
import PatrolModel
import PatrolText
import Systemd

/// Says in the journal when the ledger can no longer be written or read, and when it can be again.
struct HealthJournal: Sendable {
    let writer: JournalWriter
    let rules: RulesInForce
    let alarm: Alarm

    func say(_ change: LedgerHealth.Change) {
        switch change {
        case .trouble(let trouble, let cause):
            write(.ledgerTrouble, .error, .ledgerTrouble(trouble, cause: cause), trouble)
            // What can be saved is saved at once, not at the scheduler's next turn.
            if trouble == .removed { alarm.ring() }
        case .logGrows(let trouble, let cause):
            write(.ledgerTrouble, .error, .logGrows(trouble, cause: cause), trouble)
        case .recovered(let trouble):
            write(.ledgerRecovered, .notice, .ledgerRecovered(trouble), trouble)
        }
    }

    private func write(
        _ kind: JournalMessage.Kind,
        _ priority: Journal.Priority,
        _ line: JournalLine,
        _ trouble: LedgerTrouble
    ) {
        writer.write(
            JournalMessage(
                kind: kind,
                priority: priority,
                text: rules.phrases.journal(line),
                fields: [("PATROL_TROUBLE", trouble.rawValue)]
            )
        )
    }
}
