import Foundation
import PatrolTestSupport
import Testing

@testable import PatrolModel

/// Written as an event writes it, and read again.
enum Coded {
    static func again<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}

@Suite struct `An order that is sent back` {
    private let life = Life()

    @Test func isTheBureausToDecideOnByALimitOfItsOwn() throws {
        let ordered = try life.story.ordered(try life.story.reported())
        let returned = try life.sendBack(ordered, by: .liaison)
        #expect(returned.state == .reported && returned.kind == .order)
        #expect(returned.deadline.start == .return && returned.dueAt == Story.zone.at("2026-11-23 18:00"))
        #expect(returned.stage.returned?.reason == "非本单位管养")
    }

    @Test func goesToAnotherUnitWithALimitOfItsOwn() throws {
        let returned = try life.sendBack(try life.story.ordered(try life.story.reported()), by: .liaison)
        let terms = Order.Terms(unit: "燃气管网单位", service: .paper, servedAt: Story.zone.at("2026-11-23 15:00"))
        let reassigned = try returned.reassigning(
            terms,
            number: "O-2026-000002",
            by: Actor(.dispatcher),
            fourEyes: life.eyes,
            at: Story.zone.at("2026-11-23 15:00"),
            clock: life.clock
        )
        #expect(reassigned.responsibleUnit == "燃气管网单位" && reassigned.stage.order?.number == "O-2026-000002")
        #expect(reassigned.dueAt == Story.zone.at("2026-11-24 15:00"))
    }

    @Test func winsNoTimeWhereTheReturnIsTurnedDown() throws {
        let ordered = try life.story.ordered(try life.story.reported())
        let back = try life.sendBack(ordered, by: .liaison)
            .turningDownReturn("系本单位管养", by: Actor(.dispatcher), fourEyes: life.eyes, at: life.at)
        #expect(back.deadline == ordered.deadline && back.stage == ordered.stage)
        #expect(back.remark == "系本单位管养")
    }

    @Test func isSentBackWithinAWorkingDayOfItsService() throws {
        var life = life
        let ordered = try life.story.ordered(try life.story.reported())
        life.at = Story.zone.at("2026-11-24 10:05")
        #expect(try life.sendBack(ordered, by: .liaison).state == .reported)
        life.at = Story.zone.at("2026-11-24 10:06")
        #expect(
            throws: PatrolError.returnTooLate(hazard: ordered.id, latest: "2026-11-24T10:05:00+08:00")
        ) { try life.sendBack(ordered, by: .liaison) }
    }

    @Test func keepsTheClockOfADangerRunning() throws {
        let story = Story()
        let ordered = try story.ordered(try story.reported())
        let returned = try life.sendBack(ordered, by: .liaison)
        #expect(returned.deadline == ordered.deadline && returned.lapses.count == 1)
    }
}

@Suite struct `A later deadline` {
    private let life = Life()

    private func ordered() throws -> Hazard { try life.story.ordered(try life.story.reported()) }

    @Test func runsOnFromTheOneBefore() throws {
        let granted = try life.grant(try life.ask(try ordered(), by: .liaison))
        #expect(granted.dueAt == Story.zone.at("2026-11-25 10:05") && granted.deadline.start == .extension)
        #expect(granted.stage.order?.extensionsGranted == 1 && granted.stage.order?.extensionAsked == nil)
    }

    @Test func doesNotUndoThatTheOneBeforePassed() throws {
        var life = life
        let asked = try life.ask(try ordered(), by: .liaison)
        life.at = Story.zone.at("2026-11-24 17:00")
        let granted = try life.grant(asked)
        #expect(granted.overdueSince == Story.zone.at("2026-11-24 10:05"))
        #expect(!granted.clock.isOverdue(at: life.at) && granted.dueAt == Story.zone.at("2026-11-25 10:05"))
    }

