import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A programme's duties` {
    private let zone = Zone.shanghai
    private let today = Period(
        key: "2026-11-23",
        first: .of("2026-11-23"),
        last: .of("2026-11-23"),
        start: Zone.shanghai.at("2026-11-23 00:00"),
        end: Zone.shanghai.at("2026-11-24 00:00")
    )

    private func period(_ cadence: Cadence, _ date: String) throws -> Period {
        try #require(Almanac(zone: zone, calendar: .sample).period(of: cadence, from: .of(date)))
    }

    @Test func eachCoveredActiveSiteHasOneWhateverItsTags() {
        let sites = [
            Site.road("R-2", tags: ["a", "b"]), Site.road("R-1", subdistrict: "中南路街"),
            Site.road("R-9", to: CivilDate("2026-11-22")), Site.road("R-8", from: CivilDate("2026-11-24")),
            Site(code: "P-1", name: "公园", kind: "park", subdistrict: "水果湖街", responsibleUnit: "园林"),
        ]
        let duties = Programme.roadsDaily.duties(in: today, over: sites, calendar: .sample)
        #expect(duties.map(\.site) == ["R-1", "R-2"])
        #expect(duties.map(\.assignee) == [nil, "inspector"])
        #expect(duties.allSatisfy { $0.ordinal == 1 && $0.targetDate.description == "2026-11-23" })
    }

    @Test func everyTagItAsksForMustBeThere() {
        let programme = Programme(
            id: "p",
            name: "",
            siteKinds: ["main-road"],
            tags: ["a", "b"],
            cadence: .daily
        )
        #expect(programme.covers(.road("R-1", tags: ["a", "b", "c"])))
        #expect(!programme.covers(.road("R-1", tags: ["a"])))
    }

    @Test func oneOfTheTagsAndTheSubdistrictsItAsksForMustBeThere() {
        let programme = Programme(
            id: "p",
            name: "",
            siteKinds: ["main-road", "park"],
            anyTags: ["a", "b"],
            subdistricts: ["水果湖街"],
            cadence: .daily
        )
        #expect(programme.covers(.road("R-1", tags: ["b", "c"])))
        #expect(!programme.covers(.road("R-1", tags: ["c"])))
        #expect(!programme.covers(.road("R-1", subdistrict: "中南路街", tags: ["a"])))
    }

    @Test func theDaysOfAMonthsDutiesAreSpreadOverItsWorkingDays() throws {
        let programme = Programme(id: "p", name: "", siteKinds: ["main-road"], cadence: .monthly)
        let sites = (10..<50).map { Site.road("R-\($0)") }
        let duties = programme.duties(in: try period(.monthly, "2026-10-01"), over: sites, calendar: .sample)
        let days = duties.map(\.targetDate)
        #expect(days == days.sorted() && days.first == .of("2026-10-08") && days.last == .of("2026-10-30"))
        #expect(days.allSatisfy { WorkCalendar.sample.day($0).isWorked })
        let most = Dictionary(grouping: days) { $0 }.values.map(\.count).max()
        #expect(most == 3)  // 40 sites over 18 working days
    }

    @Test func aSiteVisitedSeveralTimesAPeriodIsVisitedOnDaysThatLieApart() throws {
        let programme = Programme(id: "p", name: "", siteKinds: ["main-road"], cadence: .weekly, times: 2)
        let week = try period(.weekly, "2026-11-23")
        let duties = programme.duties(in: week, over: [.road("R-1"), .road("R-2")], calendar: .sample)
        #expect(duties.map(\.site) == ["R-1", "R-1", "R-2", "R-2"] && duties.map(\.ordinal) == [1, 2, 1, 2])
        #expect(duties.map { $0.targetDate.dayOfMonth } == [23, 25, 24, 26])
    }

    @Test func noMoreVisitsAreOwedThanThereAreDaysLeftForThem() throws {
        let programme = Programme(id: "p", name: "", siteKinds: ["main-road"], cadence: .weekly, times: 3)
        let week = try period(.weekly, "2026-11-23")
        let sites = [
            Site.road("R-1"), .road("R-2", to: .of("2026-11-24")), .road("R-3", from: .of("2026-11-29")),
        ]
        func owed(_ earliest: String?) -> [Int] {
            let duties = programme.duties(
                in: week,
                over: sites,
                calendar: .sample,
                notBefore: earliest.map { .of($0) }
            )
            return ["R-1", "R-2", "R-3"].map { site in duties.filter { $0.site == site }.count }
        }
        #expect(owed(nil).elementsEqual([3, 2, 1]))
        #expect(owed("2026-11-28").elementsEqual([2, 0, 1]))
        #expect(owed("2026-11-29").elementsEqual([1, 0, 1]))
    }

    @Test func aSiteIsOwedWhatOverlapsItsActiveDaysAndOnThem() throws {
        let programme = Programme(id: "p", name: "", siteKinds: ["main-road"], cadence: .monthly)
        let sites = [
            Site.road("R-1", to: .of("2026-10-31")), .road("R-2", to: .of("2026-11-02")),
            .road("R-3", from: .of("2026-11-27")), .road("R-4", from: .of("2026-12-01")),
        ]
        let month = try period(.monthly, "2026-11-01")
        let duties = programme.duties(in: month, over: sites, calendar: .sample)
        #expect(duties.map(\.site) == ["R-2", "R-3"])
        #expect(duties.map(\.targetDate) == [.of("2026-11-02"), .of("2026-11-27")])
        let late = programme.duties(in: month, over: sites, calendar: .sample, notBefore: .of("2026-11-28"))
        #expect(late.map(\.site) == ["R-3"] && late.map(\.targetDate) == [.of("2026-11-28")])
    }

    @Test func oneVisitADayDoesOneOfSeveral() throws {
        let week = try period(.weekly, "2026-11-23")
        func candidate(_ ordinal: Int, _ state: DutyState, doneOn: String? = nil) -> Inspection.Candidate {
            Inspection.Candidate(
                duty: DutyKey(programme: "p", period: week.key, site: "R-1", ordinal: ordinal),
                period: week,
                state: state,
                doneOn: doneOn.map { .of($0) }
            )
        }
        func settled(_ candidates: [Inspection.Candidate], _ day: String) -> [Int] {
            Inspection.settling(
                candidates,
                observedAt: zone.at(day + " 10:00"),
                on: .of(day),
                now: zone.at(day + " 10:00"),
                lateFilingDays: 3
            ).map(\.duty.ordinal)
        }
        #expect(settled([candidate(2, .open), candidate(1, .open)], "2026-11-23") == [1])
        let once = [candidate(1, .done, doneOn: "2026-11-23"), candidate(2, .open)]
        #expect(settled(once, "2026-11-23") == [])
        #expect(settled(once, "2026-11-24") == [2])
    }

    @Test func onlyTheInspectionsOfItsRolesCount() {
        let programme = Programme(
            id: "p",
            name: "",
            siteKinds: ["main-road"],
            cadence: .monthly,
            roles: [.subdistrict]
        )
        #expect(programme.counts(.street) && !programme.counts(.inspector))
        #expect(Programme.roadsDaily.counts(.inspector))
    }

    @Test func aDutyIsNamedByWhatMakesItUnique() {
        #expect(
            DutyKey(programme: "p", period: "2026-11-23", site: "R-1", ordinal: 1).description
                == "p/2026-11-23/R-1"
        )
        #expect(
            DutyKey(programme: "p", period: "2026-11-23", site: "R-1", ordinal: 2).description
                == "p/2026-11-23/R-1/2"
        )
    }

    @Test func anInspectionSettlesByTheTimeItWasMade() {
        let key = DutyKey(programme: "p", period: today.key, site: "R-1", ordinal: 1)
        func settled(_ observed: String, _ now: String, _ state: DutyState = .open) -> [Inspection.Settled] {
            Inspection.settling(
                [Inspection.Candidate(duty: key, period: today, state: state)],
                observedAt: zone.at(observed),
                on: zone.day(containing: zone.at(observed)),
                now: zone.at(now),
                lateFilingDays: 3
            )
        }
        #expect(settled("2026-11-23 10:00", "2026-11-23 10:05") == [.init(duty: key, late: false)])
        #expect(settled("2026-11-23 23:59", "2026-11-24 00:00", .missed) == [.init(duty: key, late: true)])
        #expect(settled("2026-11-23 10:00", "2026-11-26 23:59", .missed) == [.init(duty: key, late: true)])
        #expect(settled("2026-11-23 10:00", "2026-11-27 00:00", .missed) == [])
        #expect(settled("2026-11-22 23:59", "2026-11-23 10:05") == [])
        #expect(settled("2026-11-23 10:00", "2026-11-23 10:05", .done) == [])
    }

    @Test func aVisitThatSawNothingSettlesNothing() {
        #expect(Inspection.Result.allCases.filter(\.settlesDuties) == [.ok, .hazard])
    }
}

