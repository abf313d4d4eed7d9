import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `Rules of reminding` {
    private static let rules = """

        reminders:
          - {id: digest, morning: working, to: [person, unit, subdistrict]}
          - {id: soon, before: 1紧急工作时, to: [unit]}
          - {id: passed, at: deadline, to: [unit, supervisor]}
          - id: late
            after: 2紧急工作时
            to: [leading-group]
            hook: {command: [/bin/sh, -c, 'cat >/var/lib/patrol/hook; logger --tag hook done'], retries: 0}

        """

    /// The next Tuesday, and the day after it: plain working days, both still to come.
    private static let tuesday = {
        let tomorrow = Zone.shanghai.date(Instant(seconds: Int64(Date().timeIntervalSince1970))).adding(
            days: 1
        )
        return tomorrow.adding(days: (9 - tomorrow.isoWeekday) % 7)
    }()
    private let day = tuesday.description
    private let next = tuesday.adding(days: 1).description

    @Test func speakOfADeadlineBeforeAtAndAfterIt() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            let clock = try MachineClock(on: machine)
            try clock.step(to: "\(day) 09:00")
            try setRules(machine)
            try machine.done("systemctl", "restart", "patrold.service")
            let hazard = try machine.reportHazard(observedAt: "\(day) 09:00")
            #expect(try machine.patrol("patrol-dispatcher", "hazard", "order", hazard).status == 0)
            for time in ["10:00", "11:00", "13:00"] {
                try clock.pass(to: "\(day) \(time)")
                // A new start says nothing anew.
                try machine.done("systemctl", "restart", "patrold.service")
            }
            try theStoryIsTold(machine, hazard)
            try theCommandGotItsDigest(machine, hazard)
            // A unit that has a liaison gets its list through that person; this one has nobody.
            let other = try machine.reportHazard(at: "WC-G-001", observedAt: "\(day) 13:00")
            #expect(try machine.patrol("patrol-dispatcher", "hazard", "order", other).status == 0)
            let evening = try machine.place()
            try clock.pass(to: "\(next) 07:31")
            try theMorningIsShort(machine, after: evening)
            try machine.ledgerHolds()
        }
    }

    private func setRules(_ machine: Machine) throws {
        let settings = "/etc/patrol/patrol.yaml"
        var lines = try machine.contents(settings).split(separator: "\n", omittingEmptySubsequences: false)
        // Those of the reference configuration give way: from their key to the next.
        if let start = lines.firstIndex(where: { $0.hasPrefix("reminders:") }) {
            let next = lines[(start + 1)...].firstIndex { $0.first?.isLetter == true }
            lines.removeSubrange(start..<(next ?? lines.endIndex))
        }
        try machine.write(lines.joined(separator: "\n") + Self.rules, to: settings)
    }

    private func theStoryIsTold(_ machine: Machine, _ hazard: String) throws {
        let story = try machine.journal("PATROL_HAZARD=\(hazard)")
        #expect(story.compactMap { $0.text("PATROL_VERB") } == ["hazard.report", "hazard.order"], "\(story)")
        #expect(story.allSatisfy { $0.text("PATROL_SITE") == "WC-R-001" })
        #expect(story.allSatisfy { $0.text("PATROL_DUE") == "\(day)T11:00:00+08:00" })
        #expect(story.allSatisfy { $0.text("_SYSTEMD_UNIT") == "patrold.service" })
        #expect(story.allSatisfy { $0.text("MESSAGE")?.contains(hazard) == true })
        let said = story.filter { $0.text("PATROL_KIND") != "hazard-recorded" }
        try #require(said.count == 3, "\(story)")
        #expect(
            said.map { $0.text("MESSAGE_ID") } == [
                "8b95f62f9b2043fbad9518efde64047e", "8801fc52c7ef41859e045e55473dc4f3",
                "8b95f62f9b2043fbad9518efde64047e",
            ]
        )
        #expect(
            story.map { $0.text("PATROL_KIND") } == [
                "hazard-recorded", "hazard-recorded", "deadline-reminder", "hazard-overdue",
                "deadline-reminder",
            ]
        )
        #expect(said.map { $0.text("PRIORITY") } == ["5", "4", "4"])
        #expect(said.map { $0.text("PATROL_RULE") } == ["soon", "passed", "late"])
        #expect(said[0].text("PATROL_UNIT") == "区市政道路养护单位")
        #expect(said[0].text("PATROL_PERSON") == "roads-liaison")
        let told = (said[1]["PATROL_PERSON"] as? [String])?.sorted()
        #expect(told == ["roads-liaison", "supervisor", "supervisor-2"])
        #expect(said[2].text("PATROL_ROLE") == "leading-group")
        let reminders = said.compactMap { $0.text("PATROL_REMINDER") }
        #expect(Set(reminders).count == 3, "\(reminders)")
    }

    /// In the daemon's sandbox, as JSON on its standard input.
    private func theCommandGotItsDigest(_ machine: Machine, _ hazard: String) throws {
        try machine.awaited("SYSLOG_IDENTIFIER=hook", after: 0)
        #expect(try machine.journal("PATROL_KIND=hook-failed").isEmpty)
        let digest = try machine.contents("/var/lib/patrol/hook")
        #expect(digest.contains("\"late\"") && digest.contains(hazard), "\(digest)")
        _ = try JSONSerialization.jsonObject(with: Data(digest.utf8))
    }

    /// After a whole day on which nobody walked: a list for each, and a line for each programme in each subdistrict that
    /// asks for somebody.
    private func theMorningIsShort(_ machine: Machine, after evening: Int64) throws {
        for whose in ["PATROL_SUBDISTRICT=水果湖街", "PATROL_PERSON=roads-liaison", "PATROL_UNIT=样例瓶装气供应站点01"] {
            try machine.awaited("PATROL_KIND=morning", whose, after: evening)
        }
        let said = try machine.entries(after: evening, "PATROL_KIND=morning")
        #expect(said.allSatisfy { $0.text("PRIORITY") == "6" || $0.text("PRIORITY") == "5" })
        let warnings = try machine.entries(after: evening, "--unit=patrold", "--priority=warning")
        let lines = warnings.compactMap { $0.text("MESSAGE") }
        #expect(lines.count == warnings.count && lines.count <= 40, "\(lines.joined(separator: "\n"))")
    }
}
