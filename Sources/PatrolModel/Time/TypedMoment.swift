/// A moment of the past as somebody typed it, to be told what the record said then.
package struct TypedMoment: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Reads a day, as `2026-11-23`, `today` or `yesterday`, which is its end, and a time, as ``TypedTime`` reads it,
    /// which without seconds is the end of its minute: what is shown with that day or that minute has happened by
    /// then. What has not ended yet is now.
    /// - Throws: ``PatrolError/unreadableMoment(text:)``, ``PatrolError/momentToCome(time:now:)``.
    package func instant(in zone: Zone, now: Instant) throws(PatrolError) -> Instant {
        let today = zone.day(containing: now)
        guard let (first, last) = span(zone, today) else {
            throw .unreadableMoment(text: String(text.prefix(40)))
        }
        guard first <= now else {
            throw .momentToCome(time: zone.iso8601(first), now: zone.iso8601(now))
        }
        return min(last, now)
    }

    private func span(_ zone: Zone, _ today: CivilDate) -> (first: Instant, last: Instant)? {
        if let day = day(today) {
            return (zone.startOfDay(day), zone.startOfDay(day.adding(days: 1)) + -1)
        }
        let time = TypedTime(text)
        guard let first = try? time.instant(in: zone, today: today) else { return nil }
        return (first, time.isToTheMinute ? first + 59 : first)
    }

    private func day(_ today: CivilDate) -> CivilDate? {
        let plain = text.halfWidth.trimmingSpaces
        switch plain {
        case "today": return today
        case "yesterday": return today.adding(days: -1)
        default: return CivilDate(plain)
        }
    }
}
