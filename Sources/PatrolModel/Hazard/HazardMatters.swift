/// The unit's word that an order is not its own, and the order it sends back (退单).
package struct Return: Hashable, Codable, Sendable {
    package let reason: String
    package let returned: Signature
    /// As it stood, so that a return that is turned down gives the unit no time.
    package let order: Order
    /// The unit's own deadline then.
    package let deadline: Deadline
}

/// The last that was heard of how far it has come (阶段进展).
package struct Progress: Hashable, Codable, Sendable {
    package let note: String
    package let at: Instant
    package let noted: Signature
}

/// A later deadline that was asked for (延期).
package struct Extension: Hashable, Codable, Sendable {
    package let by: TimeLimit
    package let reason: String
    package let asked: Signature
    /// The supervisor's; silence is denial.
    package let decision: Deadline
}

/// A plan of works that has been entered, by its number (已列入计划); applied for is not entered.
package struct EnteredPlan: Hashable, Codable, Sendable {
    package let number: String
    package let enteredOn: CivilDate

    package init(number: String, enteredOn: CivilDate) {
        self.number = number
        self.enteredOn = enteredOn
    }
}

/// A clock that stands still by a supervisor's word (挂账).
package struct Suspension: Hashable, Codable, Sendable {
    package enum Ground: String, Hashable, Codable, Sendable, CaseIterable {
        /// Waits for works that are entered in a plan (已列入建设计划).
        case works
        /// The season forbids it (季节).
        case season
        case other
    }

    package let ground: Ground
    package let reason: String
    package let measures: String
    package let plan: EnteredPlan?
    /// The last day it stands still on.
    package let until: CivilDate
    /// The instant it goes on by itself: the end of that day.
    package let endsAt: Instant
    package let approved: Signature
    /// When the clock stopped; a renewal does not move it.
    package let since: Instant
    /// What was left of the deadline then.
    package private(set) var remainder: Allowance
    /// What was left of the rework's own deadline; nil where there was none.
    package internal(set) var reworkRemainder: Allowance?
    /// The order it stands under; nil where nobody has been told.
    package internal(set) var order: Order?
    /// As of a hazard that is only reported.
    package let sentBack: SentBack?

    /// Where it goes on.
    package var before: HazardStage { order.map { .ordered(order: $0) } ?? .reported(sentBack: sentBack) }

    /// The same with another remainder.
    func leaving(_ remainder: Allowance) -> Suspension {
        var suspension = self
        suspension.remainder = remainder
        return suspension
    }
}

/// Handed to another department, and still tracked here (移交).
package struct Referral: Hashable, Codable, Sendable {
    package enum Answer: String, Hashable, Codable, Sendable, CaseIterable {
        case acknowledged, refused
        /// What it did.
        case outcome
    }

    package let note: String?
    package let referred: Signature
    package let acknowledged: Signature?
    package let outcome: Outcome?

    package struct Outcome: Hashable, Codable, Sendable {
        package let note: String
        package let recorded: Signature
    }
}

/// How a major hazard is to be put right (重大隐患治理方案): all of it, or it is no plan.
package struct RectificationPlan: Hashable, Codable, Sendable {
    /// The responsible leader (责任领导).
    package let leader: String
    package let measures: String
    package let funds: String
    /// The person in charge (责任人).
    package let personInCharge: String
    package let deadline: CivilDate
    /// What is done if it goes wrong meanwhile (应急预案).
    package let contingency: String

    package init(
        leader: String,
        measures: String,
        funds: String,
        personInCharge: String,
        deadline: CivilDate,
        contingency: String
    ) {
        self.leader = leader
        self.measures = measures
        self.funds = funds
        self.personInCharge = personInCharge
        self.deadline = deadline
        self.contingency = contingency
    }
}

/// Followed by name from above (督办); a major hazard always is (挂牌督办).
package struct Supervision: Hashable, Codable, Sendable {
    package let plan: RectificationPlan?
    package let note: String?
    package let supervised: Signature
}

/// Struck out without having been put right, since there was nothing to put right (作废).
package struct Voiding: Hashable, Codable, Sendable {
    package enum Ground: String, Hashable, Codable, Sendable, CaseIterable {
        /// Another report of the same thing.
        case duplicate
        /// Nothing was found there (核实不存在).
        case unfounded
        /// Filed by mistake.
        case mistake
        /// Not of this district.
        case elsewhere
        case other
    }

    package let ground: Ground
    package let note: String?
    package let duplicateOf: String?
    package let asked: Signature
    /// The second supervisor's; nil where the first was enough, since nobody had been told.
    package let confirmed: Signature?
    /// What had been ordered.
    package let order: Order?
    /// When its clock stopped: the standing claim, or the suspension, or the voiding.
    package let stoppedAt: Instant
}

/// What one supervisor wants voided, and a second has not decided on yet.
package struct VoidRequest: Hashable, Codable, Sendable {
    package let ground: Voiding.Ground
    package let note: String?
    package let duplicateOf: String?
    package let asked: Signature
}

/// An administrative penalty case on a hazard (行政处罚立案).
package struct EnforcementCase: Hashable, Codable, Sendable {
    package let number: String
    package let filed: Signature
    package let outcome: Referral.Outcome?
}

/// A later look at something closed (回头看).
package struct LookBack: Hashable, Codable, Sendable {
    package let note: String?
    package let looked: Signature
    package let failed: Bool
}
