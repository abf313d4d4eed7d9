import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolTestSupport
import Synchronization
import Testing

/// The commands of `patrold` that work on a ledger's folder, as an administrator types them.
private struct Folder {
    let daemon: RunningDaemon

    func patrold(_ arguments: String..., language: String = "en") throws -> Program.Outcome {
        try Program(RunningDaemon.binaries + "/patrold").run(
            arguments.map { Array($0.utf8) },
            environment: ["LC_ALL": language, "PATH": "/usr/bin:/bin"]
        )
    }

    /// Backs up and gives the file's path.
    func backup() throws -> String {
        let outcome = try patrold("backup", "--state", daemon.state, "--log", "stderr")
        #expect(outcome.status == 0, "\(outcome.error)")
        let path = outcome.output.split(separator: " ").first { $0.contains("/backups/ledger-") } ?? ""
        return String(path.dropLast())
    }

    func verify(_ path: String) throws -> Int32 {
        let outcome = try patrold("verify", "--ledger", path)
        if outcome.status != 0 { Issue.record("\(path): \(outcome.output)\(outcome.error)") }
        return outcome.status
    }

    func restore(_ path: String) throws -> Program.Outcome {
        try patrold("restore", path, "--state", daemon.state)
    }

    var backups: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: daemon.state + "/backups")) ?? []
        return names.filter { $0.hasSuffix(".sqlite") }.sorted()
    }
}

/// Inspectors who file without a pause until they are told to stop, each filing with its key and what it was
/// acknowledged as.
private final class Filers: Sendable {
    struct Filed: Sendable {
        let key: FilingKey
        let note: String
        let receipt: String

        var event: Int64 {
            get throws {
                let object = try JSONSerialization.jsonObject(with: Data(receipt.utf8)) as? [String: Any]
                return try #require(object?["event"] as? Int64)
            }
        }
    }

    private let filed = Mutex<[Filed]>([])
    private let ended = Atomic(false)
    private let group = DispatchGroup()

    init(_ house: House, count: Int) {
        for filer in 0..<count {
            Thread.detachNewThread { [self, group] in
                var number = 0
                while !ended.load(ordering: .relaxed) {
                    number += 1
                    let (key, note) = (FilingKey.random(), "第\(filer)人第\(number)次")
                    let outcome = try? house.daemon.patrol(Filers.arguments(key, note))
                    if outcome?.status == 0 {
                        filed.withLock {
                            $0.append(Filed(key: key, note: note, receipt: outcome?.output ?? ""))
                        }
                    }
                }
                group.leave()
            }
            group.enter()
        }
    }

    static func arguments(_ key: FilingKey, _ note: String) -> [String] {
        ["inspect", "R-1", "--as", "inspector", "--note", note, "--key", key.text, "--json"]
    }

    /// Waits until so many are acknowledged.
    func await(_ count: Int) {
        while filed.withLock({ $0.count }) < count { sched_yield(); usleep(1000) }
    }

    func stop() -> [Filed] {
        ended.store(true, ordering: .relaxed)
        group.wait()
        return filed.withLock { $0 }
    }
}

