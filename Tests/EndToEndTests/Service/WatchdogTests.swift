import Foundation
import Glibc
import PatrolTestSupport
import Testing

@Suite struct `What the service manager is told` {
    private func environment(_ notify: NotifySocket) -> [String: String] {
        ["NOTIFY_SOCKET": notify.path, "WATCHDOG_USEC": "2000000"]
    }

    @Test func isInOrder() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            let notify = try NotifySocket(path: daemon.folder.file("told"))
            try daemon.launch(environment: environment(notify))
            let start = try #require(notify.lines(upTo: "READY=1"))
            #expect(start.filter { $0.hasPrefix("STATUS=") }.count == 3, "\(start)")
            #expect(start.first == "STATUS=正在打开台账")
            #expect(start.contains("STATUS=正在补办停机期间到期的事项"))
            #expect(!start.contains("WATCHDOG=1"))
            // It answers from the moment it says so.
            #expect(try daemon.patrol(["status"]).status == 0)
            let first = try #require(notify.lines(upTo: "WATCHDOG=1"))
            #expect(first.contains { $0.hasPrefix("STATUS=运行正常：逾期隐患 0 件，今日待巡查 0 处，下一事项 ") }, "\(first)")
            // Nothing happens, and yet it is alive.
            #expect(notify.next() == ["WATCHDOG=1"])
            #expect(notify.next() == ["WATCHDOG=1"])
            let status = daemon.stop()
            #expect(status == 0)
            let end = try #require(notify.lines(upTo: "STOPPING=1"))
            #expect(end.last == "STATUS=正在停止，办完手头的请求即退出")
        }
    }

    @Test func changesWithWhatWaits() async throws {
        try await Blocking.run {
            let house = House(daemon: try RunningDaemon())
            let notify = try NotifySocket(path: house.daemon.folder.file("told"))
            try house.daemon.launch(environment: environment(notify))
            _ = try #require(notify.lines(upTo: "READY=1"))
            _ = try #require(notify.lines(upTo: "WATCHDOG=1"))
            try house.done("site", "import", try house.roster())
            // Not more often than every ten seconds, and no later than the next sign of life but one.
            let next = try #require(notify.lines(upTo: "STATUS="))
            #expect(next.last?.contains("今日待巡查 6 处") == true, "\(next)")
            house.daemon.stop()
        }
    }

    @Test func isNothingWhileTheDiskHangs() async throws {
        try await Blocking.run {
            let house = House(daemon: try RunningDaemon())
            let disk = try FaultyDisk(in: house.daemon.folder, only: "ledger.sqlite")
            let notify = try NotifySocket(path: house.daemon.folder.file("told"))
            try house.daemon.launch(environment: environment(notify).merging(disk.environment) { $1 })
            _ = try #require(notify.lines(upTo: "READY=1"))
            try house.done("site", "import", try house.roster())
            disk.hangSyncs()
            let filer = try house.daemon.startPatrol(["inspect", "R-1", "--as", "inspector"])
            // Whatever was said before the filing came to the disk; then three times as long as a sign may take, nothing.
            var silent = false
            for _ in 0..<20 where !silent { silent = notify.next(within: 6).isEmpty }
            #expect(silent)
            disk.mend()
            #expect(notify.lines(upTo: "WATCHDOG=1") != nil)
            #expect(filer.stop(0) == 0)
            #expect(house.daemon.stop() == 0)
            #expect(try house.daemon.replay() == [])
        }
    }

    @Test func tellsOfATroubleOfTheLedger() async throws {
        try await Blocking.run {
            let house = House(daemon: try RunningDaemon())
            let disk = try FaultyDisk(in: house.daemon.folder, only: "ledger.sqlite")
            let notify = try NotifySocket(path: house.daemon.folder.file("told"))
            try house.daemon.launch(environment: environment(notify).merging(disk.environment) { $1 })
            _ = try #require(notify.lines(upTo: "READY=1"))
            try house.done("site", "import", try house.roster())
            disk.failWrites()
            #expect(try house.daemon.patrol(["inspect", "R-1", "--as", "inspector"]).status == 75)
            _ = try #require(notify.lines(upTo: "STATUS=台账"))
            disk.mend()
            try house.done("outbox", "retry")
            let recovered = try #require(notify.lines(upTo: "STATUS=运行正常"))
            #expect(recovered.contains("WATCHDOG=1") || recovered.count == 1)
            house.daemon.stop()
        }
    }
}
