import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `The main job, from the day's duty to the closing` {
    @Test func aMissingManholeCoverIsFoundOrderedFixedCheckedByAnotherAndClosed() async throws {
        try await House.with { house in
            let duties = try house.array("today", "--as", "inspector")
            #expect(
                duties.compactMap { $0["site"] as? String } == ["R-4", "R-5", "R-6", "R-1", "R-2", "R-3"]
            )
            let receipt = try house.object(
                "inspect",
                "R-1",
                "--as",
                "inspector",
                "--hazard",
                "--category",
                "0103",
                "--describe",
                "井盖缺失",
                "--severity",
                "major",
                "--observed-at",
                House.hoursAgo(3)
            )
            let hazard = try #require(receipt["hazard"] as? String)
            #expect(hazard.hasSuffix("-000001"))

            let overdue = try house.array("overdue")
            #expect(overdue.map { $0["id"] as? String } == [hazard])
            #expect(overdue[0]["overdue"] as? Bool == true)
            #expect(try #require(overdue[0]["overdueSeconds"] as? Int) >= 3600)
            #expect(try house.done("today", "--as", "inspector").contains(hazard))

            try house.done("hazard", "order", hazard, "--as", "dispatcher")
            try house.done("hazard", "rectify", hazard, "--note", "补装", "--as", "inspector")
            let unproven = try house.refused(
                ["hazard", "verify", hazard, "--note", "平整", "--as", "inspector-2"],
                1
            )
            #expect(unproven.contains("没有整改后的佐证材料"))
            let photo = try house.daemon.folder.write(Photo.png(), to: "after.png")
            let refusal = try house.refused(
                ["hazard", "verify", hazard, "--note", "平整", "--as", "inspector"],
                1
            )
            #expect(refusal.contains("整改由 inspector 完成或代录"))
            try house.done(
                "hazard",
                "verify",
                hazard,
                "--note",
                "平整",
                "--photo",
                photo,
                "--as",
                "inspector-2"
            )
            #expect(
                try house.refused(["hazard", "close", hazard, "--as", "leader"], 1).contains("还没有治理方案")
            )
            try house.done(
                "hazard",
                "supervise",
                hazard,
                "--leader",
                "王局长",
                "--measures",
                "更换井盖",
                "--funds",
                "0.3 万元",
                "--in-charge",
                "李工",
                "--deadline",
                "2030-12-31",
                "--contingency",
                "围挡值守",
                "--as",
                "supervisor"
            )
            try house.done("hazard", "close", hazard, "--as", "leader")

            let shown = try house.object("hazard", "show", hazard)
            #expect(shown["state"] as? String == "closed")
            #expect(shown["closedOnTime"] as? Bool == false && shown["everOverdue"] as? Bool == true)
            #expect(shown["overdue"] as? Bool == false)
            #expect((shown["history"] as? [[String: Any]])?.count == 6)
            #expect(try house.array("overdue").isEmpty)
            try house.done("event", "verify")
        }
    }

    @Test func eachHazardCarriesTheContractsKeysWhateverItsState() async throws {
        try await House.with { house in
            try house.done(
                "hazard",
                "report",
                "--site",
                "R-1",
                "--category",
                "雨水井盖",
                "--describe",
                "缺失",
                "--as",
                "inspector"
            )
            let row = try #require(try house.array("hazard", "list").first)
            let contract = [
                "id", "state", "severity", "category", "condition", "site", "subdistrict", "responsibleUnit",
                "observedAt", "reportedAt", "servedAt", "dueAt", "rectifiedAt", "closedAt", "overdue",
                "everOverdue", "overdueSeconds", "closedOnTime", "reworkCount", "reboundCount",
            ]
            #expect(contract.filter { row[$0] == nil } == [])
            let duty = try #require(try house.array("duty", "list").first)
            let keys = [
                "id", "programme", "site", "period", "opensAt", "dueAt", "targetDate", "assignee", "state",
            ]
            #expect(keys.filter { duty[$0] == nil } == [])
            let receipt = try house.object("inspect", "R-2", "--as", "inspector")
            #expect(["id", "key", "event", "at"].filter { receipt[$0] == nil } == [])
            #expect(try #require(receipt["at"] as? String).hasSuffix("+08:00"))
        }
    }

    @Test func theJournalNamesTheOverdueAndTheMorningWithTheirFieldsOnce() async throws {
        try await House.with { house in
            try house.done(
                "hazard",
                "report",
                "--site",
                "R-1",
                "--category",
                "0103",
                "--describe",
                "缺失",
                "--as",
                "inspector",
                "--observed-at",
                House.hoursAgo(3)
            )
            #expect(house.daemon.stop() == 0)
            let lines = house.daemon.log.split(separator: "\n")
            let overdue = lines.filter { $0.contains("PATROL_KIND=hazard-overdue") }
            #expect(overdue.count == 1)
            #expect(overdue.first?.contains("PATROL_REMINDER=overdue/H-") == true)
            #expect(overdue.first?.contains("PATROL_SITE=R-1 PATROL_UNIT=养护单位") == true)
            #expect(lines.filter { $0.contains("PATROL_KIND=morning") }.count == 2)
            try house.daemon.start()
            #expect(
                house.daemon.log.split(separator: "\n").filter { $0.contains("=hazard-overdue") }.count == 1
            )
        }
    }

    @Test func englishOnRequest() async throws {
        try await House.with { house in
            let today = try house.daemon.patrol(["today", "--as", "inspector"], language: "en").output
            #expect(today.contains("6 to inspect, 0 overdue"))
            let chinese = try house.daemon.patrol(
                ["--language", "zh", "today", "--as", "inspector"],
                language: "en"
            )
            #expect(chinese.output.contains("待巡查 6 处"))
            let refusal = try house.daemon.patrol(["inspect", "R-9", "--as", "inspector"], language: "en")
            #expect(refusal.error.hasPrefix("patrol: there is no site 'R-9'; did you mean R-"))
        }
    }

    @Test func aUnitSeesAndAnswersItsOwnAndNobodyActsForOthersWithoutTheRight() async throws {
        try await House.with { house in
            let hazard = try #require(
                try house.object(
                    "hazard",
                    "report",
                    "--site",
                    "R-1",
                    "--category",
                    "0103",
                    "--describe",
                    "缺失",
                    "--as",
                    "inspector"
                )["id"] as? String
            )
            #expect(try house.array("hazard", "list", "--as", "liaison").isEmpty)
            try house.done("hazard", "order", hazard, "--as", "dispatcher")
            #expect(try house.array("hazard", "list", "--as", "liaison").count == 1)
            try house.done("hazard", "rectify", hazard, "--note", "补装", "--as", "liaison")
            try house.done("hazard", "verify", hazard, "--fail", "--note", "松动", "--as", "inspector")
            let row = try house.object("hazard", "show", hazard)
            #expect(row["state"] as? String == "ordered" && row["reworkCount"] as? Int == 1)
        }
    }
}
