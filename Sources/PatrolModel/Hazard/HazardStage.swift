/// The name of a stage, as rows and JSON carry it.
package enum HazardState: String, Hashable, Codable, Sendable, CaseIterable {
    case reported, ordered
    /// Its clock stands still by a supervisor's word (挂账).
    case suspended
    case rectified, verified, closed
    /// Struck out without having been put right (作废).
    case void

    /// Whether it still has to be put right, or that has to be checked.
    package var isOpen: Bool { self != .closed && self != .void }
}

/// Where a hazard stands, with everything that standing there rests on: a closure without the verification, the
/// rectification and the order before it cannot be written down.
package enum HazardStage: Hashable, Codable, Sendable {
    /// `sentBack` is the check that failed, where it was said to have been fixed on the spot; `returned` the order that
    /// its unit said was not its own, where somebody has to decide on that.
    case reported(sentBack: SentBack? = nil, returned: Return? = nil)
    case ordered(order: Order)
    case suspended(Suspension)
    /// No order where it was found and fixed in one visit: nobody was told to.
    case rectified(order: Order?, rectification: Rectification)
    /// Passed, and waiting for the leading group.
    case verified(order: Order?, rectification: Rectification, verification: Verification)
    case closed(Closure)
    case void(Voiding)

    package var state: HazardState {
        switch self {
        case .reported: .reported
        case .ordered: .ordered
        case .suspended: .suspended
        case .rectified: .rectified
        case .verified: .verified
        case .closed: .closed
        case .void: .void
        }
    }

    package var order: Order? {
        switch self {
        case .reported: nil
        case .ordered(let order): order
        case .suspended(let suspension): suspension.order
        case .rectified(let order, _), .verified(let order, _, _): order
        case .closed(let closure): closure.order
        case .void(let voiding): voiding.order
        }
    }

    package var rectification: Rectification? {
        switch self {
        case .reported, .ordered, .suspended, .void: nil
        case .rectified(_, let rectification), .verified(_, let rectification, _): rectification
        case .closed(let closure): closure.rectification
        }
    }

    package var verification: Verification? {
        switch self {
        case .reported, .ordered, .suspended, .rectified, .void: nil
        case .verified(_, _, let verification): verification
        case .closed(let closure): closure.verification
        }
    }

    /// The check that the last claim did not pass, where that is how it came to be here.
    package var sentBack: SentBack? {
        switch self {
        case .reported(let sentBack, _): sentBack
        case .ordered(let order): order.rework.map { SentBack(reason: $0.reason, failed: $0.failed) }
        case .suspended(let suspension): suspension.before.sentBack
        case .rectified, .verified, .closed, .void: nil
        }
    }

    /// The order that its unit has sent back, where nobody has decided on that yet.
    package var returned: Return? {
        if case .reported(_, let returned) = self { returned } else { nil }
    }
}

/// A check of the claim that did not hold: why, and who found it so.
package struct SentBack: Hashable, Codable, Sendable {
    package let reason: String
    package let failed: Signature
}

/// The demand on a responsible unit to rectify (责令限期整改通知书, 交办单).
package struct Order: Hashable, Codable, Sendable {
    /// How the unit was told.
    package enum Service: String, Hashable, Codable, Sendable, CaseIterable {
        /// Word of mouth, in person or by telephone (口头).
        case word
        case paper
        /// A message through another system (电子送达).
        case message
    }

    /// A claim that was checked and did not hold.
    package struct Rework: Hashable, Sendable {
        package let reason: String
        package let failed: Signature
        /// At most half the original limit after the failure.
        package let deadline: Deadline
    }

    /// `O-2026-000123`.
    package let number: String
    package let unit: String
    package let service: Service
    package let servedAt: Instant
    package let issued: Signature
    /// The last failed claim, where there was one.
    package internal(set) var rework: Rework?
    /// The failed check of what was said to have been fixed on the spot, where that is why it was ordered.
    package let former: SentBack?
    /// Who took it, where somebody signed for it (送达回证).
    package internal(set) var receivedBy: String?
    /// Where it was handed to another department (移交).
    package internal(set) var referral: Referral?
    /// A later deadline that was asked for and has not been decided on.
    package internal(set) var extensionAsked: Extension?
    /// How many later deadlines were granted under it; nil is none.
    package internal(set) var extensionsGranted: Int?
    /// The deadlines that they ran on from, the first one first; nil is none.
    package internal(set) var extended: [Deadline]?
    /// The last that was heard of it.
    package internal(set) var progress: Progress?

    /// When the last claim failed; nil where none did.
    package var failedAt: Instant? { rework?.failed.at ?? former?.failed.at }

    /// Nobody can have answered this order, or its last rework, before.
    package var earliestClaim: Instant { max(servedAt, failedAt ?? servedAt) }
}

/// The claim that it is fixed: the unit's (整改回复单), or an inspector's who fixed it on the spot (立行立改).
package struct Rectification: Hashable, Codable, Sendable {
    package let action: String
    package let rectifiedAt: Instant
    /// Why it was filed late, where it was.
    package let reason: String?
    package let claimed: Signature
    /// The verifier's deadline; nil in events of the first version.
    package let verification: Deadline?

    /// What is written of something fixed on the spot where nobody says more: the field's own term.
    package static let onTheSpot = "立行立改"
}

/// Somebody else's check of the claim, passed (复查).
package struct Verification: Hashable, Codable, Sendable {
    package let note: String?
    package let checked: Signature
    /// Which reading of "somebody else" was in force.
    package let fourEyes: FourEyes

    fileprivate init(note: String?, checked: Signature, fourEyes: FourEyes) {
        self.note = note
        self.checked = checked
        self.fourEyes = fourEyes
    }
}

/// Struck off (销号): who, when, and the verification it rests on.
package struct Closure: Hashable, Codable, Sendable {
    package let order: Order?
    package let rectification: Rectification
    package let verification: Verification
    package let struckOff: Signature

    fileprivate init(
        order: Order?,
        rectification: Rectification,
        verification: Verification,
        struckOff: Signature
    ) {
        self.order = order
        self.rectification = rectification
        self.verification = verification
        self.struckOff = struckOff
    }
}

extension Rectification {
    /// Refuses whoever did or typed the rectification, and whoever belongs to the responsible unit.
    func requireOther(
        _ actor: Actor,
        than unit: String,
        for verb: Verb,
        hazard: String,
        fourEyes: FourEyes
    ) throws(PatrolError) {
        if let person = fourEyes.overlap(actor, claimed) {
            throw .rectifiedBySamePerson(hazard: hazard, verb: verb, person: person)
        }
        if let person = fourEyes.member(of: unit, in: actor) {
            throw .belongsToUnit(hazard: hazard, verb: verb, person: person, unit: unit)
        }
    }

    /// The only way to a ``Verification``: by somebody who neither did nor typed the rectification.
    func passing(
        _ note: String?,
        unit: String,
        hazard: String,
        by actor: Actor,
        fourEyes: FourEyes,
        at: Instant
    ) throws(PatrolError) -> Verification {
        try requireOther(actor, than: unit, for: .hazardVerify, hazard: hazard, fourEyes: fourEyes)
        return Verification(note: note, checked: actor.signature(at: at), fourEyes: fourEyes)
    }
}

extension Verification {
    /// The only way to a ``Closure``.
    func closure(of order: Order?, _ rectification: Rectification, signed: Signature) -> Closure {
        Closure(order: order, rectification: rectification, verification: self, struckOff: signed)
    }
}
