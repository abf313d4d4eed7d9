import PatrolTestSupport
import Testing

@Suite struct `Row 11, carriers of dangerous goods are visited jointly, and rectify item by item` {
    /// Two officers write down two hazards of one visit, as the dialogue asks for them.
    private static func visit(_ district: District) throws -> [String] {
        let terminal = try district.house.daemon.patrolAtTerminal(["inspect", "--as", "inspector-1"])
        try terminal.answer("直接回车退出）：", "WC-K-001")
        try terminal.answer("同行执法人员", "inspector-2")
        try terminal.answer("到访情况", "")
        for (question, condition, text, more) in [
            ("有隐患要上报吗？", "1", "两车动态监控终端离线", "y"), ("", "6", "罐车涉嫌超范围运输", "n"),
        ] {
            if !question.isEmpty { try terminal.answer(question, "y") }
            try terminal.answer("问题是什么", "E0603")
            try terminal.answer("选序号", condition)
            try terminal.answer("等级", "")
            try terminal.answer("问题及位置：", text)
            try terminal.answer("当场整改好了吗？", "")
            try terminal.answer("还有其他隐患吗？", more)
        }
        try terminal.answer("备注（可不填）：", "与交通、公安、应急三部门联合检查")
        try terminal.answer("巡查时间", "")
        try terminal.answer("确认填报？", "")
        try terminal.read(until: "已记录 I-")
        try terminal.answer("继续填报下一处？", "n")
        #expect(terminal.wait() == 0)
        return try district.listed("auditor", "hazard list --site WC-K-001").sorted()
    }

    @Test func andWhatIsUnlawfulGoesToEnforcementWithItsOutcome() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            // One officer alone is refused at the door of an enterprise.
            #expect(try district.refused("inspector-1", "inspect WC-K-001").contains("2 名执法人员"))
            let hazards = try Self.visit(district)
            #expect(hazards.count == 2)
            let (offline, unlawful) = (hazards[0], hazards[1])
            let duty = try district.duties("supervisor", "duty list --site WC-K-001")
            #expect(duty.map { $0["state"] as? String } == ["done"])
            // One is the carrier's to mend, by the next working day.
            try district.by("dispatcher", "hazard order \(offline) --service paper --received-by 安全科长")
            #expect(try district.due(offline) == "2026-11-24T09:00")
            // The other goes to the enforcement body, which files a case.
            try district.by("supervisor", "hazard refer \(unlawful) --to 区交通运输综合执法大队")
            try district.by("inspector-1", "hazard refer \(unlawful) --acknowledged")
            try district.by("inspector-1", "hazard case \(unlawful) --number 武交执立〔2026〕31号")
            try district.at("2026-11-24 08:30")
            try district.by("inspector-2", "hazard rectify \(offline) --note 终端已上线，轨迹完整")
            #expect(
                try district.refused("inspector-2", "hazard verify \(offline) --note 在线").contains(
                    "inspector-2"
                )
            )
            try district.by("inspector-1", "hazard verify \(offline) --note 在线")
            #expect(try district.state(offline) == "closed")
            // Its neighbour stays open until it has its own end.
            #expect(try district.state(unlawful) == "ordered")
            try district.at("2026-12-07 10:00")
            try district.by("inspector-1", "hazard case \(unlawful) --outcome 罚款二万元，已执行")
            try district.by("inspector-1", "hazard refer \(unlawful) --outcome 已立案处罚，车辆停运")
            try district.by("inspector-1", "hazard rectify \(unlawful) --note 车辆停运整改完毕")
            try district.by("inspector-2", "hazard verify \(unlawful) --note 资质齐全后复运")
            let shown = try district.shown(unlawful)
            #expect(shown["state"] as? String == "closed" && shown["everOverdue"] as? Bool == true)
            let sheet = try district.sheet(unlawful)
            #expect(sheet.contains("武交执立〔2026〕31号") && sheet.contains("罚款二万元") && sheet.contains("车辆停运"))
        }
    }
}

@Suite struct `Row 20, violations of gas companies are filed and prosecuted` {
    @Test func underTheNumberOfTheirCaseUntilItsOutcome() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try district.found(
                by: "inspector-1",
                "hazard report --site WC-G-001 --category E0601 --condition 2 --describe 存放报废气瓶九只"
            )
            try district.by("dispatcher", "hazard order \(hazard)")
            // 立案查处: an inspector or a supervisor writes down the number; nobody else.
            try district.refused("dispatcher", "hazard case \(hazard) --number 武城执立〔2026〕8号", 77)
            #expect(
                try district.refused("supervisor", "hazard case \(hazard) --outcome 罚款").contains("--number")
            )
            try district.by("supervisor", "hazard case \(hazard) --number 武城执立〔2026〕8号")
            let second = try district.refused("inspector-1", "hazard case \(hazard) --number 武城执立〔2026〕9号")
            #expect(second.contains("武城执立〔2026〕8号"))
            // The case stops no clock, and outlives the hazard's closing.
            #expect(try district.due(hazard) == "2026-11-24T09:00")
            try district.at("2026-11-23 16:00")
            try district.by("inspector-1", "hazard rectify \(hazard) --note 报废气瓶已清退")
            try district.by("inspector-2", "hazard verify \(hazard) --note 已清退")
            try district.at("2026-12-10 09:00")
            try district.by("inspector-1", "hazard case \(hazard) --outcome 处罚决定已送达，罚款缴清")
            let enforcement = try #require(try district.shown(hazard)["enforcement"] as? [String: Any])
            #expect(enforcement["number"] as? String == "武城执立〔2026〕8号")
            #expect(enforcement["outcome"] as? String == "处罚决定已送达，罚款缴清")
            #expect(try district.state(hazard) == "closed")
            #expect(try district.sheet(hazard).contains("立案"))
        }
    }
}
