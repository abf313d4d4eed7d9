import PatrolTestSupport
import Testing

@testable import PatrolModel

/// A hazard on its way, one step a line.
struct Story {
    static let zone = Zone.shanghai
    var at = zone.at("2026-11-23 10:00")
    var fourEyes = FourEyes(typistsCount: true)
    var category = ("0103", 1)
    /// What a claim is filed with.
    var proof: [Evidence] = [.photo()]

    var demand = EvidenceDemand.major

    private var rules: Configuration.Rules {
        .but {
            $0.fourEyes = fourEyes
            $0.evidence = demand
        }
    }

    func grounds() throws -> Grounds {
        try Catalogue.sample.grounds(category: category.0, condition: category.1)
    }

    func reported(
        _ severity: Hazard.Severity = .general,
        observed: String = "2026-11-23 10:00",
        by person: Person = .inspector,
        typedBy typist: Person? = nil,
        fixedBy action: String? = nil
    ) throws -> Hazard {
        let report = Hazard.Report(
            site: .road("R-1"),
            grounds: try grounds(),
            severity: severity,
            describe: "井盖缺失",
            inspection: nil,
            observedAt: Story.zone.at(observed),
            reason: nil,
            fixedBy: action,
            evidence: action == nil ? [] : [.photo(.before, "前"), .photo(.after, "后")]
        )
        return try Hazard.reporting(
            report,
            number: "H-2026-000001",
            by: Actor(person, typedBy: typist),
            at: at,
            clock: .sample(),
            limits: rules.limits
        )
    }

    func ordered(_ hazard: Hazard, served: String = "2026-11-23 10:05", by person: Person = .dispatcher)
        throws
        -> Hazard
    {
        try hazard.ordering(
            Order.Terms(unit: "养护单位", service: .word, servedAt: Story.zone.at(served)),
            number: "O-2026-000001",
            by: Actor(person),
            at: Story.zone.at(served),
            clock: .sample()
        )
    }

    func rectified(
        _ hazard: Hazard,
        done: String = "2026-11-23 11:00",
        filed: String? = nil,
        by actor: Actor = Actor(.liaison)
    ) throws -> Hazard {
        try hazard.rectifying(
            action: "补装",
            rectifiedAt: Story.zone.at(done),
            reason: nil,
            by: actor,
            at: Story.zone.at(filed ?? done),
            clock: .sample(),
            limits: rules.limits
        ).adding(proof, with: .hazardRectify, by: actor, at: Story.zone.at(filed ?? done))
    }

    /// With the plan that a major one needs.
    func planned(_ hazard: Hazard, by person: Person = .supervisor) throws -> Hazard {
        try hazard.supervising(.sample, nil, by: Actor(person), at: at)
    }

    func verified(
        _ hazard: Hazard,
        _ finding: Hazard.Finding = .passed(note: "平整"),
        at time: String = "2026-11-23 11:30",
        by actor: Actor = Actor(.secondInspector)
    ) throws -> Hazard {
        try hazard.verifying(finding, by: actor, rules: rules, at: Story.zone.at(time), clock: .sample())
    }
}

@Suite struct `A hazard goes from report to closure` {
    private let story = Story()

    @Test func aGeneralHazardIsClosedByAPassedVerification() throws {
        let closed = try story.verified(try story.rectified(try story.ordered(try story.reported())))
        #expect(closed.state == .closed)
        #expect(closed.clock.closedOnTime == true)
        #expect(closed.stage.verification?.note == "平整")
        #expect(closed.stage.rectification?.action == "补装")
        #expect(closed.responsibleUnit == "养护单位")
        #expect(closed.possible == [.hazardLookBack, .hazardProsecute])
    }

