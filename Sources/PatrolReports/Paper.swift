import PatrolText

extension Layout {
    /// A row on paper, which nobody can scroll or ask: nothing is cut, and each cell is continued under itself. No-break
    /// spaces have done their work then, and are printed as spaces.
    package func paperLines(_ row: [Cell], _ screen: Screen) -> [String] {
        let cells = columns.map { column in
            row[column.place].text.wrapped(to: column.width).flatMap { $0.broken(to: column.width) }
                .map { $0.replacing("\u{A0}", with: " ") }
        }
        return (0..<(cells.map(\.count).max() ?? 0)).map { place in
            let parts = zip(columns, cells).map { column, lines in
                (
                    width: column.width,
                    cell: Cell(place < lines.count ? lines[place] : "", row[column.place].tone)
                )
            }
            return line(parts, screen)
        }
    }
}

extension String {
    /// Parts of at most so many columns, wherever they end: of a word that no line is wide enough for.
    fileprivate func broken(to width: Int) -> [String] {
        guard columns > width else { return [self] }
        var (parts, part) = ([String](), "")
        for character in self {
            if !part.isEmpty, part.columns + character.columns > width {
                parts.append(part)
                part = ""
            }
            part.append(character)
        }
        return parts + [part]
    }
}
