/// When a rule speaks up about a deadline.
///
/// Offsets in days are running clock whatever ``DeadlineClock/DayReading`` is in force: a reminder one working day ahead
/// comes in office hours, and not at midnight.
package struct ReminderClock: Sendable {
    private let clock: DeadlineClock

    package init(_ clock: DeadlineClock) {
        self.clock = DeadlineClock(almanac: clock.almanac, hours: clock.hours, reading: .running)
    }

    /// The first instant at which a deadline at `due` is spoken of. A later deadline is never spoken of earlier.
    package func instant(of moment: DeadlineReminder.Moment, due: Instant) -> Instant {
        switch moment {
        // The deadline itself is still in time.
        case .passed: due + 1
        case .after(let limit): end(of: limit, from: due)
        case .before(let limit): first(notAfter: due) { end(of: limit, from: $0) >= due }
        }
    }

    /// The latest deadline that is spoken of by now.
    package func latestDue(of moment: DeadlineReminder.Moment, at now: Instant) -> Instant {
        switch moment {
        case .passed: now + -1
        case .before(let limit): end(of: limit, from: now)
        case .after(let limit): first(notAfter: now) { end(of: limit, from: $0) > now } + -1
        }
    }

    private func end(of limit: TimeLimit, from: Instant) -> Instant {
        clock.deadline(of: limit, .observation, from: from).at
    }

    /// The first instant at which something holds that holds from then on, and at `last`.
    private func first(notAfter last: Instant, where holds: (Instant) -> Bool) -> Instant {
        var (span, high): (Int64, Instant) = (3600, last)
        while holds(last + -span) {
            high = last + -span
            span *= 2
        }
        var low = last + -span
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