    @Test func isAskedForBeforeTheDeadline() throws {
        var life = life
        let hazard = try ordered()
        life.at = hazard.dueAt
        #expect(try life.ask(hazard, by: .liaison).stage.order?.extensionAsked != nil)
        life.at = hazard.dueAt + 1
        #expect(
            throws: PatrolError.extensionAfterDeadline(hazard: hazard.id, due: "2026-11-24T10:05:00+08:00")
        ) { try life.ask(hazard, by: .liaison) }
    }

    @Test(arguments: [TimeLimit.workingDays(2), .workingHours(9), .calendarDays(1), .urgentHours(1)])
    func isAtMostOneOriginalLimitInTheSameKindOfTime(_ limit: TimeLimit) throws {
        let hazard = try ordered()
        #expect(
            throws: PatrolError.extensionTooLong(hazard: hazard.id, limit: .workingDays(1), percent: 100)
        ) { try life.ask(hazard, limit, by: .liaison) }
        #expect(try life.ask(hazard, .workingHours(8), by: .liaison).stage.order?.extensionAsked != nil)
    }

    @Test func isGrantedTwiceAtMost() throws {
        var hazard = try ordered()
        for _ in 0..<2 { hazard = try life.grant(try life.ask(hazard, by: .liaison)) }
        #expect(throws: PatrolError.extensionsExhausted(hazard: hazard.id, granted: 2)) {
            try life.ask(hazard, by: .liaison)
        }
    }

    @Test func isDeniedBySilence() throws {
        let asked = try life.ask(try ordered(), by: .liaison)
        let decision = try #require(asked.stage.order?.extensionAsked?.decision)
        #expect(decision.at == Story.zone.at("2026-11-25 12:00"))
        #expect(asked.lapsingExtension(at: decision.at) == nil)
        let lapsed = try #require(asked.lapsingExtension(at: decision.at + 1))
        #expect(lapsed.stage.order?.extensionAsked == nil && lapsed.deadline == asked.deadline)
        #expect(lapsed.stage.order?.extensionsGranted == nil)
    }

    @Test func isWantedNoMoreOfWhatIsFixedOrStruckOut() throws {
        let asked = try life.ask(try ordered(), by: .liaison)
        let rectified = try life.story.rectified(asked, done: "2026-11-23 15:00")
        #expect(rectified.stage.order?.extensionAsked == nil)
        let void = try life.void(asked, by: .supervisor).decidingVoid(
            confirmed: true,
            nil,
            by: Actor(.secondSupervisor),
            fourEyes: life.eyes,
            at: life.at
        )
        #expect(void.state == .void && void.stage.order?.extensionAsked == nil)
    }

    @Test func isNotGrantedByWhoeverAskedOrBelongsToTheUnit() throws {
        let both = Person(id: "both", name: "", roles: [.unit, .supervisor], unit: "养护单位")
        let asked = try life.ask(try ordered(), by: both)
        #expect(
            throws: PatrolError.ownRequest(hazard: asked.id, verb: .hazardDecideExtension, person: "both")
        ) { try life.grant(asked, by: both) }
        let member = Person(id: "member", name: "", roles: [.supervisor], unit: "养护单位")
        #expect(
            throws: PatrolError.belongsToUnit(
                hazard: asked.id,
                verb: .hazardDecideExtension,
                person: "member",
                unit: "养护单位"
            )
        ) { try life.grant(asked, by: member) }
    }

    @Test func isNotGrantedByTheClerkWhoTypedTheRequest() throws {
        let asked = try (try ordered()).askingExtension(
            by: .workingDays(1),
            "配件未到",
            by: Actor(.liaison, typedBy: .supervisor),
            filedAt: life.at,
            at: life.at,
            clock: life.clock,
            limits: life.limits
        )
        #expect(
            throws: PatrolError.ownRequest(
                hazard: asked.id,
                verb: .hazardDecideExtension,
                person: "supervisor"
            )
        ) { try life.grant(asked) }
        #expect(try life.grant(asked, by: .secondSupervisor).stage.order?.extensionsGranted == 1)
    }
}

extension `A later deadline` {
    @Test func isWaitedForNoLongerOnceTheClaimIsMade() throws {
        let asked = try life.ask(try ordered(), by: .liaison)
        let claimed = try life.story.rectified(asked, done: "2026-11-23 14:00")
        #expect(claimed.stage.order?.extensionAsked == nil)
        let failed = try life.story.verified(claimed, .failed(reason: "未平"), at: "2026-11-23 15:00")
        #expect(failed.possible.contains(.hazardExtend) && !failed.possible.contains(.hazardDecideExtension))
    }

    @Test func isWaitedForNoLongerOnceTheHazardIsVoid() throws {
        let asked = try life.void(try life.ask(try ordered(), by: .liaison), by: .supervisor)
        let void = try asked.decidingVoid(
            confirmed: true,
            nil,
            by: Actor(.secondSupervisor),
            fourEyes: life.eyes,
            at: life.at
        )
        #expect(void.state == .void && void.stage.order?.extensionAsked == nil)
    }

