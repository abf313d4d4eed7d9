/// One line of a roster file, its cells still text, with where it stood so that a fault can be named.
package struct RosterRow: Hashable, Codable, Sendable {
    /// The columns a roster may have, by the names the wire uses.
    package enum Column: String, Codable, Sendable, CaseIterable {
        case code, name, kind, subdistrict, responsibleUnit, tags, activeFrom, activeTo, latitude, longitude

        /// The headings a file may use for it, in either language.
        package var headings: [String] {
            switch self {
            case .code: ["code", "编号", "编码"]
            case .name: ["name", "名称"]
            case .kind: ["kind", "类别", "类型"]
            case .subdistrict: ["subdistrict", "街道"]
            case .responsibleUnit: ["responsible_unit", "responsibleunit", "责任单位"]
            case .tags: ["tags", "标签"]
            case .activeFrom: ["active_from", "activefrom", "启用日期"]
            case .activeTo: ["active_to", "activeto", "停用日期"]
            case .latitude: ["latitude", "lat", "纬度"]
            case .longitude: ["longitude", "lon", "lng", "经度"]
            }
        }

        /// A roster without one of these is refused whole.
        package static let required: [Column] = [.code, .name, .kind, .subdistrict, .responsibleUnit]
    }

    /// 1 is the file's first line; a quoted cell may span lines, and then the row's first counts.
    package let line: Int
    package let cells: [String: String]

    package init(line: Int, cells: [Column: String]) {
        self.line = line
        self.cells = Dictionary(uniqueKeysWithValues: cells.map { ($0.key.rawValue, $0.value) })
    }

    /// Whether the file has such a column at all; one that it lacks says nothing about the site.
    package func has(_ column: Column) -> Bool {
        cells[column.rawValue] != nil
    }

    var tags: [String] { self[.tags].split { ";； ".contains($0) }.map(String.init) }

    package subscript(column: Column) -> String {
        String((cells[column.rawValue] ?? "").trimmingSpaces)
    }
}

extension RosterRow {
    /// Reads one row; every fault of the row is returned, not just the first.
    package func site() -> Result<Site, RowFaults> {
        var faults: [RowFault] = []
        func fault(_ column: Column, _ problem: RowFault.Problem) {
            faults.append(RowFault(line: line, column: column.rawValue, problem: problem))
        }
        func text(_ column: Column, limit: Int) -> String {
            let value = self[column]
            if value.isEmpty { fault(column, .empty) }
            if value.count > limit { fault(column, .tooLong(limit: limit)) }
            if FreeText.forbidden(in: value, allowingLines: false) != nil { fault(column, .controlCharacter) }
            return value
        }
        func date(_ column: Column) -> CivilDate? {
            let value = self[column]
            guard !value.isEmpty else { return nil }
            if let date = CivilDate(value) { return date }
            fault(column, .notADate(value))
            return nil
        }
        func degrees(_ column: Column, limit: Int) -> Double? {
            let value = self[column].halfWidth
            guard !value.isEmpty else { return nil }
            if let degrees = Position.degrees(value, limit: Double(limit)) { return degrees }
            let isSwapped = limit == 90 && Position.degrees(value, limit: 180) != nil
            fault(column, .notADegree(self[column], limit: limit, isSwapped: isSwapped))
            return nil
        }
        let code = text(.code, limit: 40)
        if !code.isEmpty && code.count <= 40 && !Site.isCode(code) { fault(.code, .notACode(code)) }
        let (name, kind) = (text(.name, limit: 80), text(.kind, limit: 40))
        let (subdistrict, unit) = (text(.subdistrict, limit: 40), text(.responsibleUnit, limit: 80))
        if tags.contains(where: { FreeText.forbidden(in: $0, allowingLines: false) != nil }) {
            fault(.tags, .controlCharacter)
        }
        let (from, to) = (date(.activeFrom), date(.activeTo))
        if let from, let to, to < from { fault(.activeTo, .beforeActiveFrom) }
        let (latitude, longitude) = (degrees(.latitude, limit: 90), degrees(.longitude, limit: 180))
        // One without the other is half a position.
        for (column, other) in [(Column.latitude, Column.longitude), (.longitude, .latitude)]
        where self[column].isEmpty && !self[other].isEmpty { fault(column, .empty) }
        guard faults.isEmpty else { return .failure(RowFaults(faults)) }
        return .success(
            Site(
                code: code,
                name: name,
                kind: kind,
                subdistrict: subdistrict,
                responsibleUnit: unit,
                tags: tags,
                activeFrom: from,
                activeTo: to,
                position: latitude.flatMap { north in
                    longitude.flatMap { Position(latitude: north, longitude: $0) }
                }
            )
        )
    }

    /// Reads a whole roster: all of it, or none and every fault in the order of the file.
    /// `kinds` are those there are; empty is any.
    /// - Throws: ``PatrolError/badRows(faults:)``, ``PatrolError/emptyRoster``.
    package static func sites(
        _ rows: [RosterRow],
        kinds: [String] = []
    ) throws(PatrolError) -> [Site] {
        guard !rows.isEmpty else { throw .emptyRoster }
        var (sites, faults): ([Site], [RowFault]) = ([], [])
        var firstLines: [String: Int] = [:]
        for row in rows {
            switch row.site() {
            case .failure(let found): faults += found.faults
            case .success(let site):
                if let first = firstLines[site.code] {
                    let problem = RowFault.Problem.repeatedCode(site.code, firstLine: first)
                    faults.append(RowFault(line: row.line, column: Column.code.rawValue, problem: problem))
                } else if !kinds.isEmpty, !kinds.contains(site.kind) {
                    let problem = RowFault.Problem.unknownKind(
                        site.kind,
                        nearest: site.kind.nearest(in: kinds)
                    )
                    faults.append(RowFault(line: row.line, column: Column.kind.rawValue, problem: problem))
                } else {
                    firstLines[site.code] = row.line
                    sites.append(site)
                }
            }
        }
        guard faults.isEmpty else { throw .badRows(faults: faults) }
        return sites
    }
}
