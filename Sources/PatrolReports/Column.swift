package import PatrolText

/// What stands in one place of a list: its words, and how much they matter.
package struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Shown as a colour on a terminal that has them, and never alone: the words say the same.
    package enum Tone: Hashable, Sendable { case plain, alarm, caution, good, faint }

    package let text: String
    package let tone: Tone

    /// Line breaks become spaces: a row is a line.
    package init(_ text: String, _ tone: Tone = .plain) {
        self.text = text.utf8.contains(UInt8(ascii: "\n")) ? text.replacing("\n", with: " ") : text
        self.tone = tone
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }
}

/// One column of a list, whatever form the list is printed in.
package struct Column<Row>: Sendable {
    /// Where a screen is too narrow for everything.
    package enum Room: Hashable, Sendable {
        /// Always there, and never cut: a number, a code, a time, a command.
        case whole
        /// Always there; cut to no fewer columns than these.
        case cut(to: Int)
        /// There where everything else has its room, those that come first before the others; whole.
        case spare
        /// The last one, which takes what the others leave and is continued under itself.
        case last
        /// Only in a spreadsheet, which has room for everything.
        case csvOnly
        /// Nowhere: a column that this reader has no use for.
        case never
    }

    package let heading: Heading
    package let room: Room
    let cell: @Sendable (Row) -> Cell

    package init(_ heading: Heading, _ room: Room, _ cell: @escaping @Sendable (Row) -> Cell) {
        self.heading = heading
        self.room = room
        self.cell = cell
    }
}

extension Column {
    /// The same column of rows in which this one's rows stand.
    package func of<Outer>(_ inner: @escaping @Sendable (Outer) -> Row) -> Column<Outer> {
        let cell = cell
        return Column<Outer>(heading, room.elsewhere()) { cell(inner($0)) }
    }
}

extension Column.Room {
    fileprivate func elsewhere<Outer>() -> Column<Outer>.Room {
        switch self {
        case .whole: .whole
        case .cut(let least): .cut(to: least)
        case .spare: .spare
        case .last: .last
        case .csvOnly: .csvOnly
        case .never: .never
        }
    }
}

/// The columns of a list: as a table on a screen of any width, or whole, as CSV.
package struct Listing<Row>: Sendable {
    package let columns: [Column<Row>]
    private let headings: [String]

    package init(_ phrases: any Phrases, _ columns: [Column<Row>]) {
        self.columns = columns
        headings = columns.map { phrases.heading($0.heading) }
    }

    package func cells(_ row: Row) -> [Cell] {
        columns.map { $0.cell(row) }
    }

    /// The table for rows that are all at hand.
    package func lines(_ rows: [Row], on screen: Screen, indent: Int = 0) -> [String] {
        let layout = layout(rows, width: screen.width.map { $0 - indent })
        return lines(rows, layout, on: screen, indent: indent)
    }

    /// A layout for all of several groups, so that they line up.
    package func layout(_ rows: [Row], width: Int?) -> Layout {
        var fit = fit()
        for row in rows { fit.measure(cells(row)) }
        return fit.layout(width: width)
    }

    package func lines(_ rows: [Row], _ layout: Layout, on screen: Screen, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return (layout.headings(screen) + rows.flatMap { layout.lines(cells($0), screen) }).map {
            margin + $0
        }
    }

    /// Widths still to be learned from the rows, one by one.
    package func fit() -> Fit {
        Fit(headings: headings, rooms: columns.map { $0.room.plain })
    }

    /// The headings and rows of a CSV file, all columns, uncut.
    package var csvHeadings: [UInt8] { CSV.row(headings) }

    package func csv(_ row: Row) -> [UInt8] {
        CSV.row(columns.map { $0.cell(row).text })
    }
}

extension Column.Room {
    var plain: Fit.Room {
        switch self {
        case .whole: .whole
        case .cut(let least): .cut(least)
        case .spare: .spare
        case .last: .last
        case .csvOnly, .never: .never
        }
    }
}