    @Test func isNotGrantedOnceSilenceHasDeniedIt() throws {
        var life = life
        let asked = try life.ask(try ordered(), by: .liaison)
        let decision = try #require(asked.stage.order?.extensionAsked?.decision.at)
        life.at = decision
        #expect(try life.grant(asked).stage.order?.extensionsGranted == 1)
        life.at = decision + 1
        #expect {
            try life.grant(asked)
        } throws: { error in
            guard case PatrolError.wrongState(_, .hazardDecideExtension, .ordered, let possible) = error
            else {
                return false
            }
            return possible.contains(.hazardExtend)
        }
    }
}

@Suite struct `A clock that stands still` {
    private let life = Life()

    private func ordered() throws -> Hazard { try life.story.ordered(try life.story.reported()) }

    @Test func goesOnFromTheEndOfItsLastDayWhoeverSaysSoLater() throws {
        let suspended = try life.suspend(try ordered(), by: .supervisor)
        let end = Story.zone.at("2027-01-01 00:00")
        let resumed = try suspended.resuming(
            "已开工",
            by: Actor(.supervisor),
            at: end + 86400,
            clock: life.clock
        )
        #expect(resumed.deadline.from == end)
        var later = life
        later.at = end
        #expect(throws: PatrolError.self) { try later.suspend(suspended, by: .secondSupervisor) }
    }

    @Test func goesOnWithWhatWasLeftOfIt() throws {
        let suspended = try life.suspend(try ordered(), by: .supervisor)
        let later = Story.zone.at("2026-12-01 09:00")
        #expect(!suspended.clock.isOverdue(at: later) && suspended.lapses.isEmpty)
        let resumed = try suspended.resuming("已开工", by: Actor(.supervisor), at: later, clock: life.clock)
        // Served at 10:05 and stopped at 14:00: 1 h 55 min of 8 h were gone.
        #expect(resumed.dueAt == Story.zone.at("2026-12-01 17:05") && resumed.state == .ordered)
    }

    @Test func goesOnByItselfAtTheEndOfItsLastDay() throws {
        let suspended = try life.suspend(try ordered(), by: .supervisor)
        let end = Story.zone.at("2027-01-01 00:00")
        #expect(suspended.resumingByItself(at: end + -1, clock: life.clock) == nil)
        let noticed = try #require(suspended.resumingByItself(at: end + 86400, clock: life.clock))
        #expect(noticed.state == .ordered && noticed.deadline.from == end)
    }

    @Test func isOverdueAgainWhereItWasOverdueBefore() throws {
        var life = life
        let hazard = try ordered()
        life.at = Story.zone.at("2026-11-24 17:00")
        let suspended = try life.suspend(hazard, by: .supervisor)
        #expect(suspended.overdueSince == hazard.dueAt && !suspended.clock.isOverdue(at: life.at))
        #expect(suspended.clock.overdueSeconds(at: life.at + 9999) == life.at - hazard.dueAt)
        let later = Story.zone.at("2026-12-01 09:00")
        let resumed = try suspended.resuming("已开工", by: Actor(.supervisor), at: later, clock: life.clock)
        #expect(resumed.dueAt == hazard.dueAt && resumed.clock.isOverdue(at: later))
        #expect(resumed.lapses.count == 1)
    }

    @Test func isRenewedByAnotherSupervisor() throws {
        let suspended = try life.suspend(try ordered(), by: .supervisor)
        #expect(
            throws: PatrolError.ownRequest(hazard: suspended.id, verb: .hazardSuspend, person: "supervisor")
        ) { try life.suspend(suspended, by: .supervisor) }
        let renewed = try life.suspend(suspended, by: .secondSupervisor)
        guard case .suspended(let former) = suspended.stage, case .suspended(let latter) = renewed.stage
        else {
            return #expect(Bool(false), "\(renewed.state)")
        }
        #expect(latter.since == former.since && latter.remainder == former.remainder)
        #expect(latter.approved.person == "supervisor-2")
    }

    @Test(arguments: [
        ("2026-11-22", false), ("2026-11-23", true), ("2027-11-23", true), ("2027-11-24", false),
    ])
    func standsStillForAYearAtMost(_ until: String, _ isAllowed: Bool) throws {
        let terms = Suspension.Terms(ground: .other, reason: "雨季", measures: "围挡", until: .of(until))
        let refusal = PatrolError.suspensionTooLong(from: "2026-11-23", latest: "2027-11-23")
        if isAllowed {
            #expect(try life.suspend(try ordered(), terms, by: .supervisor).state == .suspended)
        } else {
            #expect(throws: refusal) { try life.suspend(try ordered(), terms, by: .supervisor) }
        }
    }

    @Test func waitsForWorksOnlyWhereTheyAreEnteredInAPlan() throws {
        func terms(_ ground: Suspension.Ground, _ plan: EnteredPlan?) -> Suspension.Terms {
            Suspension.Terms(
                ground: ground,
                reason: "待改造",
                measures: "围挡",
                until: .of("2026-12-31"),
                plan: plan
            )
        }
        let plan = EnteredPlan(number: "建字 12", enteredOn: .of("2026-11-24"))
        let hazard = try ordered()
        #expect(throws: PatrolError.enteredPlanNeeded(given: false)) {
            try life.suspend(hazard, terms(.works, nil), by: .supervisor)
        }
        #expect(throws: PatrolError.enteredPlanNeeded(given: true)) {
            try life.suspend(hazard, terms(.season, plan), by: .supervisor)
        }
        #expect(throws: PatrolError.planNotEntered(number: "建字 12", date: "2026-11-24")) {
            try life.suspend(hazard, terms(.works, plan), by: .supervisor)
        }
    }
}

