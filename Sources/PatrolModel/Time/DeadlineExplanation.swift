/// Why a deadline is when it is: which limit, from when, which hours and days it counted and which it skipped. Instants
/// are ISO 8601 with the district's offset, so that it can be read where no zone is at hand.
package struct DeadlineExplanation: Hashable, Codable, Sendable {
    /// One stretch of the way from the start to the deadline.
    package struct Step: Hashable, Codable, Sendable {
        package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
            /// The clock ran.
            case counted
            /// The day the clock started on, where days are counted from the next.
            case notCounted
            /// A working day whose office hours were over.
            case afterHours
            case weekend, holiday
        }

        package let kind: Kind
        package let first: CivilDate
        package let last: CivilDate
        /// Where only a part of the day counted: from when to when.
        package let from: String?
        package let to: String?
        /// What was counted in it; nil where days are counted and not hours.
        package let seconds: Int64?
        /// The holiday's.
        package let name: String?

        /// How many days it spans.
        package var days: Int { last.daysSinceEpoch - first.daysSinceEpoch + 1 }
    }

    package let limit: TimeLimit
    package let allowance: Allowance
    package let start: Deadline.Start
    package let startedAt: String
    package let dueAt: String
    package let isProvisional: Bool
    /// Of a working day, such as `08:00-12:00`.
    package let officeHours: [String]
    package let reading: DeadlineClock.DayReading
    package let steps: [Step]
}

extension DeadlineExplanation {
    /// The days that were passed over, weekends first, then each holiday by its name, in the order of their coming.
    package var skipped: [(name: String?, days: Int)] {
        var found: [(name: String?, days: Int)] = []
        for step in steps where step.kind == .weekend || step.kind == .holiday {
            if let place = found.firstIndex(where: { $0.name == step.name }) {
                found[place].days += step.days
            } else {
                found.append((step.name, step.days))
            }
        }
        return found.filter { $0.name == nil } + found.filter { $0.name != nil }
    }
}

extension DeadlineExplanation.Step {
    init(
        _ kind: Kind,
        _ first: CivilDate,
        _ last: CivilDate,
        seconds: Int64? = nil,
        name: String? = nil
    ) {
        self.kind = kind
        self.first = first
        self.last = last
        self.from = nil
        self.to = nil
        self.seconds = seconds
        self.name = name
    }

    init(
        _ kind: Kind,
        from zone: Zone,
        _ start: Instant,
        _ end: Instant,
        on day: CivilDate? = nil,
        seconds: Int64? = nil
    ) {
        self.kind = kind
        first = day ?? zone.day(containing: start)
        last = day ?? zone.day(containing: end)
        from = zone.iso8601(start)
        to = zone.iso8601(end)
        self.seconds = seconds ?? (end - start)
        name = nil
    }

    /// Both as one, where the other is the same sort of day and follows at once.
    func joined(_ next: Self) -> Self? {
        guard kind == next.kind, name == next.name, from == nil, next.from == nil,
            last.adding(days: 1) == next.first, (seconds == nil) == (next.seconds == nil)
        else { return nil }
        return Self(
            kind,
            first,
            next.last,
            seconds: seconds.map { $0 + (next.seconds ?? 0) },
            name: name
        )
    }
}

extension DeadlineClock {
    /// How a deadline comes about, by this clock.
    package func explanation(_ deadline: Deadline) -> DeadlineExplanation {
        var reckoning = Reckoning(clock: self, explaining: true)
        let at = reckoning.end(of: deadline.allowance, from: deadline.from)
        return DeadlineExplanation(
            limit: deadline.limit,
            allowance: deadline.allowance,
            start: deadline.start,
            startedAt: zone.iso8601(deadline.from),
            dueAt: zone.iso8601(at),
            isProvisional: reckoning.isProvisional,
            officeHours: hours.spans.map(\.description),
            reading: reading,
            steps: reckoning.steps ?? []
        )
    }
}
