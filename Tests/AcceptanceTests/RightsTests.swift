import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

/// Who may what, and who sees what, tried by processes of real Unix users over the daemon's socket.
extension AcceptanceTests {
    @Test func eachVerbIsItsRolesAlone() async throws {
        try await with { district in
            try otherRolesAreNotAllowed(district)
            try strangersDoNotEvenSee(district)
            try theRolesMay(district)
            try onlyClerksTypeForOthers(district)
        }
    }

    @Test func severalRolesDoNotMakeFourEyes() async throws {
        try await with { district in
            func refuses(_ scene: Right.Scene, _ before: String?, _ words: String) throws {
                let hazard = try district.hazard(scene)
                if let before { try district.done("patrol-many", before, hazard) }
                try refused(district, "patrol-many", words, hazard)
            }
            try refuses(.ordered, "hazard rectify {hazard} --note 已加固", "hazard verify {hazard} --note 牢固")
            // What their own unit has done they check no more than what they did themselves.
            try refuses(.rectified, nil, "hazard verify {hazard} --note 牢固")
            try refuses(.verified, nil, "hazard close {hazard}")
            try refuses(.closed, nil, "hazard look-back {hazard} --note 牢固")
            let asking = "hazard extend {hazard} --by 1工作日 --reason 须定制"
            try refuses(.ordered, asking, "hazard extend {hazard} --grant")
            try refuses(.ordered, nil, "hazard void {hazard} --ground unfounded")
            let suspending = "hazard suspend {hazard} --until {soon} --reason 随改造 --measures 设警示牌"
            try refuses(.reported, nil, suspending)
        }
    }

    @Test func whoTypesForOthersIsOfTheTwoPairsOfEyes() async throws {
        try await with { district in
            let clerk = "patrol-supervisor"
            let claimed = try district.hazard(.ordered)
            try district.done(clerk, "hazard rectify {hazard} --note 已加固 --as roads-liaison", claimed)
            for other in ["", " --as inspector-1", " --as leader-1"] {
                try refused(district, clerk, "hazard verify {hazard} --note 牢固\(other)", claimed)
            }
            try district.done("patrol-inspector1", "hazard verify {hazard} --note 牢固", claimed)
            try refused(district, clerk, "hazard look-back {hazard} --note 牢固 --as leader-1", claimed)

            let asked = try district.hazard(.ordered)
            let asking = "hazard extend {hazard} --by 1工作日 --reason 须定制 --as roads-liaison"
            try district.done(clerk, asking, asked)
            for other in ["", " --as supervisor-2"] {
                try refused(district, clerk, "hazard extend {hazard} --grant\(other)", asked)
            }
            try district.done(clerk, "hazard void {hazard} --ground unfounded", asked)
            for other in ["", " --as supervisor-2"] {
                try refused(district, clerk, "hazard void {hazard} --confirm\(other)", asked)
            }

            let major = try district.report("0103", "--severity major")
            try district.done("patrol-supervisor2", "hazard supervise {hazard} \(Right.plan)", major)
            try district.done("patrol-dispatcher", "hazard order {hazard}", major)
            let claim = "hazard rectify {hazard} --note 已加固 --photo /tmp/after.png --as roads-liaison"
            try district.done(clerk, claim, major)
            try district.done("patrol-inspector1", "hazard verify {hazard} --note 牢固", major)
            try refused(district, clerk, "hazard close {hazard} --as leader-1", major)
            try district.done("patrol-leader1", "hazard close {hazard}", major)
        }
    }

    @Test func listsSearchExportsAndThePastShowAUnitAndASubdistrictTheirOwn() async throws {
        try await with { district in
            let hazards = try Neighbours(district)
            for user in ["patrol-roads", "patrol-shuiguohu"] {
                try sees(district, user, hazards.ours, not: hazards.others)
            }
            for user in ["patrol-water", "patrol-jiyuqiao"] {
                try sees(district, user, hazards.others, not: hazards.ours)
            }
            for list in Neighbours.lists {
                let shown = try district.done("patrol-reader", list + " --csv")
                #expect(shown.contains(hazards.ours) && shown.contains(hazards.others), "\(list)")
            }
        }
    }

    private func with(_ body: @escaping @Sendable (District) throws -> Void) async throws {
        let tree = tree
        try await Blocking.run {
            let district = try District(in: tree)
            try body(district)
            try district.close()
        }
    }
}

/// Two overdue hazards with photos: one of the road unit in one subdistrict, one of the water company in another.
private struct Neighbours {
    static let lists = ["hazard list", "overdue", "overdue --as-of today", "search 雨水井盖"]

