import Foundation
import PatrolTestSupport
import Testing

@Suite struct `What the trade does that the report takes for granted` {
    /// Five working days from Monday, 2026-11-23, 09:00, for whoever keeps the roads.
    private static func ordered(_ district: District, at site: String = "WC-R-001") throws -> String {
        let hazard = try district.found(
            by: "inspector-1",
            "hazard report --site \(site) --category E0402 --describe 路面破损"
        )
        try district.by("dispatcher", "hazard order \(hazard)")
        #expect(try district.due(hazard) == "2026-11-30T09:00")
        return hazard
    }

    @Test func whatIsFixedOnTheSpotIsOneFilingAndCheckedInABatch() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            // 立行立改: one filing each, with the photos of before and after.
            let fixed = try ["WC-R-001", "WC-R-002", "WC-R-003"].map { site in
                try district.found(
                    by: "inspector-1",
                    "hazard report --site \(site) --category E0103 --condition 1 --describe 路面遗撒"
                        + " --fixed --action 当场清扫 --photo {前-\(site).png} --photo-after {后-\(site).png}"
                )
            }
            // At the end of the day somebody else goes through them all.
            try district.at("2026-11-23 17:00")
            let batch = try district.listed("supervisor", "hazard list --state rectified")
            #expect(batch.sorted() == fixed)
            for hazard in batch {
                try district.refused("inspector-1", "hazard verify \(hazard) --note 洁净")
                try district.by("supervisor", "hazard verify \(hazard) --note 洁净")
            }
            for hazard in fixed {
                let shown = try district.shown(hazard)
                #expect(shown["state"] as? String == "closed" && shown["order"] is NSNull)
                #expect(try district.by("auditor", "evidence list \(hazard)").contains("整改前"))
            }
        }
    }

    @Test func anOrderCountsFromWhenItWasServedAndItsReceiptIsKept() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try district.found(
                by: "inspector-1",
                "hazard report --site WC-K-002 --category E0603 --condition 3 --describe 罐体检验超期"
            )
            // Handed over at half past ten, typed in the afternoon, with the 送达回证.
            try district.at("2026-11-23 15:00")
            let order = "hazard order \(hazard) --service paper --received-by 陈经理 --receipt {送达回证.pdf}"
            try district.refused("dispatcher", order + " --served-at 08:59", 65)
            try district.by("dispatcher", order + " --served-at 10:30")
            #expect(try district.due(hazard) == "2026-11-26T10:30")
            let sheet = try district.sheet(hazard)
            #expect(sheet.contains("陈经理") && sheet.contains("送达回证.pdf"))
            // Claims of before the unit knew are none.
            try district.refused(
                "inspector-1",
                "hazard rectify \(hazard) --note 已检验 --observed-at 2026-11-23T10:00",
                65
            )
        }
    }

    @Test func progressIsNotedOnTheWayAndMovesNoDeadline() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try Self.ordered(district)
            try district.at("2026-11-25 16:00")
            try district.by(
                "roads-liaison",
                "hazard progress \(hazard) --note 基层已铺设，待养护 --at 2026-11-24T17:00"
            )
            try district.refused("dispatcher", "hazard progress \(hazard) --note 进展良好", 77)
            #expect(try district.due(hazard) == "2026-11-30T09:00")
            #expect(try district.state(hazard) == "ordered")
            let sheet = try district.sheet(hazard)
            #expect(sheet.contains("阶段进展") && sheet.contains("基层已铺设"))
        }
    }

    @Test func moreTimeIsAskedForBeforeTheDeadlineAndDecidedBySomebodyElse() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try Self.ordered(district)
            let ask = "hazard extend \(hazard) --reason 材料未到 --by"
            try district.refused("shuiguohu", ask + " 2工作日", 77)
            #expect(try district.refused("roads-liaison", ask + " 6工作日", 65).contains("100 %"))
            // Denied; asked again, and silence is denial after two working days.
            try district.by("roads-liaison", ask + " 2工作日")
            try district.refused("roads-liaison", "hazard extend \(hazard) --grant", 77)
            try district.by("supervisor", "hazard extend \(hazard) --deny --reason 抓紧备料")
            try district.by("roads-liaison", ask + " 2工作日")
            try district.at("2026-11-25 09:01")
            #expect(try district.due(hazard) == "2026-11-30T09:00")
            #expect(try district.shown(hazard)["extensionAsked"] is NSNull)
            try district.refused("supervisor", "hazard extend \(hazard) --grant")
            // Granted twice, each from the deadline before; a third is too much.
            try district.by("roads-liaison", ask + " 2工作日")
            try district.by("supervisor", "hazard extend \(hazard) --grant")
            #expect(try district.due(hazard) == "2026-12-02T09:00")
            try district.by("roads-liaison", ask + " 2工作日")
            try district.by("supervisor-2", "hazard extend \(hazard) --grant --by 1工作日")
            #expect(try district.due(hazard) == "2026-12-03T09:00")
            #expect(try district.refused("roads-liaison", ask + " 1工作日").contains("2 次"))
            #expect(try district.shown(hazard)["extensionsGranted"] as? Int == 2)
        }
    }

    @Test func nothingIsAskedForOnceItIsLate() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try Self.ordered(district)
            try district.at("2026-11-30 09:01")
            #expect(
                try district.refused("roads-liaison", "hazard extend \(hazard) --by 1工作日 --reason 材料未到")
                    .contains("已过")
            )
        }
    }

    @Test func whatIsOrderedIsVoidedByTwoSupervisors() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try Self.ordered(district)
            try district.refused("inspector-1", "hazard void \(hazard) --ground mistake", 77)
            let said = try district.by("supervisor", "hazard void \(hazard) --ground mistake --note 看错路段")
            #expect(said.contains("另一名督查员"))
            // Until then it lives on, and is late when it is late.
            #expect(try district.refused("supervisor", "hazard void \(hazard) --confirm").contains("本人"))
            #expect(try district.state(hazard) == "ordered")
            try district.at("2026-11-30 10:00")
            try district.by("supervisor-2", "hazard void \(hazard) --confirm")
            let shown = try district.shown(hazard)
            #expect(shown["state"] as? String == "void" && shown["everOverdue"] as? Bool == true)
            let sheet = try district.sheet(hazard)
            #expect(sheet.contains("看错路段") && sheet.contains("第二督查岗"))
        }
    }

    @Test func theSameThingReportedTwiceIsOneAndTheEarlierDeadlineWins() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let first = try Self.ordered(district)
            let again = "hazard report --site WC-R-001 --category E0402 --describe 同一处坑洼"
            #expect(try district.refused("inspector-2", again).contains(first))
            // Somebody insists; a supervisor sees that it is the same, and says so.
            try district.at("2026-11-24 09:00")
            let second = try district.found(by: "inspector-2", again + " --new")
            try district.by("supervisor", "hazard void \(second) --duplicate-of \(first)")
            #expect(try district.shown(second)["duplicateOf"] as? String == first)
            let kept = try district.shown(first)
            #expect(kept["duplicates"] as? [String] == [second] && kept["state"] as? String == "ordered")
            #expect(try district.due(first) == "2026-11-30T09:00")
            #expect(try district.sheet(second).contains("重复上报"))
        }
    }

    @Test func whatIsMajorIsMadeLessOnlyByAWrittenReason() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try district.found(
                by: "inspector-1",
                "hazard report --site WC-R-001 --category E0402 --severity major --describe 路面破损"
            )
            let lower = "hazard downgrade \(hazard)"
            try district.refused("inspector-1", lower + " --reason 不严重", 77)
            try district.refused("supervisor", lower, 64)
            try district.by("supervisor", lower + " --reason 面积不足一平方米")
            #expect(try district.shown(hazard)["severity"] as? String == "general")
            #expect(try district.sheet(hazard).contains("面积不足一平方米"))
            // A general one may be followed by name all the same.
            try district.by("supervisor", "hazard supervise \(hazard) --note 群众反映强烈")
            #expect(try district.listed("leader-1", "hazard list --supervised") == [hazard])
            #expect(try district.sheet(hazard).contains("督办"))
        }
    }
}
