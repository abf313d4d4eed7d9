import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Does the one oldest thing that time has made due; false where nothing is.
    ///
    /// One step a transaction, so that three months of downtime are caught up without one huge commit, and so that
    /// stopping half-way loses nothing: the next step is found from the rows alone.
    mutating func advanceSchedule() throws -> Bool {
        if try advancePeriods() { return true }
        if try noticeOverdue() { return true }
        return try digestMorning()
    }

    /// Settles or opens one period, the oldest first; false where every period is as it should be now.
    mutating func advancePeriods() throws -> Bool {
        if try settleOldestPeriod() { return true }
        return try openNextPeriod()
    }

    private mutating func settleOldestPeriod() throws -> Bool {
        let sql = """
            SELECT programme, key FROM period WHERE settled_by IS NULL AND ends_at <= ?
            ORDER BY ends_at, programme LIMIT 1
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [at.seconds]) else {
            return false
        }
        let (programme, key): (String, String) = (row["programme"], row["key"])
        let open = """
            SELECT site, ordinal FROM duty WHERE programme = ? AND period = ? AND state = 'open'
            ORDER BY site, ordinal
            """
        let missed = try Row.fetchAll(db.cachedStatement(sql: open), arguments: [programme, key])
        let settlement = PeriodSettlement(
            programme: programme,
            period: key,
            missed: missed.map { PeriodSettlement.Missed(site: $0["site"], ordinal: $0["ordinal"]) }
        )
        try append(.settlement(settlement))
        return true
    }

    /// Each programme goes on from where its last period ended; a new one begins with the period it is adopted in.
    private mutating func openNextPeriod() throws -> Bool {
        var next: (programme: Programme, period: Period)?
        for programme in configuration.programmes {
            let last = try lastPeriod(of: programme)
            let period =
                last.map { programme.cadence.period(after: $0, in: zone) }
                ?? programme.cadence.period(containing: at, in: zone)
            guard period.start <= at, period.start < (next?.period.start ?? at + 1) else { continue }
            next = (programme, period)
        }
        guard let next else { return false }
        try open(next.period, of: next.programme)
        return true
    }

    private mutating func open(_ period: Period, of programme: Programme) throws {
        let duties = programme.duties(in: period, over: try allSites(), zone: zone)
        try append(.opening(PeriodOpening(programme: programme.id, period: period, duties: duties)))
    }

    /// A programme that comes, or comes back, begins with the period it comes in: nobody owed it anything before.
    mutating func open(_ programmes: [Programme]) throws {
        for programme in programmes {
            let period = programme.cadence.period(containing: at, in: zone)
            let sql = "SELECT EXISTS (SELECT 1 FROM period WHERE programme = ? AND key = ?)"
            let isOpen = try Bool.fetchOne(db, sql: sql, arguments: [programme.id, period.key]) ?? false
            if !isOpen { try open(period, of: programme) }
        }
    }

    /// A site that joins while a period runs has its duty in that period, from the moment it joins.
    mutating func addJoiningDuties() throws {
        let sites = try allSites()
        for programme in configuration.programmes {
            guard let period = try runningPeriod(of: programme) else { continue }
            let sql = "SELECT site FROM duty WHERE programme = ? AND period = ?"
            let known = try Set(String.fetchAll(db, sql: sql, arguments: [programme.id, period.key]))
            let joining = programme.duties(in: period, over: sites, zone: zone)
                .filter { !known.contains($0.site) }
            guard !joining.isEmpty else { continue }
            try append(.opening(PeriodOpening(programme: programme.id, period: period, duties: joining)))
        }
    }

    private mutating func noticeOverdue() throws -> Bool {
        let sql = """
            SELECT id FROM hazard WHERE state IN ('reported', 'ordered') AND due_at < ?
            AND overdue_since IS NULL ORDER BY due_at, id LIMIT 1
            """
        guard let id = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [at.seconds]) else {
            return false
        }
        try append(.hazard(.overdue, hazard(id).noticingOverdue(at: at)))
        return true
    }

    /// Once a day, from the set time on, as soon as there is something to say.
    private mutating func digestMorning() throws -> Bool {
        let (date, time) = zone.local(at)
        guard time.secondOfDay >= rulebook.rules.morning.secondOfDay else { return false }
        let said = "SELECT EXISTS (SELECT 1 FROM reminder WHERE id = ?)"
        guard try Bool.fetchOne(db, sql: said, arguments: ["morning/\(date)"]) == false else { return false }
        let sql = """
            SELECT s.subdistrict, count(*) AS open FROM period p
            JOIN duty d ON d.programme = p.programme AND d.period = p.key
            JOIN site s ON s.code = d.site
            WHERE p.starts_at <= ?1 AND p.ends_at > ?1 AND p.settled_by IS NULL AND d.state = 'open'
            GROUP BY s.subdistrict ORDER BY s.subdistrict
            """
        let lines = try Row.fetchAll(db, sql: sql, arguments: [at.seconds]).map {
            MorningDigest.Line(subdistrict: $0["subdistrict"], open: $0["open"])
        }
        guard !lines.isEmpty else { return false }
        try append(.morning(MorningDigest(date: date, lines: lines)))
        return true
    }

    private func lastPeriod(of programme: Programme) throws -> Period? {
        try period("programme = ?1", of: programme)
    }

    private func runningPeriod(of programme: Programme) throws -> Period? {
        try period("programme = ?1 AND starts_at <= ?2 AND ends_at > ?2", of: programme)
    }

    private func period(_ condition: String, of programme: Programme) throws -> Period? {
        let sql =
            "SELECT key, starts_at, ends_at FROM period WHERE \(condition) ORDER BY starts_at DESC LIMIT 1"
        let arguments: StatementArguments =
            condition.contains("?2") ? [programme.id, at.seconds] : [programme.id]
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            Period(
                key: row["key"],
                start: Instant(seconds: row["starts_at"]),
                end: Instant(seconds: row["ends_at"])
            )
        }
    }
}
