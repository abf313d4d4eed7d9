import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `Look-backs are planned by themselves` {
    /// Monday morning.
    private let start = Zone.shanghai.at("2026-11-23 10:00")

    private func lookBack(
        _ id: String = "b",
        after: Int,
        _ severity: Hazard.Severity? = nil,
        cadence: Cadence = .weekly,
        roles: [Role] = []
    ) -> Programme {
        Programme(
            id: id,
            name: "回头看",
            siteKinds: [],
            cadence: cadence,
            manner: .check,
            roles: roles,
            lookBack: LookBackPlan(after: after, severity: severity)
        )
    }

    private func ledger(
        _ programmes: [Programme],
        in folder: TemporaryFolder? = nil,
        at: String? = nil
    ) async throws -> TestLedger {
        try await TestLedger(
            at: at.map { Zone.shanghai.at($0) } ?? start,
            rulebook: .sample(programmes: programmes),
            in: folder,
            sites: folder == nil ? Acts.sites : []
        )
    }

    /// Reported and closed in the same minute; a major one by the leading group.
    @discardableResult
    private func closed(
        _ test: TestLedger,
        _ severity: Hazard.Severity = .general,
        at site: String = "R-1"
    ) async throws -> String {
        let hazard = try await test.file(Acts.report(site, severity), by: .secondInspector).id
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        let isMajor = severity == .major
        _ = try await test.file(Acts.rectify(hazard, isMajor ? [test.handIn()] : []), by: .liaison)
        _ = try await test.file(Acts.verify(hazard), by: .supervisor)
        guard isMajor else { return hazard }
        _ = try await test.file(Acts.plan(hazard), by: .supervisor)
        _ = try await test.file(Acts.close(hazard), by: .leader)
        return hazard
    }

    private func move(_ test: TestLedger, to time: String) async throws {
        test.clock.set(Zone.shanghai.at(time))
        try await test.ledger.advanceSchedule()
    }

    @Test func onceThePeriodOfTheirDayBegins() async throws {
        let test = try await ledger([lookBack(after: 7)])
        let hazard = try await closed(test)
        #expect(try await test.duties("b").isEmpty)
        try await move(test, to: "2026-11-30 00:00")
        let duty = try #require(try await test.duties("b").first)
        #expect(duty.key.description == "b/2026-W49/\(hazard)" && duty.key.site == "R-1")
        #expect(duty.targetDate == "2026-11-30" && duty.state == .open && duty.categoryName == "雨水井盖")
        #expect(["inspector", "inspector-2"].contains(duty.assignee ?? "nobody"))
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func bySeverityEachInItsOwnTime() async throws {
        let test = try await ledger([
            lookBack("general", after: 30, .general), lookBack("major-7", after: 7, .major),
            lookBack("major-30", after: 30, .major),
        ])
        let (general, major) = (try await closed(test), try await closed(test, .major, at: "R-3"))
        try await move(test, to: "2027-01-10 10:00")
        #expect(try await test.duties("general").map(\.key.description) == ["general/2026-W52/\(general)"])
        #expect(try await test.duties("major-7").map(\.key.description) == ["major-7/2026-W49/\(major)"])
        #expect(try await test.duties("major-30").map(\.key.description) == ["major-30/2026-W52/\(major)"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func andJoinAPeriodThatRunsAlreadyInTheSameCommitAsTheClosing() async throws {
        let test = try await ledger([lookBack(after: 2)])
        let hazard = try await closed(test)
        let duty = try #require(try await test.duties("b").first)
        #expect(duty.key.period == "2026-W48" && duty.key.hazard == hazard)
        #expect(duty.targetDate == "2026-11-25")
        let verbs = try await test.ledger.events(entity: nil, after: 0, limit: 100).suffix(2).map {
            try $0.event().entry.verb
        }
        #expect(verbs == ["hazard.verify", "period.open"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func andMissedWhereNobodyComesHoweverOftenTheSiteIsInspected() async throws {
        let test = try await ledger([lookBack(after: 2), .roadsDaily])
        let hazard = try await closed(test)
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        #expect(try await test.duties("b").map(\.state) == [.open])
        try await move(test, to: "2026-11-30 10:00")
        #expect(try await test.duties("b").map(\.state) == [.missed])
        let reminders = try await test.ledger.pendingReminders(limit: 100)
        let settlement = try #require(
            reminders.compactMap { reminder -> PeriodSettlement? in
                guard reminder.id == "missed/b/2026-W48", case .settlement(let found) = reminder.entry else {
                    return nil
                }
                return found
            }.first
        )
        #expect(settlement.missed.map(\.subject) == [hazard])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func andOwedThoughTheSiteIsRetired() async throws {
        let test = try await ledger([lookBack(after: 2)])
        try await closed(test)
        _ = try await test.file(.retireSites(RetireSites(["R-1"], reason: "封闭")), by: .supervisor)
        var filter = DutyFilter()
        (filter.isUndone, filter.runningAt) = (true, test.clock.now())
        filter.visitOn = (.of("2026-11-25"), Zone.shanghai.at("2026-11-25 00:00"))
        #expect(try await test.ledger.count(filter, sight: .everything) == 1)
        try await move(test, to: "2026-11-30 10:00")
        #expect(try await test.duties("b").map(\.state) == [.missed])
    }

    @Test func andCaughtUpAfterDowntime() async throws {
        let test = try await ledger([lookBack(after: 7), lookBack("c", after: 30)])
        let hazard = try await closed(test)
        try await move(test, to: "2027-02-01 10:00")
        #expect(try await test.duties("b").map(\.state) == [.missed])
        #expect(try await test.duties("c").map(\.key.description) == ["c/2026-W52/\(hazard)"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func fromTheDayOnWhichTheirProgrammeComesIntoForce() async throws {
        let first = try await ledger([.roadsDaily])
        let early = try await closed(first)
        try await move(first, to: "2026-11-26 10:00")
        let late = try await closed(first, at: "R-3")
        try first.ledger.close()
        let programmes = [Programme.roadsDaily, lookBack(after: 1), lookBack("week", after: 7)]
        let test = try await ledger(programmes, in: first.folder, at: "2026-11-26 11:00")
        // Both days lie in the week that runs; the one that has passed is best done at once.
        let duties = try await test.duties("b")
        #expect(duties.map(\.key.hazard) == [late, early] && duties.map(\.assignee).allSatisfy { $0 != nil })
        #expect(duties.map(\.targetDate) == ["2026-11-27", "2026-11-26"])
        try test.ledger.close()
        let later = try await ledger([lookBack("other", after: 7)], in: first.folder, at: "2026-12-08 10:00")
        #expect(try await later.duties("other").isEmpty)
        try await move(later, to: "2026-12-21 10:00")
        #expect(try await later.duties("other").isEmpty)
        #expect(try await later.closeAndReplay() == [])
    }

    @Test func andNotTwiceWhereARosterOrAConfigurationComesBetween() async throws {
        let test = try await ledger([lookBack(after: 2)])
        try await closed(test)
        _ = try await test.file(Acts.roster(Acts.sites + [.road("R-9")]), by: .admin)
        #expect(try await test.duties("b").count == 1)
        try test.ledger.close()
        let again = try await ledger([lookBack(after: 2), .roadsDaily], in: test.folder)
        #expect(try await again.duties("b").count == 1)
        #expect(try await again.closeAndReplay() == [])
    }

    @Test func andAreOnTheListsOfWhomTheyAreForAlone() async throws {
        let test = try await ledger([lookBack(after: 2, roles: [.supervisor, .leadingGroup])])
        // No inspector counts, so that it is nobody's in particular.
        try await closed(test)
        #expect(try await test.duties("b").map(\.assignee) == [nil])
        // Of these three the unit's has rectified it, and the supervisor verified.
        for (person, duties) in [(Person.leader, 1), (.supervisor, 0), (.liaison, 0)] {
            var filter = DutyFilter()
            filter.forPerson = person.id
            #expect(try await test.ledger.count(filter, sight: .everything) == duties, "\(person.id)")
        }
    }

    @Test func andSettledByALookAtTheHazardWithinThePeriodOrAFewDaysLater() async throws {
        let test = try await ledger([lookBack(after: 2), lookBack("c", after: 2, roles: [.leadingGroup])])
        let hazard = try await closed(test)
        func settled(at time: String, seen: String? = nil) async throws -> [String] {
            let (now, rulebook) = (Zone.shanghai.at(time), test.ledger.rulebook)
            return try await test.ledger.pool.read { db in
                let transaction = LedgerTransaction(
                    db: db,
                    at: now,
                    rulebook: rulebook,
                    actor: Actor(.inspector)
                )
                return try transaction.settledLookBacks(
                    of: hazard,
                    observedAt: seen.map { Zone.shanghai.at($0) } ?? now
                ).map { "\($0.duty)" + ($0.late ? " late" : "") }
            }
        }
        // Before its day, which is in the same week.
        #expect(try await settled(at: "2026-11-23 11:00") == ["b/2026-W48/\(hazard)"])
        #expect(try await settled(at: "2026-12-01 11:00") == [])
        let late = try await settled(at: "2026-12-01 11:00", seen: "2026-11-27 11:00")
        #expect(late == ["b/2026-W48/\(hazard) late"])
        #expect(try await settled(at: "2026-12-05 11:00", seen: "2026-11-27 11:00") == [])
    }

    /// The hazard's rebound as its events record it: where it is looked back at, an inspection that does the duties, and
    /// the hazard as it stood when it was ordered.
    private func rebound(_ test: TestLedger, _ hazard: String, isLookedAt: Bool) async throws {
        let ordered = try await test.ledger.events(entity: hazard, after: 0, limit: 100).compactMap {
            record in
            if case .hazard(.order, let hazard) = try record.event().entry { hazard } else { nil }
        }
        let (entity, now) = (try #require(ordered.first), test.clock.now())
        let rulebook = test.ledger.rulebook
        try await test.ledger.pool.write { db in
            let actor = Actor(.inspector)
            var transaction = LedgerTransaction(db: db, at: now, rulebook: rulebook, actor: actor)
            if isLookedAt {
                let inspection = Inspection(
                    id: try transaction.nextNumber(.inspection),
                    site: entity.site,
                    result: .hazard,
                    note: nil,
                    reason: nil,
                    observedAt: now,
                    filed: actor.signature(at: now),
                    settled: try transaction.settledLookBacks(of: hazard, observedAt: now),
                    hazard: nil
                )
                try transaction.append(.inspection(inspection))
            }
            try transaction.append(.hazard(.verify, entity))
        }
    }

    private func closeAgain(_ test: TestLedger, _ hazard: String) async throws {
        _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        _ = try await test.file(Acts.verify(hazard), by: .supervisor)
    }

    @Test func andExcusedWhereTheHazardWasReopenedBeforeAnybodyLooked() async throws {
        let test = try await ledger([lookBack(after: 2)])
        let hazard = try await closed(test)
        try await rebound(test, hazard, isLookedAt: false)
        var filter = DutyFilter()
        filter.visitOn = (.of("2026-11-25"), Zone.shanghai.at("2026-11-25 00:00"))
        #expect(try await test.ledger.count(filter, sight: .everything) == 0)
        try await move(test, to: "2026-11-30 10:00")
        #expect(try await test.duties("b").map(\.state) == [.excused])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func againAfterEachClosingEvenWithinOnePeriod() async throws {
        let test = try await ledger([lookBack(after: 2)])
        let hazard = try await closed(test)
        try await rebound(test, hazard, isLookedAt: true)
        #expect(try await test.duties("b").map(\.state) == [.done])
        try await closeAgain(test, hazard)
        let duties = try await test.duties("b")
        #expect(duties.map(\.key.description) == ["b/2026-W48/\(hazard)", "b/2026-W48/\(hazard)/2"])
        #expect(duties.map(\.state) == [.done, .open])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func onceWhereTheFirstOfAPeriodIsStillToBeDone() async throws {
        let test = try await ledger([lookBack(after: 2)])
        let hazard = try await closed(test)
        try await rebound(test, hazard, isLookedAt: false)
        try await closeAgain(test, hazard)
        #expect(try await test.duties("b").map(\.state) == [.open])
        try await move(test, to: "2026-11-30 10:00")
        #expect(try await test.duties("b").map(\.state) == [.missed])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func andForeseenByThePreview() async throws {
        let test = try await ledger([lookBack(after: 7), lookBack("m", after: 7, .major)])
        try await closed(test)
        try await closed(test, at: "R-3")
        func weeks(_ id: String, _ sight: Sight = .everything) async throws -> [Int] {
            let programme = try test.ledger.rulebook.configuration.programme(id)
            return try await test.ledger.preview(
                programme,
                from: .of("2026-11-23"),
                periods: 3,
                sight: sight
            ).map(\.duties)
        }
        #expect(try await weeks("b") == [0, 2, 0])
        #expect(try await weeks("m") == [0, 0, 0])
        #expect(try await weeks("b", Person.street.sight) == [0, 1, 0])
        let record = try await test.ledger.programme(
            lookBack(after: 7),
            at: test.clock.now(),
            sight: .everything
        )
        #expect(record.sites == 2 && record.period?.key == "2026-W48")
    }

    @Test func byTheDayOfTheDistrictOnWhichTheHazardWasClosed() async throws {
        let test = try await ledger([lookBack(after: 1, cadence: .daily)], at: "2026-11-23 23:59")
        try await closed(test)
        test.clock.set(Zone.shanghai.at("2026-11-24 00:00"))
        try await closed(test, at: "R-3")
        try await move(test, to: "2026-11-26 10:00")
        #expect(
            try await test.duties("b").map { "\($0.key.period) \($0.key.site)" }.sorted() == [
                "2026-11-24 R-1", "2026-11-25 R-3",
            ]
        )
        #expect(try await test.closeAndReplay() == [])
    }
}

@Suite struct `A look-back of a random history` {
    @Test func isNeverGivenToWhoeverHadAHandInTheHazard() async throws {
        let history = try await RandomHistory(seed: 11, at: Zone.shanghai.at("2026-02-24 07:31"), pace: 90)
        for _ in 1...12 { try await history.day() }
        let test = await history.test
        var (hazards, last, given): ([String: Hazard], Int64, Int) = ([:], 0, 0)
        while true {
            let page = try await test.ledger.events(entity: nil, after: last, limit: 500)
            for record in page {
                last = record.sequence
                switch try record.event().entry {
                case .hazard(_, let hazard): hazards[hazard.id] = hazard
                case .opening(let opening):
                    for duty in opening.duties {
                        guard let number = duty.hazard, let assignee = duty.assignee else { continue }
                        given += 1
                        let hazard = try #require(hazards[number])
                        let person = try test.ledger.rulebook.configuration.person(assignee)
                        #expect(hazard.state == .closed && hazard.mayBeLookedBackAt(by: person))
                    }
                default: break
                }
            }
            guard page.count == 500 else { break }
        }
        #expect(given > 5)
        #expect(try await test.closeAndReplay() == [])
    }
}
