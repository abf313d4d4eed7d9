import Foundation
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

/// A real daemon on a clock that is moved, with rules whose command writes down what it was given.
private struct Reminded {
    let daemon: RunningDaemon
    let handed: String

    init(_ rules: String, at time: String) throws {
        let folder = try TemporaryFolder()
        try TestConfiguration(typistsCount: false).write(to: folder, under: "config")
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.file("config")) {
            files[path] = try? String(contentsOfFile: folder.file("config/" + path), encoding: .utf8)
        }
        let out = try TemporaryFolder()
        handed = out.file("handed")
        self.out = out
        files["patrol.yaml", default: ""] += "\nreminders:\n" + rules.replacing("HANDED", with: handed)
        files["patrol.yaml"] = files["patrol.yaml"]?.replacing(
            #"morning: "00:00""#,
            with: #"morning: "07:30""#
        )
        daemon = try RunningDaemon(configuration: files, at: Zone.shanghai.at(time))
        try daemon.start()
        let roster = try out.write(TestConfiguration.roster, to: "roster.csv")
        try filed(["site", "import", roster])
    }

    private let out: TemporaryFolder

    func filed(_ words: [String], location: SourceLocation = #_sourceLocation) throws {
        let outcome = try daemon.patrol(words)
        #expect(outcome.status == 0, "\(outcome.error)", sourceLocation: location)
    }

    /// The lines of a kind that the daemon has said.
    func said(_ kind: String) -> [String] {
        daemon.log.split(separator: "\n").map(String.init).filter { $0.contains("PATROL_KIND=\(kind) ") }
    }

    /// Waits until the record has so many runs of commands.
    func hooksRun(_ count: Int) throws -> [[String: Any]] {
        let deadline = ContinuousClock.now + .seconds(300)
        while true {
            let lines = try daemon.patrol(["event", "list", "--json"]).output
            let events = try JSONSerialization.jsonObject(with: Data(lines.utf8)) as? [[String: Any]] ?? []
            let runs = events.compactMap { $0["event"] as? [String: Any] }
                .filter { $0["verb"] as? String == "reminder.hook" }
            if runs.count >= count { return runs }
            try #require(ContinuousClock.now < deadline, "\(runs) \(daemon.log)")
            usleep(50_000)
        }
    }

    /// Waits until the daemon has said something of a kind, or by a rule.
    func waitUntilSaid(_ kind: String, _ part: String = "") throws {
        let deadline = ContinuousClock.now + .seconds(300)
        while !said(kind).contains(where: { part.isEmpty || $0.contains(part) }) {
            try #require(ContinuousClock.now < deadline, "\(daemon.log)")
            usleep(50_000)
        }
    }

    /// Waits until a command that writes its number down and hangs has come so far.
    func hangingHook() throws -> String {
        let deadline = ContinuousClock.now + .seconds(300)
        while true {
            if let text = try? String(contentsOfFile: handed + ".pid", encoding: .utf8), text.hasSuffix("\n")
            {
                return text
            }
            try #require(ContinuousClock.now < deadline, "\(daemon.log)")
            usleep(50_000)
        }
    }

    func digests() throws -> [[String: Any]] {
        try String(contentsOfFile: handed, encoding: .utf8).split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }
}

@Suite struct `Reminders of a running daemon` {
    private static let rules = """
          - {id: lists, morning: working, to: [person, unit], hook: {command: [/bin/sh, -c, "cat >> HANDED; echo >> HANDED"]}}
          - {id: soon, before: 2工作时, to: [unit, dispatcher], hook: {command: [/bin/sh, -c, "cat >> HANDED; echo >> HANDED"]}}
          - {id: passed, at: deadline, to: [unit, supervisor]}
          - {id: late, after: 1工作时, to: [supervisor]}
        """

