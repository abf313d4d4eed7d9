import Foundation
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `Reloading the configuration` {
    /// Edits a file of the house's configuration.
    private func edit(_ house: House, _ file: String, _ change: (String) -> String) throws {
        let path = house.daemon.folder.file("config/" + file)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = change(text)
        try #require(text != changed)
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func reload(_ house: House, language: String = "zh") throws -> Program.Outcome {
        try house.daemon.patrold(["reload", "--socket", house.daemon.socket], language: language)
    }

    private func lines(_ house: House, _ kind: String) -> [Substring] {
        house.daemon.log.split(separator: "\n").filter { $0.contains("PATROL_KIND=\(kind)") }
    }

    @Test func putsASoundOneIntoForceAtOnce() async throws {
        try await House.with { house in
            try house.refused(["inspect", "R-1", "--as", "newcomer"], 65)
            try edit(house, "patrol.yaml") {
                $0 + "  - {id: newcomer, name: 新人, user: patrol-test-new, roles: [inspector]}\n"
            }
            try edit(house, "programmes/roads-daily.yaml") {
                $0.replacing("name: 主干道每日一巡", with: "name: 每日一巡")
            }
            let outcome = try reload(house)
            #expect(outcome.status == 0 && outcome.error == "")
            #expect(outcome.output == "已启用新配置：巡查计划变更 1 项；人员新增 1 名\n")
            let receipt = try house.done("inspect", "R-1", "--as", "newcomer")
            #expect(receipt.contains("完成任务：每日一巡"))
            let said = lines(house, "configuration-adopted")
            #expect(said.count == 1)
            #expect(said.first?.hasPrefix("<5>已启用新配置：巡查计划变更 1 项；人员新增 1 名") == true, "\(said)")
            #expect(lines(house, "configuration-refused").isEmpty)
        }
    }

    @Test func tellsEveryFaultAndGoesOnByTheOneBefore() async throws {
        try await House.with { house in
            let before = try house.head()
            try edit(house, "patrol.yaml") { $0.replacing("zone:", with: "zne:") }
            try edit(house, "programmes/roads-daily.yaml") {
                $0.replacing("cadence: daily", with: "cadence: dayly")
            }
            let checked = try house.daemon.patrold([
                "check-config", "--config", house.daemon.folder.file("config"),
            ])
            let outcome = try reload(house)
            #expect(outcome.status == 78)
            #expect(outcome.output == checked.output, "as check-config prints them")
            #expect(outcome.output.contains("是否指“zone”？"))
            let count = outcome.output.split(separator: "\n").count
            #expect(outcome.error == "patrold: 新配置有 \(count) 处错误，未启用，仍按原配置运行；请改正后重新加载\n")
            let said = lines(house, "configuration-refused")
            #expect(said.count == 1)
            #expect(said.first?.hasPrefix("<3>新配置有 \(count) 处错误，未启用，仍按原配置运行：") == true, "\(said)")
            #expect(!house.daemon.log.contains("a request failed"))
            #expect(try house.head() == before)
            try house.done("inspect", "R-1", "--as", "inspector")
            let english = try reload(house, language: "en")
            #expect(english.status == 78 && english.output.contains("did you mean"), "\(english.output)")
        }
    }

    @Test func keepsTheOneBeforeWhereItCannotBeRecorded() async throws {
        try await Blocking.run {
            let house = House(daemon: try RunningDaemon())
            let disk = try FaultyDisk(in: house.daemon.folder, only: "ledger.sqlite")
            try house.daemon.start(environment: disk.environment)
            try house.done("site", "import", try house.roster())
            try edit(house, "programmes/roads-daily.yaml") {
                $0.replacing("name: 主干道每日一巡", with: "name: 每日一巡")
            }
            disk.failWrites()
            let failed = try reload(house)
            #expect(failed.status == 69 && failed.error.contains("磁盘"), "\(failed.error)")
            #expect(lines(house, "configuration-refused").count == 1)
            #expect(try house.done("programme", "list").contains("主干道每日一巡"))
            disk.mend()
            #expect(try reload(house).status == 0)
            #expect(!(try house.done("programme", "list").contains("主干道每日一巡")))
            #expect(house.daemon.stop() == 0)
            #expect(try house.daemon.replay() == [])
        }
    }

    @Test func saysThatNothingHasChanged() async throws {
        try await House.with { house in
            let before = try house.array("event", "list").count
            #expect(try reload(house).output == "配置没有变化，仍按原配置运行\n")
            let english = try reload(house, language: "en")
            #expect(english.output == "the configuration has not changed and stays in force\n")
            #expect(english.status == 0)
            #expect(try house.array("event", "list").count == before)
            #expect(lines(house, "configuration-adopted").isEmpty)
        }
    }

    @Test func changesTheLanguageOfEverythingThatTheDaemonSays() async throws {
        try await House.with { house in
            try edit(house, "patrol.yaml") { "language: en\n" + $0 }
            #expect(try reload(house).output == "已启用新配置：语言有变更\n")
            #expect(try house.daemon.patrol(["overdue"], language: "C").output == "nothing is overdue\n")
            #expect(
                lines(house, "configuration-adopted").first?.contains("a new configuration is in force")
                    == true
            )
            house.daemon.stop()
            #expect(house.daemon.log.contains("patrold has stopped"))
            try house.daemon.start()
        }
    }

    @Test func keepsTheDistrictAndTheZoneOfARunningDaemon() async throws {
        try await House.with { house in
            try edit(house, "patrol.yaml") { $0.replacing("Asia/Shanghai", with: "Asia/Urumqi") }
            let zone = try reload(house)
            #expect(zone.status == 78 && zone.error.contains("请用 systemctl restart patrold 重新启动"))
            try edit(house, "patrol.yaml") {
                $0.replacing("Asia/Urumqi", with: "Asia/Shanghai").replacing("420106", with: "420111")
            }
            let district = try reload(house)
            #expect(district.status == 78 && district.error.contains("台账属于辖区 420106"))
            #expect(lines(house, "configuration-refused").count == 2)
            try edit(house, "patrol.yaml") { $0.replacing("420111", with: "420106") }
        }
    }

    @Test func isForRootAndTheDaemonsOwnUser() async throws {
        guard getuid() == 0 else { return }
        try await House.with { house in
            // Reaches the socket, and is nobody to the daemon.
            chmod(house.daemon.folder.path, 0o755)
            chmod(house.daemon.socket, 0o666)
            let outcome = try Program("/usr/bin/setpriv").run(
                [
                    "--reuid=65534", "--regid=65534", "--clear-groups", RunningDaemon.binaries + "/patrold",
                    "reload", "--socket", house.daemon.socket,
                ].map { Array($0.utf8) },
                environment: ["LC_ALL": "en"]
            )
            #expect(outcome.status == 77)
            #expect(
                outcome.error.hasPrefix("patrold: Unix user 'nobody' may not reload the configuration;"),
                "\(outcome.error)"
            )
        }
    }

    @Test func needsADaemonThatRuns() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            let outcome = try daemon.patrold(["reload", "--socket", daemon.socket])
            #expect(outcome.status == 69)
            #expect(outcome.error.contains("连不上 patrold"))
        }
    }

    @Test func isNotDoneByTheSignalOfAHangUp() async throws {
        try await House.with { house in
            kill(try #require(house.daemon.processID), SIGHUP)
            try house.done("inspect", "R-1", "--as", "inspector")
        }
    }

    /// Each hazard's deadline is reckoned by the configuration whose event stands last before it in the chain.
    @Test func changesTheRulesBetweenTwoEventsWhileManyFile() async throws {
        try await House.with { house in
            let callers = Callers(2, at: house.daemon.socket, filing: Callers.hazard)
            for round in 1...8 {
                let before = callers.recorded
                while callers.recorded < before + 8 { usleep(1000) }
                try edit(house, "patrol.yaml") {
                    $0.replacing(/limits: .*\n/, with: "").replacing(
                        "people:",
                        with: "limits: {order: \(round)工作时}\npeople:"
                    )
                }
                #expect(try reload(house).status == 0)
            }
            #expect(callers.goHome().letDown == [])
            var (adopted, limit, seen) = (Int64(0), "", 0)
            for line in try house.array("event", "list") {
                let event = try #require(line["event"] as? [String: Any])
                guard let verb = event["verb"] as? String, let body = event["body"] as? [String: Any] else {
                    continue
                }
                if verb == "configuration.adopt" {
                    adopted = try #require(event["sequence"] as? Int64)
                    let rules = try #require(body["rules"] as? [String: Any])
                    let limits = try #require(rules["limits"] as? [String: Any])
                    limit = "\(limits["order"] ?? "")"
                }
                guard verb == "hazard.report" else { continue }
                seen += 1
                let deadline = try #require(body["deadline"] as? [String: Any])
                #expect(deadline["adoption"] as? Int64 == adopted)
                #expect("\(deadline["limit"] ?? "")" == limit)
            }
            #expect(seen >= 64)
        }
    }
}
