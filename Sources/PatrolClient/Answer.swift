import Glibc
import PatrolModel

/// An answer of the daemon's, all of it, before any is handed on: a slow reader, such as a pager, keeps no connection
/// waiting, and a list that breaks off is never half printed. A long one lies in a file that has no name.
package final class Answer {
    /// Bytes that stay in memory.
    private static let memoryLimit = 1 << 20

    private var memory: [UInt8] = []
    private var file: Int32 = -1
    /// Why the file could not be written, said once the answer has been read to its end.
    private var failure: PatrolError?

    package init() {}

    deinit { if file >= 0 { close(file) } }

    func append(_ part: [UInt8]) {
        guard failure == nil else { return }
        if file < 0, memory.count + part.count <= Answer.memoryLimit {
            memory += part
            return
        }
        do {
            if file < 0 { file = try Answer.namelessFile() }
            try write(part)
        } catch {
            failure = error
        }
    }

    func requireWhole() throws(PatrolError) {
        if let failure { throw failure }
    }

    /// Its bytes from the first to the last, as often as one likes.
    package func forEachPart(_ body: ([UInt8]) throws -> Void) throws {
        if !memory.isEmpty { try body(memory) }
        guard file >= 0 else { return }
        var (offset, buffer) = (off_t(0), [UInt8](repeating: 0, count: 65536))
        while true {
            let count = pread(file, &buffer, buffer.count, offset)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Answer.failure() }
            if count == 0 { return }
            offset += off_t(count)
            try body(Array(buffer[..<count]))
        }
    }

    package var bytes: [UInt8] {
        get throws {
            guard file >= 0 else { return memory }
            var bytes: [UInt8] = []
            try forEachPart { bytes += $0 }
            return bytes
        }
    }

    /// The elements of the JSON array that it is, one by one, each as its own JSON.
    package func forEachElement(_ body: ([UInt8]) throws -> Void) throws {
        var elements = ArrayElements()
        try forEachPart { try elements.read($0, body) }
    }

    private func write(_ part: [UInt8]) throws(PatrolError) {
        var rest = part[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Answer.failure() }
            rest = rest.dropFirst(count)
        }
    }

    private static var folder: String {
        getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    private static func failure() -> PatrolError {
        .cannotWrite(path: folder, detail: String(cString: strerror(errno)))
    }

    private static func namelessFile() throws(PatrolError) -> Int32 {
        var name = Array((folder + "/patrol-XXXXXX").utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw failure() }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(name)
        return file
    }
}

/// Cuts a JSON array into its elements as its bytes come by; what they say is for others to read.
struct ArrayElements {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var element: [UInt8] = []

    mutating func read(_ bytes: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
        for byte in bytes {
            if depth > 1 { element.append(byte) }
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if depth == 1 { element = [byte] }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 1 {
                    try body(element)
                    element.removeAll(keepingCapacity: true)
                }
            default: break
            }
        }
    }
}
