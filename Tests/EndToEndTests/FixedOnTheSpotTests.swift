import Foundation
import PatrolTestSupport
import Testing

@Suite struct `Found and fixed on the spot, from the command line` {
    private static let report = [
        "hazard", "report", "--site", "R-1", "--category", "0306", "--condition", "2", "--describe", "招牌松动",
        "--as", "inspector",
    ]

    @Test func isCheckedBySomebodyElseAndClosed() async throws {
        try await House.with { house in
            let said = try house.done(Self.report + ["--fixed", "--action", "扶正固定"])
            #expect(said.contains("立行立改") && said.contains("待他人复查"))
            let row = try #require(try house.array("hazard", "list").first)
            let id = try #require(row["id"] as? String)
            #expect(row["state"] as? String == "rectified" && row["order"] is NSNull)
            try house.refused(["hazard", "verify", id, "--note", "好", "--as", "inspector"], 1)
            try house.refused(["hazard", "verify", id, "--note", "好", "--as", "liaison"], 77)
            let sheet = try house.done("hazard", "show", id)
            #expect(sheet.contains("上报（立行立改）") && sheet.contains("招牌松动 / 扶正固定"))
            #expect(sheet.contains("复查期限") && !sheet.contains("送达时间") && !sheet.contains("交办"))
            try house.done("hazard", "verify", id, "--note", "已固定", "--as", "inspector-2")
            let shown = try house.object("hazard", "show", id)
            #expect(shown["state"] as? String == "closed" && shown["closedOnTime"] as? Bool == true)
            #expect(shown["servedAt"] is NSNull)
        }
    }

    @Test func isOrderedWhereItDidNotHold() async throws {
        try await House.with { house in
            let said = try house.done([
                "inspect", "R-1", "--hazard", "--category", "0306", "--condition", "2", "--describe", "招牌松动",
                "--fixed", "--as", "inspector",
            ])
            #expect(said.contains("立行立改") && said.contains("完成任务"))
            let id = try #require(try house.array("hazard", "list").first?["id"] as? String)
            let failed = try house.done(
                "hazard",
                "verify",
                id,
                "--fail",
                "--note",
                "仍松动",
                "--as",
                "inspector-2"
            )
            #expect(failed.contains("请交办责任单位"))
            let sheet = try house.done("hazard", "show", id)
            #expect(sheet.contains("复查不通过") && sheet.contains("仍松动") && sheet.contains("返工次数"))
            #expect(try house.object("hazard", "show", id)["state"] as? String == "reported")
            try house.done("hazard", "order", id, "--as", "dispatcher")
            try house.done("hazard", "rectify", id, "--note", "更换支架", "--as", "liaison")
            try house.done("hazard", "verify", id, "--note", "牢固", "--as", "inspector-2")
            let shown = try house.object("hazard", "show", id)
            #expect(shown["state"] as? String == "closed" && shown["reworkCount"] as? Int == 1)
        }
    }

    @Test func needsTheFlagForTheAction() async throws {
        try await House.with { house in
            let said = try house.refused(Self.report + ["--action", "扶正"], 64)
            #expect(said.contains("--fixed"))
            try house.refused(["inspect", "R-1", "--fixed", "--as", "inspector"], 64)
            try house.refused(["inspect", "R-1", "--action", "扶正", "--as", "inspector"], 64)
        }
    }
}
