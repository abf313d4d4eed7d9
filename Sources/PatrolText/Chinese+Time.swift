package import PatrolModel

extension Chinese {
    package func hours(seconds: Int64) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let parts = [(hours, "小时"), (minutes, "分"), (rest, "秒")].filter { $0.0 > 0 }
        return parts.isEmpty ? "0分" : parts.map { "\($0.0)\($0.1)" }.joined()
    }

    package func limit(_ limit: TimeLimit) -> String {
        switch limit {
        case .urgentHours(let hours): "\(hours)个紧急工作时"
        case .workingHours(let hours): "\(hours)个工作时"
        case .workingDays(let days): "\(days)个工作日"
        case .calendarDays(let days): "\(days)个自然日"
        }
    }

    package func cadence(_ cadence: Cadence, times: Int) -> String {
        self.cadence(cadence) + (times > 1 ? "\(times)次" : "")
    }

    private func cadence(_ cadence: Cadence) -> String {
        switch cadence {
        case .daily: "每日"
        case .everyDays(let days, let anchor): "每\(days)日（自 \(time("\(anchor)")) 起）"
        case .workingDays: "每个工作日"
        case .nonWorkingDays: "每个非工作日"
        case .publicHolidays: "法定节假日每日"
        case .weekly: "每周"
        case .halfMonthly: "每半月"
        case .monthly: "每月"
        case .quarterly: "每季度"
        case .halfYearly: "每半年"
        case .yearly: "每年"
        case .lastWorkingDay: "每月最后一个工作日"
        case .campaign(let first, let last): "专项（\(time("\(first)")) 至 \(time("\(last)"))）"
        }
    }

    package func name(_ kind: DeadlineKind) -> String {
        switch kind {
        case .order: "交办期限"
        case .rectification: "整改期限"
        case .rework: "返工期限"
        case .verification: "复查期限"
        }
    }

    package func deadline(_ explanation: DeadlineExplanation) -> String {
        let from = "自\(start(explanation.start)) \(time(explanation.startedAt)) 起"
        let skipped = explanation.skipped.map { "\($0.name ?? "周末")\($0.days)天" }
        let way =
            switch explanation.allowance {
            case .elapsed: from + "昼夜连续计算"
            case .spent: "恢复计时前已逾期，原期限不变"
            default: from + "算" + (skipped.isEmpty ? "" : "，跳过\(skipped.joined(separator: "、"))")
            }
        return amount(explanation) + "，" + way + "，至 \(time(explanation.dueAt))"
            + (explanation.isProvisional ? "（暂定：所涉年份的工作日安排尚未公布，公布后重新计算）" : "")
    }

    /// The limit, or the part of it that runs, with how it is counted.
    private func amount(_ explanation: DeadlineExplanation) -> String {
        let limit = limit(explanation.limit)
        let office = "办公时间 " + explanation.officeHours.map(span).joined(separator: "、")
        let isPart = explanation.start == .failure || explanation.start == .resumption
        let of = explanation.start == .failure ? "返工，原时限 \(limit)" : "原时限 \(limit)的剩余"
        switch explanation.allowance {
        case .elapsed(let seconds): return isPart ? "\(hours(seconds: seconds))（\(of)）" : limit
        case .office(let seconds):
            let time = hours(seconds: seconds)
            if isPart { return "\(time)（\(of)，\(office)）" }
            if case .workingDays = explanation.limit { return "\(limit)（计\(time)，\(office)）" }
            return "\(limit)（\(office)）"
        case .officeDays(let count):
            return isPart ? "\(count)个工作日（\(of)，至末日下班）" : "\(limit)（当日不计，至末日下班）"
        case .days(let count): return isPart ? "\(count)个自然日（\(of)）" : limit
        case .wholeDays(let count):
            return isPart ? "\(count)个自然日（\(of)，至末日 24 时）" : "\(limit)（当日不计，至末日 24 时）"
        case .spent: return limit
        }
    }

    private func start(_ start: Deadline.Start) -> String {
        switch start {
        case .observation: "发现时间"
        case .service: "送达时间"
        case .failure: "复查不通过"
        case .claim: "填报整改"
        case .resumption: "恢复计时"
        case .return: "退回时间"
        case .extension: "原期限"
        }
    }

    package func step(_ step: DeadlineExplanation.Step) -> String {
        if let from = step.from, let to = step.to {
            return "\(time(from)) 至 \(time(to))，计\(hours(seconds: step.seconds ?? 0))"
        }
        let days =
            step.first == step.last
            ? time("\(step.first)") : time("\(step.first)") + " 至 " + time("\(step.last)")
        switch step.kind {
        case .counted:
            return days + "，计\(step.days)天" + (step.seconds.map { "，\(hours(seconds: $0))" } ?? "")
        case .notCounted: return days + "，起算当日，不计"
        case .afterHours: return days + "，已过办公时间，不计"
        case .weekend: return days + "，周末，不计"
        case .holiday: return days + "，\(step.name ?? "")放假，不计"
        }
    }

    private func span(_ span: String) -> String { span.replacing("-", with: "–") }
}
