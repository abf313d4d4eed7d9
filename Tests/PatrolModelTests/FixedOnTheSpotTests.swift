import FoundationEssentials
import PatrolTestSupport
import Testing

@testable import PatrolModel

@Suite struct `What is found and fixed in one visit` {
    private let story = Story(category: ("0306", 2))

    private func fixed(_ severity: Hazard.Severity = .general) throws -> Hazard {
        try story.reported(severity, fixedBy: "扶正固定")
    }

    @Test func waitsForACheckAtOnceThoughNobodyWasOrdered() throws {
        let hazard = try fixed()
        #expect(hazard.state == .rectified && hazard.stage.order == nil)
        #expect(hazard.stage.rectification?.action == "扶正固定")
        #expect(hazard.stage.rectification?.rectifiedAt == hazard.observedAt)
        #expect(hazard.stage.rectification?.claimed == hazard.reported)
        #expect(hazard.stage.rectification?.verification?.at == Story.zone.at("2026-11-25 10:00"))
        #expect(hazard.responsibleUnit == "养护单位")
    }

    @Test func isClosedByTheCheckOfSomebodyElse() throws {
        let closed = try story.verified(try fixed())
        #expect(closed.state == .closed && closed.stage.order == nil && closed.clock.closedOnTime == true)
    }

    @Test func isUpToTheLeadingGroupWhereItIsMajor() throws {
        let verified = try story.verified(try fixed(.major))
        #expect(verified.state == .verified)
        let at = Story.zone.at("2026-11-24 09:00")
        #expect(throws: PatrolError.self) {
            try verified.closing(by: Actor(.inspector), fourEyes: story.fourEyes, at: at)
        }
        #expect(
            try story.planned(verified).closing(by: Actor(.leader), fourEyes: story.fourEyes, at: at).state
                == .closed
        )
    }

    @Test func isNeverLateHoweverLateItWasFiled() throws {
        var late = Story(category: ("0103", 1))
        late.at = Story.zone.at("2026-11-23 20:00")
        let hazard = try late.reported(fixedBy: Rectification.onTheSpot)
        #expect(hazard.lapses.isEmpty && !hazard.clock.isOverdue(at: Story.zone.at("2026-12-01 10:00")))
    }

    @Test func isNotCheckedByWhoeverFixedOrTypedIt() throws {
        for finding in [Hazard.Finding.passed(note: "好"), .failed(reason: "未固定")] {
            #expect(
                throws: PatrolError.rectifiedBySamePerson(
                    hazard: "H-2026-000001",
                    verb: .hazardVerify,
                    person: "inspector"
                )
            ) { try story.verified(try fixed(), finding, by: Actor(.inspector)) }
            let typed = try story.reported(typedBy: .supervisor, fixedBy: "扶正")
            #expect(throws: PatrolError.self) { try story.verified(typed, finding, by: Actor(.supervisor)) }
        }
    }

    @Test func isNotCheckedByAMemberOfTheSitesUnit() throws {
        let insider = Person(id: "insider", name: "", roles: [.inspector], unit: "养护单位")
        #expect(
            throws: PatrolError.belongsToUnit(
                hazard: "H-2026-000001",
                verb: .hazardVerify,
                person: "insider",
                unit: "养护单位"
            )
        ) { try story.verified(try fixed(), by: Actor(insider)) }
    }

    @Test func needsBothRights() throws {
        let street = try story.reported(by: .street, fixedBy: "扶正")
        #expect(street.state == .rectified)
        #expect(throws: PatrolError.self) { try story.reported(by: .dispatcher, fixedBy: "扶正") }
    }

    @Test func countsAsNeverFixedWhereTheCheckFails() throws {
        let back = try story.verified(
            try fixed(),
            .failed(reason: "未固定"),
            at: "2026-11-23 11:30",
            by: Actor(.secondInspector)
        )
        #expect(back.state == .reported && back.reworkCount == 1 && back.stage.rectification == nil)
        #expect(back.dueAt == (try story.reported()).dueAt)
        #expect(back.stage.sentBack?.reason == "未固定")
        #expect(back.stage.sentBack?.failed.person == "inspector-2")
        #expect(back.lapses.isEmpty)
    }

    @Test func fallsOverdueAtOnceWhereItShouldHaveBeenOrderedMeanwhile() throws {
        let back = try story.verified(try fixed(), .failed(reason: "未固定"), at: "2026-11-24 10:00")
        #expect(back.lapses.map(\.kind) == [.order] && back.lapses[0].deadline == back.deadline)
    }

    @Test func isOrderedThenAndServedNoEarlierThanTheFailure() throws {
        let back = try story.verified(try fixed(), .failed(reason: "未固定"))
        let ordered = try story.ordered(back, served: "2026-11-23 11:40")
        #expect(ordered.state == .ordered && ordered.stage.order?.former == back.stage.sentBack)
        #expect(ordered.deadline.start == .service && ordered.reworkCount == 1)
        #expect(throws: PatrolError.servedBeforeFailure(failed: "2026-11-23T11:30:00+08:00")) {
            try story.ordered(back, served: "2026-11-23 11:00")
        }
        let closed = try story.verified(
            try story.rectified(ordered, done: "2026-11-23 15:00"),
            at: "2026-11-23 16:00"
        )
        #expect(closed.state == .closed && closed.stage.order?.number == "O-2026-000001")
    }

    @Test func keepsTheFormerFailureThroughARework() throws {
        let back = try story.verified(try fixed(), .failed(reason: "未固定"))
        let claimed = try story.rectified(
            try story.ordered(back, served: "2026-11-23 11:40"),
            done: "2026-11-23 15:00"
        )
        let again = try story.verified(claimed, .failed(reason: "又松"), at: "2026-11-23 16:00")
        #expect(again.state == .ordered && again.reworkCount == 2)
        #expect(again.stage.sentBack?.reason == "又松" && again.stage.order?.former?.reason == "未固定")
    }

    /// As the former version wrote them.
    @Test(arguments: [
        #"{"reported":{}}"#,
        #"{"ordered":{"order":{"issued":{"at":3,"person":"d","typedBy":"d"},"number":"O-1","servedAt":2,"service":"word","unit":"u"}}}"#,
        #"{"rectified":{"order":{"issued":{"at":3,"person":"d","typedBy":"d"},"number":"O-1","servedAt":2,"service":"word","unit":"u"},"rectification":{"action":"a","claimed":{"at":5,"person":"l","typedBy":"l"},"rectifiedAt":4}}}"#,
    ])
    func leavesTheBytesOfFormerStagesAsTheyWere(_ text: String) throws {
        let stage = try JSONDecoder().decode(HazardStage.self, from: Data(text.utf8))
        #expect(String(decoding: try JSONEncoder.sorted.encode(stage), as: UTF8.self) == text)
    }

    @Test func isSaidInAFilingOnlyWhereItIsSo() throws {
        let plain = HazardDetails(category: "0103", condition: nil, severity: nil, describe: "x")
        #expect(
            String(decoding: try JSONEncoder.sorted.encode(plain), as: UTF8.self)
                == #"{"category":"0103","describe":"x"}"#
        )
        let fixed = HazardDetails(
            category: "0103",
            condition: nil,
            severity: nil,
            describe: "x",
            fixed: true,
            action: "补"
        )
        #expect(
            String(decoding: try JSONEncoder.sorted.encode(fixed), as: UTF8.self)
                == #"{"action":"补","category":"0103","describe":"x","fixed":true}"#
        )
    }
}

extension JSONEncoder {
    /// Its keys in order, so that what it writes can be compared.
    static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return encoder
    }
}
