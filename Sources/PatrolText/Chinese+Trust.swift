package import PatrolModel

extension Chinese {
    package func trust(_ notice: TrustNotice) -> String {
        switch notice {
        case .intact(let events, let head, let incarnation):
            "台账完整：操作流水 \(events) 条，末条校验值 \(head)" + generation(incarnation)
        case .faulty(let faults, let events, let head, let incarnation):
            "台账有 \(faults) 处问题"
                + (events > 0 ? "：操作流水 \(events) 条，末条校验值 \(head)" + generation(incarnation) : "")
        case .unlisted(let code, let count): "另有同类问题（\(code.rawValue)）\(count) 处，未逐一列出"
        case .backedUp(let path, let events, let head, let removed):
            "已备份并核验：\(path)，操作流水 \(events) 条，末条校验值 \(head)" + (removed > 0 ? "；按保留期限清理旧备份 \(removed) 份" : "")
        case .backupFailed(let reason): "备份失败，原有备份未动：\(reason)"
        case .mended(let faults): "来源文件另有 \(faults) 处问题，不涉及操作流水，已按操作流水重建"
        case .restored(let source, let events, let carriedOver):
            "已从 \(source) 恢复操作流水 \(events) 条" + (carriedOver > 0 ? "，并从原台账接续 \(carriedOver) 条" : "")
        case .resumed(let source): "上次从 \(source) 恢复时中断，现已完成；如需改用其他备份，请再次执行"
        case .recordGoesTo(let event, let time, let incarnation):
            "记录截至第 \(event) 条" + (time.map { "（\($0)）" } ?? "") + generation(incarnation)
        case .missing(let from, let through, let since):
            "缺失第 \(from) 至 \(through) 条：曾出具回执而未能恢复" + (since.map { "，均在 \($0) 之后" } ?? "") + "；请按原始记录重新填报"
        case .nothingMissing: "已知出具过回执的记录均已恢复"
        case .evidenceLacking(let files): "有 \(files) 个佐证材料文件缺失或已被改动，见以上各条；台账本身不受影响"
        case .movedAside(let path): "原台账移至 \(path)，请留存备查"
        }
    }

    private func generation(_ incarnation: Int) -> String { incarnation > 0 ? "，第 \(incarnation) 代" : "" }

    package func fault(_ fault: LedgerFault) -> String {
        what(fault) + "；" + remedy(fault.code)
    }

    private func what(_ fault: LedgerFault) -> String {
        let (table, row) = (safe(fault.table ?? ""), safe(fault.row ?? ""))
        let detail = safe(fault.detail ?? "")
        switch fault.code {
        case .notADatabase: return "文件不是台账，或文件头已损坏"
        case .noLedger: return "文件中没有操作流水"
        case .unreadable: return (table.isEmpty ? "文件" : "表 \(table) ") + "无法读完（\(detail)）"
        case .damaged: return "文件损坏" + (table.isEmpty ? "" : "，涉及 \(table)") + "（\(detail)）"
        case .indexDisagrees: return "检索索引 \(table) 与所索引的文字不符"
        case .danglingReference: return "表 \(table) 的 \(row) 所引用的 \(detail) 不存在"
        case .objectMissing: return "缺少\(kind(detail)) \(table)"
        case .objectAdded: return "多出\(kind(detail)) \(table)"
        case .objectChanged: return "\(kind(detail)) \(table) 的定义被改动"
        case .migrationMissing: return "升级记录中缺少 \(row)"
        case .migrationUnknown: return "升级记录中的 \(row) 不是本版本所知"
        case .eventsMissing: return "操作流水缺失\(span(fault))"
        case .eventChanged: return "操作流水\(span(fault))的内容被改动，或系插入"
        case .hashChanged: return "操作流水\(span(fault))的校验值被改动"
        case .eventOutOfPlace: return "操作流水\(span(fault))自称第 \(detail) 条，次序被改动"
        case .eventUnreadable: return "操作流水\(span(fault))无法识读"
        case .eventNotCanonical: return "操作流水\(span(fault))的写法与 patrold 所写不同"
        case .columnContradicts: return "操作流水\(span(fault))的列 \(detail) 与其内容不符"
        case .foreignDistrict: return "操作流水\(span(fault))属于其他辖区（\(detail)）"
        case .wrongIncarnation: return "操作流水\(span(fault))的代次（\(detail)）与前文不符"
        case .replayStopped: return "操作流水\(span(fault))无法重放，未能核对各表" + (detail.isEmpty ? "" : "（\(detail)）")
        case .rowChanged: return "表 \(table) 的 \(row) 与操作流水不符：\(detail)"
        case .rowMissing: return "表 \(table) 缺少 \(row)，操作流水中有"
        case .rowAdded: return "表 \(table) 多出 \(row)，操作流水中没有"
        case .tailMissing: return "操作流水末尾缺失\(span(fault))（依据 \(detail)）"
        case .evidenceMissing: return "佐证材料 \(row) 缺失：没有 \(detail)"
        case .evidenceAltered: return "佐证材料 \(row) 被改动：\(detail) 已不是填报时的内容"
        case .evidenceUnreadable: return "佐证材料 \(row) 无法读取（\(detail)）"
        case .historyRewritten: return "操作流水\(span(fault))之间被重写（与 \(detail) 所记校验值不符）"
        }
    }

    private func remedy(_ code: LedgerFault.Code) -> String {
        switch code {
        case .notADatabase, .noLedger: "请核对文件，或用 patrold restore 从备份恢复"
        case .unreadable, .damaged: "请保留原文件，检查磁盘，并用 patrold restore 恢复"
        case .indexDisagrees, .danglingReference, .rowChanged, .rowMissing, .rowAdded, .columnContradicts,
            .objectMissing,
            .objectAdded,
            .objectChanged, .migrationMissing:
            "以操作流水为准，可停止 patrold 后用 patrold restore ledger.sqlite 重建"
        case .migrationUnknown: "请用写成该文件的版本核验"
        case .replayStopped: "请先处理以上操作流水的问题"
        case .evidenceMissing, .evidenceAltered:
            "请从备份目录的 evidence 取回同名文件，或用 patrold restore 恢复"
        case .evidenceUnreadable: "请核对权限和磁盘，再次核验"
        case .tailMissing: "请保留原文件，并从更新的备份恢复"
        default: "请保留原文件作为证据，并从备份恢复"
        }
    }

    private func kind(_ type: String) -> String {
        switch type {
        case "table": "表"
        case "index": "索引"
        case "trigger": "触发器"
        case "view": "视图"
        default: type
        }
    }

    private func span(_ fault: LedgerFault) -> String {
        let first = fault.event ?? 0
        guard let last = fault.through, last != first else { return "第 \(first) 条" }
        return "第 \(first) 至 \(last) 条"
    }

    package func note(_ note: LedgerNote) -> String {
        let event = note.event ?? 0
        return switch note.code {
        case .clockWentBack: "说明：系统时钟在第 \(event) 条处倒退 \(note.seconds) 秒"
        case .restored:
            note.through.map { "说明：台账曾从备份恢复，第 \(event) 至 \($0) 条当时未能恢复" }
                ?? "说明：台账曾从备份恢复（第 \(event) 条），当时已知的记录没有缺失"
        case .headOfMissingEvents: "说明：有一处记下的第 \(event) 条校验值属于恢复时已缺失的流水"
        case .unnamedEvidence: "说明：有 \(note.count ?? 0) 个佐证材料文件未被任何填报引用，满一天后自动清理"
        case .olderSchema: "说明：文件由较早版本写成，未核对各表；下次启动时自动升级"
        }
    }
}
