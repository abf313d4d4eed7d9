import PatrolTestSupport
import Testing

@testable import PatrolModel

/// What a hazard may be in the middle of, and each of the moves; the table of the design, edge by edge.
enum Standing: String, CaseIterable, Sendable {
    case reported, returned, ordered, sentBack, asked, referred, acknowledged, suspended, rectified, verified,
        closed, void

    /// A major one of a limit in working days, on Monday 23 November 2026, where time plays no part.
    func hazard() throws -> Hazard {
        let life = Life()
        let reported = try life.story.reported(.major)
        let ordered = try life.story.ordered(reported)
        let referred = try life.refer(reported, by: .supervisor)
        let rectified = try life.story.rectified(ordered)
        let verified = try life.story.planned(try life.story.verified(rectified))
        return switch self {
        case .reported: reported
        case .returned: try life.sendBack(ordered, by: .liaison)
        case .ordered: ordered
        case .sentBack: try life.story.verified(rectified, .failed(reason: "松动"))
        case .asked: try life.ask(ordered, by: .liaison)
        case .referred: referred
        case .acknowledged: try life.answer(referred, .acknowledged, by: .supervisor)
        case .suspended: try life.suspend(ordered, by: .supervisor)
        case .rectified: rectified
        case .verified: verified
        case .closed: try verified.closing(by: Actor(.leader), fourEyes: life.eyes, at: life.at)
        case .void: try life.void(reported, by: .supervisor)
        }
    }

    /// The moves that are legal from here, by the table.
    var moves: Set<Verb> {
        let open: Set<Verb> = [.hazardSupervise, .hazardVoid, .hazardDowngrade, .hazardProsecute]
        let underOrder: Set<Verb> = open.union([.hazardRectify, .hazardProgress, .hazardSuspend])
        return switch self {
        case .reported: open.union([.hazardOrder, .hazardRefer, .hazardSuspend])
        case .returned: open.union([.hazardReassign])
        case .ordered: underOrder.union([.hazardReturn, .hazardExtend, .hazardRefer])
        case .sentBack: underOrder.union([.hazardExtend, .hazardRefer])
        case .asked: underOrder.union([.hazardReturn, .hazardDecideExtension, .hazardRefer])
        case .referred, .acknowledged: underOrder.union([.hazardExtend, .hazardAnswerReferral])
        case .suspended: open.union([.hazardResume, .hazardSuspend])
        case .rectified: open.union([.hazardVerify])
        case .verified: [.hazardClose, .hazardSupervise, .hazardVoid, .hazardProsecute]
        case .closed: [.hazardLookBack, .hazardProsecute]
        case .void: []
        }
    }
}

/// Every move with what it needs, so that only the state and the person decide.
struct Life {
    let story = Story(category: ("0306", 1))
    var at = Story.zone.at("2026-11-23 14:00")
    let eyes = FourEyes(typistsCount: true)
    let clock = DeadlineClock.sample()
    let limits = Configuration.Limits()

    static let verbs: [Verb] = Verb.allCases.filter {
        $0.rawValue.hasPrefix("hazard.") && $0 != .hazardReport
    }

    func sendBack(_ hazard: Hazard, by person: Person) throws -> Hazard {
        try hazard.returning("非本单位管养", by: Actor(person), filedAt: at, at: at, clock: clock, limits: limits)
    }

    func ask(_ hazard: Hazard, _ limit: TimeLimit = .workingDays(1), by person: Person) throws -> Hazard {
        try hazard.askingExtension(
            by: limit,
            "配件未到",
            by: Actor(person),
            filedAt: at,
            at: at,
            clock: clock,
            limits: limits
        )
    }

    func grant(_ hazard: Hazard, by person: Person = .supervisor) throws -> Hazard {
        try hazard.granting(
            by: nil,
            nil,
            by: Actor(person),
            rules: Configuration.Rules(),
            at: at,
            clock: clock
        )
    }