    @Test func aMajorHazardWaitsForTheLeadingGroup() throws {
        let verified = try story.verified(try story.rectified(try story.ordered(try story.reported(.major))))
        #expect(verified.state == .verified)
        #expect(verified.clock.closedOnTime == nil)
        let closed = try story.planned(verified).closing(
            by: Actor(.leader),
            fourEyes: story.fourEyes,
            at: Story.zone.at("2026-11-24 09:00")
        )
        #expect(closed.state == .closed)
        #expect(closed.stage.order?.number == "O-2026-000001")
    }

    @Test func aMajorHazardIsNotVerifiedWithoutANote() throws {
        let rectified = try story.rectified(try story.ordered(try story.reported(.major)))
        #expect(throws: PatrolError.emptyText(field: .note)) {
            try story.verified(rectified, .passed(note: nil))
        }
    }

    @Test func aFailedClaimGoesBackWithHalfTheLimit() throws {
        let rectified = try story.rectified(try story.ordered(try story.reported()))
        let back = try story.verified(rectified, .failed(reason: "松动"))
        #expect(back.state == .ordered && back.reworkCount == 1)
        #expect(back.stage.order?.rework?.deadline.at == Story.zone.at("2026-11-23 12:30"))
        #expect(back.stage.order?.rework?.reason == "松动")
        #expect(back.dueAt == rectified.dueAt)
        let again = try story.verified(
            try story.rectified(back, done: "2026-11-23 11:50"),
            at: "2026-11-23 11:55"
        )
        #expect(again.state == .closed && again.reworkCount == 1 && again.clock.closedOnTime == true)
    }

    @Test func aSecondClaimCannotBeOlderThanTheFailure() throws {
        let back = try story.verified(
            try story.rectified(try story.ordered(try story.reported())),
            .failed(reason: "松动")
        )
        #expect(throws: PatrolError.rectifiedBeforeFailure(failed: "2026-11-23T11:30:00+08:00")) {
            try story.rectified(back, done: "2026-11-23 11:20")
        }
    }

    @Test func anOrderCannotBeServedBeforeTheObservation() throws {
        #expect(throws: PatrolError.servedBeforeObserved(observed: "2026-11-23T10:00:00+08:00")) {
            try story.ordered(try story.reported(), served: "2026-11-23 09:59")
        }
    }

    @Test func aClaimCannotBeOlderThanTheOrder() throws {
        #expect(throws: PatrolError.rectifiedBeforeServed(served: "2026-11-23T10:05:00+08:00")) {
            try story.rectified(try story.ordered(try story.reported()), done: "2026-11-23 10:04")
        }
    }

    @Test func everyMoveFromAWrongStateIsRefusedAndSaysWhatIsPossible() throws {
        let reported = try story.reported()
        let ordered = try story.ordered(reported)
        let rectified = try story.rectified(ordered)
        let verified = try story.verified(
            try story.rectified(try story.ordered(try story.reported(.major)))
        )
        let closed = try story.verified(rectified)
        for hazard in [reported, ordered, rectified, verified, closed] {
            func refused(_ verb: Verb) -> PatrolError {
                .wrongState(
                    hazard: hazard.id,
                    verb: verb,
                    state: hazard.state,
                    possible: hazard.possible
                )
            }
            if hazard.state != .reported {
                #expect(throws: refused(.hazardOrder)) { try story.ordered(hazard) }
            }
            if hazard.state != .ordered {
                #expect(throws: refused(.hazardRectify)) {
                    try story.rectified(hazard, by: Actor(.inspector))
                }
            }
            if hazard.state != .rectified {
                #expect(throws: refused(.hazardVerify)) { try story.verified(hazard) }
            }
            if hazard.state != .verified {
                #expect(throws: refused(.hazardClose)) {
                    try hazard.closing(by: Actor(.leader), fourEyes: story.fourEyes, at: story.at)
                }
            }
        }
    }
}

@Suite struct `Nobody checks their own work` {
    private let story = Story()

    private func rectified(by actor: Actor) throws -> Hazard {
        try story.rectified(try story.ordered(try story.reported()), by: actor)
    }

