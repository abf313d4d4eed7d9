import Foundation
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `While the machine fails around it` {
    @Test func aForeignLockIsToldAndWaitedFor() async throws {
        try await Ordeal.with { ordeal in
            try ordeal.isRecorded()
            let held = ordeal.daemon.folder.file("held")
            let script = """
                import sqlite3, sys, os, time
                db = sqlite3.connect(sys.argv[1], isolation_level=None)
                db.execute("BEGIN IMMEDIATE")
                open(sys.argv[2], "w").close()
                time.sleep(600)
                """
            let other = try BackgroundProgram.start(
                "/usr/bin/python3",
                ["-I", "-c", script, ordeal.daemon.ledger, held],
                environment: [:],
                log: ordeal.daemon.folder.file("other.log")
            )
            while access(held, F_OK) != 0 { usleep(10_000) }
            try ordeal.isKept("被其他程序锁住")
            #expect(ordeal.daemon.log.contains("PATROL_TROUBLE=locked"))
            other.stop(SIGKILL)
            try ordeal.isDelivered()
            try ordeal.isRecorded()
            try ordeal.hasSaid("ledger-recovered")
            try ordeal.holds()
        }
    }

    @Test func aReaderInTheMiddleOfALongReadingKeepsNobodyFromStarting() async throws {
        try await Ordeal.with { ordeal in
            for _ in 0..<3 { try ordeal.isRecorded() }
            ordeal.daemon.stop(SIGKILL)
            let held = ordeal.daemon.folder.file("held")
            let script = """
                import sqlite3, sys, time
                db = sqlite3.connect(sys.argv[1], isolation_level=None)
                db.execute("BEGIN")
                db.execute("SELECT count(*) FROM event").fetchall()
                open(sys.argv[2], "w").close()
                time.sleep(600)
                """
            let reader = try BackgroundProgram.start(
                "/usr/bin/python3",
                ["-I", "-c", script, ordeal.daemon.ledger, held],
                environment: [:],
                log: ordeal.daemon.folder.file("other.log")
            )
            while access(held, F_OK) != 0 { usleep(10_000) }
            try ordeal.daemon.start()
            try ordeal.isRecorded()
            reader.stop(SIGKILL)
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }

    @Test func descriptorsThatRunOutCostNoReceiptAndNoRestart() async throws {
        // More connections than such a process has descriptors for beside its own files.
        try await Ordeal.with(limits: ["--nofile=64"]) { ordeal in
            try ordeal.isRecorded()
            var held = try (0..<60).map { _ in try HeldConnection(ordeal.daemon.socket) }
            let deadline = ContinuousClock.now + .seconds(60)
            while !ordeal.daemon.log.contains("LimitNOFILE"), ContinuousClock.now < deadline {
                usleep(20_000)
            }
            #expect(ordeal.daemon.log.contains("LimitNOFILE"), "\(ordeal.daemon.log)")
            held.removeAll()
            try ordeal.isRecorded()
            #expect(ordeal.daemon.log.components(separatedBy: "cannot accept connections").count == 2)
            try ordeal.holds()
        }
    }

    @Test func memoryThatRunsOutCostsNoReceipt() async throws {
        try await Ordeal.with { ordeal in
            try ordeal.isRecorded()
            ordeal.daemon.stop()
            try ordeal.daemon.start()
            try ordeal.isRecorded()
            let rows = (0..<120_000).map { "X-\($0),很长的路名很长的路名\($0),main-road,水果湖街,养护单位,,," }
            let heading = "编号,名称,类别,街道,责任单位,标签,启用日期,停用日期\n"
            let roster = try ordeal.daemon.folder.write(
                heading + rows.joined(separator: "\n") + "\n",
                to: "huge.csv"
            )
            try ordeal.squeeze()
            let imported = try ordeal.daemon.patrol(["site", "import", roster])
            #expect(imported.status != 0, "\(imported.output)")
            ordeal.daemon.stop(SIGKILL)
            try ordeal.daemon.start()
            _ = try ordeal.daemon.patrol(["outbox", "drop", "1"])
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }

    /// Days before or after the machine's clock, one jump after the other.
    @Test(arguments: [[2, 0], [-2, 0], [400, 0], [-14_600, 0]] as [[Int64]])
    func aClockThatJumpsEitherWayLosesNothing(_ days: [Int64]) async throws {
        let folder = try TemporaryFolder()
        let clock = try SteppedClock(in: folder)
        try await Ordeal.with(environment: { _ in clock.environment }) { ordeal in
            try ordeal.isRecorded()
            for day in days {
                try clock.step(to: day * 86400)
                try ordeal.isRecorded()
                try ordeal.hasSaid("clock-stepped")
            }
            ordeal.daemon.stop(SIGKILL)
            try ordeal.daemon.start(environment: clock.environment)
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }
}

extension Ordeal {
    /// Leaves the running daemon no more memory than it has, and a little.
    fileprivate func squeeze() throws {
        let pid = try #require(daemon.processID)
        let status = try String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8)
        let pages = try #require(Int(status.split(separator: " ")[0]))
        let outcome = try Program("/usr/bin/prlimit").run(
            ["--pid", "\(pid)", "--as=\(pages * 4096 + 8 << 20)"].map { Array($0.utf8) },
            environment: [:]
        )
        #expect(outcome.status == 0, "\(outcome.error)")
    }
}

/// A connection that says nothing.
private final class HeldConnection {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }
}
