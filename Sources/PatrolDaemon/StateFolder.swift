import Glibc
import PatrolModel

/// The folder of the ledger, held by one daemon at a time.
final class StateFolder: Sendable {
    let path: String
    private let lock: Int32

    var ledger: String { path + "/ledger.sqlite" }

    /// - Throws: ``PatrolError/alreadyRunning(state:)``, ``PatrolError/cannotOpen(path:detail:)``.
    init(path: String) throws(PatrolError) {
        self.path = path
        // Whatever is made here is for the daemon's own user and group.
        umask(0o027)
        if mkdir(path, 0o750) != 0, errno != EEXIST { throw StateFolder.failure(path) }
        let file = path + "/patrold.lock"
        lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard lock >= 0 else { throw StateFolder.failure(file) }
        // Root restores ledgers, and the daemon is not root.
        var owner = stat()
        if getuid() == 0, stat(path, &owner) == 0 { fchown(lock, owner.st_uid, owner.st_gid) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw .alreadyRunning(state: path) }
    }

    deinit { close(lock) }

    private static func failure(_ path: String) -> PatrolError {
        .cannotOpen(path: path, detail: String(cString: strerror(errno)))
    }
}
