package import PatrolModel

/// What the journal is told for the people it names.
package enum ReminderLine: Sendable {
    /// A deadline that a rule speaks of.
    package struct Due: Sendable {
        package let hazard: String
        package let site: String
        package let what: String
        /// `2026-11-23 17:55`.
        package let at: String
        package let isProvisional: Bool

        package init(hazard: String, site: String, what: String, at: String, isProvisional: Bool) {
            self.hazard = hazard
            self.site = site
            self.what = what
            self.at = at
            self.isProvisional = isProvisional
        }
    }

    /// A rule speaks of deadlines, put to units, street offices and roles by name.
    case deadlines(DeadlineReminder.Moment, DeadlineKind, to: [Addressee], dues: [Due])
    /// Several hazards of one unit whose deadline passed; nil is the bureau's own, to order.
    case overdue(unit: String?, dues: [Due])
    /// A step of a hazard's life.
    case step(Step)
    /// What stands on somebody's list of the morning, and the command that prints it.
    case list(date: String, name: String, counts: Counts, command: String)
    /// A rule's command failed so often, and how the last time.
    case hookFailed(rule: String, attempts: Int, detail: String)

    /// What somebody did about a hazard.
    package struct Step: Sendable {
        package let hazard: String
        /// The event's, such as `hazard.order`.
        package let verb: String
        package let site: String
        package let what: String
        /// The unit it was ordered from; nil where it was not.
        package let unit: String?
        /// By name.
        package let person: String
        /// `2026-11-23 17:55`; nil where its clock does not run.
        package let due: String?

        package init(
            hazard: String,
            verb: String,
            site: String,
            what: String,
            unit: String?,
            person: String,
            due: String?
        ) {
            self.hazard = hazard
            self.verb = verb
            self.site = site
            self.what = what
            self.unit = unit
            self.person = person
            self.due = due
        }
    }

    /// How many of each there are on a morning's list.
    package struct Counts: Sendable {
        package let duties: Int
        package let missed: Int
        package let overdue: Int
        package let dueToday: Int
        /// What else waits for them: to be ordered, put right, checked.
        package let waiting: Int

        package init(duties: Int, missed: Int, overdue: Int, dueToday: Int, waiting: Int) {
            self.duties = duties
            self.missed = missed
            self.overdue = overdue
            self.dueToday = dueToday
            self.waiting = waiting
        }
    }

    package enum Addressee: Hashable, Sendable {
        case named(String)
        case role(Role)
    }

    /// More are counted, and stand in the entry's fields.
    package static let mostShown = 5
}