@Suite struct `A restore drill` {
    @Test func bringsTheRecordBackAndItGoesOn() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let filers = Filers(house, count: 3)
            filers.await(6)
            let backup = try folder.backup()
            filers.await(12)
            let filed = filers.stop()
            #expect(try folder.verify(backup) == 0)
            #expect(try folder.verify(house.daemon.ledger) == 0, "also while the daemon runs")
            #expect(house.daemon.stop(SIGKILL) == 128 + SIGKILL)
            // The disk is lost: the ledger's file with its log, but not the backup.
            for suffix in ["", "-wal", "-shm"] { unlink(house.daemon.ledger + suffix) }
            let outcome = try folder.restore(backup)
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(outcome.output.contains("incarnation 2"))
            try house.daemon.start()
            // What was in the backup gets its first receipt again; what was lost is filed again and is there once.
            let kept = try #require(BackupName((backup as NSString).lastPathComponent)).event
            for filing in filed {
                let again = try house.done(Filers.arguments(filing.key, filing.note))
                if try filing.event <= kept { #expect(again == filing.receipt) }
            }
            let notes = try house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
                .filter { $0["verb"] as? String == "inspection.file" }
            #expect(
                Set(notes.compactMap { ($0["filing"] as? [String: Any])?["key"] as? String }).count
                    == filed.count
            )
            #expect(notes.count == filed.count)
            #expect(notes.last?["incarnation"] as? Int == 2)
            try house.done("event", "verify")
        }
    }

    @Test func takesOverFromADamagedLedgerWhatTheBackupLacks() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let backup = try folder.backup()
            let filings = (0..<5).map { Filers.arguments(.random(), "第\($0)次") }
            let receipts = try filings.map { try house.done($0) }
            house.daemon.stop(SIGKILL)
            // The tables and the indexes are gone; the log still has the events.
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: house.daemon.ledger))
            let length = try handle.seekToEnd()
            if length > 40_960 {
                try handle.seek(toOffset: 36_864)
                try handle.write(contentsOf: Data(count: 4096))
            }
            try handle.close()
            let outcome = try folder.restore(backup)
            #expect(outcome.status == 0 && outcome.output.contains("carried over"), "\(outcome)")
            #expect(outcome.output.contains("everything that is known to have been acknowledged is there"))
            try house.daemon.start()
            #expect(try filings.map { try house.done($0) } == receipts)
            try house.done("event", "verify")
        }
    }

    @Test func isRefusedWhileTheDaemonRuns() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let backup = try folder.backup()
            let outcome = try folder.restore(backup)
            #expect(outcome.status == 1 && outcome.error.contains("another patrold runs on"))
            try house.done("status")
        }
    }

    @Test func thatFindsTheDiskFullChangesNothing() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let backup = try folder.backup()
            #expect(house.daemon.stop() == 0)
            let before = try FileManager.default.contentsOfDirectory(atPath: house.daemon.state).sorted()
            // No file may grow beyond 32 KiB.
            let script = """
                ulimit -f 64; trap '' XFSZ
                exec '\(RunningDaemon.binaries)/patrold' restore '\(backup)' --state '\(house.daemon.state)'
                """
            let outcome = try Program("/bin/sh").run(
                ["-c", script].map { Array($0.utf8) },
                environment: ["LC_ALL": "en"]
            )
            #expect(outcome.status == 74 && outcome.error.contains("cannot write"), "\(outcome)")
            let after = try FileManager.default.contentsOfDirectory(atPath: house.daemon.state).sorted()
            #expect(after == before)
            #expect(try folder.verify(house.daemon.ledger) == 0)
            try house.daemon.start()
        }
    }

    @Test func canBeKilledAtAnyMoment() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            for number in 0..<4 { try house.done(Filers.arguments(.random(), "第\(number)次")) }
            let backup = try folder.backup()
            for number in 4..<8 { try house.done(Filers.arguments(.random(), "第\(number)次")) }
            #expect(house.daemon.stop() == 0)
            var random = SeededGenerator(seed: 5)
            for _ in 0..<12 {
                let restoring = try BackgroundProgram.start(
                    RunningDaemon.binaries + "/patrold",
                    ["restore", backup, "--state", house.daemon.state],
                    environment: ["LC_ALL": "en"],
                    log: house.daemon.folder.file("restore.log")
                )
                usleep(UInt32.random(in: 0...200_000, using: &random))
                restoring.stop(SIGKILL)
                if LedgerRestoration.isCutOff(house.daemon.ledger) {
                    let failure = #expect(throws: BackgroundProgram.NotReady.self) {
                        try house.daemon.start()
                    }
                    #expect(failure?.status == 1)
                } else {
                    #expect(try folder.verify(house.daemon.ledger) == 0)
                }
            }
            #expect(try folder.restore(backup).status == 0)
            #expect(try folder.verify(house.daemon.ledger) == 0)
            try house.daemon.start()
            let filed = try house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
                .filter { $0["verb"] as? String == "inspection.file" }
            #expect(filed.count == 8, "each time everything is taken over")
        }
    }
}