@Suite struct `What is handed to another department` {
    private let life = Life()

    @Test func isStillTrackedUnderAnOrderOfItsOwn() throws {
        let referred = try life.refer(try life.story.reported(), by: .supervisor)
        #expect(referred.state == .ordered && referred.stage.order?.referral != nil)
        #expect(referred.dueAt == Story.zone.at("2026-11-24 12:00"))
    }

    @Test func isNotHandedToTheUnitThatHasItForAnotherLimit() throws {
        let ordered = try life.story.ordered(try life.story.reported())
        #expect(throws: PatrolError.referredToSameUnit(hazard: ordered.id, unit: "养护单位")) {
            try life.refer(ordered, by: .supervisor)
        }
    }

    @Test func comesBackToTheBureauWhereItIsRefused() throws {
        let refused = try life.answer(
            try life.refer(try life.story.reported(), by: .supervisor),
            .refused,
            by: .liaison
        )
        #expect(refused.state == .reported && refused.remark == "已办" && refused.deadline.start == .return)
    }

    @Test func isAcknowledgedOnceAndItsOutcomeIsRecordedByTheBureau() throws {
        let referred = try life.refer(try life.story.reported(), by: .supervisor)
        let acknowledged = try life.answer(referred, .acknowledged, by: .liaison)
        #expect(throws: PatrolError.self) { try life.answer(acknowledged, .acknowledged, by: .liaison) }
        #expect(throws: PatrolError.self) { try life.answer(acknowledged, .outcome, by: .liaison) }
        let concluded = try life.answer(acknowledged, .outcome, by: .inspector)
        #expect(concluded.stage.order?.referral?.outcome?.note == "已办" && concluded.state == .ordered)
    }
}

@Suite struct `What is struck out` {
    private let life = Life()

