import Crypto
import FoundationEssentials
import Glibc
package import PatrolModel
package import PatrolWire

/// A filing that waits, with whom it is for and why it was refused, where it was.
///
/// Its file is one line, `patrol-outbox 1 ` and the SHA-256 of the rest, and the rest, JSON: a file that was cut off or
/// touched is known for what it is.
package struct OutboxEntry: Codable, Hashable, Sendable {
    static let suffix = ".filing"
    private static let mark = "patrol-outbox 1 "

    /// The daemon it is meant for.
    package let socket: String
    /// Whom it is filed for (`--as`); nil is the user.
    package let person: String?
    /// The Unix user who filed it, and for whom alone the kernel will vouch when it is delivered.
    package let user: UInt32
    /// With the instant it was kept at, by which its times are read.
    package var filing: Filing
    /// Why the daemon would not record it; its owner decides. Nil where it has not been asked yet.
    package var refusal: PatrolError?
    /// How often the daemon was there and could not cope with it.
    package var failures: Int?

    package init(socket: String, person: String?, filing: Filing, refusal: PatrolError? = nil) {
        self.socket = socket
        self.person = person
        user = geteuid()
        self.filing = filing
        self.refusal = refusal
    }

    struct Broken: Error {}

    /// - Throws: where the bytes are not those that were written.
    init(bytes: [UInt8]) throws {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { throw Broken() }
        let rest = bytes[(end + 1)...]
        guard String(decoding: bytes[..<end], as: UTF8.self) == OutboxEntry.mark + OutboxEntry.digest(rest)
        else { throw Broken() }
        self = try JSONDecoder().decode(OutboxEntry.self, from: Data(rest))
    }

    var bytes: [UInt8] {
        get throws {
            let rest = try PatrolClient.encoded(self)
            return Array((OutboxEntry.mark + OutboxEntry.digest(rest[...]) + "\n").utf8) + rest
        }
    }

    private static func digest(_ bytes: ArraySlice<UInt8>) -> String {
        SHA256.hash(data: bytes).map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
    }
}
