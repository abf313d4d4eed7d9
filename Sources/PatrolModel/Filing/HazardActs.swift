/// The unit says that an order is not its own (退单).
package struct ReturnHazard: Hashable, Codable, Sendable {
    package let hazard: String
    package let reason: String

    package init(hazard: String, reason: String) {
        self.hazard = hazard
        self.reason = reason
    }
}

/// The dispatcher's word on a returned order: another unit's (改派), or, with a reason, the same unit's all the same.
package struct ReassignHazard: Hashable, Codable, Sendable {
    package let hazard: String
    /// Whose it is now; nil where the return is turned down.
    package let unit: String?
    /// Nil is by word of mouth.
    package let service: Order.Service?
    /// Nil is now.
    package let servedAt: TypedTime?
    /// Why the return is turned down; nil where it is another's.
    package let rejection: String?

    package init(
        hazard: String,
        unit: String? = nil,
        service: Order.Service? = nil,
        servedAt: TypedTime? = nil,
        rejection: String? = nil
    ) {
        self.hazard = hazard
        self.unit = unit
        self.service = service
        self.servedAt = servedAt
        self.rejection = rejection
    }
}

/// How far it has come (阶段进展); the filing's own time says when.
package struct NoteProgress: Hashable, Codable, Sendable {
    package let hazard: String
    package let note: String

    package init(hazard: String, note: String) {
        self.hazard = hazard
        self.note = note
    }
}

/// A later deadline: asked for, granted or denied (延期).
package struct ExtendHazard: Hashable, Codable, Sendable {
    package enum Step: String, Hashable, Codable, Sendable, CaseIterable { case ask, grant, deny }

    package let hazard: String
    package let step: Step
    /// How much later; of a grant nil is what was asked for.
    package let by: TimeLimit?
    /// Why; of a grant it may be left out.
    package let reason: String?

    package init(hazard: String, step: Step, by: TimeLimit? = nil, reason: String? = nil) {
        self.hazard = hazard
        self.step = step
        self.by = by
        self.reason = reason
    }
}

/// The clock is stopped (挂账).
package struct SuspendHazard: Hashable, Codable, Sendable {
    package let hazard: String
    package let ground: Suspension.Ground
    package let reason: String
    /// What keeps people safe meanwhile.
    package let measures: String
    /// The last day on which it stands still.
    package let until: CivilDate
    /// Of works alone: the plan they are entered in.
    package let plan: EnteredPlan?

    package init(
        hazard: String,
        ground: Suspension.Ground,
        reason: String,
        measures: String,
        until: CivilDate,
        plan: EnteredPlan? = nil
    ) {
        self.hazard = hazard
        self.ground = ground
        self.reason = reason
        self.measures = measures
        self.until = until
        self.plan = plan
    }
}

package struct ResumeHazard: Hashable, Codable, Sendable {
    package let hazard: String
    package let reason: String

    package init(hazard: String, reason: String) {
        self.hazard = hazard
        self.reason = reason
    }
}

/// Another department's to put right (移交).
package struct ReferHazard: Hashable, Codable, Sendable {
    package let hazard: String
    package let department: String
    package let note: String?
    /// Nil is by message.
    package let service: Order.Service?
    /// Nil is now.
    package let servedAt: TypedTime?

    package init(
        hazard: String,
        department: String,
        note: String? = nil,
        service: Order.Service? = nil,
        servedAt: TypedTime? = nil
    ) {
        self.hazard = hazard
        self.department = department
        self.note = note
        self.service = service
        self.servedAt = servedAt
    }
}

/// What the other department said of it, or did.
package struct AnswerReferral: Hashable, Codable, Sendable {
    package let hazard: String
    package let answer: Referral.Answer
    /// Why it was refused, or what came of it.
    package let note: String?

    package init(hazard: String, answer: Referral.Answer, note: String? = nil) {
        self.hazard = hazard
        self.answer = answer
        self.note = note
    }
}

/// Followed by name from above (督办); of a major hazard with its plan.
package struct SuperviseHazard: Hashable, Codable, Sendable {
    package let hazard: String
    package let plan: RectificationPlan?
    package let note: String?

    package init(hazard: String, plan: RectificationPlan? = nil, note: String? = nil) {
        self.hazard = hazard
        self.plan = plan
        self.note = note
    }
}

/// Struck out, since there is nothing to put right (作废).
package struct VoidHazard: Hashable, Codable, Sendable {
    package enum Step: String, Hashable, Codable, Sendable, CaseIterable {
        /// Voids it; once ordered, asks a second supervisor to.
        case void
        /// The second supervisor's word.
        case confirm, reject
    }

    package let hazard: String
    package let step: Step
    /// Of the first step.
    package let ground: Voiding.Ground?
    package let note: String?
    /// The hazard that this one is another report of.
    package let duplicateOf: String?

    package init(
        hazard: String,
        step: Step = .void,
        ground: Voiding.Ground? = nil,
        note: String? = nil,
        duplicateOf: String? = nil
    ) {
        self.hazard = hazard
        self.step = step
        self.ground = ground
        self.note = note
        self.duplicateOf = duplicateOf
    }
}

/// Major no longer (降级).
package struct DowngradeHazard: Hashable, Codable, Sendable {
    package let hazard: String
    package let reason: String

    package init(hazard: String, reason: String) {
        self.hazard = hazard
        self.reason = reason
    }
}

/// An administrative penalty case on it (行政处罚立案), or that case's outcome.
package struct ProsecuteHazard: Hashable, Codable, Sendable {
    package let hazard: String
    /// The case's number, where it is filed; nil where its outcome is.
    package let number: String?
    package let outcome: String?

    package init(hazard: String, number: String? = nil, outcome: String? = nil) {
        self.hazard = hazard
        self.number = number
        self.outcome = outcome
    }
}

/// What was found when it was looked at again after it had been closed (回头看).
package struct LookBackHazard: Hashable, Codable, Sendable {
    package let hazard: String
    /// True is a rebound (反弹).
    package let failed: Bool
    package let note: String?
    /// Whom a rebound is ordered to; nil is the unit that had it.
    package let unit: String?
    /// Nil is by word of mouth.
    package let service: Order.Service?
    /// Nil is now.
    package let servedAt: TypedTime?
    /// The files that prove it, handed in before; nil is none.
    package let evidence: [Attachment]?

    package init(
        hazard: String,
        failed: Bool = false,
        note: String? = nil,
        unit: String? = nil,
        service: Order.Service? = nil,
        servedAt: TypedTime? = nil,
        evidence: [Attachment] = []
    ) {
        self.hazard = hazard
        self.failed = failed
        self.note = note
        self.unit = unit
        self.service = service
        self.servedAt = servedAt
        self.evidence = evidence.isEmpty ? nil : evidence
    }
}
