import Glibc
package import PatrolModel

/// The daemon's own socket in the file system (unix(7)): a live one is dialled and left alone, a dead one replaced.
package enum UnixSocket {
    /// Connections that may wait to be accepted; the kernel caps it at `net.core.somaxconn`.
    package static let backlog: Int32 = 4096

    /// Binds and listens. The socket is readable and writable by its owner and group only.
    /// - Throws: ``PatrolError/socketInUse(path:)``, ``PatrolError/cannotOpen(path:detail:)``.
    package static func listen(at path: String) throws(PatrolError) -> Int32 {
        try removeIfDead(path)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failure(path) }
        // The mode of the file is set by the mask at the moment of binding: no moment at which others may connect.
        let mask = umask(0o117)
        let bound = withAddress(of: path) { Glibc.bind(descriptor, $0, $1) }
        umask(mask)
        guard bound == 0, Glibc.listen(descriptor, backlog) == 0 else {
            let error = failure(path)
            close(descriptor)
            throw error
        }
        giveToGroup(path)
        return descriptor
    }

    /// Removes the socket's file, provided it is still the one that was bound.
    package static func remove(_ path: String, boundAs identity: FileIdentity?) {
        if let identity, identity == FileIdentity(path: path) { unlink(path) }
    }

    /// Where a socket is bound; empty where it has no path.
    static func path(of descriptor: Int32) -> String {
        var (address, length) = (sockaddr_un(), socklen_t(MemoryLayout<sockaddr_un>.size))
        let found = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard found == 0 else { return "" }
        let bytes = withUnsafeBytes(of: address.sun_path) { Array($0) }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Whether somebody has dialled and waits to be accepted.
    static func isAwaited(_ descriptor: Int32) -> Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, 0) > 0 && state.revents & Int16(POLLIN) != 0
    }

    private static func removeIfDead(_ path: String) throws(PatrolError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw failure(path)
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw .cannotOpen(path: path, detail: "not a socket")
        }
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw failure(path) }
        defer { close(probe) }
        guard withAddress(of: path, { connect(probe, $0, $1) }) != 0 else { throw .socketInUse(path: path) }
        guard errno == ECONNREFUSED else { throw failure(path) }
        unlink(path)
    }

    /// Where there is a group `patrol`, it may use the socket; where we may not give it away, our own group may.
    private static func giveToGroup(_ path: String) {
        if let group = getgrnam("patrol") { _ = chown(path, uid_t.max, group.pointee.gr_gid) }
    }

    private static func withAddress(
        of path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            errno = ENAMETOOLONG
            return -1
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func failure(_ path: String) -> PatrolError {
        .cannotOpen(path: path, detail: String(cString: strerror(errno)))
    }
}

/// What tells one file from a later one of the same name.
package struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    /// Given out again soon after a file is removed, hence the time beside it.
    private let inode: UInt64
    private let changed: [Int]

    package init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
        changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    }
}
