import PatrolLedger
import PatrolModel

/// What somebody has before them at an instant, read off the ledger: for `patrol today` and for the morning list alike.
struct DayReading: Sendable {
    let ledger: Ledger
    let now: Instant

    private var zone: Zone { ledger.rulebook.zone }

    /// Which hazards concern a person: their own where their day is their own list, else all they may see.
    func concern(of person: Person) -> HazardFilter {
        var filter = HazardFilter()
        if person.walks { filter.concerning = person.has(.inspector) ? person.id : nil }
        return filter
    }

    /// Overdue hazards that concern a person, the worst first.
    func overdue(of person: Person) async throws -> [HazardRecord] {
        var filter = concern(of: person)
        filter.overdueAt = now
        return try await hazards(filter, person.sight)
    }

    /// What a visit of a person's today would do in the running periods, whenever it is best done.
    func duties(of person: Person) async throws -> [DutyRecord] {
        var filter = running
        if person.walks { filter.forPerson = person.id }
        return try await duties(filter, person.sight).filter { isFor(person, $0) }
    }

    /// Undone duties of the running periods that a visit today would do.
    var running: DutyFilter {
        var filter = DutyFilter()
        (filter.isUndone, filter.runningAt) = (true, now)
        let today = zone.day(containing: now)
        filter.visitOn = (today, zone.startOfDay(today))
        return filter
    }

    /// What a person's unit has been ordered to put right and is not overdue, the soonest due first.
    func orders(of person: Person) async throws -> [HazardRecord] {
        guard let unit = person.unit, person.has(.unit) || person.has(.subdistrict) else { return [] }
        var filter = HazardFilter()
        (filter.state, filter.unit) = (.ordered, unit)
        return try await hazards(filter, person.sight).filter { !$0.clock.isOverdue(at: now) }.soonestFirst
    }

    /// A walker's own list leaves out what their inspections, or look-backs, would not do.
    func isFor(_ person: Person, _ duty: DutyRecord) -> Bool {
        guard person.walks, let programme = ledger.rulebook.programmes[duty.key.programme] else {
            return true
        }
        return programme.counts(person)
    }

    /// Every page of a list.
    func hazards(_ filter: HazardFilter, _ sight: Sight) async throws -> [HazardRecord] {
        var (found, cursor): ([HazardRecord], HazardCursor?) = ([], nil)
        repeat {
            let size = JSONBody.pageSize
            let page = try await ledger.hazards(filter, sight: sight, after: cursor, limit: size)
            found += page.rows
            cursor = page.next
        } while cursor != nil
        return found
    }

    /// Every page of a list.
    func duties(_ filter: DutyFilter, _ sight: Sight) async throws -> [DutyRecord] {
        var found: [DutyRecord] = []
        while true {
            let size = JSONBody.pageSize
            let page = try await ledger.duties(filter, sight: sight, after: found.last, limit: size)
            found += page
            guard page.count == size else { return found }
        }
    }
}

extension Person {
    /// Somebody whose day is their own list, and not the whole district's.
    var walks: Bool { has(.inspector) || has(.subdistrict) || has(.unit) }
}

extension [HazardRecord] {
    var soonestFirst: [HazardRecord] { sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) } }
}
