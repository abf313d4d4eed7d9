/// Reckons deadlines in a district's zone, working calendar and office hours.
///
/// Nothing here reads the current time. A later start never gives an earlier deadline.
package struct DeadlineClock: Sendable {
    /// What a limit in days means.
    package enum DayReading: String, Hashable, Codable, Sendable, CaseIterable {
        /// A working day is one office day's hours of running clock; a calendar day ends at the same time a day later.
        case running
        /// The first day does not count, and the last ends with its office hours, or, of calendar days, at midnight
        /// (《民法典》 articles 201 and 203).
        case end
    }

    package let almanac: Almanac
    package let hours: OfficeHours
    package let reading: DayReading
    /// The event that adopted these; 0 where none has.
    package let adoption: Int64

    package init(almanac: Almanac, hours: OfficeHours, reading: DayReading, adoption: Int64 = 0) {
        self.almanac = almanac
        self.hours = hours
        self.reading = reading
        self.adoption = adoption
    }

    package func adopted(by event: Int64) -> DeadlineClock {
        DeadlineClock(almanac: almanac, hours: hours, reading: reading, adoption: event)
    }

    var zone: Zone { almanac.zone }

    /// The whole of a limit.
    package func allowance(_ limit: TimeLimit) -> Allowance {
        switch (limit, reading) {
        case (.urgentHours(let hours), _): .elapsed(seconds: Int64(hours) * 3600)
        case (.workingHours(let hours), _): .office(seconds: Int64(hours) * 3600)
        case (.workingDays(let days), .running): .office(seconds: Int64(days) * hours.secondsPerDay)
        case (.workingDays(let days), .end): .officeDays(count: days)
        case (.calendarDays(let days), .running): .days(count: days)
        case (.calendarDays(let days), .end): .wholeDays(count: days)
        }
    }

    /// A share of a limit in hundredths, such as the half that a rework may take: whole days where there is more than
    /// one, else hours.
    package func share(_ percent: Int, of limit: TimeLimit) -> Allowance {
        func part(_ whole: Int64) -> Int64 { whole * Int64(percent) / 100 }
        switch allowance(limit) {
        case .elapsed(let seconds): return .elapsed(seconds: part(seconds))
        case .office(let seconds): return .office(seconds: part(seconds))
        case .officeDays(let count):
            let days = part(Int64(count))
            return days > 0
                ? .officeDays(count: Int(days))
                : .office(seconds: part(Int64(count) * hours.secondsPerDay))
        case .days(let count):
            let days = part(Int64(count))
            return days > 0 ? .days(count: Int(days)) : .elapsed(seconds: part(Int64(count) * 86400))
        case .wholeDays(let count):
            let days = part(Int64(count))
            return days > 0 ? .wholeDays(count: Int(days)) : .elapsed(seconds: part(Int64(count) * 86400))
        case .spent(let dueAt): return .spent(dueAt: dueAt)
        }
    }

    /// The deadline of a limit whose clock starts at an instant; of an allowance, where only that is left of the limit.
    package func deadline(
        of limit: TimeLimit,
        allowing allowance: Allowance? = nil,
        _ start: Deadline.Start,
        from: Instant
    ) -> Deadline {
        let allowance = allowance ?? self.allowance(limit)
        var reckoning = Reckoning(clock: self)
        let at = reckoning.end(of: allowance, from: from)
        return Deadline(
            limit: limit,
            allowance: allowance,
            start: start,
            from: from,
            at: at,
            isProvisional: reckoning.isProvisional,
            adoption: adoption
        )
    }

    /// The same deadline by this clock: what a newly published year makes of a provisional one.
    package func recomputed(_ deadline: Deadline) -> Deadline {
        self.deadline(
            of: deadline.limit,
            allowing: deadline.allowance,
            deadline.start,
            from: deadline.from
        )
    }

    /// Whether one limit is no longer than a share, in hundredths, of another; false where one runs in office time and
    /// the other day and night, since they cannot be compared.
    package func fits(_ limit: TimeLimit, within percent: Int, of whole: TimeLimit) -> Bool {
        let (part, all) = (length(limit), length(whole))
        return part.inOffice == all.inOffice && part.seconds * 100 <= all.seconds * Int64(percent)
    }

    private func length(_ limit: TimeLimit) -> (inOffice: Bool, seconds: Int64) {
        switch limit {
        case .urgentHours(let hours): (false, Int64(hours) * 3600)
        case .calendarDays(let days): (false, Int64(days) * 86400)
        case .workingHours(let hours): (true, Int64(hours) * 3600)
        case .workingDays(let days): (true, Int64(days) * hours.secondsPerDay)
        }
    }

    /// What is left of a deadline's clock when it is stopped at an instant (挂账).
    package func remainder(of deadline: Deadline, at instant: Instant) -> Allowance {
        guard instant <= deadline.at else { return .spent(dueAt: deadline.at) }
        switch deadline.allowance {
        case .elapsed, .days: return .elapsed(seconds: deadline.at - instant)
        case .office:
            // An extension runs on from a deadline that may not have passed yet.
            let from = deadline.start == .extension ? instant : max(instant, deadline.from)
            return .office(seconds: officeSeconds(from: from, to: deadline.at))
        case .officeDays:
            let (now, last) = (zone.day(containing: instant), zone.day(containing: deadline.at + -1))
            var (count, day) = (0, now.adding(days: 1))
            while day <= last {
                if almanac.calendar.day(day).isWorked { count += 1 }
                day = day.adding(days: 1)
            }
            return .officeDays(count: count)
        case .wholeDays:
            let last = zone.day(containing: deadline.at + -1)
            return .wholeDays(
                count: last.daysSinceEpoch - zone.day(containing: instant).daysSinceEpoch
            )
        case .spent: return deadline.allowance
        }
    }

    /// A stopped clock set going again with what was left of it.
    package func resuming(_ deadline: Deadline, with remainder: Allowance, at instant: Instant) -> Deadline {
        self.deadline(of: deadline.limit, allowing: remainder, .resumption, from: instant)
    }

    /// Office time between two instants, in seconds.
    package func officeSeconds(from: Instant, to: Instant) -> Int64 {
        var (total, day): (Int64, CivilDate) = (0, zone.day(containing: from))
        let last = zone.day(containing: to)
        while day <= last {
            if almanac.calendar.day(day).isWorked {
                for span in hours.spans {
                    let (start, end) = bounds(of: span, on: day)
                    total += max(0, min(end, to) - max(start, from))
                }
            }
            day = day.adding(days: 1)
        }
        return total
    }

    func bounds(of span: OfficeHours.Span, on day: CivilDate) -> (start: Instant, end: Instant) {
        (
            zone.firstInstant(of: day, secondOfDay: span.start),
            zone.firstInstant(of: day, secondOfDay: span.end)
        )
    }
}
