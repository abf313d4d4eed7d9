import GRDB
package import PatrolModel

/// How a programme stands.
package struct ProgrammeRecord: Sendable {
    package let programme: Programme
    /// Sites it goes over on the day asked for; of look-backs, those with a closed hazard whose day is still to come.
    package let sites: Int
    /// The period that runs or, on a day the cadence leaves out, the last; nil before the first.
    package let period: Period?
    package let isProvisional: Bool
    package let duties: [DutyState: Int]
}

/// The longest time that a site has gone without a visit that did a programme's duty.
package struct VisitGap: Sendable {
    package let site: String
    package let siteName: String
    package let from: Instant
    package let to: Instant
    /// It has not ended yet.
    package let isRunning: Bool
}

/// What a programme has asked for so far.
package struct ProgrammeLoad: Sendable {
    package let programme: String
    package let periods: Int
    package let duties: Int
    /// The most duties that are best done on one day.
    package let busiestDay: Int
}

extension Ledger {
    /// Of every programme that has opened a period.
    package func load() async throws -> [ProgrammeLoad] {
        let sql = """
            SELECT programme, count(DISTINCT period), sum(duties), max(duties) FROM (
                SELECT programme, period, target_date, count(*) AS duties FROM duty
                GROUP BY programme, period, target_date
            ) GROUP BY programme ORDER BY programme
            """
        return try await pool.read { db in
            try Row.fetchAll(db, sql: sql).map {
                ProgrammeLoad(programme: $0[0], periods: $0[1], duties: $0[2], busiestDay: $0[3])
            }
        }
    }

    package func programme(_ programme: Programme, at: Instant, sight: Sight) async throws -> ProgrammeRecord
    {
        let rulebook = rulebook
        let today = rulebook.zone.day(containing: at)
        return try await pool.read { db in
            let transaction = LedgerTransaction(db: db, at: at, rulebook: rulebook)
            let covered =
                try programme.lookBack.map { plan in
                    let closings = rulebook.zone.closings(lookedBackAtIn: today...today, by: plan)
                    return try db.closed(from: closings.lowerBound, programme, sight).sites
                }
                ?? transaction.sites(ofKinds: programme.siteKinds).count {
                    programme.covers($0) && $0.isActive(on: today) && sight.mayInspect($0.subdistrict)
                }
            let sql = """
                SELECT key, first_date, last_date, starts_at, ends_at, provisional FROM period
                WHERE programme = ? AND starts_at <= ? ORDER BY cadence = ? DESC, starts_at DESC LIMIT 1
                """
            let cadence = programme.cadence.description
            let row = try Row.fetchOne(db, sql: sql, arguments: [programme.id, at.seconds, cadence])
            let period = try row.map { try Period(row: $0) }
            let counts = try period.map { try db.duties(of: programme.id, in: $0.key, sight: sight) }
            return ProgrammeRecord(
                programme: programme,
                sites: covered,
                period: period,
                isProvisional: row?["provisional"] ?? false,
                duties: counts ?? [:]
            )
        }
    }

    /// The periods from a date on, each with the duties it will have if the roster stays as it is, and no more is closed
    /// that it looks back at.
    package func preview(
        _ programme: Programme,
        from date: CivilDate,
        periods: Int,
        sight: Sight
    ) async throws -> [(period: Period, isProvisional: Bool, duties: Int)] {
        let rulebook = rulebook
        return try await pool.read { db in
            let transaction = LedgerTransaction(db: db, at: Instant(seconds: 0), rulebook: rulebook)
            let sites = try transaction.sites(ofKinds: programme.siteKinds).filter {
                sight.mayInspect($0.subdistrict)
            }
            var (found, day): ([(Period, Bool, Int)], CivilDate) = ([], date)
            while found.count < periods,
                let period = rulebook.almanac.period(of: programme.cadence, from: day)
            {
                let duties =
                    try programme.lookBack.map { plan in
                        let days = period.first...period.last
                        let closings = rulebook.zone.closings(lookedBackAtIn: days, by: plan)
                        let (from, to) = (closings.lowerBound, closings.upperBound)
                        return try db.closed(from: from, to: to, programme, sight).hazards
                    }
                    ?? programme.duties(in: period, over: sites, calendar: rulebook.almanac.calendar).count
                let isProvisional = rulebook.almanac.isProvisional(period, of: programme.cadence)
                found.append((period, isProvisional, duties))
                day = period.last.adding(days: 1)
            }
            return found
        }
    }

