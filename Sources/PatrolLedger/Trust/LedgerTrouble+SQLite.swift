import GRDB
import GRDBSQLite
import Glibc
import PatrolModel

extension LedgerTrouble {
    /// What an error of SQLite's or of the files beside it comes from; nil where it is none of these.
    init?(_ error: any Error) {
        switch error {
        case PatrolError.ledgerUnavailable(let trouble): self = trouble
        case PatrolError.cannotWrite: self = .inputOutput
        case PatrolError.cannotOpen: self = .cannotOpen
        case is LedgerRemoved: self = .removed
        case let error as DatabaseError: self.init(error.extendedResultCode.rawValue)
        case let failure as SQLiteFailure: self.init(failure.code)
        default: return nil
        }
    }

    /// By one of SQLite's extended result codes.
    private init?(_ code: Int32) {
        switch code {
        case SQLITE_IOERR | 12 << 8: self = .outOfMemory  // SQLITE_IOERR_NOMEM
        case SQLITE_READONLY | 4 << 8: self = .removed  // SQLITE_READONLY_DBMOVED
        default:
            switch code & 0xFF {
            case SQLITE_FULL: self = .diskFull
            case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
            case SQLITE_IOERR: self = .inputOutput
            case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .locked
            case SQLITE_NOMEM: self = .outOfMemory
            case SQLITE_CANTOPEN: self = LedgerTrouble.areDescriptorsLeft() ? .cannotOpen : .outOfDescriptors
            default: return nil
            }
        }
    }

    /// SQLite does not tell why it could not open a file.
    private static func areDescriptorsLeft() -> Bool {
        let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno != EMFILE && errno != ENFILE }
        close(descriptor)
        return true
    }
}
