package import PatrolModel

/// 全部中文用语。
package struct Chinese: Phrases {
    package init() {}

    package var colon: String { "：" }

    package var comma: String { "、" }

    package func state(_ state: HazardState) -> String {
        switch state {
        case .reported: "已上报"
        case .ordered: "已交办"
        case .rectified: "待复查"
        case .verified: "待销号"
        case .closed: "已销号"
        }
    }

    package func duty(_ state: DutyState, _ manner: Programme.Manner) -> String {
        switch state {
        case .open: manner == .patrol ? "待巡" : "待查"
        case .done: manner == .patrol ? "已巡" : "已查"
        case .missed: manner == .patrol ? "漏巡" : "漏查"
        case .excused: manner == .patrol ? "免巡" : "免查"
        }
    }

    package func severity(_ severity: Hazard.Severity) -> String {
        switch severity {
        case .general: "一般"
        case .major: "重大"
        }
    }

    package func service(_ service: Order.Service) -> String {
        switch service {
        case .word: "口头"
        case .paper: "书面"
        case .message: "电子"
        }
    }

    package func role(_ role: Role) -> String {
        switch role {
        case .inspector: "巡查员"
        case .unit: "责任单位联络员"
        case .subdistrict: "街道"
        case .dispatcher: "派遣员"
        case .supervisor: "督查员"
        case .leadingGroup: "领导小组"
        case .auditor: "审计"
        case .admin: "系统管理员"
        }
    }

    package func verb(_ verb: Verb) -> String {
        switch verb {
        case .catalogueImport: "导入立案结案标准"
        case .siteImport: "导入巡查对象"
        case .siteRetire: "停用巡查对象"
        case .inspectionFile: "填报巡查记录"
        case .hazardReport: "上报隐患"
        case .hazardOrder: "交办"
        case .hazardRectify: "填报整改"
        case .hazardVerify: "复查"
        case .hazardClose: "销号"
        case .read: "查看"
        case .survey: "查看全区概况"
        case .audit: "查看操作流水"
        }
    }

    package func happened(_ verb: String) -> String {
        switch verb {
        case "ledger.begin": "建立台账"
        case "configuration.adopt": "启用配置"
        case "catalogue.import": "导入立案结案标准"
        case "site.import": "导入巡查对象"
        case "site.retire": "停用巡查对象"
        case "calendar.missing": "缺少工作日安排"
        case "period.open": "生成巡查任务"
        case "period.settle": "周期结算"
        case "morning.digest": "晨间清点"
        case "inspection.file": "巡查"
        case "hazard.report": "上报"
        case "hazard.order": "交办"
        case "hazard.rectify": "整改"
        case "hazard.verify": "复查"
        case "hazard.close": "销号"
        case "hazard.verify-failed": "复查不通过"
        case "hazard.overdue": "逾期"
        case "hazard.recompute": "期限重新计算"
        case "reminder.say": "发出提醒"
        default: verb
        }
    }

    package func heading(_ heading: Heading) -> String {
        switch heading {
        case .number: "编号"
        case .state: "状态"
        case .severity: "等级"
        case .what: "问题"
        case .site: "巡查对象"
        case .subdistrict: "街道"
        case .unit: "责任单位"
        case .due: "期限"
        case .overdue: "已逾期"
        case .programme: "巡查计划"
        case .period: "周期"
        case .assignee: "负责人"
        case .code: "编号"
        case .name: "名称"
        case .kind: "类别"
        case .tags: "标签"
        case .sequence: "序号"
        case .at: "时间"
        case .who: "经办人"
        case .did: "事项"
        case .about: "对象"
        case .fileWith: "填报命令"
        case .cadence: "频次"
        case .siteCount: "对象数"
        case .open: "未完成"
        case .done: "已完成"
        case .missed: "漏巡漏查"
        case .opens: "起止日期"
        case .duties: "任务数"
        case .condition: "立案条件"
        case .limit: "处置时限"
        case .closing: "结案条件"
        case .place: "位置"
        case .problem: "问题"
        case .difference: "差异"
        case .field: "项目"
        case .ours: "本台账"
        case .theirs: "对方名单"
        case .periods: "周期数"
        case .busiest: "单日最多"
        case .late: "逾期事项"
        case .content: "内容"
        }
    }

    package func label(_ label: Label) -> String {
        switch label {
        case .description: "问题描述"
        case .category: "立案小类"
        case .site: "巡查对象"
        case .unit: "责任单位"
        case .order: "交办单"
        case .observed: "发现时间"
        case .reported: "上报"
        case .served: "送达时间"
        case .rectified: "整改"
        case .verified: "复查"
        case .closed: "销号"
        case .deadline: "期限依据"
        case .closing: "结案条件"
        case .history: "办理经过"
        case .overdue: "已逾期"
        case .everOverdue: "曾经逾期"
        case .rework: "返工次数"
        case .reworkDue: "返工期限"
        case .activeFrom: "启用日期"
        case .activeTo: "停用日期"
        case .district: "辖区"
        case .zone: "时区"
        case .now: "当前时间"
        case .ledger: "台账"
        case .events: "操作流水"
        case .head: "末条校验值"
        case .sites: "巡查对象"
        case .programmes: "巡查计划"
        case .openDuties: "待办任务"
        case .openHazards: "未销号隐患"
        case .overdueHazards: "逾期隐患"
        case .awaitingVerification: "待复查"
        case .onTime: "按期"
        case .late: "逾期"
        case .yes: "是"
        case .severity: "等级"
        case .subdistrict: "街道"
        case .kind: "类别"
        case .tags: "标签"
        case .verifyDue: "复查期限"
        case .name: "名称"
        case .cadence: "频次"
        case .times: "每周期次数"
        case .role: "巡查人"
        case .period: "本周期"
        case .openNow: "未完成"
        case .done: "已完成"
        case .missed: "漏巡漏查"
        case .excused: "免巡免查"
        case .longestGap: "最长间隔"
        case .group: "大类"
        case .condition: "立案条件"
        case .retired: "已停用"
        case .lateReason: "迟报原因"
        }
    }

    package func difference(_ difference: RosterDifference) -> String {
        switch difference {
        case .new: "对方新增"
        case .gone: "对方没有"
        case .changed: "内容不同"
        }
    }

    package func notice(_ notice: Notice) -> String {
        switch notice {
        case .inspected(let id, let site, let result, let settled, let hazard):
            "已记录 \(id)（\(site)）" + (hazard.map { "，已上报隐患 \($0)" } ?? "")
                + (settled.isEmpty ? unsettled(result) : "，完成任务 \(settled.joined(separator: "、"))")
        case .reported(let hazard, let kind, let due): "已上报 \(hazard)，\(name(kind)) \(due)"
        case .ordered(let hazard, let order, let unit, let due):
            "已交办 \(hazard)：\(order) 送达\(unit)，整改期限 \(due)"
        case .rectified(let hazard): "已填报整改 \(hazard)，待他人复查"
        case .sentBack(let hazard): "复查不通过，\(hazard) 已退回返工"
        case .verified(let hazard): "复查通过 \(hazard)，重大隐患待领导小组销号"
        case .closed(let hazard): "已销号 \(hazard)"
        case .imported(let added, let changed, let retired):
            "导入完成：新增 \(added) 个，变更 \(changed) 个" + (retired > 0 ? "，停用 \(retired) 个" : "")
        case .catalogueImported(let added, let changed, let retired, let unread):
            "导入完成：新增小类 \(added) 个，变更 \(changed) 个，停用 \(retired.count) 个"
                + (retired.isEmpty
                    ? "" : "（\(retired.joined(separator: "、"))；文件如只是其中一张表，请导回原标准，并加 --keep-missing 重新导入）")
                + (unread > 0 ? "；另有 \(unread) 处无法识读，未导入" : "")
        case .retired(let sites): "已停用巡查对象 \(sites) 个"
        case .compared(let new, let gone, let changed):
            "对方新增 \(new) 个，对方没有 \(gone) 个，内容不同 \(changed) 项"
        case .provisional: "（暂定）"
        case .configurationSound(let district, let people, let programmes, let conditions, let years):
            "配置无误：\(district)，人员 \(people) 名，巡查计划 \(programmes) 项，立案条件 \(conditions) 条，"
                + (years.isEmpty
                    ? "没有任何年份的工作日安排" : "工作日安排 \(years.map(String.init).joined(separator: "、")) 年")
        case .simulated(let events, let from, let to, let seconds):
            "预演 \(from) 至 \(to)：操作流水 \(events) 条，用时 \(seconds) 秒"
        case .configurationFaults(let count): "配置有 \(count) 处错误；请改正后重新检查"
        case .laterInPeriod(let programme, let duties, let next, let command):
            "\(programme)：本周期另有 \(duties) 处，最早安排在 \(next)（\(command)）"
        case .gap(let from, let to, let length, let running):
            "\(length)（\(from) 至 \(running ? "现在" : to)）"
        case .version(let at, let person, let source, let name, let retired):
            "\(at) \(person)，据 \(source)：\(name)" + (retired ? "，停用" : "")
        case .chainIntact(let events, let head): "操作流水完整：共 \(events) 条，末条校验值 \(head)"
        case .chainBroken(let sequence):
            "操作流水被改动：第 \(sequence) 条与前一条不衔接；请停止 patrold，保留原文件作为证据，并从备份恢复"
        case .today(let date, let name, let duties, let overdue):
            "\(date)  \(name)：待巡查 \(duties) 处，逾期隐患 \(overdue) 件"
        case .overdueTitle: "逾期隐患"
        case .nothingToday: "今日没有待办的巡查任务"
        case .nothingOverdue: "没有逾期隐患"
        case .noRows: "没有记录"
        case .filedLate: "（补录）"
        }
    }

    private func unsettled(_ result: Inspection.Result) -> String {
        switch result {
        case .absent: "，到访不遇，任务仍待完成，请择时复访"
        case .refused: "，拒检，任务仍待完成，请择时复访"
        case .ok, .hazard: "，该对象当前没有待完成的任务"
        }
    }

    package func journal(_ line: JournalLine) -> String {
        switch line {
        case .started(let district, let socket): "patrold 已启动：\(district)，套接字 \(socket)"
        case .stopped: "patrold 已停止，没有未完成的写入"
        case .overdue(let hazard, let what, let site, let unit, let due):
            "隐患 \(hazard) 已于 \(due) 逾期：\(site)，\(what)，责任单位 \(unit)"
        case .orderOverdue(let hazard, let what, let site, let due):
            "隐患 \(hazard) 应于 \(due) 前交办，尚未交办：\(site)，\(what)"
        case .catalogueAdopted(let source, let added, let changed, let retired):
            "已按 \(source) 更新立案结案标准：新增小类 \(added) 个，变更 \(changed) 个，停用 \(retired.count) 个"
                + (retired.isEmpty ? "" : "（\(retired.joined(separator: "、"))）")
        case .missed(let programme, let period, let manner, let sites, let subdistrict):
            "\(duty(.missed, manner)) \(period) \(programme) \(subdistrict) \(sites.count) 处：\(sites.joined(separator: "、"))"
        case .morning(let date, let subdistrict, let open): "\(date) \(subdistrict) 待巡查 \(open) 处"
        case .clockStepped(let seconds): "系统时钟跳变 \(seconds) 秒，已重新核对任务"
        case .deadlineFirm(let hazard, let site, let unit, let due):
            "隐患 \(hazard) 的期限原为暂定，现按公布的工作日安排确定为 \(due)：\(site)，责任单位 \(unit)"
        case .calendarMissing(let year, let deadlines):
            "没有 \(year) 年的工作日安排，涉及 \(deadlines) 件隐患的期限为暂定；请在配置目录 calendar 中补入 \(year).yaml 后重启"
        }
    }

    package func who(_ person: String, typedBy typist: String?) -> String {
        person + (typist.map { "（\($0)代录）" } ?? "")
    }

    package func duration(seconds: Int64) -> String {
        let minutes = seconds / 60
        let parts = [(minutes / 1440, "天"), (minutes / 60 % 24, "小时"), (minutes % 60, "分")]
        let shown = parts.filter { $0.0 > 0 }
        return shown.isEmpty ? "不足 1 分" : shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
