/// The configuration in force with its zone's rules read.
package struct Rulebook: Sendable {
    package let configuration: Configuration
    package let zone: Zone
    /// Deadlines by its calendar and office hours.
    package let clock: DeadlineClock
    /// The configuration's own catalogue file, adopted where it differs from the one adopted last; empty where it has
    /// none.
    package let catalogue: [CatalogueRow]
    /// The street offices of the district, whether or not any site lies in them; empty where none are listed.
    package let subdistricts: [String]
    /// By id.
    package let programmes: [String: Programme]

    package init(
        configuration: Configuration,
        zone: Zone,
        catalogue: [CatalogueRow] = [],
        subdistricts: [String] = []
    ) {
        self.subdistricts = subdistricts
        self.configuration = configuration
        self.zone = zone
        self.catalogue = catalogue
        programmes = Dictionary(configuration.programmes.map { ($0.id, $0) }) { first, _ in first }
        clock = DeadlineClock(
            almanac: Almanac(zone: zone, calendar: configuration.calendar),
            hours: configuration.rules.officeHours,
            reading: configuration.rules.workingDay
        )
    }

    package var almanac: Almanac { clock.almanac }

    package var rules: Configuration.Rules { configuration.rules }

    /// Reads when something was done that cannot have been before `earliest`. Whoever types to the minute means some
    /// second of it, so within that minute `earliest` itself is meant.
    /// - Throws: as ``instant(_:now:)``.
    package func instant(
        _ typed: TypedTime?,
        notBefore earliest: Instant,
        now: Instant
    ) throws(PatrolError) -> Instant {
        let instant = try instant(typed, now: now)
        guard let typed, typed.isToTheMinute, instant < earliest, earliest < instant + 60 else {
            return instant
        }
        return earliest
    }

    /// Nothing is filed that was seen longer ago, in days: ten years, when it can only be a slip.
    package static let longestAgo = 3660

    /// Reads when something was seen: now, where nothing was typed.
    /// - Throws: ``PatrolError/unreadableTime(text:)``, ``PatrolError/futureTime(time:now:)``.
    package func instant(_ typed: TypedTime?, now: Instant) throws(PatrolError) -> Instant {
        guard let typed else { return now }
        let instant = try typed.instant(in: zone, today: zone.date(now))
        guard now - instant <= Int64(Rulebook.longestAgo) * 86400 else {
            throw .longAgo(time: zone.iso8601(instant), days: Rulebook.longestAgo)
        }
        guard instant <= now else {
            throw .futureTime(time: zone.iso8601(instant), now: zone.iso8601(now))
        }
        return instant
    }

    /// An observation filed long after it was made says why.
    /// - Throws: ``PatrolError/lateWithoutReason(hours:)``.
    package func requireReason(_ reason: String?, observed: Instant, now: Instant) throws(PatrolError) {
        if reason == nil && now - observed > Int64(rules.reasonAfterHours) * 3600 {
            throw .lateWithoutReason(hours: rules.reasonAfterHours)
        }
    }
}
