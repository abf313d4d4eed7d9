import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `The catalogue is a record with a history` {
    private func importing(_ lines: String..., accepting: Bool = false, keeping: Bool = false) throws -> Act {
        let text = (["小类代码,小类名称,条件序号,立案条件,处置时限"] + lines).joined(separator: "\n")
        let rows = try CatalogueFile.rows(Array(text.utf8), file: "市级.csv")
        return .importCatalogue(
            ImportCatalogue(
                source: "市级.csv",
                rows: rows,
                acceptingReadable: accepting,
                keepingMissing: keeping
            )
        )
    }

    @Test func theConfigurationsOwnFileIsAdoptedOnceForEachChange() async throws {
        let test = try await TestLedger.make()
        func files(_ rulebook: Rulebook) async throws -> Int {
            let ledger = try await Ledger.open(path: test.path, rulebook: rulebook, clock: test.clock)
            let events = try await ledger.events(entity: "catalogue", after: 0, limit: 100)
            try ledger.close()
            return events.count
        }
        try test.ledger.close()
        #expect(try await files(.sample()) == 1)
        let fewer = Catalogue(Array(Catalogue.sample.categories.prefix(2)))
        #expect(try await files(.sample(catalogue: fewer)) == 2)
        #expect(try await files(.sample(catalogue: fewer)) == 2)
        #expect(try Replay.differences(ofLedgerAt: test.path) == [])
    }

    @Test func whatSomebodyFiledSinceStaysUntilTheFileSaysSomethingElse() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(try importing("0103,雨水井盖,1,缺失,1紧急工作时", keeping: true), by: .supervisor)
        try test.ledger.close()
        let again = try await TestLedger(at: test.clock.now(), in: test.folder)
        #expect(try await again.ledger.category("0103").0.conditions.map(\.limit) == [.urgentHours(1)])
    }

    @Test func aFileRetiresOnlyWhatAFileBrought() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(try importing("E0901,占道经营,1,占道,4工作时", keeping: true), by: .supervisor)
        try test.ledger.close()
        let fewer = Catalogue(Array(Catalogue.sample.categories.prefix(2)))
        let again = try await TestLedger(
            at: test.clock.now(),
            rulebook: .sample(catalogue: fewer),
            in: test.folder
        )
        let retired = try await again.ledger.catalogue().categories.filter(\.isRetired).map(\.code)
        #expect(retired == ["0306"])
        let reminders = try await again.ledger.pendingReminders(limit: 9).map(\.id)
        #expect(reminders.filter { $0.hasPrefix("catalogue/") }.count == 1)
    }

    @Test func oldHazardsKeepWhatTheyWereFiledUnder() async throws {
        let test = try await TestLedger.make()
        let id = try await test.file(Acts.report(), by: .inspector).id
        _ = try await test.file(try importing("0103,雨水检查井,1,缺失,4工作时"), by: .supervisor)
        let (record, hazard) = try await test.ledger.hazard(id, sight: .everything)
        #expect(record.categoryName == "雨水井盖" && record.timeLimit == "2紧急工作时")
        #expect(hazard.grounds.limit == .urgentHours(2))
        let newer = try await test.file(Acts.report(), by: .inspector)
        guard case .hazard(_, let filed) = newer.entry else { return #expect(Bool(false)) }
        #expect(filed.grounds.categoryName == "雨水检查井" && filed.grounds.limit == .workingHours(4))
        let (category, versions) = try await test.ledger.category("0103")
        #expect(category.name == "雨水检查井" && versions.map(\.category.name) == ["雨水井盖", "雨水检查井"])
        #expect(versions.map(\.source) == ["catalogue.csv", "市级.csv"])
        await #expect(throws: PatrolError.retiredCategory(code: "0306", name: "户外广告")) {
            try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector)
        }
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func allIsTakenOrNothingUnlessSomebodySaysOtherwise() async throws {
        let test = try await TestLedger.make()
        let head = try await test.ledger.status(at: Acts.start).head
        let lines = ["0105,电力井盖,1,缺失,2紧急工作时", "0401,行道树,1,缺株,种植季节15工作日"]
        let faults = [RowFault(line: 3, column: "limit", problem: .unreadableLimit("种植季节15工作日"))]
        await #expect(throws: PatrolError.badCatalogue(faults: faults)) {
            try await test.file(try importing(lines[0], lines[1]), by: .supervisor)
        }
        #expect(try await test.ledger.status(at: Acts.start).head == head)
        let receipt = try await test.file(
            try importing(lines[0], lines[1], accepting: true, keeping: true),
            by: .supervisor
        )
        guard case .catalogue(let file) = receipt.entry else { return #expect(Bool(false)) }
        #expect(file.added.map(\.code) == ["0105"] && file.unread == faults && file.retired == [])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aNameThatTwoHaveIsNotGuessed() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(try importing("0109,雨水井盖,1,缺失,4工作时", keeping: true), by: .supervisor)
        let refusal = PatrolError.ambiguousCategory(name: "雨水井盖", codes: ["0103", "0109"])
        await #expect(throws: refusal) {
            try await test.file(Acts.report(category: "雨水井盖"), by: .inspector)
        }
        await #expect(throws: refusal) { try await test.ledger.category("雨水井盖") }
        _ = try await test.file(Acts.report(category: "0109"), by: .inspector)
    }

    @Test func onlySupervisorsAndAdministratorsImport() async throws {
        let test = try await TestLedger.make()
        for person in [Person.inspector, .liaison, .auditor, .leader] {
            await #expect(throws: PatrolError.self) {
                try await test.file(try importing("0103,雨水井盖,1,缺失,4工作时"), by: person)
            }
        }
    }

    @Test func aFileThatContradictsTheRecordStopsTheStartAndChangesNothing() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(try importing("0103,雨水井盖,1,缺失,4工作时"), by: .supervisor)
        try await test.ledger.advanceSchedule()
        let before = try await test.ledger.status(at: Acts.start).head
        try test.ledger.close()
        let reused = Catalogue([
            .init(code: "0306", name: "别的", conditions: [.init(number: 1, text: "x", limit: .workingDays(1))])
        ])
        let fault = ConfigurationFault(
            file: "catalogue.csv",
            line: 2,
            problem: .badCell(.retiredCode("户外广告"))
        )
        await #expect(throws: PatrolError.badConfiguration(faults: [fault])) {
            _ = try await Ledger.open(
                path: test.path,
                rulebook: .sample(rules: .but { $0.lateFilingDays = 9 }, catalogue: reused),
                clock: test.clock
            )
        }
        let again = try await TestLedger(at: test.clock.now(), in: test.folder)
        #expect(try await again.ledger.status(at: Acts.start).head == before)
    }
}

