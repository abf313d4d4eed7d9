import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

private let everyCadence: [Programme] = [
    programme("daily", .daily), programme("second", .everyDays(2, from: .of("2026-01-01"))),
    programme("worked", .workingDays), programme("off", .nonWorkingDays),
    programme("holiday", .publicHolidays),
    programme("weekly", .weekly, times: 2), programme("half", .halfMonthly), programme("monthly", .monthly),
    programme("quarterly", .quarterly), programme("half-yearly", .halfYearly), programme("yearly", .yearly),
    programme("last", .lastWorkingDay),
    programme("campaign", .campaign(from: .of("2026-10-05"), to: .of("2026-12-10"))),
]

@Suite struct `Every cadence runs, and time may pass as it likes` {
    private static let start = Zone.shanghai.at("2026-09-28 10:00")
    private static let end = Zone.shanghai.at("2026-12-29 10:00")

    private func run(
        _ steps: (inout SeededGenerator) -> Int64,
        seed: UInt64,
        zone: Zone = .shanghai,
        programmes: [Programme] = everyCadence,
        until end: Instant = Self.end
    ) async throws -> TestLedger {
        let test = try await TestLedger(
            at: Self.start,
            rulebook: .sample(programmes: programmes, zone: zone),
            sites: Acts.sites
        )
        _ = try await test.file(
            Acts.report(category: "0306", condition: 2),
            by: .inspector,
            observedAt: zone.iso8601(Self.start + -3600)
        )
        var random = SeededGenerator(seed: seed)
        while test.clock.now() < end {
            test.clock.set(min(end, test.clock.now() + steps(&random)))
            try await test.ledger.advanceSchedule()
        }
        return test
    }

    /// One zone where the clock stands still, and one where it is set back in between.
    @Test(arguments: ["Asia/Shanghai", "America/New_York"])
    func theLedgerIsTheSameInWhateverChunks(_ name: String) async throws {
        let zone = Zone.named(name)
        let whole = try await run({ _ in 100 * 86400 }, seed: 1, zone: zone)
        let expected = try await whole.schedule()
        #expect(expected.contains { $0.hasPrefix("hazard.overdue") })
        let chunks = try await run({ Int64.random(in: 1...40 * 3600, using: &$0) }, seed: 2, zone: zone)
        #expect(try await chunks.schedule() == expected)
        #expect(try await chunks.closeAndReplay() == [])
        #expect(try await whole.closeAndReplay() == [])
    }

    @Test(arguments: [11, 12, 13, 14])
    func alsoUnderRulesDrawnAtRandom(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let zones = ["Asia/Shanghai", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"]
        let zone = Zone.named(zones.randomElement(using: &random) ?? "UTC")
        let programmes = (0..<5).map { drawn("p\($0)", using: &random) }
        let end = Self.start + Int64.random(in: 20 * 86400...45 * 86400, using: &random)
        let whole = try await run(
            { _ in 100 * 86400 },
            seed: 1,
            zone: zone,
            programmes: programmes,
            until: end
        )
        let chunks = try await run(
            { Int64.random(in: 1...60 * 3600, using: &$0) },
            seed: seed,
            zone: zone,
            programmes: programmes,
            until: end
        )
        #expect(try await chunks.schedule() == whole.schedule(), "\(zone.name) \(programmes.map(\.cadence))")
        #expect(try await chunks.closeAndReplay() == [])
    }

    private func drawn(_ id: String, using random: inout SeededGenerator) -> Programme {
        let anchor = CivilDate.of("2026-09-01").adding(days: Int.random(in: 0...60, using: &random))
        let cadences: [Cadence] =
            everyCadence.map(\.cadence) + [
                .everyDays(Int.random(in: 2...20, using: &random), from: anchor),
                .campaign(from: anchor, to: anchor.adding(days: Int.random(in: 0...40, using: &random))),
            ]
        let cadence = cadences.randomElement(using: &random) ?? .daily
        let times = Int.random(in: 1...min(3, cadence.shortestSpan), using: &random)
        return programme(id, cadence, times: times)
    }

    @Test func threeMonthsOfDowntimeSettleEachMissedDutyOnce() async throws {
        let test = try await run({ _ in 100 * 86400 }, seed: 1)
        let before = try await test.schedule().count
        try await test.ledger.advanceSchedule()
        #expect(try await test.schedule().count == before)
        for programme in everyCadence {
            let duties = try await test.duties(programme.id)
            let almanac = Rulebook.sample().almanac
            var (expected, period) = (0, almanac.period(of: programme.cadence, from: Self.start))
            while let next = period, next.start <= Self.end {
                expected += 1
                period = almanac.period(of: programme.cadence, after: next)
            }
            #expect(duties.count == expected * 3 * programme.times, "\(programme.id)")
            #expect(
                duties.allSatisfy { ($0.state == .missed) == ($0.endsAt <= Self.end) },
                "\(programme.id)"
            )
        }
        let settled = try await test.schedule().filter { $0.hasPrefix("period.settle") }
        #expect(Set(settled).count == settled.count)
    }

    @Test func theDaysAreThoseOfTheCalendar() async throws {
        let test = try await run({ _ in 100 * 86400 }, seed: 1)
        #expect(try await test.periods("last") == ["2026-09-30", "2026-10-30", "2026-11-30"])
        #expect(try await test.periods("holiday") == (1...7).map { "2026-10-0\($0)" })
        #expect(try await test.periods("worked").contains("2026-10-10"))
        #expect(try await !test.periods("worked").contains("2026-10-11"))
        #expect(try await test.periods("off").contains("2026-10-11"))
        #expect(try await test.periods("campaign") == ["2026-10-05+"])
        #expect(try await test.periods("half").first == "2026-09-B")
    }

