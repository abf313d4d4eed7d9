import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

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