@Suite struct `The rules in force` {
    private let rulebook = Rulebook.sample()
    private let now = Zone.shanghai.at("2026-11-23 10:00")

    @Test func nothingTypedMeansNow() throws {
        #expect(try rulebook.instant(nil, now: now) == now)
        #expect(try rulebook.instant(TypedTime("09:30"), now: now) == now + -1800)
    }

    @Test func whoeverTypesToTheMinuteMeansSomeSecondOfIt() throws {
        let earliest = now + -1782  // 09:30:18
        #expect(try rulebook.instant(TypedTime("09:30"), notBefore: earliest, now: now) == earliest)
        #expect(
            try rulebook.instant(TypedTime("2026-11-23T09:30+08:00"), notBefore: earliest, now: now)
                == earliest
        )
        #expect(try rulebook.instant(TypedTime("09:30:00"), notBefore: earliest, now: now) == now + -1800)
        #expect(try rulebook.instant(TypedTime("09:29"), notBefore: earliest, now: now) == now + -1860)
    }

    @Test func theFutureIsRefused() {
        #expect(
            throws: PatrolError.futureTime(
                time: "2026-11-23T10:01:00+08:00",
                now: "2026-11-23T10:00:00+08:00"
            )
        ) { try rulebook.instant(TypedTime("10:01"), now: now) }
    }

    @Test func anObservationOverADayOldNeedsAReason() throws {
        try rulebook.requireReason(nil, observed: now + -86400, now: now)
        try rulebook.requireReason("下乡无网络", observed: now + -86401, now: now)
        #expect(throws: PatrolError.lateWithoutReason(hours: 24)) {
            try rulebook.requireReason(nil, observed: now + -86401, now: now)
        }
    }

    @Test func peopleAndProgrammesAreFoundByTheirIds() throws {
        let configuration = rulebook.configuration
        #expect(try configuration.person("leader") == .leader)
        #expect(throws: PatrolError.unknownPerson(id: "leder", nearest: "leader")) {
            try configuration.person("leder")
        }
        #expect(try configuration.programme("roads-daily") == .roadsDaily)
        #expect(configuration.name("leader") == "领导一" && configuration.name("gone") == "gone")
        #expect(throws: PatrolError.unknownProgramme(id: "x", nearest: nil)) {
            try configuration.programme("x")
        }
    }
}
