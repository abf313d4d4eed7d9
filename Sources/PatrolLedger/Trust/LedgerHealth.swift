package import PatrolModel
import Synchronization

/// Whether the ledger can be written and read, as the last attempts showed; says so once when it changes, not once a
/// filing.
package final class LedgerHealth: Sendable {
    package enum Change: Sendable {
        case trouble(LedgerTrouble, cause: String)
        case recovered(LedgerTrouble)
        /// Filings are recorded, in the write-ahead log, which cannot be folded into the file.
        case logGrows(LedgerTrouble, cause: String)
    }

    private let trouble = Mutex<LedgerTrouble?>(nil)
    private let checkpointFails = Mutex(false)
    private let onChange: @Sendable (Change) -> Void

    package init(onChange: @escaping @Sendable (Change) -> Void = { _ in }) {
        self.onChange = onChange
    }

    package var current: LedgerTrouble? { trouble.withLock { $0 } }

    /// Puts down what an error tells of the ledger.
    /// - Returns: the error as a caller is told it: ``PatrolError/ledgerUnavailable(trouble:)`` where it is one.
    func note(_ error: any Error) -> any Error {
        guard let found = LedgerTrouble(error) else { return error }
        let isNew = trouble.withLock { trouble in
            // What lasts is not covered up by what follows from it.
            guard trouble != found, found == .removed || trouble?.isLasting != true, trouble != .removed
            else { return false }
            trouble = found
            return true
        }
        if isNew { onChange(.trouble(found, cause: "\(error)")) }
        return PatrolError.ledgerUnavailable(trouble: found)
    }

    /// An event has been written and is on disk.
    func noteCommit() {
        let past = trouble.withLock { trouble -> LedgerTrouble? in
            guard let past = trouble, !past.isLasting else { return nil }
            trouble = nil
            return past
        }
        if let past { onChange(.recovered(past)) }
    }

    /// The write-ahead log was folded into the file, or was not.
    func noteCheckpoint(_ error: (any Error)?) {
        let isNew = checkpointFails.withLock { fails in
            defer { fails = error != nil }
            return !fails
        }
        if isNew, let error, let found = LedgerTrouble(error) {
            onChange(.logGrows(found, cause: "\(error)"))
        }
    }

    /// Nothing is added to a ledger that is known to be gone: it would be lost.
    /// - Throws: ``PatrolError/ledgerUnavailable(trouble:)``.
    func requirePresent() throws(PatrolError) {
        if current == .removed { throw .ledgerUnavailable(trouble: .removed) }
    }

    /// The whole file was read again and nothing is wrong with it: what looked like damage was the disk, for a moment.
    func noteSound() {
        let wasDamaged = trouble.withLock { trouble in
            defer { if trouble == .damaged { trouble = nil } }
            return trouble == .damaged
        }
        if wasDamaged { onChange(.recovered(.damaged)) }
    }
}
