import Foundation
import PatrolModel

/// A chain's head that was written down somewhere else: beside the ledger, in the journal, on a printed report.
package struct NotedHead: Hashable, Sendable {
    package let head: ChainHead
    /// Where it was noted, such as `report.txt:12`.
    package let place: String
    /// Whether it is known to be of the latest incarnation: the file beside the ledger begins anew with each.
    let isOfThisIncarnation: Bool

    package init(_ head: ChainHead, at place: String) {
        self.init(head, place, isOfThisIncarnation: false)
    }

    private init(_ head: ChainHead, _ place: String, isOfThisIncarnation: Bool) {
        self.head = head
        self.place = place
        self.isOfThisIncarnation = isOfThisIncarnation
    }

    /// What the file beside a ledger says; nil where there is none.
    /// - Throws: ``PatrolError/cannotOpen(path:detail:)``.
    static func acknowledged(besideLedger ledger: String) throws(PatrolError) -> NotedHead? {
        let place = AcknowledgedHead.path(besideLedger: ledger)
        return try AcknowledgedHead.read(besideLedger: ledger).map {
            NotedHead($0, place, isOfThisIncarnation: true)
        }
    }

    /// Every head in a text: a line that has a hash and before it the number of its event, whatever stands around
    /// them; or what `journalctl -o json` writes of lines with `PATROL_EVENT` and `PATROL_HEAD`.
    package static func all(in text: String, of file: String) -> [NotedHead] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            number,
            line in
            (journal(line) ?? plain(line)).map { NotedHead($0, at: "\(file):\(number + 1)") }
        }
    }

    private static func journal(_ line: Substring) -> ChainHead? {
        guard line.first == "{",
            let fields = try? JSONDecoder().decode(JournalFields.self, from: Data(line.utf8)),
            let event = fields.PATROL_EVENT, let head = fields.PATROL_HEAD
        else { return nil }
        return plain(Substring(event + " " + head))
    }

    /// Of the fields of a journal line, those that matter here.
    private struct JournalFields: Decodable {
        let PATROL_EVENT: String?
        let PATROL_HEAD: String?
    }

    private static func plain(_ line: Substring) -> ChainHead? {
        var number: Int64?
        // Letters of the ASCII alphabet only: a hash may stand right behind a Chinese word.
        for word in line.utf8.split(whereSeparator: { !isLetterOrDigit($0) }) {
            let text = String(decoding: word, as: UTF8.self)
            if word.count == 64, text.allSatisfy(\.isHexDigit), let number {
                return ChainHead(sequence: number, hash: text.lowercased())
            }
            if let value = Int64(text), value >= 0 { number = value }
        }
        return nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
