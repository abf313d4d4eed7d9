import PatrolModel

/// Reads the settings of `patrol.yaml` that have a default.
struct RulesReader {
    let settings: YAMLMap

    func rules() -> Configuration.Rules {
        var rules = Configuration.Rules()
        rules.lateFilingDays = settings.integer("lateFilingDays", in: 0...31, default: rules.lateFilingDays)
        rules.reasonAfterHours = settings.integer(
            "reasonAfterHours",
            in: 1...720,
            default: rules.reasonAfterHours
        )
        rules.fourEyes = FourEyes(
            typistsCount: settings.boolean("typistsCount", default: rules.fourEyes.typistsCount)
        )
        if let text = settings.text("morning") {
            if let morning = CivilTime(text) {
                rules.morning = morning
            } else {
                settings.fault("morning", .badValue(text, expected: "07:30"))
            }
        }
        rules.officeHours = officeHours(default: rules.officeHours)
        rules.workingDay = settings.choice("workingDay", default: rules.workingDay)
        rules.evidence = settings.choice("evidence", default: rules.evidence)
        if let map = settings.map("limits") { rules.limits = limits(map) }
        rules.duplicateRadius = settings.integer(
            "duplicateRadius",
            in: 0...5000,
            default: rules.duplicateRadius
        )
        if settings.keys.contains("reminders") { rules.reminders = ReminderReader().rules(settings) }
        return rules
    }

    private func officeHours(default standard: OfficeHours) -> OfficeHours {
        let texts = settings.marked("officeHours")
        guard !texts.isEmpty else {
            // A list of none would stop every clock: whoever means the default leaves the key out.
            if settings.keys.contains("officeHours") {
                settings.fault("officeHours", .missingKey("08:00-12:00"))
            }
            return standard
        }
        let spans = texts.compactMap { text, fault -> OfficeHours.Span? in
            let span = OfficeHours.Span(text)
            if span == nil { fault(.badValue(text, expected: "08:00-12:00")) }
            return span
        }
        guard spans.count == texts.count else { return standard }
        guard let hours = OfficeHours(spans) else {
            let text = texts.map(\.text).joined(separator: ", ")
            settings.fault("officeHours", .disorderedHours(text))
            return standard
        }
        return hours
    }

    private func limits(_ map: YAMLMap) -> Configuration.Limits {
        var limits = Configuration.Limits()
        limits.order = map.limit("order", default: limits.order)
        limits.verification = map.limit("verification", default: limits.verification)
        limits.return = map.limit("return", default: limits.return)
        limits.extensionDecision = map.limit("extensionDecision", default: limits.extensionDecision)
        limits.extensions = map.integer("extensions", in: 0...10, default: limits.extensions)
        limits.extensionPercent = map.integer(
            "extensionPercent",
            in: 1...1000,
            default: limits.extensionPercent
        )
        limits.reworkPercent = map.integer("reworkPercent", in: 1...100, default: limits.reworkPercent)
        limits.suspensionDays = map.integer("suspensionDays", in: 1...3660, default: limits.suspensionDays)
        map.refuseUnknownKeys()
        return limits
    }
}
