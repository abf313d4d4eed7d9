extension Configuration {
    /// Settings with a default each; `config/patrol.yaml` explains them.
    package struct Rules: Hashable, Sendable {
        /// Whole days after a period's end in which a late filing still settles its duty (补录). 0 … 31.
        package var lateFilingDays = 3
        /// Hours after which an observation needs a reason for being filed so late. 1 … 720.
        package var reasonAfterHours = 24
        package var fourEyes = FourEyes(typistsCount: true)
        /// When the day's open duties are said in the journal, local time.
        package var morning = CivilTime(secondOfDay: 7 * 3600 + 1800)
        package var officeHours = OfficeHours.standard
        /// What a limit in days means.
        package var workingDay = DeadlineClock.DayReading.running
        package var limits = Limits()
        package var reminders = ReminderRule.standard
        /// Within how many metres an open hazard of the same category is proposed as the one that is being reported,
        /// unless the category says otherwise; 0 is at the same site alone. 0 … 5000.
        package var duplicateRadius = Rules.standardRadius

        static let standardRadius = 30
        /// Of which hazards evidence is demanded.
        package var evidence = EvidenceDemand.major

        package init() {}
    }

    /// The limits that are not the catalogue's but the bureau's own.
    package struct Limits: Hashable, Codable, Sendable {
        /// The bureau's own to order, from the observation to the service.
        package var order = TimeLimit.workingHours(4)
        /// The verifier's, from the claim.
        package var verification = TimeLimit.workingDays(2)
        /// The unit's to send back an order that is not its own (退单).
        package var `return` = TimeLimit.workingDays(1)
        /// The supervisor's to decide on an extension; silence is denial.
        package var extensionDecision = TimeLimit.workingDays(2)
        /// How many extensions one order may be granted. 0 … 10.
        package var extensions = 2
        /// The most an extension may add, in hundredths of the original limit. 1 … 1000.
        package var extensionPercent = 100
        /// The most a rework may take, in hundredths of the original limit. 1 … 100.
        package var reworkPercent = 50
        /// The longest suspension, in calendar days. 1 … 3660.
        package var suspensionDays = 365

        package init() {}
    }
}

extension Configuration.Rules: Codable {
    private enum Keys: String, CodingKey {
        case lateFilingDays, reasonAfterHours, fourEyes, morning, officeHours, workingDay, limits,
            reminders, duplicateRadius, evidence
    }

    /// Events of the first version lack what has come since; then nothing but urgent hours ran.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        lateFilingDays = try container.decode(Int.self, forKey: .lateFilingDays)
        reasonAfterHours = try container.decode(Int.self, forKey: .reasonAfterHours)
        fourEyes = try container.decode(FourEyes.self, forKey: .fourEyes)
        morning = try container.decode(CivilTime.self, forKey: .morning)
        officeHours = try container.decodeIfPresent(OfficeHours.self, forKey: .officeHours) ?? officeHours
        workingDay =
            try container.decodeIfPresent(DeadlineClock.DayReading.self, forKey: .workingDay) ?? workingDay
        limits = try container.decodeIfPresent(Configuration.Limits.self, forKey: .limits) ?? limits
        reminders = try container.decodeIfPresent([ReminderRule].self, forKey: .reminders) ?? reminders
        duplicateRadius =
            try container.decodeIfPresent(Int.self, forKey: .duplicateRadius) ?? duplicateRadius
        evidence = try container.decodeIfPresent(EvidenceDemand.self, forKey: .evidence) ?? evidence
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(lateFilingDays, forKey: .lateFilingDays)
        try container.encode(reasonAfterHours, forKey: .reasonAfterHours)
        try container.encode(fourEyes, forKey: .fourEyes)
        try container.encode(morning, forKey: .morning)
        try container.encode(officeHours, forKey: .officeHours)
        try container.encode(workingDay, forKey: .workingDay)
        try container.encode(limits, forKey: .limits)
        // What a district has that says nothing is not written, as it was not before there were rules.
        if reminders != ReminderRule.standard { try container.encode(reminders, forKey: .reminders) }
        if duplicateRadius != Self.standardRadius {
            try container.encode(duplicateRadius, forKey: .duplicateRadius)
        }
        // Likewise of evidence.
        if evidence != .major { try container.encode(evidence, forKey: .evidence) }
    }
}
