/// A day that was kept on paper, as a CSV file: its first line names the columns, in either language and any order.
package enum DayFile {
    /// The visits that could be read, and every fault of those that could not.
    /// - Throws: what ``CSVReader`` throws, ``PatrolError/missingColumn(name:)``,
    ///   ``PatrolError/repeatedColumn(name:)``, ``PatrolError/unknownColumn(name:)``,
    ///   ``PatrolError/emptyDay``.
    package static func visits(
        _ bytes: [UInt8],
        file: String,
        on date: CivilDate? = nil,
        reason: String? = nil
    ) throws(PatrolError) -> (visits: [DayVisit], faults: [RowFault]) {
        let rows = try CSVReader.rows(bytes, file: file)
        guard let header = rows.first, rows.count > 1 else { throw .emptyDay }
        let columns = try columns(header.cells)
        var (visits, faults): ([DayVisit], [RowFault]) = ([], [])
        for row in rows.dropFirst() {
            // A cell too many is a comma that nobody quoted, and every cell behind it stands under the wrong heading.
            guard !row.cells.dropFirst(columns.count).contains(where: { !$0.trimmingSpaces.isEmpty }) else {
                let problem = RowFault.Problem.tooManyCells(expected: columns.count, found: row.cells.count)
                faults.append(RowFault(line: row.line, column: "", problem: problem))
                continue
            }
            let cells = Dictionary(uniqueKeysWithValues: zip(columns, row.cells))
            switch DayRow(line: row.line, cells: cells).visit(on: date, reason: reason) {
            case .success(let visit): visits.append(visit)
            case .failure(let found): faults += found.faults
            }
        }
        return (visits, faults)
    }

    /// What nobody reads must not look as if it were recorded, so that a column that is not known is refused.
    private static func columns(_ headings: [String]) throws(PatrolError) -> [DayRow.Column] {
        var names = headings.map { String($0.trimmingSpaces) }
        // A spreadsheet saves commas behind the last heading, as wide as its sheet was once.
        while names.last?.isEmpty == true { names.removeLast() }
        var columns: [DayRow.Column] = []
        for name in names {
            guard
                let column = DayRow.Column.allCases.first(where: { $0.headings.contains(name.lowercased()) })
            else {
                throw .unknownColumn(name: String(name.prefix(40)))
            }
            guard !columns.contains(column) else { throw .repeatedColumn(name: name) }
            columns.append(column)
        }
        for column in DayRow.Column.required where !columns.contains(column) {
            throw .missingColumn(name: column.headings.joined(separator: " / "))
        }
        return columns
    }
}
