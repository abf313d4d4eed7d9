import CSystemd
import Glibc

/// systemd's journal, spoken to natively: structured fields, no text to be parsed back (sd_journal_sendv(3)).
package enum Journal {
    /// How much a line matters, as syslog(3) numbers it.
    package enum Priority: Int, Sendable {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
        case debug = 7
    }

    /// Whether a journal listens on this machine.
    package static var isAvailable: Bool {
        access("/run/systemd/journal/socket", W_OK) == 0
    }

    /// Hands one entry over. A field may stand more than once; its name is upper-case letters, digits and `_`.
    /// - Returns: false where the journal did not take it.
    package static func send(_ message: String, _ priority: Priority, _ fields: [(String, String)]) -> Bool {
        let entry = [("MESSAGE", message), ("PRIORITY", String(priority.rawValue))] + fields
        let lines = entry.map { Array("\($0.0)=\($0.1)".utf8) }
        let bytes = lines.flatMap { $0 }
        return bytes.withUnsafeBytes { buffer in
            var offset = 0
            let vectors = lines.map { line in
                defer { offset += line.count }
                let start = UnsafeMutableRawPointer(mutating: buffer.baseAddress?.advanced(by: offset))
                return iovec(iov_base: start, iov_len: line.count)
            }
            return sd_journal_sendv(vectors, Int32(vectors.count)) == 0
        }
    }
}
