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
        case .suspended: "已挂账"
        case .void: "已作废"
        }
    }

    package func state(_ state: UploadState) -> String {
        switch state {
        case .unsent: "未上报"
        case .changed: "已变更"
        case .sent: "待回执"
        case .accepted: "已接收"
        case .refused: "被退回"
        }
    }

    package func searchKind(_ kind: SearchEntry.Kind) -> String {
        switch kind {
        case .hazard: "隐患"
        case .site: "巡查对象"
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

    package func result(_ result: Inspection.Result) -> String {
        switch result {
        case .ok: "正常"
        case .hazard: "有隐患"
        case .absent: "到访不遇"
        case .refused: "拒检"
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
        case .uploadMake: "生成上报批次"
        case .uploadReceipt: "导入上报回执"
        case .siteImport: "导入巡查对象"
        case .siteRetire: "停用巡查对象"
        case .inspectionFile: "填报巡查记录"
        case .inspectionImport: "按文件填报巡查记录"
        case .hazardReport: "上报隐患"
        case .hazardOrder: "交办"
        case .hazardRectify: "填报整改"
        case .hazardVerify: "复查"
        case .hazardClose: "销号"
        case .hazardReturn: "退单"
        case .hazardReassign: "处理退单"
        case .hazardProgress: "记录阶段进展"
        case .hazardExtend: "申请延期"
        case .hazardDecideExtension: "审批延期"
        case .hazardSuspend: "挂账"
        case .hazardResume: "恢复计时"
        case .hazardRefer: "移交其他部门"
        case .hazardAnswerReferral: "登记移交回复"
        case .hazardSupervise: "督办"
        case .hazardVoid: "作废"
        case .hazardDowngrade: "降级"
        case .hazardProsecute: "登记立案查处"
        case .hazardLookBack: "回头看"
        case .evidenceUpload: "提交佐证材料"
        case .read: "查看"
        case .briefing: "查看他人的晨间清单"
        case .survey: "查看全区概况"
        case .audit: "查看操作流水"
        }
    }

    package func happened(_ verb: String) -> String {
        switch verb {
        case "ledger.restore": "台账恢复"
        case "ledger.begin": "建立台账"
        case "configuration.adopt": "启用配置"
        case "catalogue.import": "导入立案结案标准"
        case "site.import": "导入巡查对象"
        case "site.retire": "停用巡查对象"
        case "calendar.missing": "缺少工作日安排"
        case "period.open": "生成巡查任务"
        case "period.settle": "周期结算"
        case "morning.digest": "晨间清点"
        case "reminder.fire": "期限提醒"
        case "reminder.hook": "提醒转发"
        case "inspection.file": "巡查"
        case "hazard.report": "上报"
        case "hazard.order": "交办"
        case "hazard.rectify": "整改"
        case "hazard.verify": "复查"
        case "hazard.close": "销号"
        case "hazard.verify-failed": "复查不通过"
        case "hazard.report-fixed": "上报（立行立改）"
        case "hazard.overdue": "逾期"
        case "hazard.recompute": "期限重新计算"
        case "hazard.return": "退单"
        case "hazard.reassign": "改派"
        case "hazard.reject-return": "驳回退单"
        case "hazard.progress": "阶段进展"
        case "hazard.ask-extension": "申请延期"
        case "hazard.grant-extension": "批准延期"
        case "hazard.deny-extension": "驳回延期"
        case "hazard.lapse-extension": "延期申请过时未决定"
        case "hazard.refer": "移交"
        case "hazard.acknowledge-referral": "移交签收"
        case "hazard.refuse-referral": "移交被退回"
        case "hazard.conclude-referral": "移交处理结果"
        case "hazard.suspend": "挂账"
        case "hazard.renew-suspension": "挂账续期"
        case "hazard.resume": "恢复计时"
        case "hazard.supervise": "督办"
        case "hazard.ask-void": "申请作废"
        case "hazard.reject-void": "未同意作废"
        case "hazard.void": "作废"
        case "hazard.merge": "并入重复上报"
        case "hazard.downgrade": "降级"
        case "hazard.open-case": "立案查处"
        case "hazard.conclude-case": "案件处理结果"
        case "hazard.look-back": "回头看"
        case "hazard.rebound": "反弹"
        case "upload.batch": "生成上报批次"
        case "upload.receipt": "导入上报回执"
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
        case .fileWith: "办理命令"
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
        case .size: "大小"
        case .file: "文件"
        case .siteCode: "对象编号"
        case .working: "工作时间"
        case .count: "件数"
        case .worst: "最久"
        case .worstWorking: "最久（工作时间）"
        case .command: "查看命令"
        case .figure: "事项"
        case .person: "填报人"
        case .key: "防重编号"
        case .dutyId: "任务编号"
        case .reported: "上报时间"
        case .closed: "销号时间"
        case .served: "送达时间"
        case .tick: "办"
        case .recipient: "清单"
        case .recipientCode: "清单编号"
        case .section: "分类"
        case .rectified: "整改时间"
        case .category: "小类代码"
        case .describe: "问题描述"
        case .opensAt: "开始"
        case .dueAt: "截止"
        case .target: "目标日"
        case .order: "交办单"
        case .everOverdue: "曾逾期"
        case .rework: "返工"
        case .severityLevel: "等级"
        case .system: "上报系统"
        case .upload: "上报情况"
        case .batch: "批次"
        case .external: "接收编号"
        case .answer: "回执说明"
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
        case .position: "位置"
        case .toldApart: "不同于"
        case .radius: "查重半径"
        case .checklist: "检查表"
        case .lookBack: "回头看"
        case .result: "结果"
        case .hazard: "隐患"
        case .note: "备注"
        case .changes: "历次变更"
        case .progress: "阶段进展"
        case .returned: "退单"
        case .referral: "移交"
        case .acknowledged: "签收"
        case .outcome: "处理结果"
        case .extensionAsked: "申请延期"
        case .extensions: "已延期次数"
        case .suspended: "挂账"
        case .measures: "安全措施"
        case .worksPlan: "建设计划"
        case .supervised: "督办"
        case .planLeader: "责任领导"
        case .planMeasures: "治理措施"
        case .planFunds: "经费"
        case .planInCharge: "责任人"
        case .planDeadline: "治理时限"
        case .planContingency: "应急预案"
        case .rectificationPlan: "治理方案"
        case .possible: "现在可以"
        case .voidAsked: "申请作废"
        case .voided: "作废"
        case .duplicateOf: "重复于"
        case .duplicates: "重复上报"
        case .enforcementCase: "立案查处"
        case .lookBacks: "回头看"
        case .rebounds: "反弹次数"
        case .receivedBy: "签收人"
        case .auditFinding: "审计发现"
        case .officers: "执法人员"
        case .madeAt: "生成时间"
        case .madeBy: "生成人"
        case .hazards: "隐患件数"
        case .evidence: "佐证材料"
        }
    }

    package func moment(_ moment: Evidence.Moment) -> String {
        switch moment {
        case .before: "整改前"
        case .after: "整改后"
        case .scene: "现场"
        case .document: "文书"
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
        case .inspected(let id, let site, let result, let settled, let officers, let hazards, let fixed):
            "已记录 \(id)（\(site)）" + (officers.isEmpty ? "" : "，执法人员 \(officers.joined(separator: "、"))")
                + (hazards.isEmpty ? "" : "，已上报隐患 \(hazards.joined(separator: "、"))")
                + (fixed.isEmpty
                    ? ""
                    : "（\(fixed == hazards ? "" : fixed.joined(separator: "、") + " ")立行立改，待他人复查后销号）")
                + (settled.isEmpty ? unsettled(result) : "，完成任务：\(settled.joined(separator: "、"))")
        case .reported(let hazard, let kind, let due): "已上报 \(hazard)，\(name(kind)) \(due)"
        case .ordered(let hazard, let order, let unit, let due):
            "已交办 \(hazard)：\(order) 送达\(unit)，整改期限 \(due)"
        case .dayFiled(let added, let repeated, let settled, let hazards):
            "新记录 \(added) 条，已记录过 \(repeated) 条，完成任务 \(settled) 项，上报隐患 \(hazards) 件"
        case .reportedFixed(let hazard): "已记录 \(hazard)：立行立改，当场已整改，待他人复查后销号"
        case .rectified(let hazard): "已填报整改 \(hazard)，待他人复查"
        case .sentBack(let hazard): "复查不通过，\(hazard) 已退回返工"
        case .sentBackToOrder(let hazard): "复查不通过，\(hazard) 当场整改不予认定，已退回上报，请交办责任单位"
        case .verified(let hazard): "复查通过 \(hazard)，重大隐患待领导小组销号"
        case .done(let deed, let hazard, let next): done(deed, hazard, next)
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
        case .confirmed(let hand): "确认：\(hand)"
        case .notYet: "尚无"
        case .holds: "没有反弹"
        case .toBeDecided(let time): "须于 \(time) 前决定，过时视为不同意"
        case .standsStill(let since, let until): "自 \(since) 暂停计时，至 \(until) 止"
        case .uploadMade(let number, let system, let hazards, let file):
            "已生成上报批次 \(number)：\(system)，隐患 \(hazards) 件"
                + (file.map { "，写入 \($0)" } ?? "；用 patrol upload show \(number) --file 文件 写成文件")
                + (hazards == UploadBatch.most ? "；一批最多 \(hazards) 件，可能还有，请再次执行" : "")
        case .uploadWritten(let number, let hazards, let file): "批次 \(number) 已写入 \(file)：隐患 \(hazards) 件"
        case .uploadAnswered(let system, let accepted, let refused, let isRepeated):
            (isRepeated ? "此回执已导入过，没有重复记录：" : "已导入回执：")
                + "\(system) 接收 \(accepted) 件，退回 \(refused) 件"
                + (refused > 0 ? "；退回原因见 patrol upload list --refused" : "")
        case .provisional: "（暂定）"
        case .provisionalMark: "（暂）"
        case .alreadyLate: "（已逾期）"
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
            "\(date)  \(name)：" + (duties.map { "待巡查 \($0) 处，" } ?? "") + "逾期隐患 \(overdue) 件"
        case .overdueTitle: "逾期隐患"
        case .ordersTitle: "待整改"
        case .lookBacksTitle: "回头看"
        case .lookBackAt(let what, let site): "回头看：\(what)（\(site)）"
        case .lookBackPlan(let plan):
            "\(plan.severity.map { severity($0) + "隐患" } ?? "隐患")销号后第 \(plan.after) 天"
                + (plan.categories.isEmpty ? "" : "（小类 \(plan.categories.joined(separator: "、"))）")
        case .nothingToday: "今日没有待办的巡查任务"
        case .nothingOverdue: "没有逾期隐患"
        case .noRows: "没有记录"
        case .nothingFound: "没有找到；请换更短的词，或用 patrol hazard list 按条件查看"
        case .moreFound(let count, let isCounted):
            "还有 \(count) \(isCounted ? "" : "多")条；请加词缩小范围，或用 --limit 多看（最多 200 条）"
        case .filedLate: "（补录）"
        case .kept(let number, let key, let obstacle):
            "\(self.obstacle(obstacle))，\(obstacle.isUnsure ? "不能确定是否已记录" : "尚未记录")；已存入发件箱第 \(number) 件（防重编号 \(key)），恢复后由下一条命令按顺序补送，可用 patrol outbox list 查看"
        case .delivered(let number, let verb, let about, let id):
            "已补送发件箱第 \(number) 件：\(self.verb(verb)) \(about)，记录为 \(id)"
        case .deliveryRefused(let number, let verb, let about, let reason):
            "发件箱第 \(number) 件未被接受：\(self.verb(verb)) \(about)：\(refusal(reason))；仍在发件箱中，请用 patrol outbox retry\(reason.isAboutDuplicates ? " \(number) --new " : " ")或 drop 处理"
        case .brokenInOutbox(let number, let path):
            "发件箱第 \(number) 件已损坏，无法补送：\(path)；请按原始记录重新填报，再用 patrol outbox drop \(number) 删除"
        case .stillWaiting(let count): "发件箱还有 \(count) 件未能补送；可用 patrol outbox list 查看"
        case .leftInOutbox(let refused, let elsewhere):
            "发件箱还有 "
                + (refused > 0 ? "\(refused) 件未被接受或已损坏" : "")
                + (refused > 0 && elsewhere > 0 ? "、" : "")
                + (elsewhere > 0 ? "\(elsewhere) 件属于另一个 patrold（--socket 不同）或另一个用户" : "")
                + "；可用 patrol outbox list 查看"
        case .keptSince(let time): "（\(time) 存入发件箱，之后送达）"
        case .noEvidence: "没有佐证材料"
        case .evidenceSaved(let files, let folder): "已存入 \(folder)：\(files) 个文件"
        case .outboxEmpty: "发件箱为空，填报都已记录"
        case .waiting: "待补送"
        case .refusedFor(let reason): "未被接受：\(refusal(reason))"
        case .broken(let path): "已损坏：\(path)"
        case .dropped(let number, let verb, let about, let key):
            "已从发件箱删除第 \(number) 件，不再补送"
                + (verb.map { "：\(self.verb($0)) \(about)" } ?? "") + (key.map { "（防重编号 \($0)）" } ?? "")
        case .sending(let percent): "正在发送 \(percent)%"
        case .recording: "已发送，正在记入台账"
        case .morning(let day, let name, let time): "\(day) \(time)  \(name)"
        case .figure(let figure):
            switch figure {
            case .overdue: "逾期隐患"
            case .dueToday: "今日到期隐患"
            case .dutiesDueToday: "今日到期任务"
            case .missedYesterday: "昨日漏巡漏查"
            case .awaitingVerification: "待复查"
            case .awaitingClosing: "待领导小组销号"
            case .undecided: "退单、延期、作废待决定"
            case .returned: "退回返工"
            case .noAccess: "到访不遇或拒检待复访"
            }
        case .helpIsThere: "我的任务：patrol today；全部命令：patrol --help"
        case .noUnitTold: "（尚未交办）"
        case .asOf(let time, let event): "截至 \(self.time(time)) 的台账（操作流水第 \(event) 号及以前）"
        case .overdueBy(let length, let office): "\(length)，其中工作时间\(office)"
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
            "没有 \(year) 年的工作日安排，涉及 \(deadlines) 件隐患的期限为暂定；请在配置目录 calendar 中补入 \(year).yaml 后重新加载（systemctl reload patrold）"
        case .ledgerTrouble(let trouble, let cause):
            "台账\(self.trouble(trouble))，暂不能记录填报（各人的填报存入其发件箱）：\(cause)；\(remedy(trouble))"
        case .ledgerRecovered(let trouble): "台账已恢复记录（此前\(self.trouble(trouble))）"
        case .logGrows(let trouble, let cause):
            "填报仍在记录，但预写日志无法并入台账文件：台账\(self.trouble(trouble))（\(cause)）；\(remedy(trouble))"
        case .chainHead(let event, let hash): "台账末条校验值：第 \(event) 条 \(hash)"
        case .ledgerSaved(let path, let event, true):
            "台账在运行中被移走，已将内存中保留的内容（至第 \(event) 条）放回 \(path)，没有丢失；patrold 现在重新启动"
        case .ledgerSaved(let path, let event, false):
            "台账在运行中被其他文件替换，已将内存中保留的内容（至第 \(event) 条）另存为 \(path)，没有丢失；请用 patrold restore \(path) 恢复后启动 patrold"
        case .clockBehind(let seconds):
            "系统时钟比台账最后一条记录早 \(seconds) 秒；请核对时钟（timedatectl），此后的记录按现在的时钟"
        }
    }

    package func who(_ person: String, typedBy typist: String?) -> String {
        (person == "patrold" ? "系统" : person) + (typist.map { "（\($0)代录）" } ?? "")
    }

    package func duration(seconds: Int64) -> String { length(seconds, units: 3) }

    package func roughly(seconds: Int64) -> String { length(seconds, units: 2) }

    package func roughHours(seconds: Int64) -> String {
        seconds >= 3600 ? "\(seconds / 3600)小时" : "\(seconds / 60)分"
    }

    private func length(_ seconds: Int64, units: Int) -> String {
        let minutes = seconds / 60
        let parts = [(minutes / 1440, "天"), (minutes / 60 % 24, "小时"), (minutes % 60, "分")]
        let shown = parts.drop { $0.0 == 0 }.prefix(units).filter { $0.0 > 0 }
        return shown.isEmpty ? "不足1分" : shown.map { "\($0.0)\($0.1)" }.joined()
    }

    private func obstacle(_ error: PatrolError) -> String {
        switch error {
        case .daemonUnreachable(let socket): "连不上 patrold（\(socket)）"
        case .noAnswer: "patrold 没有回应"
        case .shuttingDown: "patrold 正在停止"
        case .tooManyConnections(let limit): "连接已超过 \(limit) 个"
        case .keptInFuture(let minutes): "本机时钟比服务快 \(minutes) 分钟"
        case .cannotWrite(let path, let detail): "无法写入 \(path)（\(detail)）"
        case .ledgerUnavailable(let trouble): "台账\(self.trouble(trouble))"
        default: "patrold 出错"
        }
    }
}
