/// A time zone: when its offset from UTC changes, and the rule that holds after the last listed change.
///
/// Built from the bytes of a TZif file (RFC 8536), so that the programs need neither ICU nor the process's `TZ`.
package struct Zone: Sendable {
    /// The tz database's name, such as `Asia/Shanghai`.
    package let name: String
    /// Instants at which the offset changes, ascending.
    let transitions: [Int64]
    /// `offsets[0]` holds before the first transition, `offsets[i + 1]` from transition `i` on; seconds east of UTC.
    let offsets: [Int]
    /// What holds after the last transition; nil in files of version 1 and where the footer is empty.
    let rule: PosixZoneRule?

    /// Seconds east of UTC in force at an instant.
    package func offset(at instant: Instant) -> Int {
        guard let last = transitions.last, instant.seconds >= last else {
            return transitions.isEmpty ? laterOffset(at: instant) : offsets[index(of: instant)]
        }
        return laterOffset(at: instant)
    }

    /// The wall clock's reading at an instant.
    package func local(_ instant: Instant) -> (date: CivilDate, time: CivilTime) {
        let shifted = instant.seconds + Int64(offset(at: instant))
        let days = shifted >= 0 ? shifted / 86400 : (shifted - 86399) / 86400
        return (CivilDate(daysSinceEpoch: Int(days)), CivilTime(secondOfDay: Int(shifted - days * 86400)))
    }

    /// The date the wall clock shows at an instant.
    package func date(_ instant: Instant) -> CivilDate {
        local(instant).date
    }

    /// The instants at which the wall clock shows this reading: none in a gap, two in an overlap, else one; ascending.
    package func instants(of date: CivilDate, _ time: CivilTime) -> [Instant] {
        let wall = Int64(date.daysSinceEpoch) * 86400 + Int64(time.secondOfDay)
        if let steady = steadyOffset(around: wall) { return [Instant(seconds: wall - Int64(steady))] }
        // Offsets stay within ±26 h, so every candidate is found among those in force within two days around.
        let near = [-172_800, -86400, 0, 86400, 172_800].map { offset(at: Instant(seconds: wall + $0)) }
        let candidates = Set(near).map { Instant(seconds: wall - Int64($0)) }
        return candidates.filter { $0.seconds + Int64(offset(at: $0)) == wall }.sorted()
    }

    /// The first instant of a day: midnight, or, where the clock jumps over midnight, the end of that gap.
    package func startOfDay(_ date: CivilDate) -> Instant {
        firstInstant(of: date, secondOfDay: 0)
    }

    /// The first instant at which the wall clock shows this reading or, where it jumps over it, the end of that gap.
    /// `secondOfDay` is 0 … 86 400, the last being the next day's beginning.
    package func firstInstant(of date: CivilDate, secondOfDay: Int) -> Instant {
        let wall = Int64(date.daysSinceEpoch) * 86400 + Int64(secondOfDay)
        if let steady = steadyOffset(around: wall) { return Instant(seconds: wall - Int64(steady)) }
        guard secondOfDay < 86400 else { return startOfDay(date.adding(days: 1)) }
        if let first = instants(of: date, CivilTime(secondOfDay: secondOfDay)).first { return first }
        // Inside a gap the offset before it, applied to the reading, lands just after the jump.
        return Instant(seconds: wall - Int64(offset(at: Instant(seconds: wall - 172_800))))
            .clampedForward { $0.seconds + Int64(offset(at: $0)) >= wall }
    }

    /// The day whose ``startOfDay(_:)`` … next day's contains an instant. It is the date shown, but for a clock that is
    /// set back over midnight: a day that has begun stays begun.
    package func day(containing instant: Instant) -> CivilDate {
        heldReading(instant).date
    }

    /// The reading of a wall clock that, where it is set back, stands still until time has caught up: it never goes
    /// back, so that what is reckoned from it does not either.
    package func heldReading(_ instant: Instant) -> (date: CivilDate, time: CivilTime) {
        let shown = local(instant)
        guard steadyOffset(around: instant.seconds) == nil,
            let first = instants(of: shown.date, shown.time).first, first < instant
        else { return shown }
        // The clock was set back between the two; the search is for the last second before.
        let former = offset(at: first)
        var (low, high) = (first.seconds, instant.seconds)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(at: Instant(seconds: middle)) == former { low = middle } else { high = middle }
        }
        return local(Instant(seconds: low))
    }

    /// The offset in force all through the two days before and after an instant; nil where it changes meanwhile.
    private func steadyOffset(around seconds: Int64) -> Int? {
        let (low, high) = (Instant(seconds: seconds - 172_800), Instant(seconds: seconds + 172_800))
        guard let last = transitions.last, low.seconds < last else {
            guard rule?.summer != nil else { return laterOffset(at: low) }
            // A rule's two changes of a year are weeks apart.
            let offset = laterOffset(at: low)
            return offset == laterOffset(at: high) ? offset : nil
        }
        let place = index(of: low)
        return high.seconds < last && index(of: high) == place ? offsets[place] : nil
    }

    /// ISO 8601 with the offset in force: `2026-11-23T17:55:00+08:00`.
    package func iso8601(_ instant: Instant) -> String {
        let (date, time) = local(instant)
        let (hour, minute, second) = (
            time.secondOfDay / 3600, time.secondOfDay / 60 % 60, time.secondOfDay % 60
        )
        let east = offset(at: instant)
        let (sign, minutes) = (east < 0 ? "-" : "+", abs(east) / 60)
        let clock = [hour, minute, second].map { CivilDate.padded($0, to: 2) }.joined(separator: ":")
        return
            "\(date)T\(clock)\(sign)\(CivilDate.padded(minutes / 60, to: 2)):\(CivilDate.padded(minutes % 60, to: 2))"
    }

    private func laterOffset(at instant: Instant) -> Int {
        rule?.offset(at: instant) ?? offsets[offsets.count - 1]
    }

    /// The place in `offsets` of what holds at an instant, by binary search.
    private func index(of instant: Instant) -> Int {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= instant.seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Instant {
    /// The earliest instant, from an hour before this one on, that satisfies a condition which stays true once true.
    fileprivate func clampedForward(_ reached: (Instant) -> Bool) -> Instant {
        var (low, high) = (seconds - 3 * 3600, seconds + 3 * 3600)
        while low < high {
            let middle = low + (high - low) / 2
            if reached(Instant(seconds: middle)) { high = middle } else { low = middle + 1 }
        }
        return Instant(seconds: low)
    }
}

extension Zone {
    /// UTC, for what no district's zone is known of.
    package static let utc = Zone(name: "UTC", transitions: [], offsets: [0], rule: nil)
}
