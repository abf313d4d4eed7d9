import PatrolModel

extension Chinese {
    package func reminder(_ line: ReminderLine) -> String {
        switch line {
        case .deadlines(let moment, let kind, let addressees, let dues):
            "\(occasion(moment, kind))的隐患 \(dues.count) 件，请\(names(addressees))办理：\(list(dues))"
        case .overdue(let unit?, let dues): "责任单位 \(unit) 逾期 \(dues.count) 件：\(list(dues))"
        case .overdue(nil, let dues): "逾期未交办 \(dues.count) 件：\(list(dues))"
        case .step(let step):
            "隐患 \(step.hazard) \(happened(step.verb))：\(step.site)，\(step.what)，\(step.person)"
                + (step.unit.map { "，责任单位 \($0)" } ?? "") + (step.due.map { "，期限 \($0)" } ?? "")
        case .list(let date, let name, let counts, let command):
            "\(date) 晨间清单 \(name)：" + figures(counts).joined(separator: "，") + "（\(command)）"
        case .hookFailed(let rule, let attempts, let detail):
            "提醒规则 \(rule) 的转发命令执行 \(attempts) 次\(attempts > 1 ? "均" : "")失败（\(detail)），不再重试；提醒内容见日志，请检查该命令"
        }
    }

    private func figures(_ counts: ReminderLine.Counts) -> [String] {
        [
            (counts.duties, "待巡查 \(counts.duties) 项"), (counts.missed, "新漏巡漏查 \(counts.missed) 项"),
            (counts.overdue, "逾期 \(counts.overdue) 件"), (counts.dueToday, "即将到期 \(counts.dueToday) 件"),
            (counts.waiting, "其余待办 \(counts.waiting) 件"),
        ].filter { $0.0 > 0 }.map(\.1)
    }

    private func occasion(_ moment: DeadlineReminder.Moment, _ kind: DeadlineKind) -> String {
        switch moment {
        case .before(let before): "距\(name(kind))不足 \(limit(before))"
        case .passed: "已过\(name(kind))"
        case .after(let after): "超过\(name(kind)) \(limit(after))"
        }
    }

    private func names(_ addressees: [ReminderLine.Addressee]) -> String {
        addressees.map { addressee in
            switch addressee {
            case .named(let name): name
            case .role(let role): self.role(role)
            }
        }.joined(separator: "、")
    }

    private func list(_ dues: [ReminderLine.Due]) -> String {
        let shown = dues.prefix(ReminderLine.mostShown).map { due in
            "\(due.hazard) \(due.site) \(due.what)（\(due.at)\(due.isProvisional ? "，暂定" : "")）"
        }
        return shown.joined(separator: "；") + (dues.count > shown.count ? "；等" : "")
    }
}
