import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

private func programme(
    _ id: String,
    _ cadence: Cadence,
    times: Int = 1,
    kinds: [String] = ["main-road"],
    tags: [String] = []
) -> Programme {
    Programme(id: id, name: id, siteKinds: kinds, tags: tags, cadence: cadence, times: times)
}

private let everyCadence: [Programme] = [
    programme("daily", .daily), programme("second", .everyDays(2, from: .of("2026-01-01"))),
    programme("worked", .workingDays), programme("off", .nonWorkingDays),
    programme("holiday", .publicHolidays),
    programme("weekly", .weekly, times: 2), programme("half", .halfMonthly), programme("monthly", .monthly),
    programme("quarterly", .quarterly), programme("half-yearly", .halfYearly), programme("yearly", .yearly),
    programme("last", .lastWorkingDay),
    programme("campaign", .campaign(from: .of("2026-10-05"), to: .of("2026-12-10"))),
]

extension TestLedger {
    /// What the schedule has recorded, one line an event, without what bears the time of recording.
    fileprivate func schedule() async throws -> [String] {
        var (lines, last): ([String], Int64) = ([], 0)
        while true {
            let page = try await ledger.events(entity: nil, after: last, limit: 500)
            for record in page {
                last = record.sequence
                let event = try record.event()
                // The morning is counted for whoever is there to read it: days nobody ran have none.
                if case .morning = event.entry { continue }
                if case .calendarGap = event.entry { continue }
                let body = try JSONEncoder.sorted.encode(Body(entry: event.entry))
                lines.append(
                    "\(event.entry.verb) \(event.entry.entity) \(String(decoding: body, as: UTF8.self))"
                )
            }
            guard page.count == 500 else { return lines }
        }
    }

    fileprivate func duties(_ programme: String, _ period: String? = nil) async throws -> [DutyRecord] {
        var filter = DutyFilter()
        (filter.programme, filter.period) = (programme, period)
        return try await ledger.duties(filter, sight: .everything, after: nil, limit: 100_000)
    }

    fileprivate func periods(_ programme: String) async throws -> [String] {
        var seen: [String] = []
        for duty in try await duties(programme) where seen.last != duty.key.period {
            seen.append(duty.key.period)
        }
        return Set(seen).sorted()
    }
}

private struct Body: Encodable {
    let entry: LedgerEntry
    func encode(to encoder: any Encoder) throws { try entry.encodeBody(to: encoder) }
}

extension JSONEncoder {
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }
}

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

@Suite struct `What changes in the middle of a period has a rule` {
    private let start = Zone.shanghai.at("2026-11-25 10:00")

    private func ledger(_ programmes: [Programme], in folder: TemporaryFolder? = nil, at: String? = nil)
        async throws
        -> TestLedger
    {
        try await TestLedger(
            at: at.map { Zone.shanghai.at($0) } ?? start,
            rulebook: .sample(programmes: programmes),
            in: folder,
            sites: folder == nil ? Acts.sites : []
        )
    }

