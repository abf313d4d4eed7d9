import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Takes a roster whole, by code: what is new is added, what differs is changed, what is missing is left alone
    /// unless it is to be retired.
    mutating func importSites(_ filing: ImportSites) throws -> Event {
        try requireActor().person.require(.siteImport)
        let (rows, today) = (filing.rows, zone.day(containing: filedAt))
        let sites = try RosterRow.sites(rows, kinds: configuration.siteKinds)
        var (added, changed, faults): ([Site], [Site], [RowFault]) = ([], [], [])
        for (row, site) in zip(rows, sites) {
            let sql = "SELECT \(Site.columns) FROM site WHERE code = ?"
            let found = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [site.code])
            guard let former = found.map({ Site(row: $0) }) else {
                added.append(site)
                continue
            }
            let kept = site.keeping(former, where: row)
            if let from = kept.activeFrom, let to = kept.activeTo, to < from {
                let column = RosterRow.Column.activeTo.rawValue
                faults.append(RowFault(line: row.line, column: column, problem: .beforeActiveFrom))
            }
            if kept != former { changed.append(kept) }
        }
        guard faults.isEmpty else { throw PatrolError.badRows(faults: faults) }
        let (listed, kinds) = (Set(sites.map(\.code)), Set(sites.map(\.kind)).sorted())
        let retired =
            filing.retiringMissing == true
            ? try self.sites(ofKinds: kinds)
                .filter { site in !listed.contains(site.code) && (site.activeTo.map { $0 > today } ?? true) }
                .map { $0.retired(after: max(today, $0.activeFrom ?? today)) } : []
        let roster = RosterImport(added: added, changed: changed, retired: retired)
        let event = try append(.sites(.import, roster))
        if !added.isEmpty || !changed.isEmpty { try addJoiningDuties() }
        return event
    }

    /// Sites are retired on a day, in an event each; they and what was recorded at them stay.
    mutating func retireSites(_ filing: RetireSites) throws -> Event {
        try requireActor().person.require(.siteRetire)
        let reason = try FreeText.checkedIfPresent(filing.reason, .reason)
        let last = filing.on ?? zone.day(containing: filedAt)
        var retired: [Site] = []
        for code in filing.codes {
            let site = try site(code)
            if let from = site.activeFrom, last < from {
                throw PatrolError.siteNotActive(code: code, date: last.description)
            }
            retired.append(site.retired(after: last))
        }
        let events = try retired.map { site in
            try append(.sites(.retire, RosterImport(added: [], changed: [site], reason: reason)))
        }
        guard let first = events.first else { throw PatrolError.emptyRoster }
        return first
    }

    func sites(ofKinds kinds: [String]) throws -> [Site] {
        let places = kinds.map { _ in "?" }.joined(separator: ", ")
        let sql = "SELECT \(Site.columns) FROM site WHERE kind IN (\(places)) ORDER BY code"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(kinds))
        var sites: [Site] = []
        while let row = try rows.next() { sites.append(Site(row: row)) }
        return sites
    }

    /// The unit an order is for: the site's own, or one that the roster, the people or the configuration name.
    func unit(_ name: String?, for hazard: Hazard) throws -> String {
        guard let name, name != hazard.siteUnit else { return hazard.siteUnit }
        let rostered = try String.fetchAll(db, sql: "SELECT DISTINCT responsible_unit FROM site")
        let known = rostered + configuration.units + configuration.people.compactMap(\.unit)
        guard known.contains(name) else {
            throw PatrolError.unknownUnit(name: String(name.prefix(80)), nearest: name.nearest(in: known))
        }
        return name
    }
}
