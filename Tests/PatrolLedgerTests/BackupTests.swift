import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A backup` {
    private let date = CivilDate.of("2026-11-24")

    private func add(_ folder: BackupFolder, _ ledger: String) throws -> (
        path: String, report: VerificationReport
    ) {
        let made = try folder.add(ledger, date: date, time: try #require(CivilTime("02:00")))
        return (made.path, made.report)
    }

    @Test func ofAnOpenLedgerIsOneWholeFileThatNobodyMayWriteTo() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report(), by: .inspector)
        let backups = try BackupFolder(path: test.folder.file("backups"), besideLedger: test.path)
        let (path, report) = try add(backups, test.path)
        let status = try await test.ledger.status(at: Acts.start)
        #expect(path.hasSuffix("/backups/ledger-2026-11-24-020000-1-\(status.events).sqlite"))
        #expect(report.intact && report.head == status.head)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o440)
        let header = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(20)
        #expect(header[18] == 1 && header[19] == 1, "it needs no write-ahead log")
        let names = try FileManager.default.contentsOfDirectory(atPath: backups.path).sorted()
        #expect(names == [".lock", (path as NSString).lastPathComponent])
    }

    @Test func isTakenBetweenFilingsThatGoOn() async throws {
        let test = try await TestLedger.make()
        let filer = Task {
            var count = 0
            while !Task.isCancelled {
                _ = try await test.file(Acts.report(), by: .inspector)
                count += 1
            }
            return count
        }
        let backups = try BackupFolder(path: test.folder.file("backups"), besideLedger: test.path)
        var last: Int64 = 0
        for _ in 0..<5 {
            let report = try await Blocking.run { try self.add(backups, test.path).report }
            #expect(report.intact && report.events >= last)
            last = report.events
        }
        filer.cancel()
        #expect(try await filer.value > 0)
    }

    @Test func thatHasFaultsIsNotKept() async throws {
        let ledger = try await RichLedger.copy()
        let backups = try BackupFolder(path: ledger.folder.file("backups"), besideLedger: ledger.path)
        let (good, _) = try add(backups, ledger.path)
        try ledger.change("UPDATE hazard SET due_at = due_at + 1")
        let error = #expect(throws: PatrolError.self) { try self.add(backups, ledger.path) }
        #expect(error?.code == "unsoundLedger")
        let names = try FileManager.default.contentsOfDirectory(atPath: backups.path).sorted()
        #expect(names == [".lock", "evidence", (good as NSString).lastPathComponent])
    }

    @Test func ofALedgerWhoseTailIsGoneIsNotKept() async throws {
        let ledger = try await RichLedger.copy()
        let head = try ledger.head()
        let further = ChainHead(sequence: head.sequence + 1, hash: head.hash)
        try AcknowledgedHead(besideLedger: ledger.path).record(further)
        let backups = try BackupFolder(path: ledger.folder.file("backups"), besideLedger: ledger.path)
        #expect(throws: PatrolError.self) { try self.add(backups, ledger.path) }
    }

    @Test func isMadeByOneAtATimeAndWhatAKilledOneLeftIsRemoved() async throws {
        let ledger = try await RichLedger.copy()
        let path = ledger.folder.file("backups")
        _ = try ledger.folder.write("half", to: "backups/.ledger-backup.partial")
        _ = try ledger.folder.write("mine", to: "backups/notes.txt")
        let backups = try BackupFolder(path: path, besideLedger: ledger.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [".lock", "notes.txt"])
        #expect(throws: PatrolError.backupRunning(folder: path)) {
            try BackupFolder(path: path, besideLedger: ledger.path)
        }
        withExtendedLifetime(backups) {}
    }

    @Test func removesOnlyBackupsWhoseTimeHasPassed() async throws {
        let ledger = try await RichLedger.copy()
        let names = [
            "ledger-2026-11-01-020000-1-5.sqlite", "ledger-2026-11-24-020000-1-9.sqlite", "ledger-old.sqlite",
            "ledger-2026-11-02-020000-1-6.sqlite-wal", "ledger-2026-11-02-020000-1-06.sqlite", "x.sqlite",
        ]
        for name in names { _ = try ledger.folder.write("", to: "backups/" + name) }
        let backups = try BackupFolder(path: ledger.folder.file("backups"), besideLedger: ledger.path)
        #expect(try backups.tidy(BackupRetention(days: 14, months: 24), today: date) == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: backups.path)
        #expect(Set(left) == Set(names.dropFirst() + [".lock"]))
    }
}

@Suite struct `A head that was noted` {
    private let hash = String(repeating: "9f86", count: 16)

    @Test(arguments: [
        "1234 HASH", "操作流水完整：共 1234 条，末条校验值 HASH，第 1 代", "月报 2026-11-30：第1234条 校验值HASH",
        "the ledger is intact: 1234 events, chain head HASH, incarnation 1", "0000000000000001234 HASH\r",
        #"{"PATROL_KIND":"chain-head","PATROL_EVENT":"1234","PATROL_HEAD":"HASH","MESSAGE":"7 x"}"#,
        #"{"PATROL_EVENT":"1234","PATROL_HEAD":"1234 HASH"}"#, "  1234:HASH.",
    ])
    func isReadOutOfWhateverStandsAroundIt(_ line: String) {
        for digits in [hash, hash.uppercased()] {
            let text = "heading\n" + line.replacingOccurrences(of: "HASH", with: digits) + "\nend"
            let noted = NotedHead.all(in: text, of: "x")
            #expect(noted == [NotedHead(ChainHead(sequence: 1234, hash: hash), at: "x:2")])
        }
    }

    @Test(arguments: ["HASH", "1234", "1234 HASHf", "{\"PATROL_EVENT\":\"1\"}", "", "x1234 HASH"])
    func isNotReadOutOfAnythingElse(_ line: String) {
        #expect(NotedHead.all(in: line.replacingOccurrences(of: "HASH", with: hash), of: "x") == [])
    }
}