    @Test func speakToEachAsADeadlineComesAndGoes() throws {
        let reminded = try Reminded(Self.rules, at: "2026-11-24 09:00")
        let daemon = reminded.daemon
        try reminded.filed([
            "hazard", "report", "--site", "R-1", "--category", "0306", "--condition", "1", "--describe",
            "店招倾斜",
            "--as", "inspector",
        ])
        try reminded.filed(["hazard", "order", "H-2026-000001", "--as", "dispatcher"])
        // One working day: until Wednesday 09:00; two working hours before it, and one after.
        try daemon.move(to: Zone.shanghai.at("2026-11-24 17:05"))
        // With nothing on anybody's list, the first morning's command was not troubled.
        _ = try reminded.hooksRun(2)
        try daemon.move(to: Zone.shanghai.at("2026-11-25 09:05"))
        try reminded.waitUntilSaid("hazard-overdue")
        try daemon.move(to: Zone.shanghai.at("2026-11-25 10:05"))
        _ = try reminded.hooksRun(3)
        try reminded.waitUntilSaid("deadline-reminder", "PATROL_RULE=late")
        daemon.stop()

        let soon = reminded.said("deadline-reminder").filter { $0.contains("PATROL_RULE=soon") }
        #expect(
            soon.count == 1 && soon[0].hasPrefix("<5>距整改期限不足 2个工作时的隐患 1 件，请养护单位、派遣员办理：H-2026-000001 中北路"),
            "\(soon)"
        )
        #expect(
            soon.allSatisfy {
                $0.contains("PATROL_DUE=2026-11-25T09:00:00+08:00") && $0.contains("PATROL_PERSON=liaison")
            }
        )
        let passed = reminded.said("hazard-overdue")
        #expect(passed.count == 1 && passed[0].hasPrefix("<4>隐患 H-2026-000001 已于 2026-11-25 09:00 逾期"))
        #expect(
            passed.allSatisfy {
                $0.contains("PATROL_RULE=passed PATROL_PERSON=liaison PATROL_PERSON=supervisor")
            }
        )
        let late = reminded.said("deadline-reminder").filter { $0.contains("PATROL_RULE=late") }
        #expect(late.count == 1 && late[0].hasPrefix("<4>超过整改期限 1个工作时的隐患 1 件，请督查员办理："))
        // The story of one hazard, step by step.
        let story = reminded.said("hazard-recorded").map { $0.split(separator: "  [")[0] }
        #expect(
            story == [
                "<6>隐患 H-2026-000001 上报：中北路，户外广告 倾斜，巡查岗一，期限 2026-11-24 15:00",
                "<6>隐患 H-2026-000001 交办：中北路，户外广告 倾斜，派遣岗，责任单位 养护单位，期限 2026-11-25 09:00",
            ]
        )

        let digests = try reminded.digests()
        let rules = digests.compactMap { $0["rule"] as? String }
        #expect(rules.sorted() == ["lists", "soon"], "\(rules)")
        let digest = try #require(digests.first { $0["rule"] as? String == "soon" })
        #expect(digest["occasion"] as? String == "before" && digest["offset"] as? String == "2工作时")
        let people = (digest["recipients"] as? [[String: Any]] ?? []).compactMap { $0["person"] as? String }
        #expect(people == ["dispatcher", "liaison"])
        let hazards = (digest["hazards"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        #expect(hazards == ["H-2026-000001"])
    }

    @Test func areHandedOnAfterAKillAndToldWhereTheyCannotBe() throws {
        let rules = """
              - {id: soon, before: 2工作时, to: [dispatcher], hook: {command: [/bin/sh, -c, "echo $$ > HANDED.pid; exec sleep 600"], timeLimit: 600}}
              - {id: broken, before: 2工作时, to: [dispatcher], hook: {command: [/bin/false], retries: 0}}
            """
        let reminded = try Reminded(rules, at: "2026-11-24 09:00")
        try reminded.filed([
            "hazard", "report", "--site", "R-1", "--category", "0306", "--condition", "1", "--describe",
            "店招倾斜",
            "--as", "inspector",
        ])
        try reminded.daemon.move(to: Zone.shanghai.at("2026-11-24 14:00"))
        let runs = try reminded.hooksRun(1)
        #expect(runs.count == 1)
        try reminded.waitUntilSaid("hook-failed")
        let failed = reminded.said("hook-failed")
        #expect(
            failed.count == 1 && failed[0].hasPrefix("<4>提醒规则 broken 的转发命令执行 1 次失败（exit 1）"),
            "\(failed)"
        )
        // The one that hangs holds nobody up, and its reminder is handed to whatever command the rule has after a kill.
        try reminded.filed(["inspect", "R-2", "--as", "inspector"])
        let hanging = try reminded.hangingHook()
        reminded.daemon.stop(SIGKILL)
        // The service manager ends with a service what it has started.
        if let pid = Int32(hanging.trimmingCharacters(in: .newlines)) { kill(pid, SIGKILL) }
        let path = reminded.daemon.folder.file("config/patrol.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        _ = try reminded.daemon.folder.write(
            text.replacing("exec sleep 600", with: "cat > \(reminded.handed)"),
            to: "config/patrol.yaml"
        )
        try reminded.daemon.start()
        #expect(try reminded.hooksRun(2).count == 2)
        #expect(try reminded.digests().map { $0["rule"] as? String } == ["soon"])
        reminded.daemon.stop()
    }
}