    let ours: String
    let others: String

    init(_ district: District) throws {
        let (date, time) = Zone.shanghai.local(
            Instant(seconds: Int64(Date().timeIntervalSince1970)) + -3 * 3600
        )
        func hazard(_ site: String, _ unit: String) throws -> String {
            let words = "hazard report --site \(site) --category 0103 --condition 1 --describe 雨水井盖缺失 --quiet"
            let seen = "--photo /tmp/after.png --observed-at \(date)T\(time)"
            let hazard = try district.done("patrol-inspector1", "\(words) \(seen)")
            try district.done("patrol-dispatcher", "hazard order {hazard} --unit \(unit)", hazard)
            return hazard
        }
        ours = try hazard("WC-R-001", "区市政道路养护单位")
        others = try hazard("WC-R-009", "市水务集团管网养护单位")
    }
}

extension AcceptanceTests {
    /// A refusal records nothing, so that one hazard is enough for all of them.
    private func otherRolesAreNotAllowed(_ district: District) throws {
        let hazard = try district.hazard(.ordered)
        let record = try district.done("patrol-reader", "event list --quiet --entity {hazard}", hazard)
        for right in Right.all {
            for (role, user) in District.users where !right.roles.contains(role) {
                let outcome = try district.patrol(user, right.words, hazard)
                #expect(outcome.status == 77, "\(role) \(right.words): \(outcome.output)\(outcome.error)")
            }
        }
        #expect(try district.done("patrol-reader", "event list --quiet --entity {hazard}", hazard) == record)
    }

    /// Another unit and another subdistrict: what is not theirs is as good as not there.
    private func strangersDoNotEvenSee(_ district: District) throws {
        let hazard = try district.hazard(.ordered)
        let strangers: [(String, Role)] = [("patrol-water", .unit), ("patrol-jiyuqiao", .subdistrict)]
        for right in Right.all where right.isOfAHazard || right.words.hasPrefix("evidence") {
            for (user, role) in strangers {
                let outcome = try district.patrol(user, right.words, hazard)
                let expected: Int32 = right.roles.contains(role) ? 65 : 77
                #expect(
                    outcome.status == expected,
                    "\(user) \(right.words): \(outcome.output)\(outcome.error)"
                )
            }
        }
    }

    private func theRolesMay(_ district: District) throws {
        for right in Right.all {
            for (role, user) in District.users where right.roles.contains(role) {
                let hazard = try district.hazard(right.scene)
                let outcome = try district.patrol(user, right.words, hazard)
                let expected = status(right, role)
                #expect(outcome.status == expected, "\(role) \(right.words): \(outcome.error)")
            }
        }
    }

    /// A street office speaks for its own unit alone, and this is another's; a unit has no programmes.
    private func status(_ right: Right, _ role: Role) -> Int32 {
        let ofTheUnit = ["hazard return", "hazard extend", "hazard refer {hazard} --acknowledged"]
        if role == .subdistrict, ofTheUnit.contains(where: right.words.hasPrefix) { return 77 }
        let ofProgrammes = ["programme show", "programme preview"]
        if role == .unit, ofProgrammes.contains(where: right.words.hasPrefix) { return 65 }
        return 0
    }

    private func onlyClerksTypeForOthers(_ district: District) throws {
        for (role, user) in District.users {
            let outcome = try district.patrol(user, "inspect WC-R-002 --as inspector-2")
            let mayType = role == .supervisor || role == .admin
            #expect(outcome.status == (mayType ? 0 : 77), "\(role): \(outcome.error)")
        }
    }

    private func refused(_ district: District, _ user: String, _ words: String, _ hazard: String) throws {
        let outcome = try district.patrol(user, words, hazard)
        #expect(outcome.status == 1, "\(user) \(words): \(outcome.output)\(outcome.error)")
    }

    private func sees(_ district: District, _ user: String, _ own: String, not other: String) throws {
        for list in Neighbours.lists {
            for form in ["", " --csv", " --json", " --quiet"] {
                let shown = try district.done(user, list + form)
                #expect(shown.contains(own) && !shown.contains(other), "\(user) \(list)\(form): \(shown)")
            }
        }
        for words in ["hazard show {hazard}", "evidence list {hazard}", "evidence save {hazard} {folder}"] {
            try district.done(user, words, own)
            #expect(try district.patrol(user, words, other).status == 65, "\(user) \(words)")
        }
    }
}
