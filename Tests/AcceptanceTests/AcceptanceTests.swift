import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolTestSupport
import Testing

/// The story of one day on a machine without Swift, told by five people who each log in as themselves.
@Suite(.serialized, .enabled(if: Tree.current != nil, Comment(rawValue: Tree.whySkipped)))
struct AcceptanceTests {
    let tree: Tree

    init() throws {
        tree = try #require(Tree.current)
    }

    @Test func theMainJobByFivePeopleOnAMachineWithoutSwift() async throws {
        try await Blocking.run { try story() }
    }

    private func story() throws {
        try withoutSwift()
        let journal = try tree.startJournal()
        defer { journal.stop(SIGTERM) }
        let daemon = try tree.startDaemon()
        try onlyWhoMay()
        try aGroupLendsItsRole()
        let hazard = try mainJob()
        try samePersonIsRefused()
        try aSpreadsheetsOwnEncodingIsRead()
        try deadlinesAreTheDistricts()
        try journalTells(hazard)
        let second = try survivesAKill(daemon, hazard)
        try oneDaemonOnly()
        let started = ContinuousClock.now
        #expect(second.stop(SIGTERM) == 0)
        #expect(ContinuousClock.now - started < .seconds(5))
        #expect(!FileManager.default.fileExists(atPath: tree.file("/run/patrol/patrold.sock")))
        #expect(try Replay.differences(ofLedgerAt: tree.file("/var/lib/patrol/ledger.sqlite")) == [])
    }

    private func withoutSwift() throws {
        for program in ["patrold", "patrol"] {
            let needed = try tree.run(as: "root", ["ldd", "/usr/bin/\(program)"]).output
            #expect(!needed.contains("swift") && !needed.contains("not found"), "\(needed)")
            let symbols = try Program("/usr/bin/nm").run(
                [Array(tree.file("/usr/bin/\(program)").utf8)],
                environment: [:]
            )
            #expect(symbols.error.contains("no symbols"))
        }
        #expect(!FileManager.default.fileExists(atPath: tree.file("/opt/swift")))
    }

    private func onlyWhoMay() throws {
        let outsider = try tree.patrol("visitor", "status")
        #expect(outsider.status == 77 && outsider.error.contains("patrol 组"), "\(outsider.error)")
        let unlisted = try tree.patrol("patrol-unlisted", "status")
        #expect(unlisted.status == 77 && unlisted.error.contains("patrol-unlisted"), "\(unlisted.error)")
        let borrowed = try tree.patrol("patrol-inspector1", "today", "--as", "supervisor")
        #expect(borrowed.status == 77 && borrowed.error.contains("无权代他人"), "\(borrowed.error)")
        #expect(try tree.patrol("patrol-inspector1", "site", "import", "/etc/patrol/sites.csv").status == 77)
        #expect(try tree.patrol("patrol-supervisor", "site", "import", "/etc/patrol/sites.csv").status == 0)
    }

    /// An auditor may only read; the one here is also in the Unix group to which the configuration lends a role.
    private func aGroupLendsItsRole() throws {
        #expect(try tree.patrol("patrol-auditor", "inspect", "WC-R-004").status == 0)
        #expect(try tree.patrol("patrol-auditor", "event", "verify").status == 0)
        #expect(try tree.patrol("patrol-auditor", "site", "import", "/etc/patrol/sites.csv").status == 77)
    }

    private func mainJob() throws -> String {
        let zone = Zone.shanghai
        let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        let duties = try #require(try tree.json("patrol-inspector1", "today") as? [[String: Any]])
        let daily = duties.filter { $0["programme"] as? String == "main-roads-daily" }
        #expect(!daily.isEmpty)
        #expect(daily.allSatisfy { $0["period"] as? String == zone.date(now).description })
        #expect(duties.allSatisfy { ($0["dueAt"] as? String)?.hasSuffix("T00:00:00+08:00") == true })
        let (date, time) = zone.local(now + -3 * 3600)
        let receipt = try #require(
            try tree.json(
                "patrol-inspector1",
                "inspect",
                "WC-R-001",
                "--hazard",
                "--category",
                "0103",
                "--condition",
                "1",
                "--severity",
                "major",
                "--describe",
                "雨水井盖缺失",
                "--observed-at",
                "\(date) \(time)"
            ) as? [String: Any]
        )
        let hazard = try #require(receipt["hazard"] as? String)
        let overdue = try #require(try tree.json("patrol-supervisor", "overdue") as? [[String: Any]])
        #expect(overdue.map { $0["id"] as? String } == [hazard])
        let due = zone.at("\(date) \(time)") + 7200
        #expect(overdue[0]["dueAt"] as? String == zone.iso8601(due))

