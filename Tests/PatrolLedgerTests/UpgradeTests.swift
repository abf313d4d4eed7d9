import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A ledger of an earlier version is brought up to date` {
    @Test(arguments: [
        ("001", [27, 4, 6, 6, 3, 3, 17]), ("002", [34, 8, 2, 3, 1, 1, 3]),
        ("003", [126, 30, 4, 6, 2, 3, 37]),
        ("004", [277, 34, 4, 6, 2, 6, 72]),
    ])
    func itsTablesAreThenWhatItsEventsMakeOfThem(_ version: String, _ expected: [Int]) async throws {
        let folder = try EarlierLedger(version).folder
        let pool = try LedgerFile.open(at: folder.file("ledger.sqlite"))
        let counts = try await pool.read { db in
            try ["event", "hazard", "category", "condition", "programme", "period", "duty"].map {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0
            }
        }
        try pool.close()
        #expect(counts == expected)
        #expect(try Replay.differences(ofLedgerAt: folder.file("ledger.sqlite")) == [])
    }

    @Test func itIsWorkedOnAsBefore() async throws {
        let test = try await TestLedger(
            at: Zone.shanghai.at("2026-11-26 10:00"),
            in: try EarlierLedger("001").folder
        )
        let (record, hazard) = try await test.ledger.hazard("H-2026-000001", sight: .everything)
        #expect(record.state == .reported && record.timeLimit == "2紧急工作时" && !record.isProvisional)
        #expect(hazard.deadline.start == .observation && hazard.deadline.at == record.dueAt)
        let clock = try await test.ledger.clock(adoptedBy: hazard.deadline.adoption)
        #expect(clock.explanation(hazard.deadline).dueAt == Zone.shanghai.iso8601(record.dueAt))
        _ = try await test.file(Acts.order("H-2026-000001"), by: .dispatcher)
        _ = try await test.file(Acts.verify("H-2026-000004"), by: .secondInspector)
        #expect(try await test.ledger.hazard("H-2026-000004", sight: .everything).0.state == .closed)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func ofTheSecondVersionTooAndWhatIsFixedOnTheSpotMayComeToIt() async throws {
        let test = try await TestLedger(
            at: Zone.shanghai.at("2026-11-25 10:00"),
            in: try EarlierLedger("002").folder
        )
        _ = try await test.file(Acts.rectify("H-2026-000004"), by: .liaison)
        for number in [3, 4] {
            _ = try await test.file(Acts.verify("H-2026-00000\(number)"), by: .secondInspector)
        }
        _ = try await test.file(Acts.plan("H-2026-000006"), by: .supervisor)
        _ = try await test.file(Acts.close("H-2026-000006"), by: .leader)
        let fixed = try await test.file(Acts.report(fixed: true), by: .inspector).id
        _ = try await test.file(Acts.verify(fixed, failed: true), by: .secondInspector)
        _ = try await test.file(Acts.order(fixed), by: .dispatcher)
        #expect(fixed == "H-2026-000009")
        #expect(try await test.closeAndReplay() == [])
    }

    @Test(arguments: ["002", "003", "004"])
    func itsEventsWouldBeWrittenToTheByteAsTheyWere(_ version: String) async throws {
        let folder = try EarlierLedger(version).folder
        let bodies = try await DatabaseQueue(path: folder.file("ledger.sqlite")).read { db in
            try String.fetchAll(db, sql: "SELECT body FROM event ORDER BY sequence")
        }
        for body in bodies {
            let event = try EventCoding.decode(Data(body.utf8))
            #expect(String(decoding: try EventCoding.encode(event), as: UTF8.self) == body)
        }
    }

    @Test(arguments: ["001", "002", "003", "004"])
    func nothingOfItIsLost(_ version: String) async throws {
        let folder = try EarlierLedger(version).folder
        let events = try await DatabaseQueue(path: folder.file("ledger.sqlite")).read { db in
            try String.fetchAll(db, sql: "SELECT hex(hash) || body FROM event ORDER BY sequence")
        }
        let test = try await TestLedger(at: Zone.shanghai.at("2026-11-24 20:00"), in: folder)
        #expect(try await test.ledger.verifyChain().brokenAt == nil)
        let after = try await test.ledger.pool.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT hex(hash) || body FROM event ORDER BY sequence LIMIT \(events.count)"
            )
        }
        #expect(after == events)
    }
}
