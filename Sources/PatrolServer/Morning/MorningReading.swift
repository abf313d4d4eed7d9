import PatrolLedger
import PatrolModel

/// What stands on a morning list, as the ledger has it.
struct MorningWork: Sendable {
    var overdue: [HazardRecord] = []
    var dueToday: [HazardRecord] = []
    var toOrder: [HazardRecord] = []
    var orders: [HazardRecord] = []
    var toVerify: [HazardRecord] = []
    var duties: [DutyRecord] = []
    var missed: [DutyRecord] = []
}

/// Reads what each has before them on a morning.
struct MorningReading: Sendable {
    private let ledger: Ledger
    private let now: Instant
    private let day: DayReading

    init(ledger: Ledger, now: Instant) {
        self.ledger = ledger
        self.now = now
        day = DayReading(ledger: ledger, now: now)
    }

    /// Their own as `patrol today` has it, and what waits for them by their roles. Whoever only keeps the machine or reads
    /// has nothing to do; whoever oversees has no duties, which are others'.
    func work(of person: Person) async throws -> MorningWork {
        var work = MorningWork()
        guard person.walks || person.oversees else { return work }
        work.overdue = try await day.overdue(of: person)
        work.dueToday = try await due(day.concern(of: person), person.sight)
        let known = Set((work.overdue + work.dueToday).map(\.id))
        work.orders = try await day.orders(of: person).filter { !known.contains($0.id) }
        if person.has(.dispatcher) {
            work.toOrder = try await hazards(in: .reported).filter { !known.contains($0.id) }.soonestFirst
        }
        work.toVerify = try await toVerify(by: person)
        if person.walks { work.duties = try await day.duties(of: person) }
        work.missed = try await missed(of: person)
        return work
    }

    /// What it has been ordered and told of.
    func work(ofUnit unit: String) async throws -> MorningWork {
        let sight = Sight.own(subdistrict: nil, unit: unit)
        var (work, late) = (MorningWork(), HazardFilter())
        (late.unit, late.overdueAt) = (unit, now)
        work.overdue = try await day.hazards(late, sight)
        work.dueToday = try await due(HazardFilter(), sight)
        work.orders = try await hazards(in: .ordered, sight: sight, without: work.overdue + work.dueToday)
        return work
    }

    /// Hazards and duties that lie in it, whoever's they are.
    func work(inSubdistrict name: String) async throws -> MorningWork {
        var (work, filter, duties) = (MorningWork(), HazardFilter(), day.running)
        (filter.subdistrict, duties.subdistrict) = (name, name)
        work.dueToday = try await due(filter, .everything)
        filter.overdueAt = now
        work.overdue = try await day.hazards(filter, .everything)
        let known = work.overdue + work.dueToday
        work.orders = try await hazards(in: .ordered, subdistrict: name, without: known)
        work.duties = try await day.duties(duties, .everything)
        var missed = sinceLastMorning
        missed.subdistrict = name
        work.missed = try await day.duties(missed, .everything)
        return work
    }

    /// What falls due before the next list is printed.
    private func due(_ filter: HazardFilter, _ sight: Sight) async throws -> [HazardRecord] {
        var filter = filter
        filter.dueWithin = now..<max(now, ledger.rulebook.nextMorning(after: now))
        return try await day.hazards(filter, sight).soonestFirst
    }

    private func hazards(
        in state: HazardState,
        subdistrict: String? = nil,
        sight: Sight = .everything,
        without known: [HazardRecord] = []
    ) async throws -> [HazardRecord] {
        var filter = HazardFilter()
        (filter.state, filter.subdistrict) = (state, subdistrict)
        let known = Set(known.map(\.id))
        return try await day.hazards(filter, sight).filter { !known.contains($0.id) }.soonestFirst
    }

    /// Claims that a person may check, theirs not among them; for an inspector, of hazards that concern them. For the
    /// leading group what has been checked and waits to be struck off.
    private func toVerify(by person: Person) async throws -> [HazardRecord] {
        var found: [HazardRecord] = []
        if person.has(.supervisor) || person.has(.inspector) {
            var claims = HazardFilter()
            claims.state = .rectified
            if !person.has(.supervisor) { claims.concerning = person.id }
            found += try await day.hazards(claims, .everything).filter {
                $0.rectifiedBy != person.id && $0.responsibleUnit != person.unit
            }
        }
        if person.has(.leadingGroup) { found += try await hazards(in: .verified) }
        return found.sorted { ($0.verifyDueAt ?? $0.dueAt, $0.id) < ($1.verifyDueAt ?? $1.dueAt, $1.id) }
    }

    /// A supervisor is told of all of them, an inspector of those that were theirs by name, a street office of those
    /// that it might have done.
    private func missed(of person: Person) async throws -> [DutyRecord] {
        var filter = sinceLastMorning
        if person.has(.supervisor) { return try await day.duties(filter, .everything) }
        guard person.walks else { return [] }
        filter.forPerson = person.id
        return try await day.duties(filter, person.sight).filter {
            $0.assignee == person.id || (person.has(.subdistrict) && day.isFor(person, $0))
        }
    }

    private var sinceLastMorning: DutyFilter {
        var filter = DutyFilter()
        (filter.state, filter.endingWithin) = (.missed, (ledger.rulebook.lastMorning(before: now), now))
        return filter
    }
}

extension Person {
    /// Whether steps over the whole district's hazards wait for this person.
    fileprivate var oversees: Bool { has(.dispatcher) || has(.supervisor) || has(.leadingGroup) }
}
