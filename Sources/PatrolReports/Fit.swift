import PatrolText

/// Finds the widths of a table's columns, and which of them a screen has room for.
package struct Fit: Sendable {
    enum Room: Hashable, Sendable { case whole, cut(Int), spare, last, never }

    private let headings: [String]
    private let rooms: [Room]
    private var widths: [Int]
    /// A column in which nothing stands is left out.
    private var isUsed: [Bool]

    init(headings: [String], rooms: [Room]) {
        self.headings = headings
        self.rooms = rooms
        widths = headings.map(\.columns)
        isUsed = headings.map { _ in false }
    }

    package mutating func measure(_ row: [Cell]) {
        for (place, cell) in row.enumerated() where !cell.text.isEmpty {
            isUsed[place] = true
            widths[place] = max(widths[place], cell.text.columns)
        }
    }

    /// Between two columns.
    private static let gap = 2

    /// The columns that a width has room for; nil is any width. What may be cut shares what the others leave, the
    /// widest giving way first.
    package func layout(width: Int?) -> Layout {
        let needed = rooms.indices.filter { rooms[$0] != .spare && rooms[$0] != .never }
        var shown = needed.filter { isUsed[$0] }
        if shown.isEmpty { shown = needed }
        var widths = widths
        for spare in rooms.indices where rooms[spare] == .spare && isUsed[spare] {
            if let width, total(shown + [spare], widths) > width { continue }
            shown.append(spare)
        }
        shown.sort()
        if let width { narrow(&widths, shown, to: width) }
        return Layout(
            columns: shown.map { (place: $0, heading: headings[$0], width: widths[$0]) },
            isContinued: shown.last.map { rooms[$0] == .last } ?? false
        )
    }

    private func total(_ columns: [Int], _ widths: [Int]) -> Int {
        columns.reduce(0) { $0 + widths[$1] } + Fit.gap * (columns.count - 1)
    }

    private func narrow(_ widths: inout [Int], _ shown: [Int], to width: Int) {
        var excess = total(shown, widths) - width
        while excess > 0 {
            let cuttable = shown.filter { widths[$0] > least(of: $0) }
            guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { return }
            let next = cuttable.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let cut = min(excess, max(1, widths[widest] - max(next, least(of: widest))))
            widths[widest] -= cut
            excess -= cut
        }
    }

    private func least(of place: Int) -> Int {
        switch rooms[place] {
        case .cut(let least): max(least, headings[place].columns)
        case .last: max(20, headings[place].columns)
        case .whole, .spare, .never: widths[place]
        }
    }
}

/// Columns with their widths: how a row becomes a line.
package struct Layout: Sendable {
    let columns: [(place: Int, heading: String, width: Int)]

    /// The last column is continued instead of cut.
    let isContinued: Bool

    package func headings(_ screen: Screen) -> [String] {
        [line(columns.map { ($0.width, Cell($0.heading, .faint)) }, screen)]
    }

    package func lines(_ row: [Cell], _ screen: Screen) -> [String] {
        let cells = columns.map { (width: $0.width, cell: row[$0.place]) }
        guard isContinued, let last = cells.last, last.cell.text.columns > last.width else {
            return [line(cells, screen)]
        }
        let parts = last.cell.text.wrapped(to: last.width)
        let margin = cells.dropLast().reduce(0) { $0 + $1.width + 2 }
        let first = cells.dropLast() + [(width: last.width, cell: Cell(parts[0], last.cell.tone))]
        return [line(Array(first), screen)]
            + parts.dropFirst().map {
                String(repeating: " ", count: margin) + screen.painted($0, last.cell.tone)
            }
    }

    /// Without blanks behind the last cell.
    func line(_ cells: [(width: Int, cell: Cell)], _ screen: Screen) -> String {
        var line = ""
        let last = cells.lastIndex { !$0.cell.text.isEmpty } ?? 0
        for (place, (width, cell)) in cells.enumerated().prefix(last + 1) {
            let text = cell.text.clipped(to: width)
            line += screen.painted(text, cell.tone)
            if place < last { line += String(repeating: " ", count: width - text.columns + 2) }
        }
        return line
    }
}
