import Foundation
import PatrolModel

/// The thousands of duties that one event of the schedule opens or misses, written by hand into the same bytes the
/// JSON encoder would give: it alone would take longer than all of SQLite's work for them.
struct LongList {
    /// The entry without them.
    let rest: LedgerEntry
    private let key: String
    private let elements: [UInt8]

    /// Shorter ones are not worth it.
    private static let least = 50

    /// Nil for an entry that has no such list, and for one with a text that would have to be escaped.
    init?(_ entry: LedgerEntry) {
        var writer = Writer()
        switch entry {
        case .opening(let opening) where opening.duties.count >= LongList.least:
            for duty in opening.duties { writer.write(duty) }
            (rest, key) = (.opening(opening.with(duties: [])), "duties")
        case .settlement(let settlement) where settlement.missed.count >= LongList.least:
            for missed in settlement.missed { writer.write(missed) }
            (rest, key) = (.settlement(settlement.with(missed: [])), "missed")
        default: return nil
        }
        guard !writer.needsEscape else { return nil }
        elements = writer.bytes
    }

    /// The whole event, from the bytes of one with an empty list.
    ///
    /// A quote inside a text is escaped, so that the empty list's key can be found nowhere else.
    func spliced(into bytes: Data) throws -> Data {
        guard let place = bytes.firstRange(of: Data("\"\(key)\":[".utf8)) else {
            throw PatrolError.internalFailure
        }
        var whole = Data(capacity: bytes.count + elements.count)
        whole += bytes[..<place.upperBound]
        whole += elements
        whole += bytes[place.upperBound...]
        return whole
    }

    private struct Writer {
        var bytes: [UInt8] = []
        var needsEscape = false

        mutating func write(_ duty: PlannedDuty) {
            begin()
            if let assignee = duty.assignee {
                write("\"assignee\":")
                text(assignee)
                write(",")
            }
            hazard(duty.hazard)
            write("\"ordinal\":")
            bytes += String(duty.ordinal).utf8
            write(",\"site\":")
            text(duty.site)
            write(",\"targetDate\":")
            text(duty.targetDate.description)
            write("}")
        }

        mutating func write(_ missed: PeriodSettlement.Missed) {
            begin()
            hazard(missed.hazard)
            write("\"ordinal\":")
            bytes += String(missed.ordinal).utf8
            write(",\"site\":")
            text(missed.site)
            write("}")
        }

        private mutating func hazard(_ number: String?) {
            guard let number else { return }
            write("\"hazard\":")
            text(number)
            write(",")
        }

        private mutating func begin() {
            if !bytes.isEmpty { write(",") }
            write("{")
        }

        private mutating func write(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        private mutating func text(_ text: String) {
            bytes.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
                    needsEscape = true
                }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }
}

extension Event {
    func recording(_ entry: LedgerEntry) -> Event {
        Event(
            sequence: sequence,
            at: at,
            district: district,
            incarnation: incarnation,
            version: version,
            actor: actor,
            onBehalfOf: onBehalfOf,
            filing: filing,
            entry: entry
        )
    }
}
