import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Does the one oldest thing that time has made due; false where nothing is.
    ///
    /// One step a transaction, so that three months of downtime are caught up without one huge commit, and so that
    /// stopping half-way loses nothing: the next step is found from the rows alone.
    mutating func advanceSchedule() throws -> Bool {
        if try doOldest() { return true }
        if try remindOfDeadlines() { return true }
        if try digestMorning() { return true }
        return try tellCalendarGap()
    }

    /// One thing that time makes due.
    private enum Step {
        case settle(programme: String, period: String)
        case open(Programme, Period)
        case notice(hazard: String)
        case resume(hazard: String)
        case lapse(hazard: String)
    }

    /// Settles or opens a period or notices that a hazard is overdue, whichever was due first; false where all is as
    /// it should be now.
    ///
    /// The order is that of time, so that the ledger is the same in whatever chunks time has passed.
    mutating func doOldest() throws -> Bool {
        // Before a clock that goes on is found to have run out, it goes on.
        let due = [
            try oldestSettlement(), try opening(), try oldestResumption(), try oldestLapse(),
            try oldestOverdue(),
        ].compactMap { $0 }
            .filter { $0.at <= at }
        // At one instant what ends is settled before what begins is opened: the order in which they are listed.
        guard let first = due.min(by: { $0.at < $1.at }) else { return false }
        switch first.step {
        case .settle(let programme, let period): try settle(programme, period)
        case .open(let programme, let period): try open(period, of: programme)
        case .notice(let hazard): try append(.hazard(.overdue, self.hazard(hazard).noticingOverdue(at: at)))
        case .resume(let hazard):
            guard let resumed = try self.hazard(hazard).resumingByItself(at: at, clock: clock()) else {
                throw PatrolError.internalFailure
            }
            try append(.hazard(.resume, resumed))
        case .lapse(let hazard):
            guard let lapsed = try self.hazard(hazard).lapsingExtension(at: at) else {
                throw PatrolError.internalFailure
            }
            try append(.hazard(.lapseExtension, lapsed))
        }
        return true
    }

    /// When time alone makes something due next, however long that is; nil where nothing waits.
    func nextDue() throws -> Instant? {
        let settlement = "SELECT min(ends_at) FROM period WHERE settled_by IS NULL"
        let overdue =
            "SELECT min(due_at) + 1 FROM hazard WHERE state IN ('reported', 'ordered') AND noticed = 0"
        let resumption = "SELECT min(resumes_at) FROM hazard WHERE resumes_at IS NOT NULL"
        let lapse = "SELECT min(extension_due_at) + 1 FROM hazard WHERE extension_due_at IS NOT NULL"
        let waiting = try [settlement, overdue, resumption, lapse].compactMap { sql in
            try Int64.fetchOne(db.cachedStatement(sql: sql)).map { Instant(seconds: $0) }
        }
        let opening = try watch?.nextOpening(after: at, db) ?? nextOpening()?.at
        return (waiting + [opening, try nextReminder()].compactMap { $0 }).min()
    }

    private func oldestSettlement() throws -> (at: Instant, step: Step)? {
        let sql = """
            SELECT programme, key, ends_at FROM period WHERE settled_by IS NULL
            ORDER BY ends_at, programme, key LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql)).map {
            (Instant(seconds: $0[2]), .settle(programme: $0[0], period: $0[1]))
        }
    }

    private func oldestOverdue() throws -> (at: Instant, step: Step)? {
        let sql = """
            SELECT id, due_at FROM hazard WHERE state IN ('reported', 'ordered')
            AND noticed = 0 ORDER BY due_at, id LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql)).map {
            (Instant(seconds: $0[1]) + 1, .notice(hazard: $0[0]))
        }
    }

    /// A suspension whose last day is over.
    private func oldestResumption() throws -> (at: Instant, step: Step)? {
        let sql = """
            SELECT id, resumes_at FROM hazard WHERE resumes_at IS NOT NULL ORDER BY resumes_at, id LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql)).map {
            (Instant(seconds: $0[1]), .resume(hazard: $0[0]))
        }
    }

    /// An extension that nobody decided on in time.
    private func oldestLapse() throws -> (at: Instant, step: Step)? {
        let sql = """
            SELECT id, extension_due_at FROM hazard WHERE extension_due_at IS NOT NULL
            ORDER BY extension_due_at, id LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql)).map {
            (Instant(seconds: $0[1]) + 1, .lapse(hazard: $0[0]))
        }
    }

    /// The next opening, unless it is known that none is due.
    private func opening() throws -> (at: Instant, step: Step)? {
        if try watch?.nextOpening(after: at, db) != nil { return nil }
        let next = try nextOpening()
        if let next { try watch?.remember(opening: next.at, db) }
        return next
    }

    /// Each programme goes on from where its last period ended, and not from before it came into force: nobody owed
    /// it anything then.
    private func nextOpening() throws -> (at: Instant, step: Step)? {
        var next: (programme: Programme, period: Period)?
        for programme in configuration.programmes {
            guard let period = try nextPeriod(of: programme) else { continue }
            if let earlier = next, earlier.period.start <= period.start { continue }
            next = (programme, period)
        }
        return next.map { ($0.period.start, .open($0.programme, $0.period)) }
    }

    private func nextPeriod(of programme: Programme) throws -> Period? {
        guard let since = try inForceSince(programme) else { return nil }
        let floor = almanac.period(of: programme.cadence, from: since)
        let last = try lastPeriod(of: programme)
        var next = last.map { almanac.period(of: programme.cadence, after: $0) } ?? floor
        if let candidate = next, let floor, candidate.first < floor.first { next = floor }
        // One that another cadence has opened already under the same name is not opened again, unless it was to end
        // elsewhere, as a campaign that has been extended was, and has not been settled yet.
        while let candidate = next, let opened = try opened(candidate, of: programme) {
            if opened.isRunning, opened.end != candidate.end { return candidate }
            next = almanac.period(of: programme.cadence, after: candidate)
        }
        return next
    }

    private func inForceSince(_ programme: Programme) throws -> Instant? {
        let sql = "SELECT in_force_from FROM programme WHERE id = ? AND in_force = 1"
        return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [programme.id])
            .map { Instant(seconds: $0) }
    }

    private func lastPeriod(of programme: Programme) throws -> Period? {
        let sql = """
            SELECT key, first_date, last_date, starts_at, ends_at FROM period
            WHERE programme = ? AND cadence = ? ORDER BY first_date DESC LIMIT 1
            """
        let arguments: StatementArguments = [programme.id, programme.cadence.description]
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments).map {
            try Period(row: $0)
        }
    }

    func opened(_ period: Period, of programme: Programme) throws -> (end: Instant, isRunning: Bool)? {
        let sql = "SELECT ends_at, settled_by IS NULL FROM period WHERE programme = ? AND key = ?"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [programme.id, period.key]).map {
            (Instant(seconds: $0[0]), $0[1])
        }
    }

    /// What is undone is missed, but for what nobody owes any more, since its site was retired before the period's
    /// last day, or the hazard to look back at is open again. That a site was retired takes no look-back away.
    private mutating func settle(_ programme: String, _ period: String) throws {
        let gone = """
            SELECT s.code FROM period p JOIN site s ON s.active_to < p.last_date
            WHERE p.programme = ? AND p.key = ?
            """
        let retired = try String.fetchSet(db.cachedStatement(sql: gone), arguments: [programme, period])
        let open = """
            SELECT d.site, d.ordinal, d.hazard, h.state FROM duty d LEFT JOIN hazard h ON h.id = d.hazard
            WHERE d.programme = ? AND d.period = ? AND d.state = 'open' ORDER BY d.subject, d.ordinal
            """
        var (missed, excused): ([PeriodSettlement.Missed], [PeriodSettlement.Missed]) = ([], [])
        let rows = try Row.fetchCursor(db.cachedStatement(sql: open), arguments: [programme, period])
        while let row = try rows.next() {
            let duty = PeriodSettlement.Missed(site: row[0], ordinal: row[1], hazard: row[2])
            let isGone =
                duty.hazard == nil ? retired.contains(duty.site) : row[3] != HazardState.closed.rawValue
            if isGone { excused.append(duty) } else { missed.append(duty) }
        }
        try append(
            .settlement(
                PeriodSettlement(programme: programme, period: period, missed: missed, excused: excused)
            )
        )
    }

    /// Nothing of it is owed before the day on which the programme came into force.
    private mutating func open(_ period: Period, of programme: Programme) throws {
        let since = try inForceSince(programme).map(zone.day(containing:))
        let isKnown = try opened(period, of: programme) != nil
        let duties = try duties(in: period, of: programme, notBefore: since, isKnown: isKnown)
        try append(.opening(opening(period, of: programme, duties)))
    }

    /// What a period has that it does not have yet.
    private func duties(
        in period: Period,
        of programme: Programme,
        notBefore earliest: CivilDate?,
        isKnown: Bool
    ) throws -> [PlannedDuty] {
        guard programme.lookBack == nil else {
            return try lookBacks(in: period, of: programme, notBefore: earliest)
        }
        let all = programme.duties(
            in: period,
            over: try sites(ofKinds: programme.siteKinds),
            calendar: configuration.calendar,
            notBefore: earliest
        )
        guard isKnown else { return all }
        let sql = "SELECT site, ordinal FROM duty WHERE programme = ? AND period = ?"
        let known = try Row.fetchAll(db, sql: sql, arguments: [programme.id, period.key]).map {
            PeriodSettlement.Missed(site: $0[0], ordinal: $0[1])
        }
        let there = Set(known)
        return all.filter { !there.contains(PeriodSettlement.Missed(site: $0.site, ordinal: $0.ordinal)) }
    }

    func opening(_ period: Period, of programme: Programme, _ duties: [PlannedDuty]) -> PeriodOpening {
        PeriodOpening(
            programme: programme.id,
            period: period,
            cadence: programme.cadence,
            isProvisional: almanac.isProvisional(period, of: programme.cadence),
            duties: duties
        )
    }

    /// A site that joins while a period runs has its duties in that period, from the moment it joins; likewise the
    /// further visits of a programme that asks for more of them than it did.
    mutating func addJoiningDuties() throws {
        for programme in configuration.programmes {
            guard let period = try runningPeriod(of: programme) else { continue }
            let today = zone.day(containing: at)
            let joining = try duties(in: period, of: programme, notBefore: today, isKnown: true)
            guard !joining.isEmpty else { continue }
            try append(.opening(opening(period, of: programme, joining)))
        }
    }

    func runningPeriod(of programme: Programme) throws -> Period? {
        guard let period = almanac.period(of: programme.cadence, containing: at),
            let opened = try opened(period, of: programme), opened.isRunning
        else { return nil }
        return period
    }

    /// Once a day and rule, from the set time on; where it is for subdistricts alone, as soon as there is something to
    /// say.
    private mutating func digestMorning() throws -> Bool {
        let (date, time) = zone.local(at)
        guard time.secondOfDay >= rulebook.rules.morning.secondOfDay else { return false }
        for rule in rulebook.rules.reminders {
            guard case .morning(let morning) = rule.occasion,
                morning.days == .every || configuration.calendar.day(date).isWorked,
                try !isSaid(MorningDigest.reminder(date, rule))
            else { continue }
            let lines = morning.to.contains(.subdistrict) ? try openDuties(on: date) : []
            if lines.isEmpty, morning.to == [.subdistrict] { continue }
            let isStandard = rule == ReminderRule.standard[0]
            try append(.morning(MorningDigest(date: date, lines: lines, rule: isStandard ? nil : rule)))
            return true
        }
        return false
    }

    private func openDuties(on date: CivilDate) throws -> [MorningDigest.Line] {
        let sql = """
            SELECT s.subdistrict, count(DISTINCT d.subject) AS open FROM period p
            JOIN duty d ON d.programme = p.programme AND d.period = p.key
            JOIN site s ON s.code = d.site
            WHERE p.starts_at <= ?1 AND p.ends_at > ?1 AND p.settled_by IS NULL AND d.state = 'open'
            AND d.target_date <= ?2 AND \(DutyQuery.isOwed("?2"))
            GROUP BY s.subdistrict ORDER BY s.subdistrict
            """
        return try Row.fetchAll(db, sql: sql, arguments: [at.seconds, date.description]).map {
            MorningDigest.Line(subdistrict: $0["subdistrict"], open: $0["open"])
        }
    }

    /// Once a month, from December before it on, that a year's working days are not known.
    private mutating func tellCalendarGap() throws -> Bool {
        let (date, time) = zone.local(at)
        guard time.secondOfDay >= rulebook.rules.morning.secondOfDay else { return false }
        let calendar = configuration.calendar
        let years = [date.year] + (date.month == 12 ? [date.year + 1] : [])
        guard let year = years.first(where: { !calendar.isPublished(year: $0) }) else { return false }
        let month = String(date.description.prefix(7))
        guard try !isSaid("calendar/\(year)/\(month)") else { return false }
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM hazard WHERE provisional = 1") ?? 0
        try append(.calendarGap(CalendarGap(year: year, month: month, deadlines: count)))
        return true
    }

    private func isSaid(_ reminder: String) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM reminder WHERE id = ?)"
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [reminder]) ?? false
    }
}
