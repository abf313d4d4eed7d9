import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// Hazards in columns: what a screen of 80 shows first, what a wider one adds, and what only a spreadsheet has.
enum HazardColumns {
    static func all(_ phrases: any Phrases) -> [Column<HazardLineBody>] {
        [
            number, state(phrases), what(phrases), site,
            Column(.due, .whole) { due($0, phrases) },
            Column(.overdue, .spare) { late($0, phrases) },
            Column(.unit, .spare) { "\($0.responsibleUnit)" },
            condition,
            Column(.subdistrict, .spare) { "\($0.subdistrict)" },
            Column(.siteCode, .spare) { "\($0.site)" },
        ]
    }

    /// By how much comes before everything else.
    static func overdue(_ phrases: any Phrases) -> [Column<HazardLineBody>] {
        [
            number,
            Column(.overdue, .whole) { late($0, phrases) },
            Column(.working, .whole) { Cell(phrases.roughHours(seconds: $0.overdueWorkingSeconds)) },
            what(phrases), site,
            // A unit that has not been told is not late: the order is.
            Column(.unit, .cut(to: 10)) {
                Cell(!$0.served ? phrases.notice(.noUnitTold) : $0.responsibleUnit)
            },
            Column(.due, .spare) { due($0, phrases) },
            Column(.late, .spare) { Cell(phrases.name($0.dueFor)) },
            condition,
            Column(.subdistrict, .spare) { "\($0.subdistrict)" },
            Column(.siteCode, .spare) { "\($0.site)" },
        ]
    }

    private static let number = Column<HazardLineBody>(.number, .whole) { "\($0.id)" }
    private static let site = Column<HazardLineBody>(.site, .cut(to: 10)) { "\($0.siteName)" }
    private static let condition = Column<HazardLineBody>(.condition, .spare) { "\($0.conditionText)" }

    /// The category; a major one is marked in words, since it must not look like any other.
    private static func what(_ phrases: any Phrases) -> Column<HazardLineBody> {
        Column(.what, .cut(to: 8)) { hazard in
            guard hazard.severity == .major else { return Cell(hazard.categoryName) }
            return Cell(phrases.severity(.major) + phrases.colon + hazard.categoryName, .alarm)
        }
    }

    /// What a unit has sent back is reported again, and waits for a dispatcher's word on that.
    private static func state(_ phrases: any Phrases) -> Column<HazardLineBody> {
        Column(.state, .whole) { hazard in
            guard !hazard.returned else { return Cell(phrases.label(.returned)) }
            return Cell(phrases.state(hazard.state), hazard.state == .closed ? .good : .plain)
        }
    }

    /// Those of a table, and what only a spreadsheet has room for.
    static func spreadsheet(
        _ columns: [Column<HazardLineBody>],
        _ phrases: any Phrases
    ) -> [Column<HazardBody>] {
        columns.map { $0.of(\.line) } + [
            Column(.severityLevel, .csvOnly) { Cell(phrases.severity($0.severity)) },
            Column(.describe, .csvOnly) { "\($0.describe)" },
            Column(.category, .csvOnly) { "\($0.category) \($0.condition)" },
            Column(.limit, .csvOnly) { "\($0.timeLimit)" },
            Column(.reported, .csvOnly) { "\($0.reportedAt.minute)" },
            Column(.order, .csvOnly) { "\($0.order ?? "")" },
            Column(.served, .csvOnly) { "\($0.servedAt?.minute ?? "")" },
            Column(.rectified, .csvOnly) { "\($0.rectifiedAt?.minute ?? "")" },
            Column(.closed, .csvOnly) { "\($0.closedAt?.minute ?? "")" },
            Column(.everOverdue, .csvOnly) { Cell($0.everOverdue ? phrases.label(.yes) : "") },
            Column(.rework, .csvOnly) { "\($0.reworkCount)" },
        ]
    }

    /// What was fixed on the spot has no deadline left but the verifier's; a clock that stands still has none.
    private static func due(_ hazard: HazardLineBody, _ phrases: any Phrases) -> Cell {
        guard hazard.state != .suspended, hazard.state != .void else { return "" }
        if let verifyDueAt = hazard.verifyDueAt { return Cell(verifyDueAt.minute) }
        return Cell(hazard.dueAt.minute + (hazard.provisional ? phrases.notice(.provisionalMark) : ""))
    }

    private static func late(_ hazard: HazardLineBody, _ phrases: any Phrases) -> Cell {
        guard hazard.overdueSeconds > 0 else { return "" }
        return Cell(phrases.roughly(seconds: hazard.overdueSeconds), .alarm)
    }
}

extension Session {
    /// Hazards as a table of the few things that it shows, or with everything for a program and a spreadsheet.
    func list(
        _ path: [String],
        _ query: [(String, String?)],
        empty: Notice = .noRows,
        hazards columns: (any Phrases) -> [Column<HazardLineBody>]
    ) throws {
        guard try switches.form(of: .many) != .csv else {
            return try list(path, query, of: HazardBody.self, id: \.id, empty: empty) {
                HazardColumns.spreadsheet(columns($0), $0)
            }
        }
        let form = switches.json ? [] : [("form", Optional("line"))]
        try list(path, query + form, of: HazardLineBody.self, id: \.id, empty: empty, columns: columns)
    }
}