    func refer(_ hazard: Hazard, to unit: String = "养护单位", by person: Person) throws -> Hazard {
        let terms = Order.Terms(unit: unit, service: .message, servedAt: at)
        return try hazard.referring(
            terms,
            note: nil,
            number: "O-2026-000009",
            by: Actor(person),
            fourEyes: eyes,
            at: at,
            clock: clock
        )
    }

    func answer(_ hazard: Hazard, _ answer: Referral.Answer, by person: Person) throws -> Hazard {
        try hazard.answeringReferral(answer, "已办", by: Actor(person), at: at, clock: clock, limits: limits)
    }

    func suspend(
        _ hazard: Hazard,
        _ terms: Suspension.Terms? = nil,
        by person: Person
    ) throws -> Hazard {
        let standard = Suspension.Terms(
            ground: .works,
            reason: "列入改造",
            measures: "围挡",
            until: .of("2026-12-31"),
            plan: EnteredPlan(number: "建字 12", enteredOn: .of("2026-11-01"))
        )
        return try hazard.suspending(
            terms ?? standard,
            by: Actor(person),
            rules: Configuration.Rules(),
            at: at,
            clock: clock
        )
    }

    func void(_ hazard: Hazard, by person: Person) throws -> Hazard {
        try hazard.voiding(.unfounded, nil, duplicateOf: nil, by: Actor(person), fourEyes: eyes, at: at)
    }

    func lookBack(_ hazard: Hazard, failed: Bool = false, by person: Person) throws -> Hazard {
        let terms = Order.Terms(unit: "养护单位", service: .word, servedAt: at)
        return try hazard.lookingBack(
            failed ? .rebound(reason: "又松了", terms, number: "O-2026-000010") : .held(note: "完好"),
            by: Actor(person),
            fourEyes: eyes,
            at: at,
            clock: clock
        )
    }

    func move(_ verb: Verb, _ hazard: Hazard, by person: Person) throws -> Hazard {
        let actor = Actor(person)
        switch verb {
        case .hazardOrder: return try story.ordered(hazard, served: "2026-11-23 14:00", by: person)
        case .hazardRectify: return try story.rectified(hazard, done: "2026-11-23 14:00", by: actor)
        case .hazardVerify: return try story.verified(hazard, at: "2026-11-23 14:00", by: actor)
        case .hazardClose: return try hazard.closing(by: actor, fourEyes: eyes, at: at)
        case .hazardReturn: return try sendBack(hazard, by: person)
        case .hazardReassign:
            return try hazard.turningDownReturn("系本单位管养", by: actor, fourEyes: eyes, at: at)
        case .hazardProgress: return try hazard.noting("已围挡", on: at, by: actor, at: at, zone: Story.zone)
        case .hazardExtend: return try ask(hazard, by: person)
        case .hazardDecideExtension: return try grant(hazard, by: person)
        case .hazardSuspend: return try suspend(hazard, by: person)
        case .hazardResume: return try hazard.resuming("已开工", by: actor, at: at, clock: clock)
        case .hazardRefer: return try refer(hazard, to: "燃气管网单位", by: person)
        case .hazardAnswerReferral: return try answer(hazard, .outcome, by: person)
        case .hazardSupervise: return try hazard.supervising(.sample, nil, by: actor, at: at)
        case .hazardVoid: return try void(hazard, by: person)
        case .hazardDowngrade: return try hazard.downgrading("核定为一般", by: actor, fourEyes: eyes, at: at)
        case .hazardProsecute: return try hazard.openingCase("武城罚 1", by: actor, at: at)
        case .hazardLookBack: return try lookBack(hazard, by: person)
        default: throw PatrolError.internalFailure
        }
    }
}

