import PatrolTestSupport
import Testing

@Suite struct `Row 2, what was struck off is looked back at, so that it does not come back` {
    /// Ordered, mended and checked on Monday 2026-11-23, so that its day is Wednesday 12-23.
    private static func closed(_ district: District, at site: String) throws -> String {
        let hazard = try district.found(
            by: "inspector-1",
            "hazard report --site \(site) --category E0402 --describe 路面破损"
        )
        try district.by("dispatcher", "hazard order \(hazard)")
        try district.by("roads-liaison", "hazard rectify \(hazard) --note 已修补")
        try district.by("inspector-2", "hazard verify \(hazard) --note 平整")
        return hazard
    }

    private static let list = "duty list --programme look-back-general"

    @Test func byItselfOnItsDayBySomebodyWhoHadNoPart() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try Self.closed(district, at: "WC-R-001")
            // The week before it is nobody's yet.
            try district.at("2026-12-20 09:00")
            #expect(try district.duties("supervisor", Self.list).isEmpty)
            // On its day it is on the list of the inspector who did not check it, and on nobody else's.
            try district.at("2026-12-23 09:00")
            let duty = try #require(try district.duties("supervisor", Self.list).first)
            #expect(duty["targetDate"] as? String == "2026-12-23" && duty["hazard"] as? String == hazard)
            #expect(duty["assignee"] as? String == "inspector-1" && duty["state"] as? String == "open")
            #expect(try district.by("inspector-1", "today").contains("patrol hazard look-back \(hazard)"))
            #expect(try !district.by("inspector-2", "today").contains(hazard))
            // Neither the one who checked it nor the unit looks back at it.
            #expect(
                try district.refused("inspector-2", "hazard look-back \(hazard) --note 平整").contains("本人")
            )
            try district.refused("roads-liaison", "hazard look-back \(hazard) --note 平整", 77)
            try district.by("inspector-1", "hazard look-back \(hazard) --note 平整 --photo {回头看.png}")
            #expect(try district.duties("supervisor", Self.list).map { $0["state"] as? String } == ["done"])
            let shown = try district.shown(hazard)
            #expect(shown["state"] as? String == "closed" && shown["reboundCount"] as? Int == 0)
            #expect(try district.sheet(hazard).contains("没有反弹"))
        }
    }

    @Test func andThatNobodyDidIsAMiss() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            _ = try Self.closed(district, at: "WC-R-001")
            // Late in its week it may still be done; on Monday it was missed, and stays so.
            try district.at("2026-12-27 23:00")
            #expect(try district.duties("supervisor", Self.list).map { $0["state"] as? String } == ["open"])
            try district.at("2026-12-28 08:00")
            #expect(try district.duties("supervisor", Self.list).map { $0["state"] as? String } == ["missed"])
            #expect(try district.by("supervisor", Self.list + " --state missed").contains("漏"))
        }
    }

    @Test func andIsOpenedAgainAndCountedWhereItHasComeBack() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            let hazard = try Self.closed(district, at: "WC-R-001")
            try district.at("2026-12-23 09:00")
            // The patch has broken out. It is ordered anew, and its limit runs anew from when the unit was told.
            let said = try district.by(
                "inspector-1",
                "hazard look-back \(hazard) --fail --note 修补处再次破损"
            )
            #expect(said.contains("已反弹"))
            let shown = try district.shown(hazard)
            #expect(shown["state"] as? String == "ordered" && shown["reboundCount"] as? Int == 1)
            #expect(try district.due(hazard) == "2026-12-30T09:00")
            #expect(try district.by("roads-liaison", "hazard list").contains(hazard))
            #expect(try district.sheet(hazard).contains("反弹次数"))
            // It lives the same life to its end a second time, and what was counted stays.
            try district.by("roads-liaison", "hazard rectify \(hazard) --note 铣刨重铺")
            try district.by("supervisor", "hazard verify \(hazard) --note 平整")
            let again = try district.shown(hazard)
            #expect(again["state"] as? String == "closed" && again["reboundCount"] as? Int == 1)
            #expect(again["reworkCount"] as? Int == 0 && again["everOverdue"] as? Bool == false)
        }
    }
}