    @Test func whoeverRectifiedMayNotVerify() throws {
        let hazard = try rectified(by: Actor(.inspector))
        #expect(
            throws: PatrolError.rectifiedBySamePerson(
                hazard: hazard.id,
                verb: .hazardVerify,
                person: "inspector"
            )
        ) {
            try story.verified(hazard, by: Actor(.inspector))
        }
        #expect(
            throws: PatrolError.rectifiedBySamePerson(
                hazard: hazard.id,
                verb: .hazardVerify,
                person: "inspector"
            )
        ) {
            try story.verified(hazard, .failed(reason: "x"), by: Actor(.inspector))
        }
    }

    @Test func whoeverTypedTheRectificationMayNotVerify() throws {
        let hazard = try rectified(by: Actor(.liaison, typedBy: .supervisor))
        #expect(
            throws: PatrolError.rectifiedBySamePerson(
                hazard: hazard.id,
                verb: .hazardVerify,
                person: "supervisor"
            )
        ) {
            try story.verified(hazard, by: Actor(.supervisor))
        }
    }

    @Test func oneClerkMayNotTypeForBoth() throws {
        let hazard = try rectified(by: Actor(.liaison, typedBy: .admin))
        #expect(
            throws: PatrolError.rectifiedBySamePerson(hazard: hazard.id, verb: .hazardVerify, person: "admin")
        ) {
            try story.verified(hazard, by: Actor(.inspector, typedBy: .admin))
        }
    }

    @Test func oneClerkMayTypeForBothInTheDemoOnly() throws {
        var demo = Story()
        demo.fourEyes = FourEyes(typistsCount: false)
        let hazard = try rectified(by: Actor(.liaison, typedBy: .admin))
        #expect(try demo.verified(hazard, by: Actor(.inspector, typedBy: .admin)).state == .closed)
        #expect(
            throws: PatrolError.rectifiedBySamePerson(
                hazard: hazard.id,
                verb: .hazardVerify,
                person: "inspector"
            )
        ) {
            try demo.verified(try rectified(by: Actor(.inspector)), by: Actor(.inspector, typedBy: .admin))
        }
    }

    @Test func nobodyOfTheResponsibleUnitMayVerify() throws {
        let insider = Person(id: "insider", name: "", roles: [.inspector], unit: "养护单位")
        let hazard = try rectified(by: Actor(.liaison))
        #expect(
            throws: PatrolError.belongsToUnit(
                hazard: hazard.id,
                verb: .hazardVerify,
                person: "insider",
                unit: "养护单位"
            )
        ) {
            try story.verified(hazard, by: Actor(insider))
        }
        let typist = Person(id: "clerk", name: "", roles: [.admin], unit: "养护单位")
        #expect(
            throws: PatrolError.belongsToUnit(
                hazard: hazard.id,
                verb: .hazardVerify,
                person: "clerk",
                unit: "养护单位"
            )
        ) {
            try story.verified(hazard, by: Actor(.secondInspector, typedBy: typist))
        }
    }

    @Test func whoeverVerifiedAMajorMayNotCloseIt() throws {
        let hazard = try story.verified(
            try story.rectified(try story.ordered(try story.reported(.major))),
            by: Actor(.leader)
        )
        #expect(throws: PatrolError.verifiedBySamePerson(hazard: hazard.id, person: "leader")) {
            try hazard.closing(by: Actor(.leader), fourEyes: story.fourEyes, at: story.at)
        }
        let closed = try story.planned(hazard).closing(
            by: Actor(.secondLeader),
            fourEyes: story.fourEyes,
            at: story.at
        )
        #expect(closed.state == .closed)
    }

    @Test func whoeverRectifiedAMajorMayNotCloseIt() throws {
        let both = Person(id: "both", name: "", roles: [.inspector, .leadingGroup])
        let hazard = try story.verified(
            try story.rectified(try story.ordered(try story.reported(.major)), by: Actor(both))
        )
        #expect(
            throws: PatrolError.rectifiedBySamePerson(hazard: hazard.id, verb: .hazardClose, person: "both")
        ) {
            try hazard.closing(by: Actor(both), fourEyes: story.fourEyes, at: story.at)
        }
    }
}

