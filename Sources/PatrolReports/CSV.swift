/// CSV as a spreadsheet opens it without asking: UTF-8 with its mark, RFC 4180, and nothing that it would compute.
package enum CSV {
    /// U+FEFF: without it a Chinese spreadsheet takes UTF-8 for GB18030.
    package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    package static func row(_ cells: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += CSV.cell(cell)
        }
        return bytes + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    /// A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
    private static func cell(_ text: String) -> [UInt8] {
        let harmless = text.isFormula ? "'" + text : text
        guard harmless.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
            return Array(harmless.utf8)
        }
        return Array("\"\(harmless.replacing("\"", with: "\"\""))\"".utf8)
    }
}

extension String {
    /// Begins, after blanks, as a formula does, also in full-width signs; a plain negative number is none.
    fileprivate var isFormula: Bool {
        guard let first = unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }) else { return false }
        switch first {
        case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF20}": return true
        case "+", "-", "\u{FF0B}", "\u{FF0D}": return Double(self) == nil
        default: return false
        }
    }
}
