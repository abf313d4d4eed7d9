import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

/// A district's people, each a Unix user of the machine.
@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `The people of a district` {
    @Test func workByFourEyesAndSeeWhatIsTheirs() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            try onlyWhoMay(machine)
            let hazard = try aMajorHazardLives(machine)
            try aUnitSeesItsOwnOnly(machine)
            try theFourEyesHold(machine)
            try theJournalTellsItsStory(machine, hazard)
            try machine.ledgerHolds()
        }
    }

    private func onlyWhoMay(_ machine: Machine) throws {
        // The kernel does not even let an outsider connect; who is let in and unknown is refused by the daemon.
        let outsider = try machine.patrol("visitor", "status")
        #expect(outsider.status == 77 && outsider.error.contains("patrol 组"), "\(outsider.error)")
        let unlisted = try machine.patrol("patrol-unlisted", "status")
        #expect(unlisted.status == 77 && unlisted.error.contains("patrol-unlisted"), "\(unlisted.error)")
        for user in ["patrol-inspector1", "patrol-roads"] {
            #expect(try machine.patrol(user, "site", "import", "/srv/sites.csv").status == 77)
        }
        // Nobody reads the ledger past the daemon, nor reloads it.
        let peek = try machine.run(as: "patrol-supervisor", ["cat", Machine.ledger])
        #expect(peek.status != 0)
        let reload = try machine.run(as: "patrol-supervisor", ["patrold", "reload"])
        #expect(reload.status == 77, "\(reload.error)")
    }

    /// Reported, ordered, rectified, verified and closed, by five people.
    private func aMajorHazardLives(_ machine: Machine) throws -> String {
        let zone = Zone.shanghai
        let (date, time) = zone.local(Instant(seconds: Int64(Date().timeIntervalSince1970)) + -3 * 3600)
        let receipt = try #require(
            try machine.json(
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
        #expect((try machine.json("patrol-roads", "hazard", "list") as? [Any])?.isEmpty == true)
        #expect(try machine.patrol("patrol-roads", "hazard", "show", hazard).status == 65)
        #expect(try machine.patrol("patrol-dispatcher", "hazard", "order", hazard).status == 0)
        #expect((try machine.json("patrol-roads", "hazard", "list") as? [Any])?.count == 1)
        try Photo.png().write(to: URL(fileURLWithPath: machine.file("/var/tmp/after.png")))
        let rectified = try machine.patrol(
            "patrol-roads",
            "hazard",
            "rectify",
            hazard,
            "--note",
            "已补装",
            "--photo",
            "/var/tmp/after.png"
        )
        #expect(rectified.status == 0, "\(rectified.error)")
        #expect(try machine.patrol("patrol-roads", "hazard", "verify", hazard, "--note", "好").status == 77)
        let verified = try machine.patrol("patrol-inspector2", "hazard", "verify", hazard, "--note", "平整")
        #expect(verified.status == 0, "\(verified.error)")
        #expect(try machine.patrol("patrol-supervisor", "hazard", "close", hazard).status == 77)
        // A major hazard is not struck off without its plan.
        #expect(try machine.patrol("patrol-leader1", "hazard", "close", hazard).status == 1)
        let planned = try machine.patrol(
            "patrol-supervisor",
            "hazard",
            "supervise",
            hazard,
            "--leader",
            "王局长",
            "--measures",
            "换座",
            "--funds",
            "12万",
            "--in-charge",
            "李工",
            "--deadline",
            zone.date(Instant(seconds: Int64(Date().timeIntervalSince1970))).adding(days: 30).description,
            "--contingency",
            "封闭车道"
        )
        #expect(planned.status == 0, "\(planned.error)")
        #expect(try machine.patrol("patrol-leader1", "hazard", "close", hazard).status == 0)
        let shown = try #require(
            try machine.json("patrol-leader1", "hazard", "show", hazard) as? [String: Any]
        )
        #expect(shown["state"] as? String == "closed" && shown["everOverdue"] as? Bool == true)
        return hazard
    }

    /// A hazard that another unit answers for.
    private func aUnitSeesItsOwnOnly(_ machine: Machine) throws {
        let hazard = try machine.reportHazard(at: "WC-C-001")
        #expect(try machine.patrol("patrol-dispatcher", "hazard", "order", hazard).status == 0)
        let listed = try machine.json("patrol-roads", "hazard", "list") as? [[String: Any]]
        #expect(listed?.count == 1 && listed?.contains { $0["id"] as? String == hazard } == false)
        #expect(try machine.patrol("patrol-roads", "hazard", "show", hazard).status == 65)
        let rectified = try machine.patrol("patrol-roads", "hazard", "rectify", hazard, "--note", "已补装")
        #expect(rectified.status == 65, "\(rectified.error)")
        #expect(try machine.patrol("patrol-shuiguohu", "hazard", "show", hazard).status == 0)
    }

    private func theFourEyesHold(_ machine: Machine) throws {
        let hazard = try machine.reportHazard(at: "WC-R-007")
        #expect(try machine.patrol("patrol-inspector1", "hazard", "order", hazard).status == 0)
        let fixed = try machine.patrol("patrol-inspector1", "hazard", "rectify", hazard, "--note", "围挡")
        #expect(fixed.status == 0, "\(fixed.error)")
        let refused = try machine.patrol("patrol-inspector1", "hazard", "verify", hazard, "--note", "好")
        #expect(refused.status == 1 && refused.error.contains("inspector-1"), "\(refused.error)")
        let verified = try machine.patrol("patrol-supervisor", "hazard", "verify", hazard, "--note", "好")
        #expect(verified.status == 0, "\(verified.error)")
    }

    private func theJournalTellsItsStory(_ machine: Machine, _ hazard: String) throws {
        let entries = try machine.journal("PATROL_HAZARD=\(hazard)")
        let entry = try #require(entries.first { $0.text("PATROL_KIND") == "hazard-overdue" })
        #expect(entry.text("MESSAGE_ID") == "8801fc52c7ef41859e045e55473dc4f3")
        #expect(entry.text("PRIORITY") == "3" && entry.text("SYSLOG_IDENTIFIER") == "patrold")
        #expect(entry.text("_TRANSPORT") == "journal")
        #expect(entry.text("_SYSTEMD_UNIT") == "patrold.service")
        #expect(entry.text("PATROL_REMINDER")?.contains(hazard) == true)
        #expect(entry.text("PATROL_SITE") == "WC-R-001")
        #expect(entry.text("PATROL_UNIT") == "区市政道路养护单位")
        #expect(entry.text("PATROL_DUE")?.hasSuffix("+08:00") == true)
        #expect(entry.text("MESSAGE")?.contains(hazard) == true)
        let refusals = try machine.journal("PATROL_REFUSAL=notAllowed", "PATROL_USER=patrol-roads")
        #expect(refusals.count >= 2)
        // A line a day and a trouble: what a person reads in the morning is short.
        let warnings = try machine.run(
            as: "root",
            ["journalctl", "--no-pager", "-u", "patrold", "-p", "warning", "-o", "cat"]
        ).output
        #expect(warnings.split(separator: "\n").count <= 12, "\(warnings)")
    }
}
