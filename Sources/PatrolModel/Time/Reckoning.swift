/// One walk of a clock from its start to its deadline. What it counts and what it passes over is noted on the way where
/// somebody wants to read it, so that the explanation is the reckoning itself.
struct Reckoning {
    let clock: DeadlineClock
    /// Set where a day of a year that is not published was looked at.
    private(set) var isProvisional = false
    /// Nil where nobody asked.
    private(set) var steps: [DeadlineExplanation.Step]?

    init(clock: DeadlineClock, explaining: Bool = false) {
        self.clock = clock
        steps = explaining ? [] : nil
    }

    private var zone: Zone { clock.zone }

    mutating func end(of allowance: Allowance, from start: Instant) -> Instant {
        switch allowance {
        case .elapsed(let seconds):
            note(.init(.counted, from: zone, start, start + seconds))
            return start + seconds
        case .office(let seconds): return endOfOfficeTime(seconds, from: start)
        case .officeDays(let count): return endOfOfficeDays(count, from: start)
        case .days(let count):
            let (day, time) = zone.heldReading(start)
            let end = zone.firstInstant(of: day.adding(days: count), secondOfDay: time.secondOfDay)
            note(.init(.counted, from: zone, start, end))
            return end
        case .wholeDays(let count):
            let day = zone.day(containing: start)
            note(.init(.notCounted, day, day))
            if count > 0 { note(.init(.counted, day.adding(days: 1), day.adding(days: count))) }
            return zone.startOfDay(day.adding(days: count + 1))
        case .spent(let dueAt): return dueAt
        }
    }

    private mutating func endOfOfficeTime(_ seconds: Int64, from start: Instant) -> Instant {
        guard seconds > 0 else { return start }
        var (left, day) = (seconds, zone.day(containing: start))
        while true {
            let before = left
            var counted: (from: Instant, to: Instant)?
            if isWorked(day) {
                for span in clock.hours.spans where left > 0 {
                    let bounds = clock.bounds(of: span, on: day)
                    let from = max(bounds.start, start)
                    guard from < bounds.end else { continue }
                    let part = min(left, bounds.end - from)
                    left -= part
                    counted = (counted?.from ?? from, from + part)
                }
                noteOfficeDay(day, counted, before - left)
            }
            if left == 0, let counted { return counted.to }
            day = day.adding(days: 1)
        }
    }

    /// The day of the start is not counted; where nothing is left to count, the first worked day whose office has not
    /// closed yet is the last.
    private mutating func endOfOfficeDays(_ count: Int, from start: Instant) -> Instant {
        var (left, day) = (count, zone.day(containing: start))
        if count > 0 {
            note(.init(.notCounted, day, day))
            day = day.adding(days: 1)
        }
        while true {
            let closing = zone.firstInstant(of: day, secondOfDay: clock.hours.closing)
            if isWorked(day), closing >= start {
                left -= 1
                noteDay(.init(.counted, day, day))
                if left <= 0 { return closing }
            }
            day = day.adding(days: 1)
        }
    }

    /// Also notes, where it is not, why not.
    private mutating func isWorked(_ day: CivilDate) -> Bool {
        if !clock.almanac.calendar.isPublished(day) { isProvisional = true }
        let kind = clock.almanac.calendar.day(day)
        guard steps != nil else { return kind.isWorked }
        switch kind {
        case .weekend: noteDay(.init(.weekend, day, day))
        case .holiday(let name): noteDay(.init(.holiday, day, day, name: name))
        case .weekday, .makeUpWorkday: break
        }
        return kind.isWorked
    }

    private mutating func noteOfficeDay(
        _ day: CivilDate,
        _ counted: (from: Instant, to: Instant)?,
        _ seconds: Int64
    ) {
        guard steps != nil else { return }
        guard let counted else { return note(.init(.afterHours, day, day)) }
        if seconds == clock.hours.secondsPerDay {
            noteDay(.init(.counted, day, day, seconds: seconds))
        } else {
            note(.init(.counted, from: zone, counted.from, counted.to, on: day, seconds: seconds))
        }
    }

    private mutating func note(_ step: DeadlineExplanation.Step) {
        steps?.append(step)
    }

    /// Neighbouring days of one kind are one step.
    private mutating func noteDay(_ step: DeadlineExplanation.Step) {
        guard let last = steps?.last, let joined = last.joined(step) else { return note(step) }
        steps?.removeLast()
        note(joined)
    }
}
