package import PatrolModel

extension Chinese {
    package func ground(_ ground: Suspension.Ground) -> String {
        switch ground {
        case .works: "已列入建设计划"
        case .season: "季节所限"
        case .other: "其他"
        }
    }

    package func ground(_ ground: Voiding.Ground) -> String {
        switch ground {
        case .duplicate: "重复上报"
        case .unfounded: "核实不存在"
        case .mistake: "误报"
        case .elsewhere: "不属本区"
        case .other: "其他"
        }
    }

    /// What was done, then what is due.
    func done(_ deed: Deed, _ hazard: String, _ next: NextStep) -> String {
        said(deed, hazard, next) + self.next(next)
    }

    private func said(_ deed: Deed, _ hazard: String, _ next: NextStep) -> String {
        switch deed {
        case .returned: "已退单 \(hazard)，请派遣员改派或驳回"
        case .reassigned(let order): "已改派 \(hazard)：\(order) 送达\(next.unit)"
        case .returnTurnedDown: "已驳回退单 \(hazard)，期限不变"
        case .progressNoted: "已记录 \(hazard) 的阶段进展，期限不变"
        case .extensionAsked(let by, let decideBy):
            "已申请 \(hazard) 延期" + (by.map { "\(limit($0))" } ?? "")
                + "，请督查员" + (decideBy.map { "于 \(time($0)) 前" } ?? "") + "决定，过时未决定视为不同意"
        case .extensionGranted: "已批准 \(hazard) 延期"
        case .extensionDenied: "已驳回 \(hazard) 的延期申请，期限不变"
        case .referred(let department, let order):
            "已移交 \(hazard)：\(order) 送达\(department)，待其签收"
        case .referralAcknowledged: "已记录 \(hazard) 由\(next.unit)签收"
        case .referralRefused: "已记录 \(hazard) 的移交被退回"
        case .referralConcluded: "已记录 \(hazard) 的移交处理结果"
        case .suspended(let until): "已挂账 \(hazard)，暂停计时至 \(time(until))，次日自动恢复"
        case .resumed: "已恢复计时 \(hazard)"
        case .supervised(let hasPlan): "已督办 \(hazard)" + (hasPlan ? "，治理方案已记录" : "")
        case .voided: "已作废 \(hazard)"
        case .merged(let other): "已作废 \(hazard)，并入 \(other)，期限以较早的为准"
        case .voidAsked: "\(hazard) 已交办，作废须另一名督查员确认（--confirm）或驳回（--reject），此前照常办理"
        case .voidTurnedDown: "未同意作废 \(hazard)，照常办理"
        case .downgraded: "已将 \(hazard) 降为一般隐患"
        case .caseOpened(let number): "已登记 \(hazard) 立案查处：\(number)"
        case .caseConcluded: "已登记 \(hazard) 的案件处理结果"
        case .lookedBack: "已记录 \(hazard) 回头看：没有反弹"
        case .rebounded(let order): "\(hazard) 已反弹，重新交办：\(order) 送达\(next.unit)"
        }
    }

    private func next(_ next: NextStep) -> String {
        switch next.state {
        case .reported: "；待交办，\(name(next.kind)) \(next.due)"
        case .ordered: "；由\(next.unit)整改，\(name(next.kind)) \(next.due)"
        case .rectified: "；待他人复查"
        case .verified: "；待领导小组销号"
        case .suspended, .closed, .void: ""
        }
    }
}
