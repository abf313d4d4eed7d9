import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `The schema refuses wrong rows by itself` {
    private static let wrong = [
        "UPDATE hazard SET state = 'closed'",
        "UPDATE hazard SET state = 'gone'",
        "UPDATE hazard SET severity = 'small'",
        "UPDATE hazard SET overdue_since = observed_at",
        "UPDATE hazard SET due_start = 'service', due_from = due_from + 1",
        "UPDATE hazard SET time_limit = ''",
        "UPDATE hazard SET provisional = 2",
        "UPDATE hazard SET due_at = observed_at",
        "UPDATE hazard SET served_at = observed_at - 1",
        "UPDATE hazard SET rework_count = -1",
        "UPDATE hazard SET site = 'R-99'",
        "UPDATE hazard SET due_at = 'tomorrow'",
        "UPDATE hazard SET state = 'verified'",
        "UPDATE hazard SET order_number = NULL",
        "UPDATE duty SET state = 'done'",
        "UPDATE duty SET late = 1",
        "UPDATE duty SET period = '2000-01-01'",
        "INSERT INTO duty SELECT * FROM duty LIMIT 1",
        "UPDATE period SET ends_at = starts_at",
        "UPDATE period SET last_date = '2000-01-01'",
        "UPDATE period SET provisional = 2",
        "DELETE FROM category",
        "DELETE FROM condition",
        "UPDATE condition SET category = 'X'",
        "UPDATE category SET name = ''",
        "UPDATE site SET code = ''",
        "UPDATE site SET tags = '{}'",
        "UPDATE inspection SET filed_at = observed_at - 1",
        "UPDATE inspection SET result = 'fine'",
        "UPDATE reminder SET kind = 'other'",
        "INSERT INTO ledger VALUES (2, '420106', 1)",
    ]

    @Test(arguments: wrong)
    func whateverCodeWritesThem(_ sql: String) async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report(), by: .inspector, observedAt: "07:00").id
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        _ = try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector)
        try test.ledger.close()
        let queue = try DatabaseQueue(path: test.path)
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }

    @Test(arguments: [
        "verified_by = rectified_by", "verified_by = rectified_typed_by", "verified_typed_by = rectified_by",
        "verified_typed_by = rectified_typed_by", "closed_by = rectified_by", "closed_by = verified_by",
        "verified_by = NULL", "closed_by = NULL", "severity = 'general', state = 'verified'",
    ])
    func alsoThoseOfAClosedMajorHazard(_ change: String) async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report("R-1", .major), by: .inspector).id
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        let proven = Acts.rectify(hazard, [try test.handIn()])
        _ = try await test.file(proven, by: .liaison, typedBy: .admin)
        _ = try await test.file(Acts.verify(hazard), by: .inspector, typedBy: .supervisor)
        _ = try await test.file(Acts.plan(hazard), by: .supervisor)
        _ = try await test.file(Acts.close(hazard), by: .leader)
        try test.ledger.close()
        let queue = try DatabaseQueue(path: test.path)
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "UPDATE hazard SET \(change)") }
        }
    }

    @Test func aLedgerOfAnotherDistrictIsRefused() async throws {
        let test = try await TestLedger.make()
        try test.ledger.close()
        let other = Configuration(
            district: .init(code: "420111", name: "洪山区"),
            zone: "Asia/Shanghai",
            people: Person.all,
            siteKinds: ["main-road"],
            programmes: []
        )
        await #expect(throws: PatrolError.foreignLedger(path: test.path, district: "420106")) {
            _ = try await Ledger.open(
                path: test.path,
                rulebook: Rulebook(configuration: other, zone: .shanghai),
                clock: test.clock
            )
        }
    }

    @Test func whatIsNoLedgerIsRefused() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "this is no database, only a text that somebody put here",
            to: "ledger.sqlite"
        )
        let refusal = PatrolError.cannotOpenLedger(
            path: path,
            trouble: .damaged,
            detail: "file is not a database"
        )
        await #expect(throws: refusal) {
            _ = try await Ledger.open(path: path, rulebook: .sample(), clock: TestClock(Acts.start))
        }
    }

    @Test func aConfigurationIsAdoptedOnceForEachChange() async throws {
        let test = try await TestLedger.make()
        try test.ledger.close()
        func adoptions(_ rulebook: Rulebook) async throws -> Int {
            let ledger = try await Ledger.open(path: test.path, rulebook: rulebook, clock: test.clock)
            let events = try await ledger.events(entity: "420106", after: 0, limit: 100)
            try ledger.close()
            return try events.filter { try $0.event().entry.verb == "configuration.adopt" }.count
        }
        #expect(try await adoptions(.sample()) == 1)
        #expect(try await adoptions(.sample(rules: .but { $0.lateFilingDays = 5 })) == 2)
        #expect(try await adoptions(.sample(rules: .but { $0.lateFilingDays = 5 })) == 2)
        #expect(try Replay.differences(ofLedgerAt: test.path) == [])
    }
}
