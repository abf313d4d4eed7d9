/// One line of a catalogue file, its cells still text, with where it stood so that a fault can be named.
package struct CatalogueRow: Hashable, Codable, Sendable {
    /// The columns a catalogue may have, by the names the wire uses.
    package enum Column: String, Codable, Sendable, CaseIterable {
        case sort, group, category, categoryName, condition, text, limit, closing, radius

        /// The headings a file may use for it, in either language.
        package var headings: [String] {
            switch self {
            case .sort: ["sort", "类别", "部件事件", "部件/事件", "类型"]
            case .group: ["group", "大类", "大类名称"]
            case .category: ["code", "小类代码", "小类编码", "小类编号", "代码"]
            case .categoryName: ["name", "小类名称", "小类", "名称"]
            case .condition: ["condition", "条件序号"]
            case .text: ["text", "立案条件", "立案标准", "条件"]
            case .limit: ["limit", "处置时限", "处理时限", "办理时限", "时限"]
            case .closing: ["closing", "结案条件", "结案标准"]
            case .radius: ["radius", "查重半径", "查重半径(米)", "查重半径（米）"]
            }
        }

        /// A file without one of these is no catalogue.
        package static let required: [Column] = [.category, .categoryName, .text, .limit]
    }

    /// 1 is the file's first line.
    package let line: Int
    package let cells: [String: String]

    package init(line: Int, cells: [Column: String]) {
        self.line = line
        self.cells = Dictionary(uniqueKeysWithValues: cells.map { ($0.key.rawValue, $0.value) })
    }

    /// Whether the file has such a column at all; one that it lacks says nothing about the category.
    func has(_ column: Column) -> Bool { cells[column.rawValue] != nil }

    package subscript(column: Column) -> String {
        String((cells[column.rawValue] ?? "").trimmingSpaces)
    }
}

extension CatalogueRow {
    /// A row as it was understood.
    struct Reading {
        let line: Int
        let category: String
        let name: String
        let group: String?
        /// Nil where the file numbers no conditions.
        let number: Int?
        let text: String
        let limit: TimeLimit
        let closing: String?
        /// Nil where the row says none.
        let radius: Int?
        let hasRadius: Bool
    }

    /// Reads one row; every fault of the row is returned, not just the first.
    func reading() -> Result<Reading, RowFaults> {
        var faults: [RowFault] = []
        func fault(_ column: Column, _ problem: RowFault.Problem) {
            faults.append(RowFault(line: line, column: column.rawValue, problem: problem))
        }
        func text(_ column: Column, limit: Int, isNeeded: Bool = true) -> String {
            let value = self[column]
            if value.isEmpty, isNeeded { fault(column, .empty) }
            if value.count > limit { fault(column, .tooLong(limit: limit)) }
            if FreeText.forbidden(in: value, allowingLines: true) != nil { fault(column, .controlCharacter) }
            return value
        }
        let code = text(.category, limit: 40)
        if !code.isEmpty, code.count <= 40, !Site.isCode(code) { fault(.category, .notACode(code)) }
        let (name, condition) = (text(.categoryName, limit: 80), text(.text, limit: 400))
        let (group, closing) = (
            text(.group, limit: 80, isNeeded: false), text(.closing, limit: 400, isNeeded: false)
        )
        let number = Int(self[.condition].halfWidth)
        if !self[.condition].isEmpty, !(1...999).contains(number ?? 0) {
            fault(.condition, .notANumber(self[.condition]))
        }
        let radius = Int(self[.radius].halfWidth)
        if !self[.radius].isEmpty, !Catalogue.Category.radii.contains(radius ?? 0) {
            fault(.radius, .notARadius(self[.radius]))
        }
        let limit = TimeLimit(self[.limit])
        if self[.limit].isEmpty {
            fault(.limit, .empty)
        } else if limit == nil {
            fault(.limit, .unreadableLimit(self[.limit]))
        }
        guard faults.isEmpty, let limit else { return .failure(RowFaults(faults)) }
        return .success(
            Reading(
                line: line,
                category: code,
                name: name,
                group: group.isEmpty ? nil : group,
                number: number,
                text: condition,
                limit: limit,
                closing: closing.isEmpty ? nil : closing,
                radius: radius,
                hasRadius: has(.radius)
            )
        )
    }
}

extension Catalogue {
    /// The rows of a file that says the same, in force alone.
    package var rows: [CatalogueRow] {
        let conditions = categories.filter { !$0.isRetired }.flatMap { category in
            category.conditions.filter { !$0.isRetired }.map { (category, $0) }
        }
        return conditions.enumerated().map { place, entry in
            let (category, condition) = entry
            var cells: [CatalogueRow.Column: String] = [
                .group: category.group ?? "", .category: category.code, .categoryName: category.name,
                .condition: String(condition.number), .text: condition.text,
                .limit: condition.limit.description, .closing: condition.closing ?? "",
            ]
            cells[.radius] = category.radius.map(String.init)
            return CatalogueRow(line: place + 2, cells: cells)
        }
    }
}
