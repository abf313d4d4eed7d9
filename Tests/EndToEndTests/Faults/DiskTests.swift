import Foundation
import Glibc
import PatrolTestSupport
import Testing

@Suite struct `While its disk fails` {
    /// What a disk may do, and the word by which the filer is told.
    enum Fault: String, CaseIterable, Sendable {
        case full, fullInTheMiddleOfAPage, writeErrors, readOnly, oneFailingSync, failingSyncs

        func happen(to disk: FaultyDisk) {
            switch self {
            case .full: disk.failWrites(error: ENOSPC)
            case .fullInTheMiddleOfAPage: disk.failWrites(after: 5000, error: ENOSPC, tear: .half)
            case .writeErrors: disk.failWrites(error: EIO)
            case .readOnly: disk.failWrites(error: EROFS)
            case .oneFailingSync: disk.failSyncs(1)
            case .failingSyncs: disk.failSyncs()
            }
        }

        var word: String { self == .full || self == .fullInTheMiddleOfAPage ? "磁盘已满" : "读写出错" }
    }

    @Test(arguments: Fault.allCases)
    func nobodyGetsAReceiptAndNothingIsLost(_ fault: Fault) async throws {
        let faulty = Faulty()
        try await Ordeal.with(environment: { try faulty.disk(for: $0).environment }) { ordeal in
            let disk = try faulty.disk(for: ordeal.daemon)
            try ordeal.isRecorded()
            fault.happen(to: disk)
            try ordeal.isKept(fault.word)
            if fault != .oneFailingSync { for _ in 0..<3 { try ordeal.isKept(fault.word) } }
            #expect(ordeal.said("ledger-trouble") == 1, "once, not once a filing:\n\(ordeal.daemon.log)")
            #expect(ordeal.daemon.log.contains("<3>台账"))
            #expect(ordeal.said("ledger-recovered") == 0)
            disk.mend()
            try ordeal.isDelivered()
            try ordeal.isRecorded()
            try ordeal.hasSaid("ledger-recovered")
            #expect(disk.failures > 0)
            try ordeal.holds()
        }
    }

    /// Of 12,000 roads: more than a megabyte in the record.
    private static let largeRoster =
        "编号,名称,类别,街道,责任单位,标签,启用日期,停用日期\n"
        + (0..<12_000).map { "X-\($0),路\($0),main-road,水果湖街,养护单位,,,\n" }.joined()

    @Test func whatIsAskedIsStillAnsweredWhereItCanBeRead() async throws {
        let faulty = Faulty()
        try await Ordeal.with(environment: { try faulty.disk(for: $0).environment }) { ordeal in
            let disk = try faulty.disk(for: ordeal.daemon)
            try ordeal.isRecorded()
            disk.failWrites()
            #expect(try ordeal.daemon.patrol(["status"]).status == 0)
            disk.mend()
            // More of a record than anybody who reads it keeps in memory: 2 MB of pages, as SQLite comes.
            let roster = try ordeal.daemon.folder.write(Self.largeRoster, to: "large.csv")
            for subdistrict in ["水果湖街", "中南路街"] {
                let text = Self.largeRoster.replacing("水果湖街", with: subdistrict)
                _ = try ordeal.daemon.folder.write(text, to: "large.csv")
                let imported = try ordeal.daemon.patrol(["site", "import", roster, "--json"])
                #expect(imported.status == 0, "\(imported.error)")
            }
            disk.failReads()
            // To SQLite a page that cannot be read is a damaged one.
            let unread = try ordeal.daemon.patrol(["event", "verify"])
            #expect(unread.status == 69 && unread.error.contains("台账文件已损坏"), "\(unread.error)")
            disk.mend()
            #expect(try ordeal.daemon.patrol(["event", "verify"]).status == 0)
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }

    @Test func thatTheLogCannotBeFoldedInIsSaidAndFilingsAreRecorded() async throws {
        let faulty = Faulty()
        try await Ordeal.with(environment: { try faulty.disk(for: $0).environment }) { ordeal in
            let disk = try faulty.disk(for: ordeal.daemon)
            try ordeal.isRecorded()
            // The file itself, and not the log: from its name to the end of the path.
            disk.confine(to: "ledger.sqlite$")
            disk.failWrites(error: EIO)
            let roster = try ordeal.daemon.folder.write(Self.largeRoster, to: "large.csv")
            let imported = try ordeal.daemon.patrol(["site", "import", roster, "--json"])
            #expect(imported.status == 0, "\(imported.error)")
            try ordeal.hasSaid("ledger-trouble")
            #expect(ordeal.daemon.log.contains("预写日志无法并入台账文件"))
            try ordeal.isRecorded()
            disk.mend()
            try ordeal.holds()
        }
    }

    @Test(.enabled(if: getuid() == 0, "mounting needs root"))
    func aDiskThatIsReallyFullIsSurvivedWithoutHands() async throws {
        let mount = Mount()
        try await Ordeal.with(environment: { daemon in
            try mount.memory(at: daemon.state, megabytes: 3)
            return [:]
        }) { ordeal in
            defer { mount.end() }
            try ordeal.isRecorded()
            let filler = ordeal.daemon.state + "/filler"
            Mount.fill(filler)
            try ordeal.isKept("磁盘已满")
            try ordeal.isKept("磁盘已满")
            unlink(filler)
            try ordeal.isDelivered()
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }

    @Test(.enabled(if: getuid() == 0 && Mount.hasLoopDevices, "mounting a disk needs root and a loop device"))
    func aDiskThatTurnsReadOnlyIsSurvived() async throws {
        let mount = Mount()
        try await Ordeal.with(environment: { daemon in
            try mount.disk(at: daemon.state, image: daemon.folder.file("image"), megabytes: 16)
            return [:]
        }) { ordeal in
            defer { mount.end() }
            try ordeal.isRecorded()
            try mount.abort()
            try ordeal.isKept("台账")
            try ordeal.hasSaid("ledger-trouble")
            #expect(try ordeal.daemon.patrol(["status"]).status == 0)
            ordeal.daemon.stop()
            try mount.again()
            try ordeal.daemon.start()
            try ordeal.isDelivered()
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }
}

/// The faulty disk of an ordeal, made with its daemon.
final class Faulty: @unchecked Sendable {
    private var made: FaultyDisk?

    func disk(for daemon: RunningDaemon) throws -> FaultyDisk {
        if let made { return made }
        let disk = try FaultyDisk(in: daemon.folder, only: "ledger.sqlite")
        made = disk
        return disk
    }
}