@Suite struct `Backups under load` {
    @Test func areNeverFaulty() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let filers = Filers(house, count: 2)
            var paths: [String] = []
            for round in 1...4 {
                filers.await(round)
                paths.append(try folder.backup())
            }
            _ = filers.stop()
            for path in Set(paths) { #expect(try folder.verify(path) == 0) }
            let events = paths.compactMap { BackupName(($0 as NSString).lastPathComponent)?.event }
            #expect(events == events.sorted() && events.count == 4)
        }
    }

    @Test func canBeKilledAtAnyMomentAndLeaveTheOthersWhole() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let first = try folder.backup()
            var random = SeededGenerator(seed: 9)
            for _ in 0..<8 {
                let program = try BackgroundProgram.start(
                    RunningDaemon.binaries + "/patrold",
                    ["backup", "--state", house.daemon.state, "--log", "stderr"],
                    environment: ["LC_ALL": "en"],
                    log: house.daemon.folder.file("backup.log")
                )
                usleep(UInt32.random(in: 0...150_000, using: &random))
                program.stop(SIGKILL)
            }
            for name in folder.backups {
                #expect(try folder.verify(house.daemon.state + "/backups/" + name) == 0)
            }
            #expect(folder.backups.contains((first as NSString).lastPathComponent))
            _ = try folder.backup()
            let partial = try FileManager.default.contentsOfDirectory(atPath: house.daemon.state + "/backups")
                .filter { $0.contains("partial") }
            #expect(partial == [])
        }
    }

    @Test func thatCannotBeWrittenSaySoAndLeaveTheOthersAlone() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let file = house.daemon.folder.file("backups-are-here")
            _ = try house.daemon.folder.write("no folder", to: "backups-are-here")
            let outcome = try folder.patrold(
                "backup",
                "--state",
                house.daemon.state,
                "--to",
                file,
                "--log",
                "stderr"
            )
            #expect(outcome.status == 74 && outcome.output == "")
            // A disk that is full: no file may grow beyond 32 KiB.
            let first = try folder.backup()
            let full = try Program("/bin/sh").run(
                [
                    "-c",
                    """
                    ulimit -f 64; trap '' XFSZ
                    exec '\(RunningDaemon.binaries)/patrold' backup --state '\(house.daemon.state)' --log stderr
                    """,
                ].map { Array($0.utf8) },
                environment: ["LC_ALL": "en"]
            )
            #expect(full.status == 74 && full.error.contains("no backup was made"), "\(full)")
            #expect(folder.backups == [(first as NSString).lastPathComponent])
            #expect(
                outcome.error.contains("PATROL_KIND=backup-failed") && outcome.error.contains("cannot write")
            )
        }
    }
}

@Suite struct `Verifying from the command line` {
    @Test func saysWhatIsIntactAndWhatIsNot() async throws {
        try await House.with { house in
            let folder = Folder(daemon: house.daemon)
            let head = try house.done("event", "verify")
            let heads = try house.daemon.folder.write("月报\n" + head, to: "report.txt")
            let intact = try folder.patrold("verify", "--state", house.daemon.state, "--heads", heads)
            #expect(intact.status == 0 && intact.output.hasPrefix("the ledger is intact: "), "\(intact)")
            let forged = try house.daemon.folder.write(
                "999999 " + String(repeating: "ab", count: 32),
                to: "forged.txt"
            )
            let short = try folder.patrold(
                "verify",
                "--state",
                house.daemon.state,
                "--heads",
                forged,
                "--language",
                "zh"
            )
            #expect(short.status == 65 && short.output.contains("至 999999 条（依据"), "\(short)")
            let json = try folder.patrold(
                "verify",
                "--state",
                house.daemon.state,
                "--only",
                "chain",
                "--json"
            )
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            #expect(object?["intact"] as? Bool == true && (object?["faults"] as? [Any])?.isEmpty == true)
            #expect(try folder.patrold("verify", "--ledger", house.daemon.folder.file("none")).status == 66)
            let empty = try house.daemon.folder.write("", to: "empty.txt")
            let nothing = try folder.patrold("verify", "--state", house.daemon.state, "--heads", empty)
            #expect(nothing.status == 65 && nothing.error.contains("no head of a chain is in"))
        }
    }
}
