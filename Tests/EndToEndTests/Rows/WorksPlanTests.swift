import PatrolTestSupport
import Testing

@Suite struct `Row 10, what waits for works stands still only under an entered plan` {
    private static let reason = "--reason 站台坡道随道路改造 --measures 设临时坡道和警示牌"

    /// A bus stop's ramp is broken: ten working days from Monday, 2026-11-02, 09:00.
    private static func ordered(_ district: District) throws -> String {
        let hazard = try district.found(
            by: "inspector-1",
            "hazard report --site WC-T-001 --category 0203 --condition 3 --describe 站台坡道破损"
        )
        try district.by("dispatcher", "hazard order \(hazard)")
        #expect(try district.due(hazard) == "2026-11-16T09:00")
        return hazard
    }

    @Test func whichIsWrittenDownWithItsNumberAndItsDay() async throws {
        try await District.lived(from: "2026-11-02 09:00") { district in
            let hazard = try Self.ordered(district)
            try district.at("2026-11-03 09:00")
            // 申报 is not 列入: neither without a number, nor with a day to come.
            let until = "hazard suspend \(hazard) --until 2026-11-20 \(Self.reason)"
            #expect(try district.refused("supervisor", until + " --ground works", 65).contains("仅申报未列入的不能挂账"))
            let entered = until + " --plan WC-2026-017 --plan-entered"
            #expect(try district.refused("supervisor", entered + " 2026-12-01", 65).contains("列入之后再挂账"))
            try district.refused("inspector-1", entered + " 2026-10-20", 77)
            try district.by("supervisor", entered + " 2026-10-20")
            let shown = try district.shown(hazard)
            #expect(shown["state"] as? String == "suspended")
            #expect(shown["suspendedUntil"] as? String == "2026-11-20")
            let sheet = try district.sheet(hazard)
            #expect(sheet.contains("已列入建设计划") && sheet.contains("WC-2026-017") && sheet.contains("临时坡道"))
        }
    }

    @Test func forTheTimeApprovedAndNotADayLongerUnlessAnotherRenewsIt() async throws {
        try await District.lived(from: "2026-11-02 09:00") { district in
            let hazard = try Self.ordered(district)
            try district.at("2026-11-03 09:00")
            let plan = "\(Self.reason) --plan WC-2026-017 --plan-entered 2026-10-20"
            try district.by("supervisor", "hazard suspend \(hazard) --until 2026-11-20 \(plan)")
            // Its first deadline passes without harm. Whoever approved it does not renew it.
            try district.at("2026-11-19 09:00")
            #expect(try district.listed("supervisor", "overdue").isEmpty)
            let renew = "hazard suspend \(hazard) --until 2026-11-30 \(plan)"
            #expect(try district.refused("supervisor", renew).contains("本人"))
            try district.by("supervisor-2", renew)
            try district.at("2026-11-30 23:59")
            #expect(try district.state(hazard) == "suspended")
            // On the next day it runs again by itself, with the nine working days it had left.
            try district.at("2026-12-01 00:00")
            let shown = try district.shown(hazard)
            #expect(shown["state"] as? String == "ordered" && shown["everOverdue"] as? Bool == false)
            #expect(try district.due(hazard) == "2026-12-11T18:00")
            #expect(try district.sheet(hazard).contains("恢复计时"))
        }
    }

    @Test func whichHidesNothingThatWasLateBefore() async throws {
        try await District.lived(from: "2026-11-02 09:00") { district in
            let hazard = try Self.ordered(district)
            try district.at("2026-11-16 10:00")
            let plan = "\(Self.reason) --plan WC-2026-017 --plan-entered 2026-10-20"
            try district.by("supervisor", "hazard suspend \(hazard) --until 2026-11-30 \(plan)")
            #expect(try district.shown(hazard)["everOverdue"] as? Bool == true)
            // Works begin early: a supervisor says so, and it is as late as it was.
            try district.at("2026-11-18 09:00")
            try district.by("supervisor", "hazard resume \(hazard) --reason 已进场施工")
            #expect(try district.listed("supervisor", "overdue") == [hazard])
        }
    }
}
