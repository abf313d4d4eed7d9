import Foundation
import GRDB
import PatrolModel

/// One filing's share of a commit: the present state to decide from, and the one way to change it.
struct LedgerTransaction {
    let db: Database
    /// The one instant that everything in this commit bears.
    let at: Instant
    /// When it was filed: before ``at`` where it has waited in an outbox. What somebody typed is read by it.
    let filedAt: Instant
    let rulebook: Rulebook
    let actor: Actor?
    /// Goes onto the first event; the others of one filing follow it.
    var mark: FilingMark?
    /// Whether an unknown site's nearest neighbour is looked for, which takes a walk through the whole roster.
    var tellsNearest = true
    /// Of what time makes due by the rulebook; nil where it is looked for each time.
    let watch: ScheduleWatch?
    /// Where the files lie that a filing names; nil where none can be named.
    let store: EvidenceStore?

    init(
        db: Database,
        at: Instant,
        rulebook: Rulebook,
        actor: Actor? = nil,
        mark: FilingMark? = nil,
        watch: ScheduleWatch? = nil,
        store: EvidenceStore? = nil
    ) {
        self.db = db
        self.at = at
        // A clock that runs a little ahead has not kept it in the future.
        filedAt = min(mark?.keptAt ?? at, at)
        self.rulebook = rulebook
        self.actor = actor
        self.mark = mark
        self.watch = watch
        self.store = store
    }

    var zone: Zone { rulebook.zone }
    var almanac: Almanac { rulebook.almanac }

    /// Deadlines by the rules in force, with the event that adopted them.
    func clock() throws -> DeadlineClock {
        let sql = "SELECT max(event) FROM configuration"
        return rulebook.clock.adopted(by: try Int64.fetchOne(db.cachedStatement(sql: sql)) ?? 0)
    }

    var configuration: PatrolModel.Configuration { rulebook.configuration }

    /// Appends one event and brings every other table up to it.
    @discardableResult
    mutating func append(_ entry: LedgerEntry) throws -> Event {
        let head = try EventChain.head(db)
        let incarnation = try Int.fetchOne(db.cachedStatement(sql: "SELECT incarnation FROM ledger")) ?? 1
        let typist = actor?.typist.id ?? Event.daemon
        let event = Event(
            sequence: head.sequence + 1,
            at: at,
            district: configuration.district.code,
            incarnation: incarnation,
            actor: typist,
            onBehalfOf: actor.flatMap { $0.person.id == typist ? nil : $0.person.id },
            filing: mark,
            entry: entry
        )
        mark = nil
        try EventChain.append(event, after: head.hash, to: db)
        try Projection.apply(event, to: db)
        return event
    }

    /// The next number of a series in the local year of this instant, or one so many behind it.
    func nextNumber(_ series: NumberSeries, skipping given: Int = 0) throws -> String {
        let year = zone.date(at).year
        let sql = "SELECT last FROM numbering WHERE series = ? AND year = ?"
        let last = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [series.rawValue, year]) ?? 0
        return series.number(last + 1 + given, year: year)
    }

    /// The person in whose name this is done.
    func requireActor() throws -> Actor {
        guard let actor else { throw PatrolError.internalFailure }
        return actor
    }

    func site(_ code: String) throws -> Site {
        let sql = "SELECT \(Site.columns) FROM site WHERE code = ?"
        if let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) {
            return Site(row: row)
        }
        let codes = tellsNearest ? try codesTold() : []
        throw PatrolError.unknownSite(code: String(code.prefix(40)), nearest: code.nearest(in: codes))
    }

    /// The codes that the actor may be told of.
    private func codesTold() throws -> [String] {
        guard let actor, case .own(let subdistrict, let unit) = actor.person.sight else {
            return try String.fetchAll(db, sql: "SELECT code FROM site")
        }
        let sql = "SELECT code FROM site WHERE subdistrict = ? OR responsible_unit = ?"
        return try String.fetchAll(db, sql: sql, arguments: [subdistrict, unit])
    }

    func hazard(_ id: String) throws -> Hazard {
        let sql = "SELECT e.body FROM hazard h JOIN event e ON e.sequence = h.event WHERE h.id = ?"
        guard let body = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [id.uppercased()]),
            case .hazard(_, let hazard) = try EventCoding.decode(Data(body.utf8)).entry
        else { throw PatrolError.unknownHazard(id: String(id.prefix(40))) }
        return hazard
    }
}

extension Site {
    /// In the order ``init(row:)`` reads them.
    static let columns =
        "site.code, site.name, site.kind, site.subdistrict, site.responsible_unit, site.tags, site.active_from, site.active_to, site.latitude, site.longitude"

    init(row: Row) {
        let tags: String = row[5]
        self.init(
            code: row[0],
            name: row[1],
            kind: row[2],
            subdistrict: row[3],
            responsibleUnit: row[4],
            tags: tags == "[]"
                ? [] : (try? JSONDecoder().decode([String].self, from: Data(tags.utf8))) ?? [],
            activeFrom: (row[6] as String?).flatMap { CivilDate($0) },
            activeTo: (row[7] as String?).flatMap { CivilDate($0) },
            position: Position(row: row, at: 8)
        )
    }
}

extension Position {
    /// Of two columns in degrees, from this one on; nil where they are empty.
    init?(row: Row, at column: Int) {
        guard let latitude = row[column] as Double?, let longitude = row[column + 1] as Double? else {
            return nil
        }
        self.init(latitude: latitude, longitude: longitude)
    }
}
