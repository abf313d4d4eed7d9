import PatrolModel

/// Reads `catalogue.csv`: one line a condition, a category's lines together.
enum CatalogueFile {
    private static let headings: [[String]] = [
        ["小类代码", "code"], ["小类名称", "name"], ["条件序号", "condition"], ["立案条件", "text"],
        ["处置时限", "limit"], ["结案条件", "closing"],
    ]

    /// What can be read of it; every fault is told with its line and column.
    static func catalogue(_ bytes: [UInt8], file: String, faults: Faults) -> Catalogue {
        let rows: [CSVReader.Row]
        do {
            rows = try CSVReader.rows(bytes, file: file)
        } catch {
            let detail =
                if case .unterminatedQuote(let line) = error { "quote, line \(line)" } else { "UTF-8" }
            faults.add(file, nil, .unreadable(detail: detail))
            return Catalogue([])
        }
        guard let columns = columns(rows.first, file, faults) else { return Catalogue([]) }
        var categories: [(code: String, name: String, conditions: [Catalogue.Condition])] = []
        for row in rows.dropFirst() {
            let cells = columns.map { $0 < row.cells.count ? String(row.cells[$0].trimmingSpaces) : "" }
            guard let condition = condition(cells, columns, row.line, file, faults) else { continue }
            if let index = categories.firstIndex(where: { $0.code == cells[0] }) {
                if categories[index].conditions.contains(where: { $0.number == condition.number }) {
                    add(.repeated("\(cells[0]) \(condition.number)"), row.line, columns[2], file, faults)
                }
                categories[index].conditions.append(condition)
            } else {
                categories.append((cells[0], cells[1], [condition]))
            }
        }
        return Catalogue(
            categories.map { Catalogue.Category(code: $0.code, name: $0.name, conditions: $0.conditions) }
        )
    }

    /// Where each column stands; nil where one is missing.
    private static func columns(_ header: CSVReader.Row?, _ file: String, _ faults: Faults) -> [Int]? {
        let cells = header?.cells.map { String($0.trimmingSpaces) } ?? []
        let columns = headings.compactMap { names in
            let found = cells.firstIndex { names.contains($0) }
            if found == nil { faults.add(file, nil, .missingKey(names[0])) }
            return found
        }
        return columns.count == headings.count ? columns : nil
    }

    private static func condition(
        _ cells: [String],
        _ columns: [Int],
        _ line: Int,
        _ file: String,
        _ faults: Faults
    ) -> Catalogue.Condition? {
        for index in [0, 1, 3] where cells[index].isEmpty {
            add(.missingKey(headings[index][0]), line, columns[index], file, faults)
        }
        let (number, limit) = (Int(cells[2]), TimeLimit(cells[4]))
        if (number ?? 0) < 1 {
            add(.badValue(cells[2], expected: "1, 2, 3 …"), line, columns[2], file, faults)
        }
        if limit == nil { add(.badValue(cells[4], expected: "2紧急工作时"), line, columns[4], file, faults) }
        guard let number, number >= 1, let limit, !cells[0].isEmpty, !cells[1].isEmpty, !cells[3].isEmpty
        else {
            return nil
        }
        return Catalogue.Condition(
            number: number,
            text: cells[3],
            limit: limit,
            closing: cells[5].isEmpty ? nil : cells[5]
        )
    }

    private static func add(
        _ problem: ConfigurationFault.Problem,
        _ line: Int,
        _ column: Int,
        _ file: String,
        _ faults: Faults
    ) {
        faults.add(file, line: line, column: column + 1, problem)
    }
}
