import PatrolTestSupport
import Testing

/// Whoever has three hats is one person.
private let three =
    "{id: three-hats, name: 身兼数职, user: patrol-three, roles: [inspector, supervisor, leading-group]}"

private let plan =
    "--leader 王局长 --measures 注浆换管 --funds 12万元 --in-charge 李工 --deadline 2026-12-10 --contingency 断水绕行"

@Suite struct `Row 1, every item is reconciled and struck off only after it was checked` {
    @Test func whatIsMajorByTheLeadingGroupWithItsPlanAndItsPhotos() async throws {
        try await District.lived(from: "2026-11-23 09:00", people: [three]) { district in
            // A road has fallen in. It is major, and followed by name from the start.
            let hazard = try district.found(
                by: "inspector-1",
                "hazard report --site WC-R-001 --category E0401 --severity major --describe 路面塌陷两平方米"
            )
            #expect(try district.shown(hazard)["supervised"] as? Bool == true)
            try district.by("dispatcher", "hazard order \(hazard)")
            // The unit says that it is mended. Neither the unit passes that, nor anybody without a photo of it.
            try district.at("2026-11-23 10:00")
            try district.by("roads-liaison", "hazard rectify \(hazard) --note 已回填夯实")
            try district.refused("roads-liaison", "hazard verify \(hazard) --note 平整", 77)
            #expect(
                try district.refused("inspector-2", "hazard verify \(hazard) --note 平整").contains("佐证材料")
            )
            try district.by("three-hats", "hazard verify \(hazard) --note 平整 --photo {整改后.png}")
            #expect(try district.state(hazard) == "verified")
            // Checked is not struck off: that is the leading group's, and not before there is a plan, nor the checker's.
            try district.refused("supervisor", "hazard close \(hazard)", 77)
            #expect(try district.refused("leader-1", "hazard close \(hazard)").contains("治理方案"))
            try district.by("supervisor", "hazard supervise \(hazard) \(plan)")
            #expect(try district.refused("three-hats", "hazard close \(hazard)").contains("three-hats"))
            try district.by("leader-1", "hazard close \(hazard)")
            let shown = try district.shown(hazard)
            #expect(shown["state"] as? String == "closed" && shown["closedOnTime"] as? Bool == true)
            #expect(
                ["rectifiedBy", "verifiedBy", "closedBy"].map { shown[$0] as? String }
                    == ["roads-liaison", "three-hats", "leader-1"]
            )
            let sheet = try district.sheet(hazard)
            #expect(sheet.contains("王局长") && sheet.contains("断水绕行") && sheet.contains("整改后.png"))
        }
    }

    @Test func anAuditFindingByTheLeadingGroupToo() async throws {
        try await District.lived(from: "2026-11-23 09:00") { district in
            // What an audit found is general, and needs no plan; it is struck off by the same people.
            let hazard = try district.found(
                by: "inspector-1",
                "hazard report --site WC-R-002 --category E0402 --describe 审计指出路面破损未修 --audit-finding"
            )
            try district.by("dispatcher", "hazard order \(hazard)")
            try district.by("roads-liaison", "hazard rectify \(hazard) --note 已修补")
            #expect(try district.by("inspector-2", "hazard verify \(hazard) --note 平整").contains("领导小组"))
            #expect(try district.listed("leader-2", "hazard list --state verified") == [hazard])
            try district.refused("inspector-2", "hazard close \(hazard)", 77)
            try district.by("leader-2", "hazard close \(hazard)")
            #expect(try district.state(hazard) == "closed")
            #expect(try district.sheet(hazard).contains("审计"))
        }
    }

    @Test func byAnotherPersonThanMendedItWhateverTheirRoles() async throws {
        try await District.lived(from: "2026-11-23 09:00", people: [three]) { district in
            let hazard = try district.found(
                by: "three-hats",
                "hazard report --site WC-R-003 --category E0402 --describe 路面破损"
            )
            try district.by("three-hats", "hazard order \(hazard)")
            try district.by("three-hats", "hazard rectify \(hazard) --note 已修补")
            // Nobody closes their own, nor makes it go away or small.
            for verb in ["verify \(hazard) --note 平整", "void \(hazard) --ground unfounded"] {
                #expect(try district.refused("three-hats", "hazard " + verb).contains("three-hats"))
            }
            try district.by("supervisor", "hazard verify \(hazard) --note 平整")
            #expect(try district.shown(hazard)["verifiedBy"] as? String == "supervisor")
        }
    }

    @Test func notByTheClerkWhoTypedTheClaimForTheUnit() async throws {
        try await District.lived(from: "2026-11-23 09:00", typistsCount: true) { district in
            let hazard = try district.found(
                by: "inspector-1",
                "hazard report --site WC-R-003 --category E0402 --describe 路面破损"
            )
            try district.by("dispatcher", "hazard order \(hazard)")
            try district.by("roads-liaison", "hazard rectify \(hazard) --note 已修补")
            // The second signature would be of the hand that wrote the first.
            let refusal = try district.refused("inspector-2", "hazard verify \(hazard) --note 平整")
            #expect(refusal.contains("由 admin 完成或代录"))
            #expect(try district.state(hazard) == "rectified")
            #expect(try district.sheet(hazard).contains("道路养护单位联络员"))
        }
    }
}
