import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport

@testable import PatrolLedger

/// A closed ledger in which every table has rows, in copies that a test may spoil.
enum RichLedger {
    private static let made = Task { try await make() }

    /// A copy of its own, with the head that was acknowledged last beside it.
    static func copy() async throws -> TamperedLedger {
        let template = try await made.value
        let folder = try TemporaryFolder()
        let path = try folder.write(
            try Data(contentsOf: URL(fileURLWithPath: template.path)),
            to: "ledger.sqlite"
        )
        try FileManager.default.copyItem(
            atPath: template.folder.file("evidence"),
            toPath: folder.file("evidence")
        )
        let tampered = TamperedLedger(folder: folder, path: path)
        try AcknowledgedHead(besideLedger: path).record(try tampered.head())
        return tampered
    }

    private static func make() async throws -> TestLedger {
        let test = try await TestLedger.make(
            rulebook: .sample(
                rules: .but { $0.reminders = ReminderRule.standard + ReminderRule.ladder },
                programmes: [.roadsDaily, programme("w", .weekly)],
                uploads: [UploadSystem(id: "roads", name: "道路系统", siteKinds: ["main-road"])]
            )
        )
        for (place, severity) in [(0, Hazard.Severity.general), (1, .major), (2, .general), (3, .major)] {
            let hazard = try await test.file(Acts.report("R-\(place % 3 + 1)", severity), by: .inspector).id
            _ = try await test.file(Acts.order(hazard), by: .dispatcher)
            guard place > 0 else { continue }
            test.clock.advance(minutes: 10)
            _ = try await test.file(Acts.rectify(hazard, [try test.handIn()]), by: .liaison)
            guard place > 1 else { continue }
            _ = try await test.file(Acts.verify(hazard, failed: place == 2), by: .secondInspector)
            guard place > 2 else { continue }
            _ = try await test.file(Acts.plan(hazard), by: .supervisor)
            _ = try await test.file(Acts.close(hazard), by: .leader)
        }
        let place = Position("30.554312,114.316512")
        _ = try await test.file(Acts.report("R-2", at: place), by: .inspector)
        _ = try await test.file(Acts.report("R-3", fixed: true), by: .inspector)
        _ = try await test.file(Acts.roster([.road("R-4", tags: ["重要商圈"])]), by: .admin)
        for site in ["R-1", "R-2"] {
            _ = try await test.file(.inspect(Inspect(site: site, with: ["inspector-2"])), by: .inspector)
        }
        _ = try await test.file(.retireSites(RetireSites(["R-4"], reason: "撤销")), by: .admin)
        test.clock.advance(hours: 48)
        try await test.ledger.advanceSchedule()
        let reminders = try await test.ledger.pendingReminders(limit: 3).map(\.id)
        try await test.ledger.markSaid(reminders)
        for hook in try await test.ledger.pendingHooks() {
            try await test.ledger.record(HookRun(reminder: hook.id, outcome: .done, attempts: 1))
        }
        try await upload(test)
        try test.ledger.close()
        return test
    }

    private static func upload(_ test: TestLedger) async throws {
        _ = try await test.file(.makeUpload(MakeUpload(system: "roads")), by: .dispatcher)
        let answers = [
            UploadReceipt.Answer(hazard: "H-2026-000001", result: .accepted, external: "RD-1"),
            UploadReceipt.Answer(hazard: "H-2026-000002", result: .refused, reason: "照片不清"),
        ]
        let rows = answers.map { ImportUploadReceipt.Row(line: 2, answer: $0) }
        let receipt = ImportUploadReceipt(system: "roads", source: "answers.csv", rows: rows)
        _ = try await test.file(.importUploadReceipt(receipt), by: .supervisor)
    }
}

/// A ledger's file, and what somebody with all rights does to it behind the daemon's back.
struct TamperedLedger {
    let folder: TemporaryFolder
    let path: String

    /// Runs statements that nothing of the schema stands in the way of: the triggers are gone meanwhile, and are put
    /// back afterwards.
    func change(_ body: (Database) throws -> Void) throws {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let triggers = try Row.fetchAll(
                db,
                sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            )
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try body(db)
            for trigger in triggers { try db.execute(sql: trigger["sql"]) }
        }
        try queue.close()
    }

    func change(_ sql: String, _ arguments: StatementArguments = []) throws {
        try change { try $0.execute(sql: sql, arguments: arguments) }
    }

    /// Rewrites a statement of the schema itself.
    func changeSchema(of name: String, _ old: String, _ new: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?",
                arguments: [old, new, name]
            )
            try db.execute(sql: "PRAGMA schema_version = 4711")
        }
        try queue.close()
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.inDatabase(body)
    }

    func head() throws -> ChainHead {
        try read { db in
            let head = try EventChain.head(db)
            return ChainHead(sequence: head.sequence, hash: EventChain.hex(head.hash))
        }
    }

    func head(at sequence: Int64) throws -> ChainHead {
        try read { db in
            let hash = try Data.fetchOne(
                db,
                sql: "SELECT hash FROM event WHERE sequence = ?",
                arguments: [sequence]
            )
            return ChainHead(sequence: sequence, hash: EventChain.hex(hash ?? Data()))
        }
    }

    /// Gives every event from this one on the hash that follows, as somebody who knows how would.
    func rehash(from sequence: Int64) throws {
        try change { db in
            let rows = try Row.fetchAll(db, sql: "SELECT sequence, body, hash FROM event ORDER BY sequence")
            var previous = EventChain.origin
            for row in rows {
                let number: Int64 = row[0]
                let hash =
                    number < sequence ? row[2] : EventChain.hash(previous, Data((row[1] as String).utf8))
                try db.execute(
                    sql: "UPDATE event SET hash = ? WHERE sequence = ?",
                    arguments: [hash, number]
                )
                previous = hash
            }
        }
    }

    func faults(_ heads: [NotedHead] = []) throws -> [LedgerFault] {
        try LedgerVerification.verify(path, heads: heads).faults
    }

    /// Every row of every table, and the schema: the whole content, whatever page it lies on.
    func content() throws -> [String] {
        try read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type IN ('table', 'shadow')
                    """
            ).filter { $0 != "sqlite_schema" }
            return try (["sqlite_schema"] + tables).flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { table + " \($0)" }
            }
        }
    }
}
