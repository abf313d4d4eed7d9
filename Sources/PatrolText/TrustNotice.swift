package import PatrolModel

/// What verifying, backing up and restoring a ledger tell.
package enum TrustNotice: Sendable {
    case intact(events: Int64, head: String, incarnation: Int)
    case faulty(faults: Int, events: Int64, head: String, incarnation: Int)
    /// Of a kind there are more faults than were listed.
    case unlisted(LedgerFault.Code, Int)
    case backedUp(path: String, events: Int64, head: String, removed: Int)
    case backupFailed(reason: String)
    /// Something wrong with the source, that the events were enough to mend.
    case mended(faults: Int)
    case restored(source: String, events: Int64, carriedOver: Int64)
    case resumed(source: String)
    /// Up to when the record goes: nil where it has no event.
    case recordGoesTo(event: Int64, time: String?, incarnation: Int)
    case missing(from: Int64, through: Int64, since: String?)
    case nothingMissing
    case movedAside(path: String)
    /// So many photos and documents could not be brought along.
    case evidenceLacking(files: Int)
}
