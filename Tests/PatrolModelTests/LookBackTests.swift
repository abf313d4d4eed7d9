import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A look-back` {
    private let zone = Zone.shanghai
    private let plan = LookBackPlan(after: 7, severity: .general)

    private func programme(_ plan: LookBackPlan, assignees: [String: String] = [:]) -> Programme {
        Programme(
            id: "look-back",
            name: "回头看",
            siteKinds: [],
            cadence: .weekly,
            manner: .check,
            assignees: assignees,
            lookBack: plan
        )
    }

    /// Reported by `reporter`, fixed by the unit, and closed on Monday 2026-11-23 by whoever checked it.
    private func closed(
        by verifier: Person = .supervisor,
        typedBy clerk: Person? = nil,
        number: String = "H-2026-000001"
    ) throws -> Hazard {
        try hazard(number, at: zone.at("2026-11-23 10:00"), verifier: verifier, clerk: clerk)
    }

    private func hazard(_ number: String, at: Instant, verifier: Person, clerk: Person?) throws -> Hazard {
        let category = Catalogue.sample.categories[0]
        let report = Hazard.Report(
            site: .road("R-1"),
            grounds: Grounds(category, category.conditions[0]),
            severity: .general,
            describe: "井盖缺失",
            inspection: nil,
            observedAt: at,
            reason: nil,
            fixedBy: Rectification.onTheSpot
        )
        let (clock, rules) = (DeadlineClock.sample(), Configuration.Rules())
        return try Hazard.reporting(
            report,
            number: number,
            by: Actor(.inspector, typedBy: clerk),
            at: at,
            clock: clock,
            limits: rules.limits
        ).verifying(.passed(note: "完好"), by: Actor(verifier), rules: rules, at: at, clock: clock)
    }

    private func week(_ day: String) throws -> Period {
        let almanac = Almanac(zone: zone, calendar: .sample)
        return try #require(almanac.period(of: .weekly, from: .of(day)))
    }

    @Test func isOwedInThePeriodThatItsDayLiesIn() throws {
        let hazard = try closed()
        let duty = programme(plan).lookBack(
            at: hazard,
            ordinal: 1,
            in: try week("2026-11-30"),
            among: Person.all,
            zone: zone
        )
        #expect(duty?.hazard == hazard.id && duty?.site == "R-1")
        #expect(duty?.targetDate == .of("2026-11-30"))
        for other in ["2026-11-29", "2026-12-07"] {
            let none = programme(plan).lookBack(
                at: hazard,
                ordinal: 1,
                in: try week(other),
                among: Person.all,
                zone: zone
            )
            #expect(none == nil)
        }
    }

    @Test func isNotBestDoneBeforeItsProgrammeIsThere() throws {
        let duty = programme(plan).lookBack(
            at: try closed(),
            ordinal: 1,
            in: try week("2026-11-30"),
            among: Person.all,
            zone: zone,
            notBefore: .of("2026-12-02")
        )
        #expect(duty?.targetDate == .of("2026-12-02"))
    }

    @Test(arguments: [
        (LookBackPlan(after: 7), true), (LookBackPlan(after: 7, severity: .major), false),
        (LookBackPlan(after: 7, categories: ["0306", "0103"]), true),
        (LookBackPlan(after: 7, categories: ["0306"]), false),
        (LookBackPlan(after: 7, severity: .general, categories: ["0103"]), true),
    ])
    func isOfTheSeverityAndTheCategoriesThatItsProgrammeNames(_ plan: LookBackPlan, _ isOwed: Bool) throws {
        let day = programme(plan).lookBackDay(of: try closed(), zone: zone)
        #expect((day == .of("2026-11-30")) == isOwed && (day == nil) == !isOwed)
    }

    @Test func isGivenToTheSubdistrictsOwnUnlessThatOneHadAHandInIt() throws {
        let (first, second) = ("inspector", "inspector-2")
        // The first inspector has fixed it: neither by name nor in turn.
        let hazard = try closed()
        for own in [first, second] {
            let duty = programme(plan, assignees: ["水果湖街": own])
                .lookBack(at: hazard, ordinal: 1, on: .of("2026-11-30"), among: Person.all)
            #expect(duty.assignee == second)
        }
        let checked = try closed(by: .secondInspector)
        let duty = programme(plan).lookBack(
            at: checked,
            ordinal: 1,
            on: .of("2026-11-30"),
            among: Person.all
        )
        #expect(duty.assignee == nil)
    }

    @Test func isNoWorkForWhoeverDidTypedCheckedOrClosedItNorForTheUnit() throws {
        let clerk = Person(id: "clerk", name: "代录", roles: [.inspector])
        let owner = Person(id: "owner", name: "养护", roles: [.inspector, .unit], unit: "养护单位")
        let hazard = try closed(by: .secondInspector, typedBy: clerk)
        let may = (Person.all + [clerk, owner]).filter(hazard.mayBeLookedBackAt).map(\.id)
        #expect(may == ["supervisor", "leader", "leader-2", "supervisor-2"])
    }

    @Test func goesRoundAmongTheInspectorsByTheHazardsNumber() throws {
        let people = (1...4).map { Person(id: "i-\($0)", name: "", roles: [.inspector]) }
        let given = try (1...8).map { number in
            let hazard = try closed(number: "H-2026-00000\(number)")
            return programme(plan).lookBack(at: hazard, ordinal: 1, on: .of("2026-11-30"), among: people)
                .assignee
        }
        #expect(given == ["i-2", "i-3", "i-4", "i-1", "i-2", "i-3", "i-4", "i-1"])
    }

    @Test func isNamedByItsHazard() {
        let key = DutyKey(
            programme: "look-back",
            period: "2026-W48",
            site: "R-1",
            ordinal: 1,
            hazard: "H-2026-000123"
        )
        #expect(key.description == "look-back/2026-W48/H-2026-000123")
    }

    @Test func isAskedForByCadencesThatLeaveNoDayOut() {
        let forms = Cadence.forms.filter { Cadence($0)?.leavesNoDayOut == true }
        #expect(
            forms == [
                "daily", "weekly", "half-monthly", "monthly", "quarterly", "half-yearly", "yearly",
                "every 2 days from 2026-01-01",
            ]
        )
    }
}
