import PatrolModel

extension English {
    package func service(_ line: ServiceLine) -> String {
        switch line {
        case .opening: "opening the ledger"
        case .catchingUp: "settling what fell due while patrold did not run"
        case .running(let overdue, let open, let next):
            "running: \(overdue) \(overdue == 1 ? "hazard" : "hazards") overdue, \(open) \(open == 1 ? "site" : "sites") to inspect today"
                + (next.map { ", next at \(time($0))" } ?? "")
        case .troubled(let trouble):
            "the ledger \(self.trouble(trouble)), and no filing can be recorded; \(remedy(trouble))"
        case .stopping: "stopping once the requests under way are answered"
        case .adopted(let change): "a new configuration is in force: \(differences(change))"
        case .unchanged: "the configuration has not changed and stays in force"
        case .refused(let first, let count):
            "the new configuration has \(count) \(count == 1 ? "fault" : "faults"); the one before stays in force: "
                + first.joined(separator: "; ") + (count > first.count ? " and others" : "")
                + "; mend them, then systemctl reload patrold"
        case .refusedFor(let reason):
            "the new configuration is not adopted and the one before stays in force: \(refusal(reason))"
        case .faults(let count):
            "the new configuration has \(count) \(count == 1 ? "fault" : "faults"), and the one before stays in force; mend them and reload"
        }
    }

    private func differences(_ change: ConfigurationChange) -> String {
        let counted = [
            tally("programmes", change.programmes), tally("people", change.people),
            tally("categories", change.categories, removed: "retired"),
        ].compactMap { $0 }
        let parts = change.parts.map(name)
        return (counted + (parts.isEmpty ? [] : ["\(parts.joined(separator: ", ")) changed"]))
            .joined(separator: "; ")
    }

    private func tally(
        _ what: String,
        _ tally: ConfigurationChange.Tally,
        removed: String = "removed"
    ) -> String? {
        let parts = [("added", tally.added), ("changed", tally.changed), (removed, tally.removed)]
            .filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        return parts.isEmpty ? nil : what + " " + parts.joined(separator: ", ")
    }

    private func name(_ part: ConfigurationChange.Part) -> String {
        switch part {
        case .district: "the district's name"
        case .language: "the language"
        case .rules: "rules"
        case .groups: "what groups may do"
        case .units: "responsible units"
        case .siteKinds: "kinds of sites"
        case .subdistricts: "street offices"
        case .calendar: "the calendar"
        case .uploads: "the systems uploaded to"
        }
    }
}
