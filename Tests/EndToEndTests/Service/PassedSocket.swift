import Foundation
import Glibc

/// A socket that the test binds and keeps, as systemd does for a socket unit.
final class PassedSocket: Sendable {
    let path: String
    let descriptor: Int32

    /// `type` and `isListening` make one that is of no use to a daemon.
    init(at path: String, type: __socket_type = SOCK_STREAM, isListening: Bool = true) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(type.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, !isListening || listen(descriptor, 1024) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    deinit { close(descriptor) }
}
