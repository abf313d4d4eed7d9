import Glibc
import PatrolModel

/// The ledger's file, its write-ahead log or its index is not where it was when it was opened.
struct LedgerRemoved: Error {}

/// Which files the ledger was opened as. SQLite goes on writing into a file that has been removed from its folder, and
/// all of it vanishes with the process: no receipt is given before these are seen to be still in place.
struct FilesInPlace: Sendable {
    private struct Identity: Equatable {
        let device: UInt64
        let inode: UInt64

        /// Nil where there is no such file.
        /// - Throws: ``PatrolError/cannotOpen(path:detail:)`` where that cannot be told, as for want of rights.
        init?(_ path: String) throws(PatrolError) {
            var status = stat()
            guard stat(path, &status) == 0 else {
                if errno == ENOENT || errno == ENOTDIR { return nil }
                throw .cannotOpen(path: path, detail: String(cString: strerror(errno)))
            }
            (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
        }
    }

    private let files: [(path: String, identity: Identity)]

    /// Of a ledger that has been opened and written to, so that all of its files are there.
    /// - Throws: ``PatrolError/cannotOpen(path:detail:)``.
    init(ofLedgerAt path: String) throws(PatrolError) {
        var files: [(String, Identity)] = []
        for suffix in ["", "-wal", "-shm"] {
            if let identity = try Identity(path + suffix) { files.append((path + suffix, identity)) }
        }
        self.files = files
    }

    /// - Throws: ``LedgerRemoved``, ``PatrolError/cannotOpen(path:detail:)``.
    func require() throws {
        guard try strangers().isEmpty, try missing().isEmpty else { throw LedgerRemoved() }
    }

    /// Whether the ledger's own file, rather than one beside it, is not what was opened.
    func hasLostLedger() throws(PatrolError) -> Bool {
        guard let file = files.first else { return true }
        return try Identity(file.path) != file.identity
    }

    /// The paths at which other files lie than were opened.
    func strangers() throws(PatrolError) -> [String] {
        var found: [String] = []
        for file in files {
            if let present = try Identity(file.path), present != file.identity { found.append(file.path) }
        }
        return found
    }

    private func missing() throws(PatrolError) -> [String] {
        var found: [String] = []
        for file in files where try Identity(file.path) == nil { found.append(file.path) }
        return found
    }
}
