import PatrolModel

extension English {
    package func reminder(_ line: ReminderLine) -> String {
        switch line {
        case .deadlines(let moment, let kind, let addressees, let dues):
            "\(occasion(moment, kind)): \(count(dues)), for \(names(addressees)): \(list(dues))"
        case .overdue(let unit?, let dues): "\(unit) is overdue with \(count(dues)): \(list(dues))"
        case .overdue(nil, let dues): "not ordered in time: \(count(dues)): \(list(dues))"
        case .step(let step):
            "hazard \(step.hazard) \(happened(step.verb)) by \(step.person): \(step.site), \(step.what)"
                + (step.unit.map { ", unit \($0)" } ?? "") + (step.due.map { ", due \($0)" } ?? "")
        case .list(let date, let name, let counts, let command):
            "\(date) morning list of \(name): " + figures(counts).joined(separator: ", ") + " (\(command))"
        case .hookFailed(let rule, let attempts, let detail):
            "the command of reminder rule \(rule) failed \(attempts == 1 ? "once" : "\(attempts) times") (\(detail)) and is given up for this reminder, which stands in the journal; check the command"
        }
    }

    private func figures(_ counts: ReminderLine.Counts) -> [String] {
        [
            (counts.duties, "\(counts.duties) to inspect"), (counts.missed, "\(counts.missed) missed"),
            (counts.overdue, "\(counts.overdue) overdue"), (counts.dueToday, "\(counts.dueToday) due soon"),
            (counts.waiting, "\(counts.waiting) others waiting"),
        ].filter { $0.0 > 0 }.map(\.1)
    }

    private func count(_ dues: [ReminderLine.Due]) -> String {
        dues.count == 1 ? "1 hazard" : "\(dues.count) hazards"
    }

    private func occasion(_ moment: DeadlineReminder.Moment, _ kind: DeadlineKind) -> String {
        switch moment {
        case .before(let before): "\(name(kind)) in less than \(limit(before))"
        case .passed: "\(deadline(kind)) passed"
        case .after(let after): "\(deadline(kind)) passed more than \(limit(after)) ago"
        }
    }

    private func deadline(_ kind: DeadlineKind) -> String { "\(kind.rawValue) deadline" }

    private func names(_ addressees: [ReminderLine.Addressee]) -> String {
        addressees.map { addressee in
            switch addressee {
            case .named(let name): name
            case .role(let role): self.role(role)
            }
        }.joined(separator: ", ")
    }

    private func list(_ dues: [ReminderLine.Due]) -> String {
        let shown = dues.prefix(ReminderLine.mostShown).map { due in
            "\(due.hazard) \(due.site), \(due.what) (\(due.at)\(due.isProvisional ? ", provisional" : ""))"
        }
        return shown.joined(separator: "; ") + (dues.count > shown.count ? "; …" : "")
    }
}