@Suite struct `The table of a hazard's life` {
    /// Somebody new in each role, of the unit and the street that the hazard is of.
    private func somebody(_ role: Role) -> Person {
        Person(
            id: "new-" + role.rawValue,
            name: "",
            roles: [role],
            unit: role == .unit || role == .subdistrict ? "养护单位" : nil,
            subdistrict: role == .subdistrict ? "水果湖街" : nil
        )
    }

    /// Who has each verb, by the table; an outcome of a referral is not recorded by the department itself.
    private static let who: [Verb: Set<Role>] = [
        .hazardOrder: [.dispatcher, .inspector, .supervisor],
        .hazardRectify: [.unit, .subdistrict, .inspector],
        .hazardVerify: [.inspector, .supervisor, .leadingGroup],
        .hazardClose: [.leadingGroup],
        .hazardReturn: [.unit, .subdistrict],
        .hazardReassign: [.dispatcher, .supervisor],
        .hazardProgress: [.unit, .subdistrict, .inspector],
        .hazardExtend: [.unit, .subdistrict],
        .hazardDecideExtension: [.supervisor],
        .hazardSuspend: [.supervisor],
        .hazardResume: [.supervisor],
        .hazardRefer: [.supervisor],
        .hazardAnswerReferral: [.inspector, .supervisor],
        .hazardSupervise: [.supervisor],
        .hazardVoid: [.supervisor],
        .hazardDowngrade: [.supervisor],
        .hazardProsecute: [.inspector, .supervisor],
        .hazardLookBack: [.inspector, .supervisor, .leadingGroup],
    ]

    @Test func namesEveryVerb() {
        #expect(Set(Self.who.keys) == Set(Life.verbs))
        for standing in Standing.allCases { #expect(standing.moves.isSubset(of: Life.verbs)) }
    }

    @Test(arguments: Standing.allCases)
    func allowsWhatItSaysToWhomItSaysAndNothingElse(_ standing: Standing) throws {
        let (hazard, life) = (try standing.hazard(), Life())
        for verb in Life.verbs {
            for role in Role.allCases {
                let person = somebody(role)
                let outcome = Result { try life.move(verb, hazard, by: person) }
                let isAllowed = standing.moves.contains(verb) && Self.who[verb, default: []].contains(role)
                let cell = "\(standing) \(verb) \(role): \(outcome)"
                switch outcome {
                case .success: #expect(isAllowed, "\(cell)")
                case .failure(let error):
                    #expect(!isAllowed, "\(cell)")
                    #expect((error as? PatrolError)?.isRefusalOfTheTable == true, "\(cell)")
                }
            }
        }
    }

    @Test(arguments: Standing.allCases)
    func isWhatARefusalSaysIsPossible(_ standing: Standing) throws {
        let hazard = try standing.hazard()
        #expect(Set(hazard.possible) == standing.moves)
        // Somebody who may do it wherever it lies and whoever was told.
        let everywhere: Set<Role> = [.inspector, .supervisor, .leadingGroup, .dispatcher]
        let illegal = try #require(
            Life.verbs.first { verb in
                !standing.moves.contains(verb) && verb.roles.contains(where: everywhere.contains)
            }
        )
        let person = somebody(try #require(illegal.roles.first(where: everywhere.contains)))
        #expect(
            throws: PatrolError.wrongState(
                hazard: hazard.id,
                verb: illegal,
                state: hazard.state,
                possible: hazard.possible
            )
        ) { try Life().move(illegal, hazard, by: person) }
    }

    @Test(arguments: Standing.allCases)
    func leavesEveryEntityAsItCanBeReadAgain(_ standing: Standing) throws {
        let hazard = try standing.hazard()
        #expect(try Coded.again(hazard) == hazard)
    }
}

extension PatrolError {
    /// Refused for the state or the person, and for nothing that the test did wrong.
    fileprivate var isRefusalOfTheTable: Bool {
        switch self {
        case .wrongState, .notAllowed, .outOfScope, .belongsToUnit: true
        default: false
        }
    }
}