    @Test func aCadenceThatChangesBeginsWithThePeriodOfThatMomentAndTheOldOneIsStillOwed() async throws {
        let first = try await ledger([programme("p", .weekly)])
        try first.ledger.close()
        let test = try await ledger([programme("p", .daily)], in: first.folder, at: "2026-11-26 10:00")
        #expect(try await test.periods("p") == ["2026-11-26", "2026-W48"])
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        test.clock.set(Zone.shanghai.at("2026-12-01 10:00"))
        try await test.ledger.advanceSchedule()
        #expect(
            try await test.periods("p") == [
                "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30", "2026-12-01",
                "2026-W48",
            ]
        )
        #expect(try await test.duties("p", "2026-W48").map(\.state) == [.missed, .done, .missed])
        try test.ledger.close()
        // Back to weekly: nothing is owed for the weeks in which it was daily.
        let again = try await ledger([programme("p", .weekly)], in: first.folder, at: "2026-12-23 10:00")
        let weeks = try await again.periods("p").filter { $0.contains("W") }
        #expect(weeks == ["2026-W48", "2026-W52"])
        #expect(try await again.closeAndReplay() == [])
    }

    @Test func aDayThatBothCadencesHaveIsOwedOnce() async throws {
        let first = try await ledger([programme("p", .daily)])
        try first.ledger.close()
        let test = try await ledger([programme("p", .workingDays)], in: first.folder)
        #expect(try await test.duties("p").count == 3)
        test.clock.set(Zone.shanghai.at("2026-11-30 10:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await test.periods("p") == ["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aCampaignThatIsExtendedGoesOnAndAsksForNothingTwice() async throws {
        let first = try await ledger([
            programme("p", .campaign(from: .of("2026-11-01"), to: .of("2026-11-30")))
        ])
        _ = try await first.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        try first.ledger.close()
        let longer = programme("p", .campaign(from: .of("2026-11-01"), to: .of("2026-12-31")))
        let test = try await ledger([longer], in: first.folder)
        test.clock.set(Zone.shanghai.at("2026-12-15 10:00"))
        try await test.ledger.advanceSchedule()
        let duties = try await test.duties("p")
        #expect(
            duties.map(\.state) == [.open, .done, .open]
                && duties.allSatisfy { $0.key.period == "2026-11-01+" }
        )
        #expect(duties.allSatisfy { $0.endsAt == Zone.shanghai.at("2027-01-01 00:00") })
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func whatIsAdoptedOnTheLastDayOfAWeekIsOwedOnceInIt() async throws {
        let test = try await ledger([programme("p", .weekly, times: 2)], at: "2026-11-29 10:00")
        #expect(try await test.duties("p").count == 3)
        test.clock.set(Zone.shanghai.at("2026-11-30 10:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await test.duties("p", "2026-W49").count == 6)
    }

    @Test func whatAProgrammeThatIsGoneHasOpenedCanStillBeNamedAndDone() async throws {
        let check = Programme(id: "c", name: "检查", siteKinds: ["main-road"], cadence: .weekly, manner: .check)
        let first = try await ledger([check])
        try first.ledger.close()
        let test = try await ledger([programme("q", .daily)], in: first.folder)
        #expect(try await test.ledger.programmeID("c") == "c")
        _ = try await test.file(.inspect(Inspect(site: "R-1", programme: "c")), by: .inspector)
        let duties = try await test.duties("c")
        #expect(duties.map(\.state) == [.open, .done, .open])
        #expect(duties.allSatisfy { $0.programmeName == "检查" && $0.manner == .check })
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func todayHoldsOnlyWhatAVisitWouldDo() async throws {
        let test = try await ledger([programme("w", .weekly, times: 2), programme("m", .monthly)])
        func visits() async throws -> [String] {
            let now = test.clock.now()
            let today = Zone.shanghai.day(containing: now)
            var filter = DutyFilter()
            (filter.isUndone, filter.runningAt) = (true, now)
            filter.visitOn = (today, Zone.shanghai.startOfDay(today))
            let duties = try await test.ledger.duties(filter, sight: .everything, after: nil, limit: 99)
            return duties.map { "\($0.key.programme) \($0.key.site) \($0.key.ordinal)" }.sorted()
        }
        #expect(try await visits() == ["m R-1 1", "m R-2 1", "m R-3 1", "w R-1 1", "w R-2 1", "w R-3 1"])
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        #expect(try await visits() == ["m R-2 1", "m R-3 1", "w R-2 1", "w R-3 1"])
        _ = try await test.file(.retireSites(RetireSites(["R-2"], reason: "封闭")), by: .supervisor)
        test.clock.advance(hours: 24)
        #expect(try await visits() == ["m R-3 1", "w R-1 2", "w R-3 1"])
    }

    @Test func aRetiredSiteIsBroughtBackByANewFirstDayAndByNothingElse() async throws {
        let test = try await ledger([programme("d", .daily)])
        _ = try await test.file(.retireSites(RetireSites(["R-1"], reason: "封闭")), by: .supervisor)
        func last() async throws -> CivilDate? {
            try await test.ledger.site("R-1", sight: .everything).activeTo
        }
        _ = try await test.file(Acts.roster(Acts.sites), by: .admin)
        #expect(try await last() == .of("2026-11-25"))
        let wrong = RosterRow(line: 2, .road("R-1", from: .of("2026-12-01"), to: .of("2026-11-30")))
        await #expect(throws: PatrolError.self) {
            try await test.file(.importSites(ImportSites([wrong])), by: .admin)
        }
        let reopened = Acts.roster([.road("R-1", from: .of("2026-12-01"))])
        _ = try await test.file(reopened, by: .admin)
        #expect(try await last() == nil)
        let cells: [RosterRow.Column: String] = [
            .code: "R-1", .name: "道路R-1", .kind: "main-road", .subdistrict: "水果湖街", .responsibleUnit: "养护单位",
            .activeTo: "2026-11-30",
        ]
        let fault = RowFault(line: 7, column: "activeTo", problem: .beforeActiveFrom)
        await #expect(throws: PatrolError.badRows(faults: [fault])) {
            try await test.file(.importSites(ImportSites([RosterRow(line: 7, cells: cells)])), by: .admin)
        }
    }

    @Test func aProgrammeThatIsTakenOutOwesWhatItHasOpened() async throws {
        let first = try await ledger([programme("p", .weekly), programme("q", .daily)])
        try first.ledger.close()
        let test = try await ledger([programme("q", .daily)], in: first.folder)
        test.clock.set(Zone.shanghai.at("2026-12-10 10:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await test.periods("p") == ["2026-W48"])
        #expect(try await test.duties("p").allSatisfy { $0.state == .missed })
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func moreVisitsAreOwedAtOnceAndFewerFromTheNextPeriodOn() async throws {
        let first = try await ledger([programme("p", .weekly, times: 2)])
        try first.ledger.close()
        let more = try await ledger([programme("p", .weekly, times: 3)], in: first.folder)
        #expect(try await more.duties("p").count == 9)
        try more.ledger.close()
        let fewer = try await ledger([programme("p", .weekly)], in: first.folder)
        #expect(try await fewer.duties("p").count == 9)
        fewer.clock.set(Zone.shanghai.at("2026-12-01 10:00"))
        try await fewer.ledger.advanceSchedule()
        #expect(try await fewer.duties("p", "2026-W49").count == 3)
        #expect(try await fewer.closeAndReplay() == [])
    }

    @Test func sitesThatAProgrammeCoversAnewJoinAtOnce() async throws {
        let first = try await ledger([programme("p", .weekly, tags: ["x"])])
        #expect(try await first.duties("p").isEmpty)
        try first.ledger.close()
        let test = try await ledger([programme("p", .weekly)], in: first.folder)
        #expect(try await test.duties("p").map(\.targetDate).allSatisfy { $0 >= "2026-11-25" })
        #expect(try await test.duties("p").count == 3)
    }

    @Test func aRetiredSiteIsExcusedFromWhatEndsAfterItsLastDay() async throws {
        let test = try await ledger([programme("d", .daily), programme("m", .monthly)])
        _ = try await test.file(.inspect(Inspect(site: "R-2", programme: "m")), by: .inspector)
        let retirement = RetireSites(["R-1", "R-2"], reason: "道路封闭改造")
        _ = try await test.file(.retireSites(retirement), by: .supervisor)
        test.clock.set(Zone.shanghai.at("2026-12-01 10:00"))
        try await test.ledger.advanceSchedule()
        // Its last day is still owed; the month that ends after it is not.
        #expect(try await test.duties("d", "2026-11-25").map(\.state) == [.missed, .missed, .missed])
        #expect(try await test.duties("d", "2026-11-26").map(\.key.site) == ["R-3"])
        #expect(try await test.duties("m", "2026-11").map(\.state) == [.missed, .excused, .done])
        #expect(try await test.duties("m", "2026-12").map(\.key.site) == ["R-3"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aSiteThatBeginsLaterInAPeriodIsOwedInIt() async throws {
        let test = try await ledger([programme("m", .monthly), programme("d", .daily)])
        _ = try await test.file(Acts.roster(Acts.sites + [.road("R-4", from: .of("2026-11-28"))]), by: .admin)
        #expect(
            try await test.duties("m", "2026-11").first { $0.key.site == "R-4" }?.targetDate == "2026-11-28"
        )
        test.clock.set(Zone.shanghai.at("2026-11-28 10:00"))
        try await test.ledger.advanceSchedule()
        #expect(try await test.duties("d", "2026-11-27").count == 3)
        #expect(try await test.duties("d", "2026-11-28").count == 4)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func whatARosterNoLongerListsIsRetiredOnlyWhenToldAndOnlyOfItsKinds() async throws {
        let test = try await ledger([programme("d", .daily)])
        let park = Site(code: "P-1", name: "公园", kind: "park", subdistrict: "水果湖街", responsibleUnit: "园林")
        _ = try await test.file(Acts.roster(Acts.sites + [park]), by: .admin)
        let rows = [RosterRow(line: 2, Acts.sites[0])]
        let kept = try await test.file(.importSites(ImportSites(rows)), by: .admin)
        guard case .sites(.import, let none) = kept.entry else { return #expect(Bool(false)) }
        #expect(none.retired == nil)
        let told = try await test.file(.importSites(ImportSites(rows, retiringMissing: true)), by: .admin)
        guard case .sites(.import, let roster) = told.entry else { return #expect(Bool(false)) }
        #expect(
            roster.retired?.map(\.code) == ["R-2", "R-3"]
                && roster.retired?.first?.activeTo == .of("2026-11-25")
        )
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aKindThatNobodyHasDeclaredIsRefused() async throws {
        let test = try await ledger([programme("d", .daily)])
        let wrong = Site(code: "P-1", name: "公园", kind: "prak", subdistrict: "水果湖街", responsibleUnit: "园林")
        let fault = RowFault(line: 2, column: "kind", problem: .unknownKind("prak", nearest: "park"))
        await #expect(throws: PatrolError.badRows(faults: [fault])) {
            try await test.file(Acts.roster([wrong]), by: .admin)
        }
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