@Suite struct `Lateness is a fact that stays` {
    private let story = Story()

    @Test func theDeadlineItselfIsStillInTime() throws {
        let hazard = try story.reported()
        #expect(hazard.dueAt == Story.zone.at("2026-11-23 12:00"))
        #expect(!hazard.clock.isOverdue(at: hazard.dueAt))
        #expect(hazard.clock.isOverdue(at: hazard.dueAt + 1))
        #expect(hazard.clock.overdueSeconds(at: hazard.dueAt + 90) == 90)
        #expect(hazard.clock.overdueSeconds(at: hazard.dueAt + -90) == 0)
    }

    @Test func whatWasSeenThreeHoursAgoIsOverdueAtOnce() throws {
        let hazard = try story.reported(observed: "2026-11-23 07:00")
        #expect(hazard.overdueSince == Story.zone.at("2026-11-23 09:00"))
    }

    @Test func beingToldDoesNotRestartAnUrgentClock() throws {
        #expect(try story.ordered(try story.reported()).dueAt == Story.zone.at("2026-11-23 12:00"))
    }

    @Test func noLaterStepTakesItAway() throws {
        var hazard = try story.ordered(try story.reported(observed: "2026-11-23 07:00"))
        hazard = try story.verified(try story.rectified(hazard), .failed(reason: "松动"))
        hazard = try story.verified(
            try story.rectified(hazard, done: "2026-11-23 11:40"),
            at: "2026-11-23 11:50"
        )
        #expect(hazard.state == .closed && hazard.overdueSince != nil && hazard.clock.closedOnTime == false)
        #expect(hazard.clock.overdueSeconds(at: Story.zone.at("2026-12-31 00:00")) == 9600)
    }

    @Test func aClaimStopsTheClockUntilItFails() throws {
        let rectified = try story.rectified(try story.ordered(try story.reported()))
        let later = Story.zone.at("2026-11-23 15:00")
        #expect(
            !rectified.clock.isOverdue(at: later) && rectified.noticingOverdue(at: later).overdueSince == nil
        )
        let back = try story.verified(rectified, .failed(reason: "松动"), at: "2026-11-23 15:00")
        #expect(back.clock.isOverdue(at: later) && back.overdueSince == back.dueAt)
    }

    @Test func aClaimTypedAfterTheDeadlineDoesNotUndoTheLateness() throws {
        let hazard = try story.rectified(
            try story.ordered(try story.reported()),
            done: "2026-11-23 11:50",
            filed: "2026-11-23 13:00"
        )
        #expect(hazard.overdueSince == Story.zone.at("2026-11-23 12:00"))
        #expect(try story.verified(hazard, at: "2026-11-23 14:00").clock.closedOnTime == true)
    }

    @Test func itIsNoticedOnce() throws {
        let late = try story.reported().noticingOverdue(at: Story.zone.at("2026-11-23 13:00"))
        #expect(late.noticingOverdue(at: Story.zone.at("2026-11-24 13:00")) == late)
    }
}

@Suite struct `A limit runs from the service, danger from the observation` {
    private func story(_ condition: Int) -> Story {
        var story = Story()
        story.category = ("0306", condition)
        return story
    }

    @Test func untilTheUnitIsToldTheBureausOwnLimitToOrderRuns() throws {
        let reported = try story(1).reported(observed: "2026-11-23 10:00")
        #expect(reported.deadline.start == .observation && reported.deadline.limit == .workingHours(4))
        #expect(reported.dueAt == Story.zone.at("2026-11-23 16:00"))
        #expect(reported.deadlines.map(\.kind) == [.order])
    }

