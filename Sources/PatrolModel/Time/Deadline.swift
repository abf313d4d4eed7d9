/// The instant by which something must be done, with what it was reckoned from.
package struct Deadline: Hashable, Codable, Sendable {
    /// What set its clock going.
    package enum Start: String, Hashable, Codable, Sendable, CaseIterable {
        /// The observation: of an urgent condition, and of the bureau's own limit to order.
        case observation
        /// The unit was told (送达).
        case service
        /// A claim was checked and did not hold.
        case failure
        /// A claim was made, and waits for its verifier.
        case claim
        /// A suspended clock was set going again.
        case resumption
        /// An order was sent back, or a referral refused, and the bureau has to decide whose it is.
        case `return`
        /// A later deadline was granted: it runs on from the one before.
        case `extension`
    }

    /// As the catalogue or the setting writes it; of a rework or a resumption, the limit it is a part of.
    package let limit: TimeLimit
    /// What of it was left to run at `from`.
    package let allowance: Allowance
    package let start: Start
    package let from: Instant
    /// The last instant that is still in time.
    package let at: Instant
    /// Reckoned over days of a year that was not published, as if they were plain weekdays and weekends (暂定).
    package let isProvisional: Bool
    /// The event that adopted the calendar and the office hours it was reckoned by.
    package let adoption: Int64

    package init(
        limit: TimeLimit,
        allowance: Allowance,
        start: Start,
        from: Instant,
        at: Instant,
        isProvisional: Bool,
        adoption: Int64
    ) {
        self.limit = limit
        self.allowance = allowance
        self.start = start
        self.from = from
        self.at = at
        self.isProvisional = isProvisional
        self.adoption = adoption
    }
}

/// What must be done by a deadline.
package enum DeadlineKind: String, Hashable, Codable, Sendable, CaseIterable {
    case order, rectification, rework, verification
}

/// A limit, or what is left of one, in the unit its clock runs in.
package enum Allowance: Hashable, Codable, Sendable {
    /// Seconds, day and night.
    case elapsed(seconds: Int64)
    /// Seconds of office time of working days.
    case office(seconds: Int64)
    /// To the close of office of so many working days after the first; of this one or the next worked where 0.
    case officeDays(count: Int)
    /// To the same reading of the clock so many days later.
    case days(count: Int)
    /// To the end of so many days after the first; of this one where 0.
    case wholeDays(count: Int)
    /// It was overdue when its clock was stopped, and still is: no time is won by stopping.
    case spent(dueAt: Instant)
}