    /// Between two visits of one site, before its first or since its last; nil where it goes over none. Time before
    /// the programme came into force, or the site did, is none of its. Nil of look-backs too, which are made once.
    package func longestGap(of programme: Programme, at: Instant, sight: Sight) async throws -> VisitGap? {
        guard programme.lookBack == nil else { return nil }
        let (own, isBounded): (String?, Bool) =
            if case .own(let subdistrict, _) = sight { (subdistrict, true) } else { (nil, false) }
        let today = rulebook.zone.day(containing: at).description
        let sql = """
            WITH visit AS (
                SELECT DISTINCT d.site, i.observed_at AS at, 0 AS running
                FROM duty d JOIN inspection i ON i.id = d.inspection WHERE d.programme = ?1
            ), owed AS (
                SELECT d.site, max(min(p.starts_at), g.first_in_force) AS at FROM duty d
                JOIN period p ON p.programme = d.programme AND p.key = d.period
                JOIN programme g ON g.id = d.programme WHERE d.programme = ?1 GROUP BY d.site
            ), begun AS (
                SELECT site, at, running FROM visit UNION ALL
                SELECT o.site, o.at, 0 FROM owed o
                WHERE NOT EXISTS (SELECT 1 FROM visit v WHERE v.site = o.site AND v.at <= o.at)
            ), ended AS (
                SELECT site, at, running FROM begun UNION ALL
                SELECT v.site, ?2, 1 FROM begun v JOIN site s ON s.code = v.site
                WHERE coalesce(s.active_to >= ?3, 1) GROUP BY v.site
            ), gap AS (
                SELECT site, at, running, lag(at) OVER (PARTITION BY site ORDER BY at, running) AS former FROM ended
            )
            SELECT g.site, s.name, g.former, g.at, g.running FROM gap g JOIN site s ON s.code = g.site
            WHERE g.former IS NOT NULL AND g.at > g.former AND (NOT ?4 OR s.subdistrict = ?5)
            ORDER BY g.at - g.former DESC, g.site LIMIT 1
            """
        let arguments: StatementArguments = [programme.id, at.seconds, today, isBounded, own]
        return try await pool.read { db in
            try Row.fetchOne(db, sql: sql, arguments: arguments).map {
                VisitGap(
                    site: $0[0],
                    siteName: $0[1],
                    from: Instant(seconds: $0[2]),
                    to: Instant(seconds: $0[3]),
                    isRunning: $0[4]
                )
            }
        }
    }
}

extension Database {
    fileprivate func duties(
        of programme: String,
        in period: String,
        sight: Sight
    ) throws -> [DutyState: Int] {
        let (own, isBounded): (String?, Bool) =
            if case .own(let subdistrict, _) = sight { (subdistrict, true) } else { (nil, false) }
        let sql = """
            SELECT d.state, count(*) FROM duty d JOIN site s ON s.code = d.site
            WHERE d.programme = ? AND d.period = ? AND (NOT ? OR s.subdistrict = ?) GROUP BY d.state
            """
        let rows = try Row.fetchAll(self, sql: sql, arguments: [programme, period, isBounded, own])
        let pairs = rows.compactMap { row in DutyState(rawValue: row[0]).map { ($0, row[1] as Int) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

extension Database {
    /// How many hazards that a programme looks back at have been closed in a span, and at how many sites.
    fileprivate func closed(
        from first: Instant,
        to end: Instant? = nil,
        _ programme: Programme,
        _ sight: Sight
    ) throws -> (hazards: Int, sites: Int) {
        let sql = """
            SELECT severity, category, subdistrict, site, count(*) FROM hazard
            WHERE state = 'closed' AND closed_at >= ?1 AND (?2 IS NULL OR closed_at < ?2)
            GROUP BY severity, category, subdistrict, site
            """
        var (hazards, sites) = (0, Set<String>())
        let rows = try Row.fetchCursor(self, sql: sql, arguments: [first.seconds, end?.seconds])
        while let row = try rows.next() {
            let (category, subdistrict): (String, String) = (row[1], row[2])
            guard let severity = Hazard.Severity(rawValue: row[0]), sight.mayInspect(subdistrict),
                programme.looksBack(at: severity, category, in: subdistrict)
            else { continue }
            hazards += row[4] as Int
            sites.insert(row[3])
        }
        return (hazards, sites.count)
    }
}

extension Sight {
    /// What is to be inspected is no business of a responsible unit's.
    fileprivate func mayInspect(_ subdistrict: String) -> Bool {
        switch self {
        case .everything: true
        case .own(let own, _): own == subdistrict
        }
    }
}
