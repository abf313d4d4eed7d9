/// What a rule has had to say of deadlines at one moment, and never says again.
package struct ReminderFiring: Hashable, Codable, Sendable {
    /// A deadline that was spoken of.
    package struct Due: Hashable, Codable, Sendable {
        package let hazard: String
        package let kind: DeadlineKind
        package let at: Instant

        package init(hazard: String, kind: DeadlineKind, at: Instant) {
            self.hazard = hazard
            self.kind = kind
            self.at = at
        }
    }

    /// As it was then.
    package let rule: ReminderRule
    package let dues: [Due]

    package init(rule: ReminderRule, dues: [Due]) {
        self.rule = rule
        self.dues = dues
    }

    /// The most that one line of the journal and one run of a hook are given.
    package static let most = 100
}

/// What came of handing a reminder to its rule's command.
package struct HookRun: Hashable, Codable, Sendable {
    package enum Outcome: String, Hashable, Codable, Sendable {
        case done
        /// Given up after the last retry.
        case failed
    }

    package let reminder: String
    package let outcome: Outcome
    /// How often it was run.
    package let attempts: Int
    /// How the last run ended, where it failed.
    package let detail: String?

    package init(reminder: String, outcome: Outcome, attempts: Int, detail: String? = nil) {
        self.reminder = reminder
        self.outcome = outcome
        self.attempts = attempts
        self.detail = detail
    }
}
