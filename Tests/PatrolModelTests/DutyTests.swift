import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A programme's duties` {
    private let zone = Zone.shanghai
    private var today: Period { Cadence.daily.period(containing: zone.at("2026-11-23 10:00"), in: zone) }

    @Test func eachCoveredActiveSiteHasOneWhateverItsTags() {
        let sites = [
            Site.road("R-2", tags: ["a", "b"]), Site.road("R-1", subdistrict: "中南路街"),
            Site.road("R-9", to: CivilDate("2026-11-22")), Site.road("R-8", from: CivilDate("2026-11-24")),
            Site(code: "P-1", name: "公园", kind: "park", subdistrict: "水果湖街", responsibleUnit: "园林"),
        ]
        let duties = Programme.roadsDaily.duties(in: today, over: sites, zone: zone)
        #expect(duties.map(\.site) == ["R-1", "R-2"])
        #expect(duties.map(\.assignee) == [nil, "inspector"])
        #expect(duties.allSatisfy { $0.ordinal == 1 && $0.targetDate.description == "2026-11-23" })
    }

    @Test func everyTagItAsksForMustBeThere() {
        let programme = Programme(
            id: "p",
            name: "",
            siteKind: "main-road",
            tags: ["a", "b"],
            cadence: .daily
        )
        #expect(programme.covers(.road("R-1", tags: ["a", "b", "c"])))
        #expect(!programme.covers(.road("R-1", tags: ["a"])))
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
