import PatrolModel

extension Chinese {
    package func service(_ line: ServiceLine) -> String {
        switch line {
        case .opening: "正在打开台账"
        case .catchingUp: "正在补办停机期间到期的事项"
        case .running(let overdue, let open, let next):
            "运行正常：逾期隐患 \(overdue) 件，今日待巡查 \(open) 处" + (next.map { "，下一事项 \(time($0))" } ?? "")
        case .troubled(let trouble): "台账\(self.trouble(trouble))，暂不能记录填报；\(remedy(trouble))"
        case .stopping: "正在停止，办完手头的请求即退出"
        case .adopted(let change): "已启用新配置：\(differences(change))"
        case .unchanged: "配置没有变化，仍按原配置运行"
        case .refused(let first, let count):
            "新配置有 \(count) 处错误，未启用，仍按原配置运行：" + first.joined(separator: "；")
                + (count > first.count ? " 等" : "") + "；请改正后执行 systemctl reload patrold"
        case .refusedFor(let reason): "新配置未启用，仍按原配置运行：\(refusal(reason))"
        case .faults(let count): "新配置有 \(count) 处错误，未启用，仍按原配置运行；请改正后重新加载"
        }
    }

    private func differences(_ change: ConfigurationChange) -> String {
        let counted = [
            tally("巡查计划", "项", change.programmes), tally("人员", "名", change.people),
            tally("立案小类", "个", change.categories, removed: "停用"),
        ].compactMap { $0 }
        let parts = change.parts.map(name)
        return (counted + (parts.isEmpty ? [] : ["\(parts.joined(separator: "、"))有变更"])).joined(
            separator: "；"
        )
    }

    private func tally(
        _ what: String,
        _ measure: String,
        _ tally: ConfigurationChange.Tally,
        removed: String = "删去"
    ) -> String? {
        let parts = [("新增", tally.added), ("变更", tally.changed), (removed, tally.removed)]
            .filter { $0.1 > 0 }.map { "\($0.0) \($0.1) \(measure)" }
        return parts.isEmpty ? nil : what + parts.joined(separator: "、")
    }

    private func name(_ part: ConfigurationChange.Part) -> String {
        switch part {
        case .district: "辖区名称"
        case .language: "语言"
        case .rules: "各项规则"
        case .groups: "用户组权限"
        case .units: "责任单位"
        case .siteKinds: "对象类别"
        case .subdistricts: "街道"
        case .calendar: "工作日安排"
        case .uploads: "上报系统"
        }
    }
}
