extension String {
    /// Columns this text takes on a terminal: East Asian wide and fullwidth characters two (UAX #11), combining none.
    package var columns: Int {
        // Most of what is measured is plain ASCII, which needs no table.
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
        return reduce(0) { $0 + $1.columns }
    }

    /// The text with spaces behind it up to a width in columns.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - columns))
    }

    /// The text cut to a width in columns, an ellipsis at the cut.
    package func clipped(to width: Int) -> String {
        guard columns > width else { return self }
        var (kept, used) = ("", 1)
        for character in self {
            guard used + character.columns <= width else { break }
            kept.append(character)
            used += character.columns
        }
        return kept + "…"
    }
}

extension Character {
    package var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        if (0x4E00...0x9FFF).contains(scalar.value) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return Character.isWide(scalar.value) ? 2 : 1
        }
    }

    /// The W and F ranges of EastAsianWidth.txt that occur in what people file: CJK, kana, hangul, fullwidth, emoji.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
