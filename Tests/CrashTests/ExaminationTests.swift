import Foundation
import GRDB
import PatrolTestSupport
import Testing

/// That a crash test would notice what it looks for.
@Suite struct `The examination of a crash test` {
    @Test func noticesWhatWasLostChangedAndNeverFiled() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            try daemon.start()
            let filer = try Filer(number: 1, socket: daemon.socket, seed: 1, in: daemon.folder)
            filer.importRoads()
            for _ in 0..<20 { filer.step() }
            #expect(daemon.stop() == 0)
            #expect(filer.answered.count == 21)
            func faults(after sql: String) throws -> [String] {
                let copy = daemon.folder.file("copy.sqlite")
                try? FileManager.default.removeItem(atPath: copy)
                try FileManager.default.copyItem(atPath: daemon.ledger, toPath: copy)
                var configuration = Configuration()
                configuration.foreignKeysEnabled = false
                try DatabaseQueue(path: copy, configuration: configuration).write { db in
                    for trigger in try String.fetchAll(db, sql: Self.triggers) {
                        try db.execute(sql: "DROP TRIGGER \(trigger)")
                    }
                    try db.execute(sql: sql)
                }
                return try Examination(ofLedgerAt: copy, filers: [filer]).faults
            }
            #expect(try faults(after: "SELECT 1") == [])
            let lost = try faults(after: "DELETE FROM event WHERE sequence = \(last)")
            #expect(lost.contains { $0.hasPrefix("lost: ") })
            let changed = try faults(
                after: "UPDATE event SET body = replace(body, '巡查员1第', '巡查员2第') WHERE sequence = \(last)"
            )
            #expect(changed.contains { $0.hasPrefix("another's: ") })
            let added = try faults(after: Self.addition)
            #expect(added.contains { $0.hasPrefix("nobody filed ") })
        }
    }

    private static let triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"

    private let last = "(SELECT max(sequence) FROM event WHERE verb = 'inspection.file')"

    /// The last inspection once more, under a key that nobody has.
    private static let addition = """
        INSERT INTO event (sequence, body, hash)
        SELECT (SELECT max(sequence) + 1 FROM event),
            json_set(body, '$.sequence', (SELECT max(sequence) + 1 FROM event),
                '$.filing.key', '00000000-0000-7000-8000-000000000000', '$.entity', 'I-2026-999999', '$.body.id', 'I-2026-999999'),
            hash
        FROM event WHERE verb = 'inspection.file' ORDER BY sequence DESC LIMIT 1
        """
}
