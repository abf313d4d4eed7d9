import Foundation
import Glibc
import Synchronization

/// A program that runs beside a test and is ended with it.
package final class BackgroundProgram: Sendable {
    private let pid: Mutex<pid_t?>

    private init(pid: pid_t) {
        self.pid = Mutex(pid)
    }

    deinit {
        stop(SIGKILL)
    }

    package struct NotReady: Error {
        package let status: Int32
        package let log: String
    }

    /// Starts a program and waits until it says `READY=1` to the socket at `notify`; its output goes to `log`.
    /// - Throws: ``NotReady`` where it ends instead.
    package static func startNotifying(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        notify: String,
        log: String
    ) throws -> BackgroundProgram {
        let ready = try NotifySocket(path: notify)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        // The child alone holds the other end of this pair, so that its end is seen as the end of the stream.
        var life: [Int32] = [-1, -1]
        socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &life)
        defer { close(life[0]) }
        posix_spawn_file_actions_adddup2(&actions, life[1], 9)
        let child = try Program.spawn(path, arguments.map { Array($0.utf8) }, environment, &actions)
        close(life[1])
        guard ready.wait(for: "READY=1", whileOpen: life[0]) else {
            kill(child, SIGKILL)
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw NotReady(status: Program.wait(child), log: said)
        }
        return BackgroundProgram(pid: child)
    }

    /// Sends a signal and waits for the end.
    /// - Returns: the exit status, 128 and the signal's number where a signal ended it; -1 where it has ended before.
    @discardableResult
    package func stop(_ signal: Int32) -> Int32 {
        let running = pid.withLock { pid in
            defer { pid = nil }
            return pid
        }
        guard let child = running else { return -1 }
        kill(child, signal)
        return Program.wait(child)
    }
}

/// Where a service says that it is ready (sd_notify(3)).
private final class NotifySocket {
    private let descriptor: Int32

    init(path: String) throws {
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
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            let said = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
            if said.split(separator: "\n").contains(Substring(state)) { return true }
        }
        return false
    }
}