    @Test func fromTheServiceOnItIsTheConditions() throws {
        let story = story(1)
        let ordered = try story.ordered(try story.reported(), served: "2026-11-23 11:00")
        #expect(ordered.deadline.start == .service && ordered.deadline.limit == .workingDays(1))
        #expect(ordered.dueAt == Story.zone.at("2026-11-24 11:00"))
        #expect(ordered.overdueSince == nil && ordered.deadlines.map(\.kind) == [.rectification])
    }

    @Test func anOrderThatCameTooLateIsAFactThoughTheUnitIsInTime() throws {
        let story = story(1)
        let ordered = try story.ordered(try story.reported(), served: "2026-11-24 09:00")
        #expect(ordered.overdueSince == Story.zone.at("2026-11-23 16:00"))
        #expect(!ordered.clock.isOverdue(at: Story.zone.at("2026-11-24 09:00")))
        let closed = try story.verified(
            try story.rectified(ordered, done: "2026-11-24 10:00"),
            at: "2026-11-24 11:00"
        )
        #expect(closed.clock.closedOnTime == true && closed.overdueSince != nil)
    }

    @Test func theUnitsOwnLatenessIsNoticedThoughTheBureauWasLateBefore() throws {
        let story = story(1)
        let ordered = try story.ordered(try story.reported(), served: "2026-11-24 09:00")
        #expect(ordered.lapses.map(\.kind) == [.order] && !ordered.isNoticed)
        let late = ordered.noticingOverdue(at: Story.zone.at("2026-11-25 09:01"))
        #expect(late.lapses.map(\.kind) == [.order, .rectification] && late.isNoticed)
        #expect(late.noticingOverdue(at: Story.zone.at("2026-11-26 09:00")) == late)
        #expect(late.overdueSince == Story.zone.at("2026-11-23 16:00"))
    }

    @Test func aClaimWaitsUnderTheVerifiersLimitAndAReworkUnderHalfTheConditions() throws {
        let story = story(1)
        let ordered = try story.ordered(try story.reported(), served: "2026-11-23 11:00")
        let claimed = try story.rectified(ordered, done: "2026-11-23 15:00")
        #expect(claimed.stage.rectification?.verification?.at == Story.zone.at("2026-11-25 15:00"))
        #expect(claimed.deadlines.map(\.kind) == [.rectification, .verification])
        let back = try story.verified(claimed, .failed(reason: "松动"), at: "2026-11-23 16:00")
        #expect(back.stage.order?.rework?.deadline.at == Story.zone.at("2026-11-24 10:00"))
        #expect(back.deadlines.map(\.kind) == [.rectification, .rework])
    }
}

@Suite struct `A provisional deadline becomes a firm one when the year is published` {
    private static let clock = DeadlineClock.sample(
        calendar: WorkCalendar(
            WorkCalendar.sample.years + [WorkCalendar.year(2027, [("元旦", "01-01", "01-03")], [])]
        )
    )

    private func ordered(_ condition: Int, served: String) throws -> Hazard {
        var story = Story()
        story.category = ("0306", condition)
        story.at = Story.zone.at(served)
        return try story.ordered(try story.reported(observed: served), served: served)
    }

    @Test func itMovesWhereTheDaysWereOthers() throws {
        let hazard = try ordered(1, served: "2026-12-31 17:00")
        #expect(hazard.isProvisional && hazard.dueAt == Story.zone.at("2027-01-01 17:00"))
        let firm = try #require(hazard.recomputing(Self.clock, at: Story.zone.at("2026-12-31 18:00")))
        #expect(!firm.isProvisional && firm.dueAt == Story.zone.at("2027-01-04 17:00"))
        #expect(firm.recomputing(Self.clock, at: Story.zone.at("2027-01-01 18:00")) == nil)
    }