    @Test func needsASecondSupervisorOnceAUnitWasTold() throws {
        let asked = try life.void(try life.story.ordered(try life.story.reported()), by: .supervisor)
        #expect(asked.state == .ordered && asked.voidAsked?.ground == .unfounded)
        func decide(_ person: Person, _ confirmed: Bool = true) throws -> Hazard {
            try asked.decidingVoid(
                confirmed: confirmed,
                nil,
                by: Actor(person),
                fourEyes: life.eyes,
                at: life.at
            )
        }
        #expect(throws: PatrolError.ownRequest(hazard: asked.id, verb: .hazardVoid, person: "supervisor")) {
            try decide(.supervisor)
        }
        #expect(throws: PatrolError.voidAsked(hazard: asked.id, person: "supervisor")) {
            try life.void(asked, by: .secondSupervisor)
        }
        #expect(try decide(.secondSupervisor).state == .void)
        #expect(try decide(.secondSupervisor, false).voidAsked == nil)
    }

    @Test func needsASecondSupervisorThoughADepartmentGaveItsOrderBack() throws {
        let ordered = try life.story.ordered(try life.story.reported())
        let referred = try life.refer(ordered, to: "燃气管网单位", by: .supervisor)
        let back = try Coded.again(try life.answer(referred, .refused, by: .supervisor))
        let asked = try life.void(back, by: .supervisor)
        #expect(asked.state == .reported && asked.voidAsked?.asked.person == "supervisor")
        #expect(asked.givenBack == "O-2026-000009")
    }

    @Test func wasOverdueAllTheSame() throws {
        var life = life
        let reported = try life.story.reported()
        life.at = Story.zone.at("2026-11-25 10:00")
        let void = try life.void(reported, by: .supervisor)
        #expect(void.overdueSince == reported.dueAt && !void.clock.isOverdue(at: life.at + 86400))
    }

    @Test func isNotOnesOwnReport() throws {
        let both = Person(id: "both", name: "", roles: [.inspector, .supervisor])
        let own = try life.story.reported(by: both)
        #expect(throws: PatrolError.ownRequest(hazard: own.id, verb: .hazardVoid, person: "both")) {
            try life.void(own, by: both)
        }
        let typed = try life.story.reported(typedBy: .supervisor)
        #expect(throws: PatrolError.ownRequest(hazard: own.id, verb: .hazardVoid, person: "supervisor")) {
            try life.void(typed, by: .supervisor)
        }
    }

    @Test func givesItsEarlierDeadlineToTheOneThatStays() throws {
        let earlier = try life.story.reported(observed: "2026-11-23 09:00")
        let later = try life.story.reported(observed: "2026-11-23 10:00")
        #expect(later.merging(earlier, at: life.at).deadline == earlier.deadline)
        #expect(earlier.merging(later, at: life.at).deadline == earlier.deadline)
        // What is the unit's to rectify is not measured by the bureau's own limit to order.
        let ordered = try life.story.ordered(later)
        #expect(ordered.merging(earlier, at: life.at).deadline == ordered.deadline)
        #expect(ordered.merging(earlier, at: life.at).duplicates == [earlier.id])
    }
}

@Suite struct `A major hazard` {
    private let life = Life()

    @Test func isSupervisedFromTheStartAndNotClosedWithoutItsPlan() throws {
        let reported = try life.story.reported(.major)
        #expect(reported.isSupervised && reported.supervision == nil)
        let verified = try life.story.verified(try life.story.rectified(try life.story.ordered(reported)))
        #expect(throws: PatrolError.planNeeded(hazard: verified.id)) {
            try verified.closing(by: Actor(.leader), fourEyes: life.eyes, at: life.at)
        }
        let planned = try life.story.planned(verified)
        #expect(try planned.closing(by: Actor(.leader), fourEyes: life.eyes, at: life.at).state == .closed)
    }

    @Test func isDowngradedByAWrittenReasonAndSupervisedNoMore() throws {
        let lower = try life.story.reported(.major)
            .downgrading("核定为一般", by: Actor(.supervisor), fourEyes: life.eyes, at: life.at)
        #expect(lower.severity == .general && !lower.isSupervised && lower.remark == "核定为一般")
    }

    @Test func isStruckOffByTheLeadingGroupAsAuditFindingsAre() throws {
        var finding = try life.story.reported()
        finding.isAuditFinding = true
        let verified = try life.story.verified(try life.story.rectified(try life.story.ordered(finding)))
        #expect(verified.state == .verified)
        #expect(try verified.closing(by: Actor(.leader), fourEyes: life.eyes, at: life.at).state == .closed)
    }
}

@Suite struct `A later look at what was closed` {
    private let life = Life()

    private func closed() throws -> Hazard {
        try life.story.verified(try life.story.rectified(try life.story.ordered(try life.story.reported())))
    }

    @Test func leavesItClosedWhereItHeld() throws {
        let held = try life.lookBack(try closed(), by: .inspector)
        #expect(held.state == .closed && held.lookBack?.failed == false && held.reboundCount == 0)
    }

    @Test func ordersItAnewWhereItHasComeBack() throws {
        let back = try life.lookBack(try closed(), failed: true, by: .inspector)
        #expect(back.state == .ordered && back.reboundCount == 1)
        #expect(
            back.stage.order?.number == "O-2026-000010" && back.dueAt == Story.zone.at("2026-11-24 12:00")
        )
    }

    @Test func isNotByWhoeverRectifiedOrVerifiedIt() throws {
        let hazard = try closed()
        #expect(
            throws: PatrolError.ownRequest(hazard: hazard.id, verb: .hazardLookBack, person: "inspector-2")
        ) { try life.lookBack(hazard, by: .secondInspector) }
        let both = Person(id: "liaison", name: "", roles: [.inspector])
        #expect(
            throws: PatrolError.rectifiedBySamePerson(
                hazard: hazard.id,
                verb: .hazardLookBack,
                person: "liaison"
            )
        ) { try life.lookBack(hazard, by: both) }
    }
}
