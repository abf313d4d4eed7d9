/// The end of a chain of events: which event is the last, and its hash, which stands for all before it.
package struct ChainHead: Hashable, Sendable, CustomStringConvertible {
    /// 0 where there is no event.
    package let sequence: Int64
    /// SHA-256 in 64 hexadecimal digits.
    package let hash: String

    /// Of a chain without events: 32 zero bytes.
    package static let none = ChainHead(sequence: 0, hash: String(repeating: "0", count: 64))

    package init(sequence: Int64, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    /// As it is written down beside a ledger, in the journal and on reports: `1234 9f86…`.
    package var description: String { "\(sequence) \(hash)" }

    /// Reads what ``description`` writes, with zeros before the number or not; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let sequence = Int64(parts[0]), sequence >= 0, parts[1].utf8.count == 64,
            parts[1].allSatisfy({ $0.isHexDigit && !$0.isUppercase })
        else { return nil }
        self.init(sequence: sequence, hash: String(parts[1]))
    }
}