    @Test func thatItWasOverdueByAGuessIsTakenBackWithTheGuess() throws {
        let hazard = try ordered(1, served: "2026-12-31 17:00")
        let late = hazard.noticingOverdue(at: Story.zone.at("2027-01-02 10:00"))
        #expect(late.overdueSince == hazard.dueAt)
        let firm = try #require(late.recomputing(Self.clock, at: Story.zone.at("2027-01-02 11:00")))
        #expect(firm.overdueSince == nil && late.isNoticed && !firm.isNoticed)
        let stillLate = try #require(late.recomputing(Self.clock, at: Story.zone.at("2027-01-05 11:00")))
        #expect(stillLate.overdueSince == stillLate.dueAt)
    }

    @Test func whatIsClosedIsJudgedAgain() throws {
        let story = Story()
        let ordered = try ordered(1, served: "2026-12-31 17:00")
        let claimed = try story.rectified(ordered, done: "2027-01-04 09:00")
        let closed = try story.verified(claimed, at: "2027-01-04 10:00")
        #expect(closed.clock.closedOnTime == false && closed.overdueSince != nil && closed.isProvisional)
        let firm = try #require(closed.recomputing(Self.clock, at: Story.zone.at("2027-01-06 10:00")))
        #expect(firm.clock.closedOnTime == true && firm.overdueSince == nil && !firm.isProvisional)
    }

    @Test func anOrderThatWasLateByAGuessIsJudgedByWhenItWasServed() throws {
        var story = Story()
        story.category = ("0306", 1)
        story.at = Story.zone.at("2026-12-31 17:00")
        // Four working hours to order: by the guess to New Year's Day at 11, by the calendar to the 4th.
        let reported = try story.reported(observed: "2026-12-31 17:00")
        let ordered = try story.ordered(reported, served: "2027-01-02 10:00")
        #expect(ordered.lapses.map(\.kind) == [.order] && ordered.isProvisional)
        let firm = try #require(ordered.recomputing(Self.clock, at: Story.zone.at("2027-01-02 11:00")))
        #expect(firm.lapses == [] && !firm.isProvisional)
    }

    @Test func aLapseThatProvesTrueIsAGuessNoLongerThoughItsHourIsTheSame() throws {
        var story = Story()
        story.category = ("0306", 1)
        story.at = Story.zone.at("2026-12-31 17:00")
        let ordered = try story.ordered(
            try story.reported(observed: "2026-12-31 17:00"),
            served: "2027-01-05 10:00"
        )
        // Without a holiday the calendar says what was guessed.
        let plain = DeadlineClock.sample(
            calendar: WorkCalendar(WorkCalendar.sample.years + [WorkCalendar.year(2027, [], [])])
        )
        let lapse = try #require(ordered.lapses.first)
        #expect(lapse.deadline.isProvisional)
        let half = try #require(ordered.recomputing(plain, at: Story.zone.at("2027-01-05 11:00")))
        #expect(half.lapses.map(\.deadline.at) == [lapse.deadline.at] && !half.isProvisional)
        var settled = half
        settled.lapses = ordered.lapses
        let firm = try #require(settled.recomputing(plain, at: Story.zone.at("2027-01-05 11:00")))
        #expect(firm.lapses.map(\.deadline.isProvisional) == [false])
    }

    @Test func anExtensionMovesWithTheDeadlineItRunsOnFrom() throws {
        var life = Life()
        life.at = Story.zone.at("2026-12-31 17:30")
        let asked = try life.ask(try ordered(1, served: "2026-12-31 17:00"), by: .liaison)
        let granted = try Coded.again(try life.grant(asked))
        let twice = try life.grant(try life.ask(granted, by: .liaison))
        #expect(twice.isProvisional && twice.dueAt == Story.zone.at("2027-01-05 17:00"))
        let firm = try #require(twice.recomputing(Self.clock, at: Story.zone.at("2026-12-31 18:00")))
        #expect(!firm.isProvisional && firm.dueAt == Story.zone.at("2027-01-06 17:00"))
    }

