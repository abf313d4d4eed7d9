package import PatrolModel

/// What a rule has to say of deadlines, as its command gets it on standard input.
package struct ReminderDigest: Codable, Sendable {
    package enum Occasion: String, Codable, Sendable { case before, passed, after }

    /// Of this form: 1.
    package var version = 1
    /// Stable: a command that is run again after a crash is given the same.
    package var reminder: String
    package var rule: String
    /// When the rule spoke; ISO 8601 with the district's offset.
    package var at: String
    package var occasion: Occasion
    /// By how much before or after, such as `4工作时`.
    @OrNull package var offset: String?
    package var kind: DeadlineKind
    package var recipients: [Recipient]
    /// As they stand when the command is run.
    package var hazards: [HazardBody]

    package init(
        reminder: String,
        rule: String,
        at: String,
        occasion: Occasion,
        offset: String?,
        kind: DeadlineKind,
        recipients: [Recipient],
        hazards: [HazardBody]
    ) {
        self.reminder = reminder
        self.rule = rule
        self.at = at
        self.occasion = occasion
        _offset = OrNull(wrappedValue: offset)
        self.kind = kind
        self.recipients = recipients
        self.hazards = hazards
    }

    /// Somebody a digest is for, and which of its hazards.
    package struct Recipient: Codable, Sendable {
        package var person: String
        package var name: String
        package var roles: [Role]
        @OrNull package var unit: String?
        @OrNull package var subdistrict: String?
        package var hazards: [String]

        package init(_ person: Person, hazards: [String]) {
            self.person = person.id
            name = person.name
            roles = person.roles
            _unit = OrNull(wrappedValue: person.unit)
            _subdistrict = OrNull(wrappedValue: person.subdistrict)
            self.hazards = hazards
        }
    }
}

/// The morning's lists, as a rule's command gets them on standard input.
package struct MorningLists: Codable, Sendable {
    /// Of this form: 1.
    package var version = 1
    /// Stable: a command that is run again after a crash is given the same.
    package var reminder: String
    package var rule: String
    /// When the morning came; ISO 8601 with the district's offset.
    package var at: String
    /// As they stand when the command is run, without those on which there is nothing.
    package var sheets: [MorningSheet]

    package init(reminder: String, rule: String, at: String, sheets: [MorningSheet]) {
        self.reminder = reminder
        self.rule = rule
        self.at = at
        self.sheets = sheets
    }
}
