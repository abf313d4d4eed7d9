/// When closed hazards are looked at again (回头看), and which of them.
package struct LookBackPlan: Hashable, Codable, Sendable {
    /// Calendar days after the day of the closing. 1 … 730.
    package let after: Int
    /// Nil is any.
    package let severity: Hazard.Severity?
    /// Codes of the catalogue; empty is any.
    package let categories: [String]

    package static let days = 1...730

    package init(after: Int, severity: Hazard.Severity? = nil, categories: [String] = []) {
        self.after = after
        self.severity = severity
        self.categories = categories
    }

    package func covers(_ severity: Hazard.Severity, _ category: String) -> Bool {
        (self.severity ?? severity) == severity && (categories.isEmpty || categories.contains(category))
    }
}

extension Cadence {
    /// Whether every day from some day on is in one of its periods, so that no look-back falls between two of them.
    package var leavesNoDayOut: Bool {
        switch self {
        case .daily, .everyDays, .weekly, .halfMonthly, .monthly, .quarterly, .halfYearly, .yearly: true
        case .workingDays, .nonWorkingDays, .publicHolidays, .lastWorkingDay, .campaign: false
        }
    }
}
