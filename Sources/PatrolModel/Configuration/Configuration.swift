/// What the bureau has decided: adopted whole, as an event, since deadlines and duties rest on it.
package struct Configuration: Hashable, Codable, Sendable {
    package struct District: Hashable, Codable, Sendable {
        /// The administrative division's code, GB/T 2260, such as 420106; every row is unique under it.
        package let code: String
        package let name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// Settings with a default each; `config/patrol.yaml` explains them.
    package struct Rules: Hashable, Codable, Sendable {
        /// Whole days after a period's end in which a late filing still settles its duty (补录). 0 … 31.
        package var lateFilingDays: Int
        /// Hours after which an observation needs a reason for being filed so late. 1 … 720.
        package var reasonAfterHours: Int
        package var fourEyes: FourEyes
        /// When the day's open duties are said in the journal, local time.
        package var morning: CivilTime

        package init(
            lateFilingDays: Int = 3,
            reasonAfterHours: Int = 24,
            fourEyes: FourEyes = FourEyes(typistsCount: true),
            morning: CivilTime = CivilTime(secondOfDay: 7 * 3600 + 1800)
        ) {
            self.lateFilingDays = lateFilingDays
            self.reasonAfterHours = reasonAfterHours
            self.fourEyes = fourEyes
            self.morning = morning
        }
    }

    package let district: District
    /// A name of the tz database.
    package let zone: String
    /// The language of the journal.
    package let language: String
    package let rules: Rules
    package let people: [Person]
    /// Roles that membership of a Unix group lends, by group.
    package let groups: [String: [Role]]
    /// Responsible units that no site names, such as a utility that owns covers all over the city.
    package let units: [String]
    package let programmes: [Programme]
    package let catalogue: Catalogue

    package init(
        district: District,
        zone: String,
        language: String = "zh",
        rules: Rules = Rules(),
        people: [Person],
        groups: [String: [Role]] = [:],
        units: [String] = [],
        programmes: [Programme],
        catalogue: Catalogue
    ) {
        self.district = district
        self.zone = zone
        self.language = language
        self.rules = rules
        self.people = people
        self.groups = groups
        self.units = units
        self.programmes = programmes
        self.catalogue = catalogue
    }

    /// - Throws: ``PatrolError/unknownPerson(id:nearest:)``.
    package func person(_ id: String) throws(PatrolError) -> Person {
        guard let person = people.first(where: { $0.id == id }) else {
            throw .unknownPerson(id: String(id.prefix(40)), nearest: id.nearest(in: people.map(\.id)))
        }
        return person
    }

    /// The name to show for a person's id: the id itself where nobody has it any more.
    package func name(_ id: String) -> String {
        people.first { $0.id == id }?.name ?? id
    }

    /// - Throws: ``PatrolError/unknownProgramme(id:nearest:)``.
    package func programme(_ id: String) throws(PatrolError) -> Programme {
        guard let programme = programmes.first(where: { $0.id == id }) else {
            throw .unknownProgramme(
                id: String(id.prefix(40)),
                nearest: id.nearest(in: programmes.map(\.id))
            )
        }
        return programme
    }
}

/// The configuration in force with its zone's rules read.
package struct Rulebook: Sendable {
    package let configuration: Configuration
    package let zone: Zone

    package init(configuration: Configuration, zone: Zone) {
        self.configuration = configuration
        self.zone = zone
    }

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

    /// Reads when something was seen: now, where nothing was typed.
    /// - Throws: ``PatrolError/unreadableTime(text:)``, ``PatrolError/futureTime(time:now:)``.
    package func instant(_ typed: TypedTime?, now: Instant) throws(PatrolError) -> Instant {
        guard let typed else { return now }
        let instant = try typed.instant(in: zone, today: zone.date(now))
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
