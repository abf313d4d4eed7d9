/// How one list of sites differs from another.
package enum RosterDifference: String, Codable, Sendable, CaseIterable {
    /// Theirs alone.
    case new
    /// Ours alone.
    case gone
    case changed
}

/// Our sites held against another body's list (底数核对), both ways. Retired sites are ours no longer.
package struct RosterComparison: Sendable {
    /// What a site of one list is found in the other by.
    package enum Key: String, Sendable, CaseIterable { case code, name }

    package struct Row: Hashable, Codable, Sendable {
        package let difference: RosterDifference
        /// The code where there is one, else the name.
        package let site: String
        package let name: String
        /// The column that differs, where one does.
        package let field: String?
        package let ours: String?
        package let theirs: String?
    }

    /// New ones first, then those that are gone, then each cell that differs.
    package let differences: [Row]

    package init(_ ours: [Site], _ theirs: [RosterRow], by key: Key) {
        let column = key == .code ? RosterRow.Column.code : .name
        func name(_ text: String) -> String {
            key == .code ? text : text.halfWidth.filter { !$0.isWhitespace }
        }
        let current = ours.filter { $0.activeTo == nil }
        let mine = Dictionary(current.map { (name($0[column]), $0) }) { first, _ in first }
        let listed = Set(theirs.map { name($0[column]) })
        let (known, unknown) = theirs.reduce(into: ([(Site, RosterRow)](), [RosterRow]())) { found, row in
            if let site = mine[name(row[column])] { found.0.append((site, row)) } else { found.1.append(row) }
        }
        let new = unknown.filter { !$0[column].isEmpty }.map { row in
            let site = row[.code].isEmpty ? row[.name] : row[.code]
            return Row(difference: .new, site: site, name: row[.name], field: nil, ours: nil, theirs: nil)
        }
        let gone = current.filter { !listed.contains(name($0[column])) }.map { site in
            Row(difference: .gone, site: site.code, name: site.name, field: nil, ours: nil, theirs: nil)
        }
        differences = new + gone + known.flatMap { RosterComparison.changes($0, $1, by: column) }
    }

    private static func changes(_ site: Site, _ row: RosterRow, by key: RosterRow.Column) -> [Row] {
        RosterRow.Column.allCases.filter { $0 != key && row.has($0) && !row[$0].isEmpty }.compactMap {
            column in
            let theirs = row.comparable(column)
            guard site[column] != theirs else { return nil }
            return Row(
                difference: .changed,
                site: site.code,
                name: site.name,
                field: column.rawValue,
                ours: site[column],
                theirs: theirs
            )
        }
    }
}

extension RosterRow {
    /// A cell in the form that ``Site/subscript(column:)`` gives: tags sorted, degrees to the millionth.
    fileprivate func comparable(_ column: Column) -> String {
        switch column {
        case .tags: tags.sorted().joined(separator: ";")
        case .latitude, .longitude:
            Position.degrees(self[column].halfWidth, limit: 180)
                .map { Position.text(Int(($0 * 1e6).rounded())) } ?? self[column]
        default: self[column]
        }
    }
}

extension Site {
    /// A cell of the roster's line for it.
    package subscript(column: RosterRow.Column) -> String {
        switch column {
        case .code: code
        case .name: name
        case .kind: kind
        case .subdistrict: subdistrict
        case .responsibleUnit: responsibleUnit
        case .tags: tags.joined(separator: ";")
        case .activeFrom: activeFrom?.description ?? ""
        case .activeTo: activeTo?.description ?? ""
        case .latitude: position.map { Position.text($0.microLatitude) } ?? ""
        case .longitude: position.map { Position.text($0.microLongitude) } ?? ""
        }
    }
}
