import PatrolTestSupport
import Testing

@Suite struct `Row 7, what is found along the Yangtze is handed over, and followed until closed` {
    private static let found = "inspect WC-L-001 --hazard --category E0113 --condition 3 --describe 岸线堆放砂石"

    @Test func toADepartmentThatTakesItAfterOneThatDidNot() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            // The week's walk along the reach finds 乱堆.
            let hazard = try district.found(by: "inspector-1", Self.found)
            try district.refused("dispatcher", "hazard refer \(hazard) --to 区水务和湖泊局", 77)
            try district.by("supervisor", "hazard refer \(hazard) --to 区水务和湖泊局 --service paper")
            #expect(try district.due(hazard) == "2026-11-25T09:00")
            // That department says no, and it is the bureau's again, with the bureau's own limit.
            try district.at("2026-11-23 11:00")
            try district.by("inspector-1", "hazard refer \(hazard) --refused --reason 堆场在港口红线内")
            #expect(try district.state(hazard) == "reported")
            #expect(try district.due(hazard) == "2026-11-23T17:00")
            // The next one signs for it.
            try district.by("supervisor", "hazard refer \(hazard) --to 区交通运输局")
            try district.at("2026-11-23 16:00")
            try district.by("inspector-1", "hazard refer \(hazard) --acknowledged")
            #expect(
                try district.refused("inspector-1", "hazard refer \(hazard) --refused --reason 又不收").contains(
                    "；"
                )
            )
            let sheet = try district.sheet(hazard)
            #expect(sheet.contains("移交") && sheet.contains("区交通运输局") && sheet.contains("签收"))
            // What they answered is written down, and closes nothing.
            try district.at("2026-11-25 10:00")
            try district.by("inspector-1", "hazard refer \(hazard) --outcome 已责令经营人限期清运")
            let shown = try district.shown(hazard)
            #expect(shown["state"] as? String == "ordered" && shown["referred"] as? Bool == true)
            // Still here, and late here, until somebody has seen the bank clear.
            try district.at("2026-11-26 09:00")
            #expect(try district.listed("supervisor", "overdue") == [hazard])
            try district.by("inspector-1", "hazard rectify \(hazard) --note 砂石已清运，岸坡整洁")
            try district.refused("inspector-1", "hazard verify \(hazard) --note 整洁")
            try district.by("supervisor", "hazard verify \(hazard) --note 整洁")
            let closed = try district.shown(hazard)
            #expect(closed["state"] as? String == "closed" && closed["everOverdue"] as? Bool == true)
            #expect(closed["responsibleUnit"] as? String == "区交通运输局")
        }
    }
}
