package import PatrolText

/// Rows under headings, columns as wide as what stands in them; for a terminal or a printer.
package struct Table: Sendable {
    private let headings: [String]
    private var rows: [[String]] = []

    package init(_ headings: [Heading], _ phrases: any Phrases) {
        self.headings = headings.map { phrases.heading($0) }
    }

    package var isEmpty: Bool { rows.isEmpty }

    package mutating func add(_ row: [String]) {
        rows.append(row.map { $0.replacing("\n", with: " ") })
    }

    /// Lines without trailing blanks, the headings first, each indented by so many columns.
    package func lines(indent: Int = 0) -> [String] {
        let all = [headings] + rows
        let widths = headings.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
        return all.map { row in
            let cells = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
            let trimmed = cells.reversed().drop { $0 == " " }.reversed()
            return String(repeating: " ", count: indent) + String(trimmed)
        }
    }
}

/// Labels with a value each, the values under one another.
package struct Sheet: Sendable {
    private let phrases: any Phrases
    private var lines: [(label: String, value: String)] = []

    package init(_ phrases: any Phrases) {
        self.phrases = phrases
    }

    /// A value that is nil has no line.
    package mutating func add(_ label: Label, _ value: String?) {
        add(phrases.label(label), value)
    }

    /// Under a label that is not always the same.
    package mutating func add(_ label: String, _ value: String?) {
        if let value { lines.append((label, value)) }
    }

    package var text: [String] {
        let width = lines.map(\.label.columns).max() ?? 0
        return lines.map { line in
            let rest = line.value.split(separator: "\n", omittingEmptySubsequences: false)
            let indent = "\n" + String(repeating: " ", count: width + 2)
            return line.label.padded(to: width) + "  " + rest.joined(separator: indent)
        }
    }
}
