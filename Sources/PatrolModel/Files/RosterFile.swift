/// A roster as a CSV file: its first line names the columns, in either language and any order.
package enum RosterFile {
    /// - Throws: what ``CSVReader`` throws, ``PatrolError/missingColumn(name:)``, ``PatrolError/emptyRoster``.
    package static func rows(
        _ bytes: [UInt8],
        file: String,
        required: [RosterRow.Column] = RosterRow.Column.required
    ) throws(PatrolError) -> [RosterRow] {
        let rows = try CSVReader.rows(bytes, file: file)
        guard let header = rows.first else { throw .emptyRoster }
        let columns = header.cells.map { heading in
            let name = String(heading.trimmingSpaces).lowercased()
            return RosterRow.Column.allCases.first { $0.headings.contains(name) }
        }
        for (index, column) in columns.enumerated() where column != nil && columns[..<index].contains(column)
        {
            throw .repeatedColumn(name: String(header.cells[index].trimmingSpaces))
        }
        for column in required where !columns.contains(column) {
            throw .missingColumn(name: column.headings.joined(separator: " / "))
        }
        // A cell too many is a comma that nobody quoted, and every cell behind it stands under the wrong heading.
        let long = rows.dropFirst().filter { row in
            row.cells.dropFirst(columns.count).contains { !$0.trimmingSpaces.isEmpty }
        }
        guard long.isEmpty else {
            throw .badRows(
                faults: long.map {
                    RowFault(
                        line: $0.line,
                        column: "",
                        problem: .tooManyCells(expected: columns.count, found: $0.cells.count)
                    )
                }
            )
        }
        return rows.dropFirst().map { row in
            var cells: [RosterRow.Column: String] = [:]
            for (index, column) in columns.enumerated() {
                if let column { cells[column] = index < row.cells.count ? row.cells[index] : "" }
            }
            return RosterRow(line: row.line, cells: cells)
        }
    }
}