@Suite struct `When a year's calendar arrives` {
    private let published = WorkCalendar(
        WorkCalendar.sample.years + [WorkCalendar.year(2027, [("元旦", "01-01", "01-03")], [])]
    )

    /// A hazard served on the last afternoon of 2026, with one working day to put it right.
    private func provisional() async throws -> (TestLedger, String) {
        let test = try await TestLedger.make(at: Zone.shanghai.at("2026-12-31 17:00"))
        let id = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector).id
        _ = try await test.file(Acts.order(id), by: .dispatcher)
        return (test, id)
    }

    @Test func provisionalDeadlinesAreReckonedAgainAsEventsAndSaid() async throws {
        let (test, id) = try await provisional()
        #expect(try await test.ledger.hazard(id, sight: .everything).0.isProvisional)
        try test.ledger.close()
        let again = try await TestLedger(
            at: Zone.shanghai.at("2026-12-31 18:00"),
            rulebook: .sample(calendar: published),
            in: test.folder
        )
        let (record, hazard) = try await again.ledger.hazard(id, sight: .everything)
        #expect(!record.isProvisional && record.dueAt == Zone.shanghai.at("2027-01-04 17:00"))
        let events = try await again.ledger.events(entity: id, after: 0, limit: 10)
        #expect(
            try events.map { try $0.event().entry.verb } == [
                "hazard.report", "hazard.order", "hazard.recompute",
            ]
        )
        let pending = try await again.ledger.pendingReminders(limit: 10).map(\.id)
        #expect(pending.contains("deadline/\(id)/\(events[2].sequence)"))
        // Both the first reckoning and the second explain themselves by the calendar of their day.
        let clock = try await again.ledger.clock(adoptedBy: hazard.deadline.adoption)
        #expect(clock.explanation(hazard.deadline).dueAt == "2027-01-04T17:00:00+08:00")
        guard case .hazard(_, let before) = try events[1].event().entry else { return #expect(Bool(false)) }
        let then = try await again.ledger.clock(adoptedBy: before.deadline.adoption)
        #expect(then.explanation(before.deadline).dueAt == "2027-01-01T17:00:00+08:00")
        #expect(then.explanation(before.deadline).isProvisional)
        #expect(try await again.closeAndReplay() == [])
    }

    @Test func aRestartWithoutItChangesNothing() async throws {
        let (test, id) = try await provisional()
        try test.ledger.close()
        let again = try await TestLedger(at: Zone.shanghai.at("2026-12-31 18:00"), in: test.folder)
        #expect(try await again.ledger.events(entity: id, after: 0, limit: 10).count == 2)
    }

    @Test func aFileThatHasJustComeIsNotSaidToBeMissing() async throws {
        let test = try await TestLedger.make(
            at: Zone.shanghai.at("2026-11-23 06:00"),
            rulebook: .sample(calendar: WorkCalendar())
        )
        try test.ledger.close()
        let again = try await TestLedger(at: Acts.start, in: test.folder)
        let reminders = try await again.ledger.pendingReminders(limit: 9).map(\.id)
        #expect(!reminders.contains { $0.hasPrefix("calendar/") })
    }

    @Test func untilThenItIsSaidOnceAMonthFromDecemberOn() async throws {
        let test = try await TestLedger.make(at: Zone.shanghai.at("2026-11-30 08:00"))
        func said() async throws -> [String] {
            try await test.ledger.advanceSchedule()
            let pending = try await test.ledger.pendingReminders(limit: 500)
            return pending.map(\.id).filter { $0.hasPrefix("calendar/") }
        }
        #expect(try await said() == [])
        test.clock.set(Zone.shanghai.at("2026-12-01 07:30"))
        #expect(try await said() == ["calendar/2027/2026-12"])
        test.clock.set(Zone.shanghai.at("2026-12-20 08:00"))
        #expect(try await said() == ["calendar/2027/2026-12"])
        test.clock.set(Zone.shanghai.at("2027-01-02 08:00"))
        #expect(try await said() == ["calendar/2027/2026-12", "calendar/2027/2027-01"])
        #expect(try await test.closeAndReplay() == [])
    }
}
