import Foundation
import GRDB
import PatrolModel

extension LedgerTransaction {
    /// The look-backs a period has and does not have yet: at each hazard that was closed so long before one of its days.
    ///
    /// One that stands in it already is not asked for again, unless it has failed there, or was done before the closing.
    func lookBacks(
        in period: Period,
        of programme: Programme,
        notBefore earliest: CivilDate?
    ) throws -> [PlannedDuty] {
        guard let plan = programme.lookBack else { return [] }
        let sql = """
            SELECT e.body, \(LedgerTransaction.asked) FROM hazard h JOIN event e ON e.sequence = h.event
            WHERE h.state = 'closed' AND h.closed_at >= ?3 AND h.closed_at < ?4
            AND NOT \(LedgerTransaction.isPlanned) ORDER BY h.id
            """
        let closings = zone.closings(lookedBackAtIn: period.first...period.last, by: plan)
        let arguments: StatementArguments = [
            programme.id, period.key, closings.lowerBound.seconds, closings.upperBound.seconds,
        ]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        var duties: [PlannedDuty] = []
        while let row = try rows.next() {
            let body: String = row[0]
            guard case .hazard(_, let hazard) = try EventCoding.decode(Data(body.utf8)).entry else {
                throw PatrolError.internalFailure
            }
            let duty = programme.lookBack(
                at: hazard,
                ordinal: row[1] + 1,
                in: period,
                among: configuration.people,
                zone: zone,
                notBefore: earliest
            )
            if let duty { duties.append(duty) }
        }
        return duties
    }

    /// How many look-backs at a hazard a period has had already.
    private static let asked = """
        (SELECT count(*) FROM duty d WHERE d.programme = ?1 AND d.period = ?2 AND d.subject = h.id)
        """

    /// Whether one of them is still to be done, or has found it in order since it was closed.
    private static let isPlanned = """
        EXISTS (
            SELECT 1 FROM duty d LEFT JOIN inspection i ON i.id = d.inspection
            WHERE d.programme = ?1 AND d.period = ?2 AND d.subject = h.id
            AND (d.state <> 'done' OR (i.result = 'ok' AND i.observed_at >= h.closed_at)))
        """

    /// A hazard is closed whose look-back falls into a period that runs already: it joins that period at once.
    mutating func addLookBacks(at hazard: Hazard) throws {
        for programme in configuration.programmes {
            guard let day = programme.lookBackDay(of: hazard, zone: zone),
                let period = try joinable(on: day, programme),
                let ordinal = try nextOrdinal(hazard.id, in: period, of: programme)
            else { continue }
            let duty = programme.lookBack(
                at: hazard,
                ordinal: ordinal,
                on: min(day, period.last),
                among: configuration.people
            )
            try append(.opening(opening(period, of: programme, [duty])))
        }
    }

    /// The period that contains a day, where it runs. After the clock ran ahead it may have been settled already: then
    /// the one that runs now. Nil where the day's period is still to be opened, and will find the hazard by itself.
    private func joinable(on day: CivilDate, _ programme: Programme) throws -> Period? {
        guard let period = almanac.period(of: programme.cadence, from: day), period.first <= day,
            let opened = try opened(period, of: programme)
        else { return nil }
        return opened.isRunning ? period : try runningPeriod(of: programme)
    }

    /// Nil where the period has asked for it already.
    private func nextOrdinal(_ hazard: String, in period: Period, of programme: Programme) throws -> Int? {
        let sql = """
            SELECT \(LedgerTransaction.asked) + 1 FROM hazard h
            WHERE h.id = ?3 AND NOT \(LedgerTransaction.isPlanned)
            """
        return try Int.fetchOne(
            db.cachedStatement(sql: sql),
            arguments: [programme.id, period.key, hazard]
        )
    }

    /// The look-backs at a hazard that are owed in a period that contains an instant, of the programmes for which the
    /// actor's count. Who may look back at all is asked elsewhere.
    func lookBackDuties(of hazard: String, at instant: Instant) throws -> [Inspection.Candidate] {
        let sql = """
            SELECT d.period, p.first_date, p.last_date, p.starts_at, p.ends_at, d.programme, d.ordinal, d.state,
                d.site
            FROM duty d JOIN period p ON p.programme = d.programme AND p.key = d.period
            WHERE d.hazard = ?1 AND p.ends_at > ?2 AND p.starts_at <= ?2 ORDER BY d.programme, d.ordinal
            """
        let person = try requireActor().person
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [hazard, instant.seconds])
        return try rows.compactMap { row in
            let programme: String = row[5]
            guard rulebook.programmes[programme]?.counts(person) ?? true else { return nil }
            return Inspection.Candidate(
                duty: DutyKey(
                    programme: programme,
                    period: row[0],
                    site: row[8],
                    ordinal: row[6],
                    hazard: hazard
                ),
                period: try Period(row: row),
                state: DutyState(rawValue: row[7]) ?? .open
            )
        }
    }

    /// Which of them looking at it then does: while their period runs, or some days after it (补录).
    func settledLookBacks(of hazard: String, observedAt instant: Instant) throws -> [Inspection.Settled] {
        Inspection.settling(
            try lookBackDuties(of: hazard, at: instant),
            observedAt: instant,
            on: zone.day(containing: instant),
            now: at,
            lateFilingDays: rulebook.rules.lateFilingDays
        )
    }
}

extension Zone {
    /// When a hazard was closed that is looked at again on one of these days.
    func closings(lookedBackAtIn days: ClosedRange<CivilDate>, by plan: LookBackPlan) -> Range<Instant> {
        let first = startOfDay(days.lowerBound.adding(days: -plan.after))
        return first..<max(first, startOfDay(days.upperBound.adding(days: 1 - plan.after)))
    }
}
