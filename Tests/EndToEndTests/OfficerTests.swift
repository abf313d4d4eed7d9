import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `Two officers, from the command line` {
    private static let programmes = [
        "roads-audited": """
        id: roads-audited
        name: 执法检查
        siteKind: main-road
        cadence: monthly
        officers: 2
        """
    ]

    @Test func areNamedOnTheLineAndInThePaperDay() async throws {
        try await House.with(programmes: Self.programmes) { house in
            let refusal = try house.refused(["inspect", "R-1", "--as", "inspector"], 1)
            #expect(refusal.contains("2 名执法人员") && refusal.contains("--with"))
            let said = try house.done("inspect", "R-1", "--as", "inspector", "--with", "inspector-2")
            #expect(said.contains("执法人员 inspector、inspector-2") && said.contains("执法检查"))
            let day = try house.daemon.folder.write(
                "编号,时间,同行人员\nR-2,\(House.hoursAgo(0.1)),inspector-2\n",
                to: "day.csv"
            )
            try house.done("inspect", "--file", day, "--as", "inspector")
            let events = try house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
                .filter { $0["verb"] as? String == "inspection.file" }.compactMap {
                    $0["body"] as? [String: Any]
                }
            let officers = events.map { $0["officers"] as? [[String: String]] }
            #expect(
                officers
                    == Array(
                        repeating: [
                            ["person": "inspector", "certificate": "0001"],
                            ["person": "inspector-2", "certificate": "0002"],
                        ],
                        count: 2
                    )
            )
            #expect(try house.done("programme", "show", "roads-audited").contains("执法人员"))
        }
    }

    @Test func areAskedForAtTheKeyboard() async throws {
        try await House.with(programmes: Self.programmes) { house in
            let terminal = try house.daemon.patrolAtTerminal(["inspect", "--as", "inspector"])
            try terminal.answer("直接回车退出）：", "R-1")
            try terminal.answer("同行执法人员", "inspektor-2")
            try terminal.answer("到访情况：1 已巡查", "2")
            try terminal.answer("备注（可不填）：", "")
            try terminal.answer("巡查时间", "")
            try terminal.read(until: "执法人员  inspektor-2")
            try terminal.answer("确认填报？", "")
            try terminal.read(until: "是否指 inspector-2")
            try terminal.answer("同行执法人员", "inspector-2")
            try terminal.read(until: "已记录 I-")
            try terminal.answer("继续填报下一处？", "n")
            #expect(terminal.wait() == 0)
        }
    }
}
