import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Takes a roster whole, by code: what is new is added, what differs is changed, what is missing is left alone.
    mutating func importSites(_ rows: [RosterRow]) throws -> Event {
        try requireActor().person.require(.siteImport)
        var (added, changed): ([Site], [Site]) = ([], [])
        for (row, site) in zip(rows, try RosterRow.sites(rows)) {
            let sql = "SELECT * FROM site WHERE code = ?"
            let found = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [site.code])
            guard let former = found.map({ Site(row: $0) }) else {
                added.append(site)
                continue
            }
            let kept = site.keeping(former, where: row)
            if kept != former { changed.append(kept) }
        }
        let event = try append(.sites(RosterImport(added: added, changed: changed)))
        if !added.isEmpty || !changed.isEmpty { try addJoiningDuties() }
        return event
    }

    func allSites() throws -> [Site] {
        try Row.fetchAll(db, sql: "SELECT * FROM site").map { Site(row: $0) }
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