    @Test func aClockThatWasStoppedInTimeByTheCalendarWasNotOverdue() throws {
        var life = Life()
        let late = try ordered(1, served: "2026-12-31 17:00")
        life.at = Story.zone.at("2027-01-02 10:00")
        let terms = Suspension.Terms(ground: .season, reason: "封冻", measures: "围挡", until: .of("2027-01-31"))
        let suspended = try life.suspend(late, terms, by: .supervisor)
        #expect(suspended.lapses.count == 1)
        let firm = try #require(suspended.recomputing(Self.clock, at: Story.zone.at("2027-01-20 10:00")))
        #expect(firm.lapses.isEmpty && !firm.isProvisional)
    }

    @Test func anOrderThatWasSentBackKeepsNoGuess() throws {
        var life = Life()
        life.at = Story.zone.at("2026-12-31 17:30")
        let returned = try life.sendBack(try ordered(1, served: "2026-12-31 17:00"), by: .liaison)
        let firm = try #require(returned.recomputing(Self.clock, at: Story.zone.at("2026-12-31 18:00")))
        let restored = try firm.turningDownReturn(
            "系本单位管养",
            by: Actor(.dispatcher),
            fourEyes: life.eyes,
            at: Story.zone.at("2026-12-31 18:30")
        )
        #expect(!restored.isProvisional && restored.dueAt == Story.zone.at("2027-01-04 17:00"))
    }

    @Test func whatWasLeftOfAReworkIsReckonedAgain() throws {
        var life = Life()
        let claimed = try Story().rectified(
            try ordered(2, served: "2026-12-31 09:00"),
            done: "2026-12-31 10:00"
        )
        let failed = try Story().verified(claimed, .failed(reason: "仍倾斜"), at: "2026-12-31 17:00")
        life.at = Story.zone.at("2026-12-31 17:30")
        let terms = Suspension.Terms(ground: .season, reason: "封冻", measures: "围挡", until: .of("2027-01-31"))
        let suspended = try life.suspend(failed, terms, by: .supervisor)
        #expect(suspended.isProvisional)
        let firm = try #require(suspended.recomputing(Self.clock, at: Story.zone.at("2027-01-20 10:00")))
        #expect(!firm.isProvisional)
    }

    @Test func whatWasFirmStaysAsItWasPromised() throws {
        let hazard = try ordered(1, served: "2026-11-23 17:00")
        #expect(
            !hazard.isProvisional
                && hazard.recomputing(Self.clock, at: Story.zone.at("2026-11-23 18:00")) == nil
        )
    }

    @Test func whileTheYearIsStillMissingNothingChanges() throws {
        let hazard = try ordered(1, served: "2026-12-31 17:00")
        #expect(hazard.recomputing(.sample(), at: Story.zone.at("2026-12-31 18:00")) == nil)
    }

    @Test func theVerifiersAndTheReworksLimitsToo() throws {
        let story = Story()
        let ordered = try ordered(1, served: "2026-12-31 16:00")
        let claimed = try story.rectified(ordered, done: "2026-12-31 17:00")
        let firm = try #require(claimed.recomputing(Self.clock, at: Story.zone.at("2026-12-31 18:00")))
        #expect(firm.stage.rectification?.verification?.at == Story.zone.at("2027-01-05 17:00"))
        #expect(firm.dueAt == Story.zone.at("2027-01-04 16:00") && !firm.isProvisional)
        let back = try story.verified(claimed, .failed(reason: "松"), at: "2026-12-31 17:30")
        let again = try #require(back.recomputing(Self.clock, at: Story.zone.at("2026-12-31 18:00")))
        #expect(again.stage.order?.rework?.deadline.at == Story.zone.at("2027-01-04 11:30"))
    }
}
