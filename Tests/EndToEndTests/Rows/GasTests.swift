import Foundation
import PatrolTestSupport
import Testing

@Suite struct `Row 12, every bottled-gas station is checked each month, all of them` {
    private static let two = "--with inspector-2"
    private static let list = "duty list --programme gas-stations-monthly --period 2026-11"

    private static func states(_ district: District) throws -> [String: String] {
        try district.duties("supervisor", list).reduce(into: [:]) { states, duty in
            if let site = duty["site"] as? String { states[site] = duty["state"] as? String }
        }
    }

    /// What each visit came to, as the record keeps it.
    private static func results(_ district: District) throws -> [String?] {
        try district.house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
            .filter { $0["verb"] as? String == "inspection.file" }
            .map { ($0["body"] as? [String: Any])?["result"] as? String }
    }

    /// All eight items of the checklist, one of them perhaps wrong.
    private static func checked(bad: Int? = nil) -> String {
        (1...8).map { " --check \($0)=\($0 == bad ? "bad" : "ok")" }.joined()
    }

    @Test func andAClosedDoorIsNotACheckNorTheSameAsARefusal() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            // 到访不遇 at one, 拒检 at another: both were visited, neither was checked.
            try district.by("inspector-1", "inspect WC-G-001 --result absent --note 关门停业 \(Self.two)")
            try district.by("inspector-1", "inspect WC-G-002 --result refused --note 负责人拒绝 \(Self.two)")
            try district.by("inspector-1", "inspect WC-G-003 \(Self.two)" + Self.checked())
            let states = try Self.states(district)
            #expect(states["WC-G-001"] == "open" && states["WC-G-002"] == "open")
            #expect(states["WC-G-003"] == "done" && states.count == 6)
            #expect(try Self.results(district) == ["absent", "refused", "ok"])
            let behind = try district.duties("supervisor", Self.list + " --no-access")
            #expect(
                behind.map { $0["site"] as? String }.sorted { $0 ?? "" < $1 ?? "" } == [
                    "WC-G-001", "WC-G-002",
                ]
            )
            // They are visited again: one opens, the other never does, and the month says which.
            try district.at("2026-11-26 10:00")
            try district.by("inspector-1", "inspect WC-G-001 \(Self.two)" + Self.checked())
            try district.at("2026-12-01 08:00")
            let month = try Self.states(district)
            #expect(month["WC-G-001"] == "done" && month["WC-G-002"] == "missed")
            let missed = try district.by("supervisor", Self.list + " --state missed")
            #expect(missed.contains("WC-G-002") && missed.contains("漏查") && !missed.contains("WC-G-001"))
        }
    }

    @Test func andItsHazardsAreUploadedRectifiedByADeadlineAndStruckOff() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try district.found(
                by: "inspector-1",
                "inspect WC-G-004 \(Self.two)" + Self.checked(bad: 2)
                    + " --hazard --category E0601 --condition 5 --describe 两具灭火器过期"
            )
            // What is not yet sent is on a list; a batch takes it, the gas system gives it a number of its own.
            #expect(try district.listed("dispatcher", "upload list --system gas --unsent") == [hazard])
            let file = district.house.daemon.folder.file("batch.csv")
            try district.by("dispatcher", "upload make --system gas --file \(file)")
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("两具灭火器过期"))
            let answers = try district.house.daemon.folder.write(
                "隐患编号,接收编号,接收结果,原因\n\(hazard),RQ-2026-5,接收,\n",
                to: "answers.csv"
            )
            try district.by("supervisor", "upload receipt \(answers) --system gas")
            #expect(try district.by("auditor", "upload list").contains("RQ-2026-5"))
            #expect(try district.listed("dispatcher", "upload list --changed").isEmpty)
            // 限期整改: two working days from the service. 销号: checked by somebody else.
            try district.at("2026-11-23 10:00")
            try district.by("dispatcher", "hazard order \(hazard)")
            #expect(try district.due(hazard) == "2026-11-25T10:00")
            try district.at("2026-11-24 15:00")
            try district.by("inspector-1", "hazard rectify \(hazard) --note 已更换灭火器")
            try district.by("inspector-2", "hazard verify \(hazard) --note 压力正常")
            #expect(try district.shown(hazard)["closedOnTime"] as? Bool == true)
            // The gas system has to hear of that too.
            #expect(try district.listed("dispatcher", "upload list --changed") == [hazard])
            try district.by("dispatcher", "upload make --system gas --file \(file)")
            let batch = try String(contentsOfFile: file, encoding: .utf8)
            #expect(batch.contains("RQ-2026-5") && batch.contains("已销号"))
            #expect(try district.listed("dispatcher", "upload list --changed").isEmpty)
        }
    }
}
