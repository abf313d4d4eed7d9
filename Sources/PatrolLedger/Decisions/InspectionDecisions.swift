import GRDB
import PatrolModel

extension LedgerTransaction {
    mutating func file(_ inspect: Inspect, observedAt typed: TypedTime?) throws -> Event {
        let actor = try requireActor()
        try actor.person.require(.inspectionFile)
        let site = try site(inspect.site)
        try actor.person.require(
            .inspectionFile,
            over: Subject(name: site.code, subdistrict: site.subdistrict)
        )
        let seen = try observation(typed, reason: inspect.reason)
        let candidates = try candidates(
            site: site.code,
            programme: inspect.programme,
            seen.at,
            for: actor.person
        )
        // What a programme that is gone, or goes over other sites now, has opened may still be done.
        if let programme = inspect.programme, candidates.isEmpty,
            try !configuration.programme(programme).covers(site)
        {
            throw PatrolError.programmeNotForSite(programme: programme, site: site.code)
        }
        // Whoever still owes a visit to a site that was retired meanwhile may make it.
        if candidates.isEmpty { try requireActive(site, at: seen.at) }
        let hazards = inspect.hazards
        let result = inspect.result ?? (hazards.isEmpty ? .ok : .hazard)
        if !hazards.isEmpty && result != .hazard { throw PatrolError.resultContradictsHazard }
        let checks = try answered(inspect, at: site, owed: candidates)
        if !checks.isEmpty && !result.settlesDuties { throw PatrolError.resultContradictsChecklist }
        let day = zone.day(containing: seen.at)
        let days = rulebook.rules.lateFilingDays
        let due = Inspection.settling(candidates, observedAt: seen.at, on: day, now: at, lateFilingDays: days)
        let officers = try officers(inspect, by: actor.person, at: site, doing: due, checks)
        let number = try nextNumber(.inspection)
        let found = try hazards.enumerated().map { place, details in
            let report = try self.report(details, of: site, seen: seen, inspection: number)
            return try reported(report, number: nextNumber(.hazard, skipping: place), by: actor)
        }
        let inspection = Inspection(
            id: number,
            site: site.code,
            result: result,
            note: try FreeText.checkedIfPresent(inspect.note, .note),
            reason: seen.reason,
            observedAt: seen.at,
            filed: actor.signature(at: at),
            settled: result.settlesDuties ? due : [],
            hazard: found.first?.id,
            furtherHazards: found.dropFirst().map(\.id),
            checks: checks,
            officers: officers.record,
            evidence: try evidence(inspect.evidence)
        )
        let event = try append(.inspection(inspection))
        for hazard in found { try append(.hazard(.report, hazard)) }
        return event
    }

    mutating func report(_ filing: ReportHazard, observedAt typed: TypedTime?) throws -> Event {
        let actor = try requireActor()
        try actor.person.require(.hazardReport)
        let site = try site(filing.site)
        let seen = try observation(typed, reason: filing.reason)
        try requireActive(site, at: seen.at)
        let report = try report(filing.hazard, of: site, seen: seen, inspection: nil)
        return try append(
            .hazard(.report, try reported(report, number: nextNumber(.hazard), by: actor))
        )
    }

    private func reported(_ report: Hazard.Report, number: String, by actor: Actor) throws -> Hazard {
        try report.requireProof(rulebook.rules.evidence)
        return try Hazard.reporting(
            report,
            number: number,
            by: actor,
            at: at,
            clock: clock(),
            limits: rulebook.rules.limits
        )
    }

    private typealias Observation = (at: Instant, reason: String?)

    private func observation(_ typed: TypedTime?, reason: String?) throws -> Observation {
        let reason = try FreeText.checkedIfPresent(reason, .reason)
        let seen = try rulebook.instant(typed, now: filedAt)
        try rulebook.requireReason(reason, observed: seen, now: filedAt)
        return (seen, reason)
    }

