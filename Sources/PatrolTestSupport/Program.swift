package import Foundation
import Glibc

/// A program that a test runs to its end.
package struct Program: Sendable {
    /// What it left behind.
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
        /// The output as it was written, with the mark that a spreadsheet wants.
        package let bytes: Data
        package let error: String
    }

    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Runs it with these arguments and only this environment; arguments may be any bytes without NUL.
    package func run(
        _ arguments: [[UInt8]],
        environment: [String: String],
        input: String = ""
    ) throws -> Outcome {
        let folder = try TemporaryFolder()
        let (out, err) = (folder.file("out"), folder.file("err"))
        let standardInput = try folder.write(input, to: "in")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, standardInput, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT, 0o600)
        let pid = try Program.spawn(path, arguments, environment, &actions)
        return Outcome(
            status: Program.wait(pid),
            output: try String(contentsOfFile: out, encoding: .utf8),
            bytes: try Data(contentsOf: URL(fileURLWithPath: out)),
            error: try String(contentsOfFile: err, encoding: .utf8)
        )
    }

    /// Writes a text in the encoding that a spreadsheet in China saves.
    package static func writeGB18030(_ text: String, to path: String) throws {
        let arguments = ["-f", "UTF-8", "-t", "GB18030", "-o", path].map { Array($0.utf8) }
        let outcome = try Program("/usr/bin/iconv").run(arguments, environment: [:], input: text)
        guard outcome.status == 0 else { throw POSIXError(.EILSEQ) }
    }

    static func spawn(
        _ path: String,
        _ arguments: [[UInt8]],
        _ environment: [String: String],
        _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>,
        inNewSession: Bool = false
    ) throws -> pid_t {
        let words = [Array(path.utf8)] + arguments
        var argv: [UnsafeMutablePointer<CChar>?] = words.map { word in
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.count + 1)
            for (index, byte) in word.enumerated() { copy[index] = CChar(bitPattern: byte) }
            copy[word.count] = 0
            return copy
        }
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") }
        defer {
            argv.forEach { $0?.deallocate() }
            envp.forEach { free($0) }
        }
        argv.append(nil)
        envp.append(nil)
        var pid = pid_t()
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads that run tests block signals, and a child would begin as deaf as they are.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK) | (inNewSession ? Program.newSession : 0)
        posix_spawnattr_setflags(&attributes, flags)
        let failure = posix_spawn(&pid, path, actions, &attributes, argv, envp)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        return pid
    }

    /// POSIX_SPAWN_SETSID of spawn.h, which the module of the C library leaves out.
    private static let newSession: Int16 = 0x80

    /// The exit status; 128 and the signal's number where a signal ended it.
    static func wait(_ pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
