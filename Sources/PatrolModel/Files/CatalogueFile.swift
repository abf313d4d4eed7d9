/// A catalogue as a CSV file: this product's own, or a city's workbook saved as one.
package enum CatalogueFile {
    /// The rows under the headings, which may stand below a title; cells that were merged in the workbook carried down.
    ///
    /// A row without a code and a name belongs to the category above it; within a category a blank limit, class or
    /// closing condition is the one above it. A condition is never carried: a row without one is left for the reader
    /// to refuse.
    ///
    /// `eventSheet` says that the file is the sheet of the event classes (事件), whose codes repeat those of the
    /// components: each that begins with a digit is given an `E`.
    /// - Throws: what ``CSVReader`` throws, ``PatrolError/missingColumn(name:)``, ``PatrolError/emptyCatalogue``.
    package static func rows(
        _ bytes: [UInt8],
        file: String,
        eventSheet: Bool = false
    ) throws(PatrolError) -> [CatalogueRow] {
        let rows = try CSVReader.rows(bytes, file: file)
        guard let place = rows.prefix(20).firstIndex(where: isHeading) else {
            let missing = CatalogueRow.Column.required.first { column in
                !rows.prefix(20).contains { meanings(of: $0).contains(column) }
            }
            throw .missingColumn(name: (missing ?? .category).headings.prefix(2).joined(separator: " / "))
        }
        let columns = meanings(of: rows[place])
        for (index, column) in columns.enumerated() where column != nil && columns[..<index].contains(column)
        {
            throw .repeatedColumn(name: String(rows[place].cells[index].trimmingSpaces))
        }
        let below = rows.dropFirst(place + 1)
        guard !below.isEmpty else { throw .emptyCatalogue }
        var carrier = Carrier(eventSheet: eventSheet)
        return below.map { row in
            var cells: [CatalogueRow.Column: String] = [:]
            for (index, column) in columns.enumerated() {
                if let column {
                    cells[column] = index < row.cells.count ? String(row.cells[index].trimmingSpaces) : ""
                }
            }
            return CatalogueRow(line: row.line, cells: carrier.carry(cells))
        }
    }

    /// Where each column stands, counted from 1, so that a fault can be named by it.
    package static func places(_ bytes: [UInt8], file: String) -> [CatalogueRow.Column: Int] {
        guard let rows = try? CSVReader.rows(bytes, file: file),
            let heading = rows.prefix(20).first(where: isHeading)
        else { return [:] }
        let found = meanings(of: heading).enumerated().compactMap { index, column in
            column.map { ($0, index + 1) }
        }
        return Dictionary(found) { first, _ in first }
    }

    private static func isHeading(_ row: CSVReader.Row) -> Bool {
        let found = meanings(of: row)
        return CatalogueRow.Column.required.allSatisfy(found.contains)
    }

    private static func meanings(of row: CSVReader.Row) -> [CatalogueRow.Column?] {
        row.cells.map { cell in
            let name = cell.filter { !$0.isWhitespace }.lowercased()
            return CatalogueRow.Column.allCases.first { $0.headings.contains(name) }
        }
    }
}

/// Fills what a workbook's merged cells left blank.
private struct Carrier {
    let eventSheet: Bool
    private var above: [CatalogueRow.Column: String] = [:]

    init(eventSheet: Bool) {
        self.eventSheet = eventSheet
    }

    mutating func carry(_ row: [CatalogueRow.Column: String]) -> [CatalogueRow.Column: String] {
        var cells = row
        let begins = cells[.category]?.isEmpty == false || cells[.categoryName]?.isEmpty == false
        for column in [CatalogueRow.Column.sort, .group] where cells[column]?.isEmpty == true {
            cells[column] = above[column]
        }
        if begins {
            if let code = cells[.category], code.first?.isNumber == true, isEvent(cells) {
                cells[.category] = "E" + code
            }
        } else {
            for column in [CatalogueRow.Column.category, .categoryName] { cells[column] = above[column] }
            for column in [CatalogueRow.Column.limit, .closing]
            where cells[column]?.isEmpty == true && cells[.text]?.isEmpty == false {
                cells[column] = above[column]
            }
        }
        above = cells
        return cells
    }

    private func isEvent(_ cells: [CatalogueRow.Column: String]) -> Bool {
        eventSheet || cells[.sort]?.contains("事件") == true
    }
}
