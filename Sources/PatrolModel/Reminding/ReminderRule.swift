/// By what people are reminded, when, and who (提醒规则).
package struct ReminderRule: Hashable, Codable, Sendable {
    /// Letters, digits, `-`, `_` and `.`; unique in the district.
    package let id: String
    package let occasion: Occasion
    /// Gets what the rule says as JSON; nil where the journal is enough.
    package let hook: Hook?

    package init(id: String, occasion: Occasion, hook: Hook? = nil) {
        self.id = id
        self.occasion = occasion
        self.hook = hook
    }

    package enum Occasion: Hashable, Codable, Sendable {
        case morning(Morning)
        case deadline(DeadlineReminder)
    }

    /// The morning's list, at the time of day that ``Configuration/Rules/morning`` is.
    package struct Morning: Hashable, Codable, Sendable {
        package let days: Days
        package let to: [Audience]

        package init(days: Days, to: [Audience]) {
            self.days = days
            self.to = to
        }

        package enum Days: String, Hashable, Codable, Sendable, CaseIterable {
            /// Working days, make-up workdays among them.
            case working
            case every
        }

        /// Each gets a list of its own.
        package enum Audience: String, Hashable, Codable, Sendable, CaseIterable {
            case person, unit, subdistrict
        }
    }

    /// A command that hands what a rule says on, such as by mail.
    package struct Hook: Hashable, Codable, Sendable {
        /// The program's path, and its arguments; no shell reads them.
        package let command: [String]
        /// Seconds after which it is ended. 1 … 3600.
        package let timeLimit: Int
        /// How often it is run again where it fails. 0 … 10.
        package let retries: Int

        package init(command: [String], timeLimit: Int = 30, retries: Int = 3) {
            self.command = command
            self.timeLimit = timeLimit
            self.retries = retries
        }

        /// Seconds to wait before each retry: 10, then twice as long each time, at most an hour.
        package func pause(beforeRetry number: Int) -> Int {
            min(3600, 10 << min(max(number - 1, 0), 9))
        }
    }

    /// What a district without rules of its own has: each subdistrict's open duties, every day.
    package static let standard = [
        ReminderRule(id: "morning", occasion: .morning(Morning(days: .every, to: [.subdistrict])))
    ]
}

/// When, before or after a deadline, and whom.
package struct DeadlineReminder: Hashable, Codable, Sendable {
    package let moment: Moment
    /// Which deadlines, in the order of ``DeadlineKind``.
    package let kinds: [DeadlineKind]
    /// Nil is any.
    package let severity: Hazard.Severity?
    package let to: [Addressee]

    package init(
        _ moment: Moment,
        of kinds: [DeadlineKind] = [.order, .rectification],
        severity: Hazard.Severity? = nil,
        to: [Addressee]
    ) {
        self.moment = moment
        self.kinds = kinds
        self.severity = severity
        self.to = to
    }

    package enum Moment: Hashable, Codable, Sendable {
        /// So much before, in the limit's own kind of time.
        case before(TimeLimit)
        /// The deadline has passed.
        case passed
        case after(TimeLimit)

        package var isAhead: Bool {
            if case .before = self { true } else { false }
        }
    }

    package enum Addressee: Hashable, Sendable {
        /// The liaisons of the hazard's responsible unit, once it has been told.
        case unit
        /// The street office the hazard lies in.
        case subdistrict
        /// Everybody of a role.
        case role(Role)
    }

    /// Whom a deadline of a kind is put to. A unit is not reminded of what is not up to it: of an order it has not been
    /// given, and of a check that is somebody else's.
    /// Nor of danger whose clock runs before anybody has told it (`isServed`).
    package func addressees(of kind: DeadlineKind, isServed: Bool = true) -> [Addressee] {
        switch kind {
        case .order, .verification: to.filter { $0 != .unit }
        case .rectification, .rework: isServed ? to : to.filter { $0 != .unit }
        }
    }

    /// What a rule says, when and to whom: another one speaks anew.
    package var terms: String {
        let when =
            switch moment {
            case .before(let limit): "before \(limit)"
            case .passed: "at deadline"
            case .after(let limit): "after \(limit)"
            }
        return when + " to " + to.map(\.rawValue).sorted().joined(separator: ",")
    }
}

extension DeadlineReminder.Addressee: RawRepresentable, CaseIterable, Codable {
    /// `unit` and `subdistrict` are the hazard's own; every other role is all who have it.
    package static let allCases: [DeadlineReminder.Addressee] =
        [.unit, .subdistrict]
        + Role.allCases.filter { $0 != .unit && $0 != .subdistrict }.map { .role($0) }

    package init?(rawValue: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = found
    }

    package var rawValue: String {
        switch self {
        case .unit: Role.unit.rawValue
        case .subdistrict: Role.subdistrict.rawValue
        case .role(let role): role.rawValue
        }
    }
}

extension DeadlineReminder {
    /// Who of a district's people is told of a hazard's deadline.
    package func people(
        of kind: DeadlineKind,
        unit: String,
        isServed: Bool,
        subdistrict: String,
        among people: [Person]
    ) -> [Person] {
        let addressees = addressees(of: kind, isServed: isServed)
        return people.filter { person in
            addressees.contains { addressee in
                switch addressee {
                case .unit: person.has(.unit) && person.unit == unit
                case .subdistrict: person.has(.subdistrict) && person.subdistrict == subdistrict
                case .role(let role): person.has(role)
                }
            }
        }
    }
}
