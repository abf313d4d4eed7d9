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

    /// Starts a program whose output goes to `log`; ``stop(_:)`` with signal 0 waits for its own end. `passing` is a
    /// descriptor that it gets as its third.
    package static func start(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        log: String,
        passing descriptor: Int32? = nil
    ) throws -> BackgroundProgram {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, 3) }
        let child = try Program.spawn(path, arguments.map { Array($0.utf8) }, environment, &actions)
        return BackgroundProgram(pid: child)
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
        log: String,
        passing descriptor: Int32? = nil
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
        if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, 3) }
        let child = try Program.spawn(path, arguments.map { Array($0.utf8) }, environment, &actions)
        close(life[1])
        guard ready.wait(for: "READY=1", whileOpen: life[0]) else {
            kill(child, SIGKILL)
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw NotReady(status: Program.wait(child), log: said)
        }
        return BackgroundProgram(pid: child)
    }

    /// While it runs, or has not been waited for; nil after.
    package var processID: Int32? { pid.withLock { $0 } }

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
