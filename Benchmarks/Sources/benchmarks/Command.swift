import Glibc

/// A program with its arguments, run to its end with its output thrown away.
struct Command {
    let path: String
    let arguments: [String]
    var environment: [String: String] = [:]

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// - Returns: the wall time from before the start to after the end.
    func time() throws -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        let status = Command.wait(try spawn())
        let elapsed = clock.now - start
        guard status == 0 else {
            throw Failure(description: "\(path) \(arguments.joined(separator: " ")): status \(status)")
        }
        return elapsed
    }

    func spawn(output: String = "/dev/null") throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [Int32(1), 2] {
            posix_spawn_file_actions_addopen(
                &actions,
                descriptor,
                output,
                O_WRONLY | O_CREAT | O_APPEND,
                0o600
            )
        }
        let argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        let envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var pid = pid_t()
        let failure = posix_spawn(&pid, path, &actions, nil, argv, envp)
        guard failure == 0 else {
            throw Failure(description: "\(path): \(String(cString: strerror(failure)))")
        }
        return pid
    }

    static func wait(_ pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
