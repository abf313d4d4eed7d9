package import PatrolModel

extension English {
    package func hours(seconds: Int64) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let parts = [(hours, "h"), (minutes, "min"), (rest, "s")].filter { $0.0 > 0 }
        return parts.isEmpty ? "0 min" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    package func limit(_ limit: TimeLimit) -> String {
        switch limit {
        case .urgentHours(let hours): "\(hours) urgent \(hours == 1 ? "hour" : "hours")"
        case .workingHours(let hours): "\(hours) working \(hours == 1 ? "hour" : "hours")"
        case .workingDays(let days): "\(days) working \(days == 1 ? "day" : "days")"
        case .calendarDays(let days): "\(days) calendar \(days == 1 ? "day" : "days")"
        }
    }

    package func cadence(_ cadence: Cadence, times: Int) -> String {
        self.cadence(cadence) + (times > 1 ? ", \(times) times" : "")
    }

    private func cadence(_ cadence: Cadence) -> String {
        switch cadence {
        case .daily: "every day"
        case .everyDays(let days, let anchor): "every \(days) days from \(time("\(anchor)"))"
        case .workingDays: "every working day"
        case .nonWorkingDays: "every day off"
        case .publicHolidays: "every public holiday"
        case .weekly: "weekly"
        case .halfMonthly: "half-monthly"
        case .monthly: "monthly"
        case .quarterly: "quarterly"
        case .halfYearly: "half-yearly"
        case .yearly: "yearly"
        case .lastWorkingDay: "the last working day of each month"
        case .campaign(let first, let last): "once, \(time("\(first)")) to \(time("\(last)"))"
        }
    }

    package func name(_ kind: DeadlineKind) -> String {
        switch kind {
        case .order: "order due"
        case .rectification: "rectification due"
        case .rework: "rework due"
        case .verification: "verification due"
        }
    }

    package func deadline(_ explanation: DeadlineExplanation) -> String {
        let from = "from the \(start(explanation.start)) at \(time(explanation.startedAt))"
        let skipped = explanation.skipped.map { skip in
            "\(skip.days) \(skip.name == nil ? "weekend " : "")\(skip.days == 1 ? "day" : "days")"
                + (skip.name.map { " of \($0)" } ?? "")
        }
        let way =
            switch explanation.allowance {
            case .elapsed: "run day and night, " + from
            case .spent: "overdue before its clock was stopped, so unchanged"
            default: from + (skipped.isEmpty ? "" : ", skipping \(skipped.joined(separator: ", "))")
            }
        return amount(explanation) + ", " + way + ": \(time(explanation.dueAt))"
            + (explanation.isProvisional
                ? " (provisional: the year's working days are not published, and it is reckoned again when they are)"
                : "")
    }

    private func amount(_ explanation: DeadlineExplanation) -> String {
        let limit = limit(explanation.limit)
        let office = "office hours " + explanation.officeHours.joined(separator: ", ")
        let isPart = explanation.start == .failure || explanation.start == .resumption
        let of = explanation.start == .failure ? "rework, of \(limit)" : "what was left of \(limit)"
        switch explanation.allowance {
        case .elapsed(let seconds): return isPart ? "\(hours(seconds: seconds)) (\(of))" : limit
        case .office(let seconds):
            let time = hours(seconds: seconds)
            if isPart { return "\(time) (\(of); \(office))" }
            if case .workingDays = explanation.limit { return "\(limit) (\(time); \(office))" }
            return "\(limit) (\(office))"
        case .officeDays(let count):
            let rule = "to the close of office"
            return isPart ? "\(count) working days (\(of), \(rule))" : "\(limit) (after the first, \(rule))"
        case .days(let count): return isPart ? "\(count) calendar days (\(of))" : limit
        case .wholeDays(let count):
            return isPart
                ? "\(count) calendar days (\(of), to midnight)" : "\(limit) (after the first, to midnight)"
        case .spent: return limit
        }
    }

    private func start(_ start: Deadline.Start) -> String {
        switch start {
        case .observation: "observation"
        case .service: "service"
        case .failure: "failed verification"
        case .claim: "claim"
        case .resumption: "resumption"
        case .return: "return"
        case .extension: "the deadline before"
        }
    }

    package func step(_ step: DeadlineExplanation.Step) -> String {
        if let from = step.from, let to = step.to {
            return "\(time(from)) to \(time(to)): \(hours(seconds: step.seconds ?? 0)) counted"
        }
        let days =
            step.first == step.last
            ? time("\(step.first)") : time("\(step.first)") + " to " + time("\(step.last)")
        switch step.kind {
        case .counted:
            return days + ": \(step.days) \(step.days == 1 ? "day" : "days") counted"
                + (step.seconds.map { ", \(hours(seconds: $0))" } ?? "")
        case .notCounted: return days + ": the day it began, not counted"
        case .afterHours: return days + ": after office hours, not counted"
        case .weekend: return days + ": weekend, not counted"
        case .holiday: return days + ": \(step.name ?? ""), not counted"
        }
    }
}
