import Foundation
import Glibc

/// A program with its arguments, run to its end.
struct Command {
    let path: String
    let arguments: [String]
    var environment: [String: String] = [:]
    var input = "/dev/null"
    /// Thrown away where nothing else is said.
    var output = "/dev/null"

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What a finished run took.
    struct Usage {
        /// Wall time from before the start to after the end.
        let time: Duration
        /// The most memory it held at once, in KiB.
        let peakMemory: Int
        /// Seconds of CPU, its own and the system's for it.
        let cpu: Double
    }

    func time() throws -> Duration { try measure().time }

    func measure() throws -> Usage {
        let clock = ContinuousClock()
        let start = clock.now
        let (status, usage) = Command.waitMeasuring(try spawn())
        let elapsed = clock.now - start
        guard status == 0 else {
            throw Failure(description: "\(path) \(arguments.joined(separator: " ")): status \(status)")
        }
        return Usage(time: elapsed, peakMemory: usage.ru_maxrss, cpu: usage.cpu)
    }

    func spawn(log: String? = nil) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        for (descriptor, file) in [(Int32(1), log ?? output), (2, log ?? "/dev/null")] {
            posix_spawn_file_actions_addopen(
                &actions,
                descriptor,
                file,
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

    /// True where a program knows a command, as its help tells.
    static func isOffered(_ command: String, by program: String) throws -> Bool {
        let output = "/tmp/patrol-benchmark-\(getpid())"
        defer { unlink(output) }
        _ = try Command(path: program, arguments: ["--help"], output: output).time()
        let help = try String(contentsOfFile: output, encoding: .utf8)
        return help.split(whereSeparator: \.isWhitespace).contains { $0 == command }
    }

    static func wait(_ pid: pid_t) -> Int32 { waitMeasuring(pid).status }

    private static func waitMeasuring(_ pid: pid_t) -> (status: Int32, usage: rusage) {
        var (status, usage): (Int32, rusage) = (0, rusage())
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        return (status, usage)
    }
}

extension rusage {
    fileprivate var cpu: Double {
        [ru_utime, ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
