import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A restoration` {
    private static let later = Acts.start + 30 * 86400

    /// A backup of the first events of a rich ledger, and the ledger.
    private func backup(dropping events: Int64) async throws -> (
        backup: TamperedLedger, ledger: TamperedLedger
    ) {
        let (backup, ledger) = (try await RichLedger.copy(), try await RichLedger.copy())
        let end = try backup.head().sequence - events
        let shorter = try RestoredFile.first(end, of: backup)
        try FileManager.default.removeItem(atPath: backup.path)
        try FileManager.default.removeItem(atPath: AcknowledgedHead.path(besideLedger: backup.path))
        try FileManager.default.moveItem(atPath: shorter, toPath: backup.path)
        return (backup, ledger)
    }

    private func restore(_ source: String, _ path: String, _ heads: [NotedHead] = []) throws
        -> LedgerRestoration.Outcome
    {
        try LedgerRestoration(from: source, to: path, heads: heads, at: Self.later, user: "root").run(of: nil)
    }

    @Test func ofALostLedgerEndsWhereTheBackupEndsAndSaysWhatIsMissing() async throws {
        let (backup, ledger) = try await backup(dropping: 7)
        let (end, head) = (try backup.head(), try ledger.head())
        try FileManager.default.removeItem(atPath: ledger.path)
        let outcome = try restore(backup.path, ledger.path)
        #expect(outcome.restoration.missing == end.sequence + 1...head.sequence)
        #expect(outcome.restoration.acknowledged?.hash == head.hash)
        #expect(outcome.restoration.incarnation == 2 && outcome.restoration.carriedOver == 0)
        #expect(outcome.restoration.source == "ledger.sqlite" && outcome.restoration.user == "root")
        #expect(outcome.replaced == nil || outcome.replaced?.contains("ledger-replaced-") == true)
        let report = try LedgerVerification.verify(ledger.path, heads: [NotedHead(head, at: "journal:1")])
        #expect(report.faults == [] && report.incarnation == 2 && report.events == end.sequence + 1)
        #expect(report.notes.contains(LedgerNote(.headOfMissingEvents, event: head.sequence)))
        #expect(
            report.notes.map(\.code).contains(.restored) && report.notes.first?.through == head.sequence
        )
    }

    @Test func takesOverWhatTheReplacedLedgerStillHas() async throws {
        let (backup, ledger) = try await backup(dropping: 7)
        let head = try ledger.head()
        let outcome = try restore(backup.path, ledger.path)
        #expect(outcome.restoration.carriedOver == 7 && outcome.restoration.missing == nil)
        #expect(outcome.head.sequence == head.sequence + 1)
        #expect(try LedgerVerification.verify(ledger.path).intact)
        let replaced = try #require(outcome.replaced)
        #expect(try LedgerVerification.verify(replaced).intact, "the old ledger is kept as it was")
    }

    @Test(arguments: 0..<6)
    func takesOverUpToTheFirstEventThatIsDamaged(_ round: Int) async throws {
        let (backup, ledger) = try await backup(dropping: 9)
        let (end, head) = (try backup.head().sequence, try ledger.head())
        let broken = end + 1 + Int64(round)
        try ledger.change(
            "UPDATE event SET body = replace(body, '\"at\":', '\"at\": ') WHERE sequence = ?",
            [broken]
        )
        let outcome = try restore(backup.path, ledger.path)
        #expect(outcome.restoration.recovered == broken - 1)
        #expect(outcome.restoration.missing == broken...head.sequence)
        #expect(try LedgerVerification.verify(ledger.path).intact)
    }

    @Test func takesOverNothingThatContradictsANotedHead() async throws {
        let (backup, ledger) = try await backup(dropping: 9)
        let end = try backup.head().sequence
        let noted = [
            NotedHead(try ledger.head(at: end + 3), at: "journal:1"),
            NotedHead(try ledger.head(), at: "journal:2"),
        ]
        try ledger.change(
            "UPDATE event SET body = replace(body, '\"actor\":\"', '\"actor\":\"x') WHERE sequence = \(end + 5)"
        )
        try ledger.rehash(from: end + 5)
        let outcome = try restore(backup.path, ledger.path, noted)
        #expect(outcome.restoration.recovered == end + 3)
        #expect(outcome.restoration.missing == end + 4...noted[1].head.sequence)
    }

    @Test(arguments: [0, 4096, 30_000])
    func takesOverWhatCanBeReadOfALedgerThatIsCutShort(_ length: Int) async throws {
        let (backup, ledger) = try await backup(dropping: 9)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: ledger.path))
        try bytes.prefix(length).write(to: URL(fileURLWithPath: ledger.path))
        let outcome = try restore(backup.path, ledger.path)
        #expect(outcome.restoration.recovered >= (try backup.head().sequence))
        #expect(try LedgerVerification.verify(ledger.path).intact)
    }

    @Test func ofTheLedgerItselfAcceptsWhatIsThereAndMakesItsTablesAnew() async throws {
        let ledger = try await RichLedger.copy()
        let head = try ledger.head()
        try ledger.change(
            "DELETE FROM reminder; UPDATE hazard SET due_at = due_at + 1; DROP INDEX hazard_by_site"
        )
        #expect(try !LedgerVerification.verify(ledger.path).intact)
        let outcome = try restore(ledger.path, ledger.path)
        #expect(!outcome.mended.isEmpty && outcome.restoration.sourceHead.event == head.sequence)
        #expect(try LedgerVerification.verify(ledger.path).intact)
    }

    @Test func ofTheLedgerItselfAfterItsTailIsLostIsAnotherIncarnation() async throws {
        let ledger = try await RichLedger.copy()
        let head = try ledger.head()
        let shorter = try RestoredFile.first(head.sequence - 4, of: ledger)
        try FileManager.default.removeItem(atPath: ledger.path)
        try FileManager.default.moveItem(atPath: shorter, toPath: ledger.path)
        #expect(try ledger.faults().map(\.code) == [.tailMissing])
        let outcome = try restore(ledger.path, ledger.path)
        #expect(outcome.restoration.missing == head.sequence - 3...head.sequence)
        #expect(try LedgerVerification.verify(ledger.path).intact)
    }

    @Test func goesOnUnderTheNewIncarnationAndKnowsTheKeysOfBefore() async throws {
        let test = try await TestLedger.make()
        let key = FilingKey.random()
        let first = try await test.file(Acts.report(), by: .inspector, key: key)
        try test.ledger.close()
        _ = try restore(test.path, test.path)
        let again = try await TestLedger(at: Self.later, in: test.folder)
        #expect(try await again.file(Acts.report(), by: .inspector, key: key) == first)
        let receipt = try await again.file(Acts.report(), by: .inspector)
        let event = try #require(try await again.ledger.events(entity: receipt.id, after: 0, limit: 1).first)
        #expect(try event.event().incarnation == 2)
        #expect(try await again.closeAndReplay() == [])
    }

    @Test func oneAfterAnotherCountsUp() async throws {
        let ledger = try await RichLedger.copy()
        for incarnation in 2...4 {
            #expect(try restore(ledger.path, ledger.path).restoration.incarnation == incarnation)
        }
        let report = try LedgerVerification.verify(ledger.path)
        #expect(report.intact && report.incarnation == 4)
    }

    @Test(arguments: ["001", "002"])
    func ofALedgerOfAnEarlierVersionBringsItUpToDate(_ version: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("old.sqlite")
        let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/ledger-\(version).sql")
        let queue = try DatabaseQueue(path: path)
        let sql = try String(contentsOf: dump, encoding: .utf8)
        try await queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
        let old = try LedgerVerification.verify(path)
        #expect(old.intact && old.notes.map(\.code) == [.olderSchema])
        _ = try restore(path, folder.file("ledger.sqlite"))
        let report = try LedgerVerification.verify(folder.file("ledger.sqlite"))
        #expect(report.faults == [] && report.notes.map(\.code) == [.restored])
    }

    @Test func isRefusedWhereTheEventsOfTheSourceCannotBeBelieved() async throws {
        let (backup, ledger) = try await backup(dropping: 5)
        try backup.change("UPDATE event SET body = replace(body, '\"at\":1', '\"at\":2') WHERE sequence = 9")
        let before = try Data(contentsOf: URL(fileURLWithPath: ledger.path))
        let error = #expect(throws: PatrolError.self) { try self.restore(backup.path, ledger.path) }
        guard case .unsoundLedger(let path, let faults) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(path == backup.path && faults.contains(LedgerFault(.eventChanged, event: 9)))
        #expect(try Data(contentsOf: URL(fileURLWithPath: ledger.path)) == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: ledger.folder.path).sorted() == [
                "evidence", "ledger.sqlite", "ledger.sqlite-head",
            ]
        )
    }

    @Test func isRefusedOfAnotherDistrictsLedgerAndOfANewerVersions() async throws {
        let (backup, ledger) = try await backup(dropping: 5)
        let restoration = LedgerRestoration(from: backup.path, to: ledger.path, at: Self.later, user: "root")
        #expect(throws: PatrolError.foreignLedger(path: backup.path, district: "420106")) {
            try restoration.run(of: "420111")
        }
        try backup.change("INSERT INTO grdb_migrations VALUES ('999-later')")
        #expect(throws: PatrolError.newerLedger(path: backup.path)) { try restoration.run(of: nil) }
    }

    @Test func thatWasCutOffIsEndedByTheNext() async throws {
        let (backup, ledger) = try await backup(dropping: 5)
        let outcome = try restore(backup.path, ledger.path)
        let files = LedgerFiles(ledger: ledger.path)
        let replaced = try #require(outcome.replaced)
        // As it stands after each of the steps of putting it in place, from the last to the first.
        try files.move(ledger.path, to: files.restored)
        #expect(LedgerRestoration.isCutOff(ledger.path))
        let afterHead = try restore(backup.path, ledger.path)
        #expect(afterHead.isResumed && afterHead.head == outcome.head && afterHead.replaced == replaced)
        try files.move(ledger.path, to: files.restored)
        try FileManager.default.removeItem(atPath: ledger.path + "-head")
        #expect(try restore(backup.path, ledger.path).head == outcome.head)
        try files.move(ledger.path, to: files.restored)
        try FileManager.default.removeItem(atPath: ledger.path + "-head")
        try files.move(replaced + "-head", to: ledger.path + "-head")
        #expect(try restore(backup.path, ledger.path).head == outcome.head)
        #expect(FileManager.default.fileExists(atPath: replaced + "-head"))
        #expect(try LedgerVerification.verify(ledger.path).intact)
        // Before the old ledger was moved, it is the ledger, and what was built is thrown away.
        _ = try ledger.folder.write("junk", to: "ledger.sqlite-restored")
        _ = try ledger.folder.write("junk", to: "ledger.sqlite-restoring")
        let anew = try restore(backup.path, ledger.path)
        #expect(!anew.isResumed && anew.restoration.incarnation == 3)
        #expect(!FileManager.default.fileExists(atPath: ledger.path + "-restored"))
    }
}

/// The first events of a ledger, with the tables they make.
enum RestoredFile {
    static func first(_ count: Int64, of ledger: TamperedLedger) throws -> String {
        let path = ledger.folder.file("first.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Schema.migrate(queue)
        let rows = try ledger.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT sequence, body, hash FROM event WHERE sequence <= \(count) ORDER BY sequence"
            )
        }
        try queue.write { db in
            for row in rows {
                try EventChain.store(row[0], row[1], row[2], db)
                try Projection.apply(EventCoding.decode(Data((row[1] as String).utf8)), to: db)
            }
        }
        try queue.close()
        return path
    }
}