    private func requireActive(_ site: Site, at instant: Instant) throws {
        let day = zone.date(instant)
        guard site.isActive(on: day) else {
            throw PatrolError.siteNotActive(code: site.code, date: day.description)
        }
    }

    private func report(
        _ details: HazardDetails,
        of site: Site,
        seen: Observation,
        inspection: String?
    ) throws -> Hazard.Report {
        let grounds = try grounds(category: details.category, condition: details.condition)
        return Hazard.Report(
            site: site,
            grounds: grounds,
            severity: details.severity ?? .general,
            describe: try FreeText.checked(details.describe, .description),
            inspection: inspection,
            observedAt: seen.at,
            reason: seen.reason,
            fixedBy: try fix(details),
            isAuditFinding: details.auditFinding == true,
            position: details.position,
            notDuplicateOf: try toldApart(details, grounds.category, at: site),
            evidence: try evidence(details.evidence)
        )
    }

    /// The open hazards it looks like, which whoever reports it has said it is none of.
    /// - Throws: ``PatrolError/looksLikeDuplicate(category:candidates:)`` where nobody has said so.
    private func toldApart(_ details: HazardDetails, _ category: String, at site: Site) throws -> [String] {
        let found = try duplicates(
            of: category,
            at: site,
            details.position,
            for: requireActor().person
        )
        guard found.isEmpty || details.isNew == true else {
            throw PatrolError.looksLikeDuplicate(category: category, candidates: found)
        }
        return found.map(\.hazard)
    }

    /// What was done about it on the spot; nil where nothing was.
    private func fix(_ details: HazardDetails) throws -> String? {
        let action = try FreeText.checkedIfPresent(details.action, .action)
        guard details.fixed == true else {
            if action != nil { throw PatrolError.actionWithoutFix }
            return nil
        }
        return action ?? Rectification.onTheSpot
    }

    /// The site's duties in every period that contains an instant, of the programmes for which the person's
    /// inspections count; look-backs at its hazards are none of them. The few such periods are found first, by their end.
    private func candidates(
        site: String,
        programme: String?,
        _ instant: Instant,
        for person: Person
    ) throws -> [Inspection.Candidate] {
        let sql = """
            SELECT d.period, p.first_date, p.last_date, p.starts_at, p.ends_at, d.programme, d.ordinal, d.state,
                i.observed_at
            FROM period p CROSS JOIN duty d ON d.programme = p.programme AND d.period = p.key
            LEFT JOIN inspection i ON i.id = d.inspection
            WHERE p.ends_at > ?1 AND p.starts_at <= ?1 AND d.subject = ?2 AND d.hazard IS NULL AND (?3 IS NULL OR d.programme = ?3)
            ORDER BY d.programme, d.ordinal
            """
        let arguments: StatementArguments = [instant.seconds, site, programme]
        let closed = Set(configuration.programmes.filter { !$0.counts(person) }.map(\.id))
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).compactMap { row in
            let programme: String = row[5]
            guard !closed.contains(programme) else { return nil }
            return Inspection.Candidate(
                duty: DutyKey(programme: programme, period: row[0], site: site, ordinal: row[6]),
                period: try Period(row: row),
                state: DutyState(rawValue: row[7]) ?? .open,
                doneOn: (row[8] as Int64?).map { zone.day(containing: Instant(seconds: $0)) }
            )
        }
    }
}

extension Period {
    /// Reads a row that begins with key, first date, last date, start and end.
    /// - Throws: ``PatrolError/internalFailure`` where a row names no days.
    init(row: Row) throws {
        guard let first = CivilDate(row[1] as String), let last = CivilDate(row[2] as String) else {
            throw PatrolError.internalFailure
        }
        self.init(
            key: row[0],
            first: first,
            last: last,
            start: Instant(seconds: row[3]),
            end: Instant(seconds: row[4])
        )
    }
}
