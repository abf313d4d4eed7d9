import Foundation
import Glibc

/// Where a service says how it is (sd_notify(3)).
package final class NotifySocket: Sendable {
    package let path: String
    private let descriptor: Int32

    package init(path: String) throws {
        self.path = path
        unlink(path)
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        // Whoever runs as another user must be able to say it too.
        chmod(path, 0o777)
        guard bound == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    /// False where the process ends first, or where a minute has passed.
    func wait(for state: String, whileOpen process: Int32) -> Bool {
        var descriptors = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: process, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&descriptors, 2, 60_000) > 0 {
            guard descriptors[0].revents & Int16(POLLIN) != 0 else { return false }
            if receive().contains(state) { return true }
        }
        return false
    }

    /// The lines of the next message; none where none has come in so many seconds.
    package func next(within seconds: Int32 = 60) -> [String] {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, seconds * 1000) > 0 ? receive() : []
    }

    /// All lines up to one that begins so, that one included; nil where it has not come within a minute of the last.
    package func lines(upTo start: String) -> [String]? {
        var lines: [String] = []
        while true {
            let more = next()
            guard !more.isEmpty else { return nil }
            lines += more
            if more.contains(where: { $0.hasPrefix(start) }) { return lines }
        }
    }

    private func receive() -> [String] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer[..<max(0, count)], as: UTF8.self).split(separator: "\n").map(
            String.init
        )
    }
}