        #expect((try tree.json("patrol-roads", "hazard", "list") as? [Any])?.isEmpty == true)
        #expect(try tree.patrol("patrol-roads", "hazard", "show", hazard).status == 65)
        #expect(try tree.patrol("patrol-roads", "hazard", "order", hazard).status == 77)
        #expect(try tree.patrol("patrol-dispatcher", "hazard", "order", hazard).status == 0)
        #expect((try tree.json("patrol-roads", "hazard", "list") as? [Any])?.count == 1)
        try Photo.png().write(to: URL(fileURLWithPath: tree.file("/tmp/after.png")))
        let rectified = try tree.patrol(
            "patrol-roads",
            "hazard",
            "rectify",
            hazard,
            "--note",
            "已补装",
            "--photo",
            "/tmp/after.png"
        )
        #expect(rectified.status == 0, "\(rectified.error)")
        #expect(try tree.patrol("patrol-roads", "hazard", "verify", hazard, "--note", "好").status == 77)
        #expect(try tree.patrol("patrol-inspector2", "hazard", "verify", hazard, "--note", "平整").status == 0)
        #expect(try tree.patrol("patrol-supervisor", "hazard", "close", hazard).status == 77)
        let unplanned = try tree.patrol("patrol-leader1", "hazard", "close", hazard)
        #expect(unplanned.status == 1, "\(unplanned.error)")
        let plan = Right.plan.replacing("{soon}", with: "\(zone.date(now).adding(days: 30))").split(
            separator: " "
        )
        let planned = ["/usr/bin/patrol", "hazard", "supervise", hazard] + plan.map(String.init)
        #expect(try tree.run(as: "patrol-supervisor", planned).status == 0)
        #expect(try tree.patrol("patrol-leader1", "hazard", "close", hazard).status == 0)
        let shown = try #require(try tree.json("patrol-leader1", "hazard", "show", hazard) as? [String: Any])
        #expect(shown["state"] as? String == "closed" && shown["rectifiedBy"] as? String == "roads-liaison")
        #expect(try tree.patrol("patrol-leader1", "event", "verify").status == 0)
        return hazard
    }

    /// A city's workbook as a spreadsheet saves it; the C library of this tree reads it, without Swift's.
    private func aSpreadsheetsOwnEncodingIsRead() throws {
        let text = "立案结案标准（事件）,,,\n小类代码,小类名称,立案条件,处置时限\n0901,占道经营,占道经营,4工作小时\n,,跨门经营,１个工作日\n"
        try Program.writeGB18030(text, to: tree.file("/tmp/workbook.csv"))
        let imported = try tree.patrol(
            "patrol-supervisor",
            "catalogue",
            "import",
            "/tmp/workbook.csv",
            "--events",
            "--keep-missing"
        )
        #expect(imported.status == 0 && imported.output.contains("新增小类 1 个"), "\(imported.error)")
        let shown = try #require(
            try tree.json("patrol-inspector1", "catalogue", "show", "E0901") as? [String: Any]
        )
        let limits = (shown["conditions"] as? [[String: Any]])?.compactMap { $0["timeLimit"] as? String }
        #expect(limits == ["4工作时", "1工作日"])
    }

    private func deadlinesAreTheDistricts() throws {
        let reckoned = try tree.run(
            as: "patrol",
            ["/usr/bin/patrold", "deadline", "4工作时", "2026-09-30 16:30"]
        )
        #expect(reckoned.output.contains("至 2026年10月8日 10:30"), "\(reckoned.error)")
        #expect(try tree.run(as: "patrol", ["/usr/bin/patrold", "check-config"]).status == 0)
    }

    private func samePersonIsRefused() throws {
        let receipt = try #require(
            try tree.json(
                "patrol-inspector2",
                "hazard",
                "report",
                "--site",
                "WC-R-007",
                "--category",
                "E0401",
                "--describe",
                "路面塌陷"
            ) as? [String: Any]
        )
        let hazard = try #require(receipt["id"] as? String)
        #expect(try tree.patrol("patrol-inspector2", "hazard", "order", hazard).status == 0)
        #expect(try tree.patrol("patrol-inspector2", "hazard", "rectify", hazard, "--note", "围挡").status == 0)
        let refused = try tree.patrol("patrol-inspector2", "hazard", "verify", hazard, "--note", "好")
        #expect(refused.status == 1 && refused.error.contains("整改由 inspector-2 完成或代录"), "\(refused.error)")
        #expect(try tree.patrol("patrol-inspector1", "hazard", "verify", hazard, "--note", "好").status == 0)
    }

    private func journalTells(_ hazard: String) throws {
        let entries = try tree.journal("PATROL_HAZARD=\(hazard)", "PATROL_KIND=hazard-overdue")
        #expect(entries.count == 1)
        let entry = try #require(entries.first)
        #expect(entry["PATROL_KIND"] as? String == "hazard-overdue")
        #expect((entry["MESSAGE_ID"] as? String)?.count == 32)
        #expect(entry["PRIORITY"] as? String == "3" && entry["SYSLOG_IDENTIFIER"] as? String == "patrold")
        #expect(entry["_TRANSPORT"] as? String == "journal")
        #expect(entry["PATROL_REMINDER"] as? String == "overdue/\(hazard)")
        #expect(
            entry["PATROL_SITE"] as? String == "WC-R-001" && entry["PATROL_UNIT"] as? String == "区市政道路养护单位"
        )
        #expect((entry["PATROL_DUE"] as? String)?.hasSuffix("+08:00") == true)
        #expect((entry["MESSAGE"] as? String)?.contains("逾期") == true)
        let refusals = try tree.journal("PATROL_REFUSAL=notAllowed", "PATROL_USER=patrol-roads")
        #expect(refusals.count == 2)
    }

    private func survivesAKill(_ daemon: BackgroundProgram, _ hazard: String) throws -> BackgroundProgram {
        let filing = ["inspect", "WC-R-002", "--key", "0192f0c1-2d3e-7abc-8def-0123456789ab", "--json"]
        let first = try tree.run(as: "patrol-inspector1", ["/usr/bin/patrol"] + filing)
        #expect(first.status == 0)
        #expect(daemon.stop(SIGKILL) == 128 + SIGKILL)
        let unreachable = try tree.patrol("patrol-inspector1", "inspect", "WC-R-003")
        #expect(unreachable.status == 75 && unreachable.error.contains("已存入发件箱"), "\(unreachable.error)")
        #expect(try tree.patrol("patrol-inspector1", "status").status == 69)
        let again = try tree.startDaemon()
        let delivered = try tree.patrol("patrol-inspector1", "today")
        #expect(delivered.status == 0 && delivered.error.contains("已补送"), "\(delivered.error)")
        #expect(try tree.run(as: "patrol-inspector1", ["/usr/bin/patrol"] + filing).output == first.output)
        #expect(try tree.journal("PATROL_HAZARD=\(hazard)", "PATROL_KIND=hazard-overdue").count == 1)
        return again
    }

    private func oneDaemonOnly() throws {
        let second = try tree.run(as: "patrol", ["/usr/bin/patrold", "run"])
        #expect(second.status == 1 && second.error.contains("已有 patrold"), "\(second.error)")
        let other = try tree.run(as: "patrol", ["/usr/bin/patrold", "run", "--state", "/tmp/other"])
        #expect(other.status == 1 && other.error.contains("已有程序在应答"), "\(other.error)")
        #expect(try tree.patrol("patrol-inspector1", "status").status == 0)
    }
}
