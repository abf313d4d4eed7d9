import FoundationEssentials
import Glibc

/// Standard output and standard error, unbuffered: what was printed has been written.
enum Output {
    static func line(_ text: String) {
        lines([text])
    }

    static func lines(_ lines: [String]) {
        bytes(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Ends the process with `EX_IOERR` where the output cannot be written, as on a full disk.
    static func bytes(_ bytes: [UInt8]) {
        guard !write(bytes, to: STDOUT_FILENO) else { return }
        error(String(cString: strerror(errno)))
        exit(ExitStatus.inputOutput.rawValue)
    }

    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        bytes(Array(try encoder.encode(value)) + [UInt8(ascii: "\n")])
    }

    /// A line of the program's own, beside what it was asked for.
    static func error(_ text: String) {
        note("patrol: " + text)
    }

    static func note(_ text: String, newline: Bool = true) {
        _ = write(Array((text + (newline ? "\n" : "")).utf8), to: STDERR_FILENO)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
