import PatrolTestSupport
import Testing

@Suite struct `Row 5, manhole covers are patrolled, and a missing one is its owner's to put back` {
    /// The first of six items is wrong: a cover is missing.
    private static let round =
        "inspect WC-M-001 --check 1=bad"
        + (2...6).map { " --check \($0)=ok" }.joined()
        + " --hazard --category 0101 --condition 1 --describe 上水井盖缺失，已设警示桩"

    @Test func withinTwoHoursOfBeingSeenWhoeverWasToldOfItFirst() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            // The month's round finds it, and its two urgent hours run from then.
            let hazard = try district.found(by: "inspector-1", Self.round)
            #expect(try district.due(hazard) == "2026-11-23T11:00")
            // The order goes to whom the roster names. That is not the owner of a water cover.
            try district.at("2026-11-23 09:10")
            try district.by("dispatcher", "hazard order \(hazard) --service word")
            #expect(try district.shown(hazard)["responsibleUnit"] as? String == "区市政道路养护单位")
            try district.at("2026-11-23 09:20")
            try district.refused("shuiguohu", "hazard return \(hazard) --reason 不属本街", 77)
            try district.by("roads-liaison", "hazard return \(hazard) --reason 权属市水务集团")
            #expect(try district.listed("dispatcher", "hazard list --undecided") == [hazard])
            // Only a dispatcher decides; the clock has not stopped for any of this.
            try district.refused("roads-liaison", "hazard reassign \(hazard) --unit 市水务集团管网养护单位", 77)
            #expect(
                try district.refused("dispatcher", "hazard reassign \(hazard) --unit 区市政道路养护单位")
                    .contains("--reject")
            )
            let said = try district.by(
                "dispatcher",
                "hazard reassign \(hazard) --unit 市水务集团管网养护单位 --service word"
            )
            #expect(said.contains("市水务集团管网养护单位") && said.contains("11:00"))
            #expect(try district.due(hazard) == "2026-11-23T11:00")
            // The first unit sees it no more.
            #expect(try district.listed("roads-liaison", "hazard list").isEmpty)
            // It is put back in time, and somebody else has looked.
            try district.at("2026-11-23 10:40")
            try district.by("inspector-1", "hazard rectify \(hazard) --note 市水务已补装，与路面齐平")
            try district.by("inspector-2", "hazard verify \(hazard) --note 平整牢固")
            let shown = try district.shown(hazard)
            #expect(shown["closedOnTime"] as? Bool == true && shown["everOverdue"] as? Bool == false)
            let sheet = try district.sheet(hazard)
            #expect(sheet.contains("退单") && sheet.contains("改派") && sheet.contains("权属市水务集团"))
        }
    }

    @Test func andThatItWasLateIsNotForgottenForBeingReassigned() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try district.found(by: "inspector-1", Self.round)
            try district.by("dispatcher", "hazard order \(hazard)")
            try district.by("roads-liaison", "hazard return \(hazard) --reason 权属市水务集团")
            // Nobody decides until it is too late.
            try district.at("2026-11-23 11:01")
            #expect(try district.listed("supervisor", "overdue") == [hazard])
            try district.by("dispatcher", "hazard reassign \(hazard) --unit 市水务集团管网养护单位")
            try district.at("2026-11-23 12:00")
            try district.by("inspector-1", "hazard rectify \(hazard) --note 市水务已补装")
            try district.by("inspector-2", "hazard verify \(hazard) --note 平整牢固")
            let shown = try district.shown(hazard)
            #expect(shown["closedOnTime"] as? Bool == false && shown["everOverdue"] as? Bool == true)
            #expect(shown["overdueSeconds"] as? Int == 3600)
        }
    }

    @Test func andAReturnTurnedDownLeavesTheUnitItsFirstDeadline() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try district.found(
                by: "inspector-1",
                "hazard report --site WC-M-002 --category 0103 --condition 3 --describe 雨水井盖异响"
            )
            try district.by("dispatcher", "hazard order \(hazard)")
            #expect(try district.due(hazard) == "2026-11-25T09:00")
            try district.at("2026-11-23 15:00")
            try district.by("roads-liaison", "hazard return \(hazard) --reason 疑似电力井盖")
            try district.by("dispatcher", "hazard reassign \(hazard) --reject --reason 现场核实为雨水井盖")
            #expect(try district.due(hazard) == "2026-11-25T09:00")
            #expect(try district.state(hazard) == "ordered")
            // A working day after the service nothing is sent back any more.
            try district.at("2026-11-24 09:01")
            try district.refused("roads-liaison", "hazard return \(hazard) --reason 确非本单位")
        }
    }
}