    @Test func aTwiceWeeklySiteIsVisitedOnTwoDays() async throws {
        let test = try await TestLedger(
            at: Zone.shanghai.at("2026-11-23 10:00"),
            rulebook: .sample(programmes: [programme("weekly", .weekly, times: 2)]),
            sites: Acts.sites
        )
        func settled() async throws -> Int {
            let receipt = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
            guard case .inspection(let inspection) = receipt.entry else { return -1 }
            return inspection.settled.count
        }
        #expect(try await settled() == 1)
        #expect(try await settled() == 0)
        test.clock.advance(hours: 24)
        #expect(try await settled() == 1)
        test.clock.advance(hours: 24)
        #expect(try await settled() == 0)
        test.clock.set(Zone.shanghai.at("2026-11-30 00:00"))
        try await test.ledger.advanceSchedule()
        let states = try await test.duties("weekly", "2026-W48").map(\.state)
        #expect(states.filter { $0 == .done }.count == 2 && states.filter { $0 == .missed }.count == 4)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func theNextInstantKnowsWhatBeginsAfterADayOff() async throws {
        let test = try await TestLedger(
            at: Zone.shanghai.at("2026-11-28 00:00"),
            rulebook: .sample(programmes: [programme("worked", .workingDays)]),
            sites: Acts.sites
        )
        let next = try await test.ledger.nextInstant(after: Zone.shanghai.at("2026-11-29 08:00"))
        #expect(next == Zone.shanghai.at("2026-11-30 00:00"))
    }
}

@Suite struct `Only the inspections of a programme's people do its duties` {
    @Test func aSubdistrictsSurveyIsNotDoneByTheBureau() async throws {
        let survey = Programme(
            id: "survey",
            name: "街道全面排查",
            siteKinds: ["main-road"],
            cadence: .monthly,
            roles: [.subdistrict]
        )
        let test = try await TestLedger.make(rulebook: .sample(programmes: [.roadsDaily, survey]))
        func settled(by person: Person) async throws -> [String] {
            let receipt = try await test.file(.inspect(Inspect(site: "R-1")), by: person)
            guard case .inspection(let inspection) = receipt.entry else { return [] }
            return inspection.settled.map(\.duty.programme)
        }
        #expect(try await settled(by: .inspector) == ["roads-daily"])
        #expect(try await settled(by: .street) == ["survey"])
    }
}

@Suite struct `A programme shows how it stands` {
    @Test func theLongestGapIsTheRealOneAndMayStillRun() async throws {
        let test = try await TestLedger(
            at: Zone.shanghai.at("2026-11-23 10:00"),
            rulebook: .sample(programmes: [programme("p", .everyDays(2, from: .of("2026-11-23")))]),
            sites: Acts.sites
        )
        let programme = try test.ledger.rulebook.configuration.programme("p")
        func gap() async throws -> String? {
            try await test.ledger.longestGap(of: programme, at: test.clock.now(), sight: .everything).map {
                "\($0.site) \($0.to - $0.from) \($0.isRunning)"
            }
        }
        // Nobody has been there since the programme came into force.
        test.clock.advance(hours: 1)
        #expect(try await gap() == "R-1 3600 true")
        test.clock.advance(hours: -1)
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        // The first day of one period and the last of the next: three days, and yet nothing was missed.
        test.clock.set(Zone.shanghai.at("2026-11-26 10:00"))
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        #expect(try await gap() == "R-1 259200 false")
        test.clock.advance(seconds: 1)
        #expect(try await gap() == "R-2 259201 true")
        test.clock.advance(seconds: -1)
        for site in ["R-2", "R-3"] { _ = try await test.file(.inspect(Inspect(site: site)), by: .inspector) }
        test.clock.advance(hours: 1)
        #expect(try await gap() == "R-1 259200 false")
        test.clock.set(Zone.shanghai.at("2026-11-30 10:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await gap() == "R-1 345600 true")
        let record = try await test.ledger.programme(programme, at: test.clock.now(), sight: .everything)
        #expect(record.sites == 3 && record.period?.key == "2026-11-29+2d" && record.duties == [.open: 3])
        let preview = try await test.ledger.preview(
            programme,
            from: .of("2026-12-30"),
            periods: 2,
            sight: .own(subdistrict: "水果湖街", unit: nil)
        )
        #expect(
            preview.map(\.period.key) == ["2026-12-29+2d", "2026-12-31+2d"]
                && preview.map(\.duties) == [2, 2]
        )
        try test.ledger.close()
        let monthly = try await TestLedger(
            at: Zone.shanghai.at("2026-11-30 11:00"),
            rulebook: .sample(programmes: [PatrolLedgerTests.programme("p", .monthly)]),
            in: test.folder
        )
        // A change of cadence does not make a neglected site look visited.
        let still = try await monthly.ledger.longestGap(
            of: try monthly.ledger.rulebook.configuration.programme("p"),
            at: monthly.clock.now(),
            sight: .everything
        )
        #expect(still.map { $0.to - $0.from } == 349_200)
        let now = try monthly.ledger.rulebook.configuration.programme("p")
        let running = try await monthly.ledger.programme(now, at: monthly.clock.now(), sight: .everything)
        #expect(running.period?.key == "2026-11")
    }
}
