package import PatrolModel

extension Chinese {
    package func refusal(_ error: PatrolError) -> String {
        switch error {
        case .malformedRequest(let detail): "请求无法识读（\(detail)）；请使用与 patrold 同版本的 patrol"
        case .invalidUTF8(let place): "\(utf8Place(place)) 不是有效的 UTF-8 或 GB18030；请另存或重新输入为 UTF-8"
        case .bodyTooLarge(let limit): "请求超过 \(limit / 1024) KiB；请缩短内容或拆分文件"
        case .malformedKey(let key): "“\(safe(key))”不是有效的防重编号；请填 UUID，或不写 --key"
        case .keyReused(let key): "防重编号 \(key) 已用于另一次填报；如需新填报，请不写 --key"
        case .crossOrigin: "此处不接受网页发来的请求；请使用 patrol"
        case .unknownRoute(let path): "patrold 没有 \(safe(path))；请使用与 patrold 同版本的 patrol"
        case .emptyText(.note): "备注为空；请用 --note 简要填写所见情况"
        case .emptyText(.reason): "原因为空；请用 --note 或 --reason 说明"
        case .emptyText(let field): "\(name(field))为空；请简要填写"
        case .textTooLong(let field, let length, let limit):
            "\(name(field))有 \(length) 字，最多 \(limit) 字；请精简"
        case .controlCharacter(let field, let scalar, let position):
            "\(name(field))第 \(position) 个字符是控制字符（\(scalar)）；请删去后重新输入"
        case .unreadableTime(let text): "时间“\(safe(text))”无法识读；请写 17:55 或“2026-11-23 17:55”"
        case .unreadableDate(let text): "日期“\(safe(text))”无法识读；请写 2026-11-23"
        case .unreadableMoment(let text): "“\(safe(text))”无法识读；请写 2026-11-23 或“2026-11-23 17:55”"
        case .momentToCome(let time, let now):
            "\(self.time(time)) 尚未到来（现在是 \(self.time(now))）；请写已过去的日期或时间，查看当前情况不加 --as-of"
        case .beforeLedger(let time, let began):
            "截至 \(self.time(time))，台账尚未建立；台账自 \(self.time(began)) 起记录，请写其后的时间"
        case .unreadableLimit(let text): "时限“\(safe(text))”无法识读；请写 2紧急工作时、4工作时、5工作日 或 15自然日"
        case .futureTime(let time, let now): "\(self.time(time)) 尚未到来（现在是 \(self.time(now))）；请填写实际发现的时间"
        case .lateWithoutReason(let hours): "距发现或完成已超过 \(hours) 小时；请用 --reason 说明为何现在才填报"
        case .longAgo(let time, let days): "\(self.time(time)) 距今超过 \(days) 天；请核对日期"
        case .keptInFuture(let minutes):
            "发件箱中的填报比服务的时钟早 \(minutes) 分钟，暂不接收；请管理员校准时钟，稍后会自动补送"
        case .servedBeforeFailure(let failed):
            "送达时间早于复查不通过的时间（\(time(failed))）；请填写责任单位实际获知的时间"
        case .servedBeforeObserved(let observed): "送达时间早于发现时间（\(time(observed))）；请填写责任单位实际获知的时间"
        case .rectifiedBeforeServed(let served): "整改时间早于送达时间（\(time(served))）；请填写实际整改完成的时间"
        case .rectifiedBeforeFailure(let failed): "整改时间早于上次复查不通过的时间（\(time(failed))）；请填写返工完成的时间"
        case .emptyRoster: "文件中没有数据行；标题行之下每行写一个巡查对象"
        case .emptyCatalogue: "文件中没有数据行；标题行之下每行写一个立案条件"
        case .emptyDay: "文件中没有数据行；标题行之下每行写一次巡查"
        case .emptyUploadReceipt: "文件中没有数据行；标题行之下每行写一件隐患的接收结果"
        case .uploadReceiptTooLong(let rows, let limit): "文件有 \(rows) 行，一次最多 \(limit) 行；请拆分文件"
        case .badUploadReceipt(let faults):
            "有 \(faults.count) 处不能导入，没有导入任何回执：" + faults.prefix(3).map(fault).joined(separator: "；")
                + (faults.count > 3 ? " 等" : "") + "；请改正后重新导入"
        case .dayTooLong(let rows, let limit): "文件有 \(rows) 行，一次最多 \(limit) 行；请拆分文件"
        case .badDay(let faults):
            "有 \(faults.count) 处不能填报，没有填报任何记录：" + faults.prefix(10).map(fault).joined(separator: "；")
                + (faults.count > 10 ? " 等" : "") + "；请改正后重新填报"
        case .badCatalogue(let faults):
            "有 \(faults.count) 处不能导入，没有导入任何数据：" + faults.prefix(3).map(fault).joined(separator: "；")
                + (faults.count > 3 ? " 等" : "") + "；请改正，或加 --accept-readable 只导入其余各行"
        case .badRows(let faults):
            "未导入任何数据：" + faults.prefix(10).map(fault).joined(separator: "；")
                + (faults.count > 10 ? "；另有 \(faults.count - 10) 处" : "") + "；请改正后重新导入"
        case .missingColumn(let name): "文件缺少“\(name)”列；第一行应为列标题"
        case .repeatedColumn(let name): "首行有两个“\(safe(name))”列；请只保留一个"
        case .unknownColumn(let name):
            "没有“\(safe(name))”这一列；可用的列：\(DayRow.Column.allCases.map(\.chinese).joined(separator: "、"))"
        case .textAfterQuote(let line): "第 \(line) 行引号之后还有文字；单元格内的引号请写两个"
        case .unterminatedQuote(let line): "第 \(line) 行的引号没有配对；请补上引号后重新导入"
        case .unreadableFile(let path): "无法读取 \(safe(path))；请核对文件名和读取权限"
        case .searchTooVague(let text):
            (text.isEmpty ? "检索内容为空" : "“\(safe(text))”太短或只有标点") + "；请输入相连的两个以上汉字、字母或数字"
        case .searchTooLong(let length, let limit): "检索内容有 \(length) 字，最多 \(limit) 字；请只写几个关键词"
        case .unknownKind(let name, let nearest):
            unknown("对象类别", name, nearest, "类别见 patrol.yaml 中的 siteKinds")
        case .ambiguousCategory(let name, let codes):
            "有 \(codes.count) 个小类叫“\(safe(name))”：\(codes.joined(separator: "、"))；请写代码"
        case .unknownSite(let code, let nearest): unknown("巡查对象", code, nearest, "可用 patrol site list 查看")
        case .siteNotActive(let code, let date): "巡查对象 \(code) 在 \(date) 未启用；可用 patrol site show 查看启停日期"
        case .unknownCategory(let code, let nearest):
            unknown("立案小类", code, nearest, "可用 patrol catalogue list 查看")
        case .retiredCategory(let code, let name):
            "立案小类 \(code) \(name) 已停用；请另选小类，可用 patrol catalogue list 查看"
        case .unknownCondition(let category, let choices):
            "小类 \(category) 没有这一立案条件；请用 --condition 选择：\(choices.joined(separator: "；"))"
        case .conditionNeeded(let category, let choices):
            "小类 \(category) 有多个立案条件；请用 --condition 选择：\(choices.joined(separator: "；"))"
        case .unknownUnit(let unit, let nearest):
            unknown("责任单位", unit, nearest, "须是巡查对象台账或 patrol.yaml 中 units 所列单位")
        case .unknownSubdistrict(let name, let nearest):
            unknown("街道", name, nearest, "可用 patrol site list 查看各对象所在街道")
        case .unknownPerson(let id, let nearest): unknown("人员", id, nearest, "人员见 patrol.yaml")
        case .unknownProgramme(let id, let nearest): unknown("巡查计划", id, nearest, "计划见 programmes 目录")
        case .unknownHazard(let id): "没有隐患 \(safe(id))；可用 patrol hazard list 查看您有权查看的隐患"
        case .unknownSystem(let id, let nearest):
            unknown("上报系统", id, nearest, "上报系统见 patrol.yaml 中的 uploads")
        case .unknownUpload(let number): "没有上报批次 \(safe(number))；可用 patrol upload list 查看各隐患的批次"
        case .neverUploaded(let hazard, let system):
            "隐患 \(safe(hazard)) 从未上报 \(system)；请核对回执是否属于本区、是否选错系统"
        case .nothingToUpload(let system):
            "\(system) 没有未上报或已变更的隐患；被退回的如需原样重报，请加 --refused"
        case .externalNumberTaken(let number, let hazard):
            "接收编号 \(safe(number)) 已属于 \(hazard)；请与对方系统核对"
        case .programmeNotForSite(let programme, let site):
            "巡查计划 \(programme) 不包括 \(site)；不写 --programme 即完成该对象的全部任务"
        case .claimedSince(let hazard, let verb, let at):
            "隐患 \(hazard) 在 \(time(at)) 又有新的填报，这次\(self.verb(verb))写在其前，不能算数；请重新查看后再\(self.verb(verb))"
        case .wrongState(let hazard, let verb, let state, let possible):
            "隐患 \(hazard) \(self.state(state))，不能\(self.verb(verb))；"
                + (possible.isEmpty ? "已无后续办理事项" : "现在可以：\(moves(possible))")
        case .resultContradictsHazard: "已填报隐患，巡查结果却写为其他；请不写 --result"
        case .looksLikeDuplicate(_, let candidates):
            "可能重复，已有未销号的同类隐患：\(candidates.map(candidate).joined(separator: "；"))；确属新问题请加 --new，否则不必再报，可用 patrol hazard show 查看"
        case .actionWithoutFix: "写了整改内容，却没有写明已当场整改；请写明立行立改（--fixed），或删去整改内容"
        case .emptyEvidence(let name): "文件“\(safe(name))”是空的；请核对后重新填报"
        case .evidenceTooLarge(let name, let limit):
            "文件“\(safe(name))”超过 \(limit >> 20) MiB；请压缩或缩小尺寸后重新填报"
        case .unknownEvidenceType(let name):
            "文件“\(safe(name))”不是照片或 PDF；照片请用 JPEG、PNG、WebP、HEIC 格式，文书请存为 PDF"
        case .tooMuchEvidence(let files, let limit): "一次填报附了 \(files) 个文件，最多 \(limit) 个；请只附能说明问题的"
        case .evidenceGarbled(let name): "文件“\(safe(name))”的内容与其校验值不符；请核对原文件后重新填报"
        case .evidenceNotHandedIn(let name): "文件“\(safe(name))”尚未送达；请连同文件重新填报"
        case .unknownEvidence(let name): "没有佐证材料 \(safe(name))；可用 patrol evidence list 查看您有权查看的材料"
        case .evidenceNeeded(let hazard):
            "隐患 \(hazard) 没有整改后的佐证材料，不能复查通过；请到场拍照，用 --photo 随复查附上"
        case .evidenceOfFixNeeded:
            "立行立改的隐患须有整改前、整改后的照片；请用 --photo 附整改前、--photo-after 附整改后的照片"
        case .noChecklist(let programme): "巡查计划 \(programme) 没有检查表；请不填检查项"
        case .noChecklistOwed(let site):
            "\(site) 当前没有带检查表的待办任务；请用 --programme 写明是哪项计划的检查表"
        case .ambiguousChecklist(let site, let programmes):
            "\(site) 当前有多项计划带检查表：\(programmes.joined(separator: "、"))；请用 --programme 写明是哪一项"
        case .unknownItem(let programme, let number, let items):
            "巡查计划 \(programme) 没有第 \(number) 项检查项；请填第 1 至 \(items) 项"
        case .itemAnsweredTwice(let programme, let number):
            "巡查计划 \(programme) 第 \(number) 项填了两次；请只填一次"
        case .itemsUnanswered(let programme, let numbers):
            "巡查计划 \(programme) 的检查项没有填全；请补填第 \(items(numbers)) 项"
        case .badItemsWithoutHazard(let programme, let numbers):
            "巡查计划 \(programme) 第 \(items(numbers)) 项不合格，却没有上报隐患；请在同一次填报中上报"
        case .officersNeeded(let programme, let officers, let named):
            "巡查计划 \(programme) 须有 \(officers) 名执法人员一同检查，现有 \(named) 名；请用 --with 写明同行的其他执法人员"
        case .officerWithoutCertificate(let programme, let person):
            "巡查计划 \(programme) 的执法人员须有执法证号，\(safe(person)) 没有；请换有证人员，或请管理员在 patrol.yaml 中填写 certificate"
        case .officerOfUnit(let programme, let person, let unit):
            "\(safe(person)) 属于被检查对象的责任单位\(unit)，不能作为巡查计划 \(programme) 的执法人员；请由该单位以外的人员检查"
        case .officerNamedTwice(let person): "同行人员 \(safe(person)) 写了两次，或就是填报人；请只写其他同行人员，每人一次"
        case .resultContradictsChecklist: "到访不遇或拒检，却填了检查项；请改正结果，或不填检查项"
        case .rectifiedBySamePerson(let hazard, let verb, let person):
            "隐患 \(hazard) 不能\(self.verb(verb))：整改由 \(person) 完成或代录；请由其他人员本人登录\(self.verb(verb))"
        case .verifiedBySamePerson(let hazard, let person):
            "隐患 \(hazard) 不能销号：\(person) 已作复查或代录复查；请由领导小组其他成员本人登录销号"
        case .belongsToUnit(let hazard, let verb, let person, let unit):
            "隐患 \(hazard) 不能\(self.verb(verb))：\(person) 属于责任单位\(unit)；请由该单位以外的人员办理"
        case .returnTooLate(let hazard, let latest):
            "隐患 \(hazard) 的退单期限已于 \(time(latest)) 届满；请限期整改，确需延期的用 patrol hazard extend 申请"
        case .reassignedToSameUnit(let hazard, let unit):
            "隐患 \(hazard) 正是\(unit)退回的；请改派其他单位，认为仍属该单位的用 --reject 并写明 --reason"
        case .servedTooEarly(let hazard, let earliest):
            "送达时间早于隐患 \(hazard) 上一步的时间 \(time(earliest))；请改正 --served-at"
        case .lookedBackBeforeClosed(let hazard, let closed):
            "隐患 \(hazard) 于 \(time(closed)) 才销号，回头看不能早于此；请改正 --observed-at"
        case .progressBeforeServed(let served):
            "进展时间早于送达时间 \(time(served))；请改正 --observed-at"
        case .extensionAfterDeadline(let hazard, let due):
            "隐患 \(hazard) 的期限 \(time(due)) 已过，不能再申请延期；请尽快整改，确需暂停的由督查员挂账"
        case .extensionsExhausted(let hazard, let granted):
            "隐患 \(hazard) 已延期 \(granted) 次，不能再延；请尽快整改，确需暂停的由督查员挂账"
        case .extensionTooLong(let hazard, let limit, let percent):
            "隐患 \(hazard) 的延期须与原时限同为工作时间或自然时间，且不超过原时限 \(self.limit(limit)) 的 \(percent) %；请改正 --by"
        case .ownRequest(let hazard, let verb, let person):
            "隐患 \(hazard) 不能由 \(person) \(self.verb(verb))：本人已经手或代录其中一步；请由其他人员本人登录办理"
        case .suspensionTooLong(let from, let latest):
            "挂账须在 \(from) 至 \(latest) 之间到期；请改正 --until"
        case .enteredPlanNeeded(let given):
            given
                ? "只有待工程实施的挂账才写计划编号；请改为 --ground works，或不写 --plan"
                : "待工程实施的挂账须写明已列入计划的编号和日期；请加 --plan 和 --plan-entered，仅申报未列入的不能挂账"
        case .planNotEntered(let number, let date):
            "计划 \(safe(number)) 到 \(date) 才列入；请列入之后再挂账"
        case .duplicateNeedsOriginal(let given):
            given == nil
                ? "重复上报须写明与哪一件重复；请加 --duplicate-of"
                : "只有重复上报才写与哪一件重复；请不写 --ground，或不写 --duplicate-of"
        case .notAnOriginal(let hazard, let original):
            "隐患 \(hazard) 不能并入 \(original)：并入的须是另一件未办结的隐患；请核对编号，已销号又出现的用 patrol hazard look-back"
        case .planNeeded(let hazard):
            "重大隐患 \(hazard) 还没有治理方案；请督查员用 patrol hazard supervise 填报责任领导、措施、资金、责任人、期限和应急预案"
        case .caseOpen(let hazard, let number):
            "隐患 \(hazard) 已立案 \(safe(number))，尚无结果；请先用 --outcome 登记结果"
        case .noCase(let hazard):
            "隐患 \(hazard) 没有未结的案件；请先用 --number 登记立案"
        case .noVoidAsked(let hazard):
            "隐患 \(hazard) 没有待确认的作废；要作废请写 --ground 或 --duplicate-of"
        case .voidAsked(let hazard, let person):
            "隐患 \(hazard) 已由 \(person) 提出作废；请另一名督查员用 --confirm 确认或 --reject 驳回"
        case .referredToSameUnit(let hazard, let unit):
            "隐患 \(hazard) 已交办\(unit)；请移交其他部门，需延长期限的由该单位用 patrol hazard extend 申请"
        case .unknownCaller(let user): "系统用户“\(user)”未登记；请管理员在 patrol.yaml 的 people 中添加"
        case .notAllowed(let verb, let person, let roles):
            "\(person) 无权\(self.verb(verb))；该项权限属于：\(roles.map(role).joined(separator: "、"))"
        case .outOfScope(let verb, let person, let subject):
            "\(person) 不能对 \(subject) \(self.verb(verb))：不在其职责范围；请联系其负责人"
        case .mayNotActForOthers(let person): "\(person) 无权代他人填报；请不写 --as，或请督查员、系统管理员代录"
        case .tooManyConnections(let limit): "您的连接已超过 \(limit) 个；请关闭一些后再试"
        case .mayNotReload(let user):
            "系统用户“\(safe(user))”无权重新加载配置；请用 systemctl reload patrold，或由 root 或运行 patrold 的用户执行"
        case .districtChanged(let ledger, let configured):
            "台账属于辖区 \(safe(ledger))，配置却写为 \(safe(configured))；请改正 patrol.yaml 中的 district，另一辖区须另建台账"
        case .zoneChanged(let from, let to):
            "时区由 \(safe(from)) 改为 \(safe(to))，运行中不能更改；请用 systemctl restart patrold 重新启动"
        case .unsuitableSockets(let count):
            (count == 1 ? "systemd 交来的套接字不是监听中的 Unix 流套接字" : "systemd 交来 \(count) 个套接字，只用一个")
                + "；请在 patrold.socket 中只写一行 ListenStream=，值为套接字路径"
        case .daemonUnreachable(let socket):
            "连不上 patrold（\(socket)）；请管理员用 systemctl start patrold 启动后重试"
        case .socketForbidden(let socket): "您无权使用 \(socket)；请管理员将您加入 patrol 组后重新登录"
        case .noAnswer(let key):
            "patrold 没有回应，不能确定是否已记录；" + (key.map { "请加 --key \($0) 重新发送，只会记录一次" } ?? "请重新查询")
        case .shuttingDown: "patrold 正在停止；请稍后再试"
        case .alreadyRunning(let state): "已有 patrold 在使用 \(state)；请先停止它，或用 --state 指定其他目录"
        case .socketInUse(let path): "\(path) 已有程序在应答；请先停止它，或用 --socket 指定其他路径"
        case .badConfiguration(let faults): "配置有误：" + faults.map(fault).joined(separator: "；") + "；请改正后重新启动"
        case .ledgerExists(let path): "\(path) 已有台账；请用 --state 另选目录"
        case .newerLedger(let path): "\(path) 由更新版本的 patrold 写成，未作任何改动；请安装该版本"
        case .unsoundLedger(let path, let faults):
            "\(path) 的操作流水不可信，没有恢复"
                + (faults.first.map { "（\(self.fault($0).prefix { $0 != "；" })）" } ?? "")
                + "；请改用其他备份，详情可用 patrold verify --ledger 查看"
        case .restorationCutOff(let state): "\(state) 的台账上次恢复时中断；请再次执行 patrold restore，完成后再启动"
        case .backupRunning(let folder): "\(folder) 正在进行另一次备份；请等它结束后再试"
        case .noHeads(let path): "\(safe(path)) 中没有找到校验值；每行须有流水号和 64 位校验值"
        case .foreignLedger(let path, let district):
            "\(path) 是辖区 \(district) 的台账；请用 --state 指定正确目录，或改正 patrol.yaml 中的 district"
        case .cannotOpen(let path, let detail): "无法打开 \(path)（\(detail)）；请核对其是否存在及使用权限"
        case .cannotWrite(let path, let detail): "无法写入 \(path)（\(detail)）；请核对磁盘空间和权限后重试"
        case .notKept(let path, let detail, nil):
            "没有记录，也无法存入发件箱 \(path)（\(detail)）；请保留原始记录，腾出磁盘空间后重新填报"
        case .notKept(let path, let detail, let key?):
            "patrold 没有回应，不能确定是否已记录，也无法存入发件箱 \(path)（\(detail)）；腾出磁盘空间后加 --key \(key) 重新填报，只会记录一次"
        case .nothingInOutbox(let number): "发件箱没有第 \(safe(number)) 件；可用 patrol outbox list 查看"
        case .ledgerUnavailable(let trouble):
            "台账\(self.trouble(trouble))，暂时不能办理，没有出具回执；请告知系统管理员（journalctl -u patrold -p err），恢复后重试"
        case .cannotOpenLedger(let path, let trouble, let detail):
            "无法打开台账 \(path)：\(self.trouble(trouble))（\(detail)）；\(remedy(trouble))"
        case .ledgerMissing(let path):
            "台账 \(path) 不见了，而此前已据其出具回执；请将文件放回原处，或用 patrold restore 备份文件 恢复；确要另立新台账，请先移走 \(path)-head"
        case .ledgerBehind(let path, let has, let acknowledged):
            "台账 \(path) 只到第 \(has) 条，而此前已出具回执至第 \(acknowledged) 条，未作任何改动；"
                + "请找回缺失的文件（如 -wal），或用 patrold restore 备份文件 恢复"
        case .ledgerRewritten(let path, let event):
            "台账 \(path) 第 \(event) 条与出具回执时不同，未作任何改动；请用 patrold verify 查明，用 patrold restore 备份文件 恢复"
        case .ledgerSaved(let path):
            "台账文件在运行中被移走或替换，内存中保留的内容已存为 \(path)；该文件不在原处的，先用 patrold restore 恢复，再启动 patrold"
        case .internalFailure: "patrold 出错，没有记录任何内容；原因见日志：journalctl -u patrold -p err"
        }
    }

    /// Of the ledger: `台账` goes before it.
    func trouble(_ trouble: LedgerTrouble) -> String {
        switch trouble {
        case .diskFull: "所在磁盘已满"
        case .readOnly: "不可写入（只读）"
        case .inputOutput: "所在磁盘读写出错"
        case .damaged: "文件已损坏"
        case .removed: "文件被移走或替换"
        case .locked: "被其他程序锁住"
        case .outOfMemory: "所用内存不足"
        case .outOfDescriptors: "无法打开更多文件"
        case .cannotOpen: "文件无法打开"
        }
    }

    /// What an administrator does about it.
    func remedy(_ trouble: LedgerTrouble) -> String {
        switch trouble {
        case .diskFull: "请腾出磁盘空间（df -h），无须重启"
        case .readOnly: "请查明为何只读（mount、dmesg、文件权限），恢复可写后无须重启"
        case .inputOutput: "请查看磁盘（dmesg、smartctl）；如已更换磁盘，用 patrold restore 恢复"
        case .damaged: "请停止 patrold，用 patrold verify 查明损坏之处，用 patrold restore 备份文件 恢复"
        case .removed: "patrold 正把内存中保留的内容放回原处，随后退出、由服务管理器重启；放不回去的，请腾出空间、恢复目录权限，其间勿停止 patrold"
        case .locked: "请用 fuser 台账文件 找出占用的程序并结束它，无须重启"
        case .outOfMemory: "请检查内存（free -h）与 patrold.service 的 MemoryMax"
        case .outOfDescriptors: "请调高 patrold.service 的 LimitNOFILE"
        case .cannotOpen: "请核对目录与文件是否存在及 patrold 的使用权限"
        }
    }

    private func items(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: "、")
    }

    /// What the same people may do stands together, so that a terminal has room for all of it.
    package func moves(_ verbs: [Verb]) -> String {
        verbs.inGroups(by: \.roles).map { roles, verbs in
            "\(verbs.map(verb).joined(separator: "、"))（\(roles.map(role).joined(separator: "、"))）"
        }.joined(separator: "；")
    }

    private func unknown(_ what: String, _ name: String, _ nearest: String?, _ remedy: String) -> String {
        "没有\(what)“\(safe(name))”；" + (nearest.map { "是否指 \($0)？" } ?? "") + remedy
    }

    private func name(_ field: FreeText.Field) -> String {
        switch field {
        case .note: "备注"
        case .description: "问题描述"
        case .reason: "原因"
        case .action: "整改内容"
        case .unit: "责任单位"
        case .name: "姓名"
        case .measures: "措施"
        case .funds: "资金"
        case .contingency: "应急预案"
        case .plan: "计划编号"
        case .caseNumber: "案号"
        case .fileName: "文件名"
        }
    }

    private func candidate(_ candidate: DuplicateCandidate) -> String {
        let place =
            candidate.metres.map { "\($0) 米外的 \(candidate.site) \(candidate.siteName)" } ?? "同一对象"
        return "\(candidate.hazard)“\(safe(candidate.describe))”（\(place)，\(time(candidate.observedAt))发现）"
    }

    private func fault(_ fault: RowFault) -> String { place(fault) + problem(fault.problem) }

    package func column(_ column: RosterRow.Column) -> String { column.chinese }

    package func place(_ fault: RowFault) -> String {
        let heading =
            RosterRow.Column(rawValue: fault.column)?.chinese
            ?? CatalogueRow.Column(rawValue: fault.column)?.chinese
            ?? DayRow.Column(rawValue: fault.column)?.chinese
            ?? UploadReceiptFile.Column(rawValue: fault.column)?.chinese ?? fault.column
        return "第 \(fault.line) 行" + (heading.isEmpty ? "" : "“\(heading)”列")
    }

    package func problem(_ problem: RowFault.Problem) -> String {
        switch problem {
        case .empty: "为空"
        case .tooLong(let limit): "超过 \(limit) 字"
        case .controlCharacter: "有控制字符"
        case .notACode(let text): "“\(safe(text))”不是有效编号（字母、数字、- _ .，不超过 40 个字符）"
        case .notADate(let text): "“\(safe(text))”不是日期（应如 2026-11-23）"
        case .beforeActiveFrom: "早于启用日期"
        case .tooManyCells(let expected, let found):
            "有 \(found) 格，标题只有 \(expected) 个（含逗号的单元格请加引号）"
        case .repeatedCode(let code, let first): "的 \(code) 与第 \(first) 行重复"
        case .unknownKind(let kind, let nearest):
            "“\(safe(kind))”不是 patrol.yaml 所列类别" + (nearest.map { "（是否指“\($0)”？）" } ?? "")
        case .notANumber(let text): "“\(safe(text))”不是序号（应为 1、2、3……）"
        case .unreadableLimit(let text): "“\(safe(text))”不是时限（应如 2紧急工作时、4工作时、5工作日、15自然日）"
        case .otherName(let name, let first): "与第 \(first) 行同一代码的名称“\(safe(name))”不一致"
        case .repeatedName(let name, let first): "的“\(safe(name))”与第 \(first) 行的小类同名"
        case .repeatedCondition(let first): "与第 \(first) 行重复"
        case .retiredCode(let name): "的代码原属“\(safe(name))”，已停用，不得另作他用；请换用新代码"
        case .retiredCondition(let text): "的序号原属“\(safe(text))”，已停用，不得另作他用；请换用新序号"
        case .movedCondition(let number): "的立案条件原为第 \(number) 条，序号不得挪用；请改回 \(number)"
        case .notATime(let text): "“\(safe(text))”不是时间（应如 2026-11-23 09:10）"
        case .timeWithoutDate(let text): "“\(safe(text))”没有日期；请写全，或用 --date 写明是哪一天"
        case .unknownWord(let text, let known): "“\(safe(text))”不可用（可用：\(known.joined(separator: "、"))）"
        case .refused(.keyReused): "已填报过，但内容与当时不同；已记录的内容不能更改，请恢复原内容，或从文件中删去此行"
        case .refused(.lateWithoutReason(let hours)): "为空，而距发现已超过 \(hours) 小时；请填写迟报原因，或用 --reason 统一说明"
        case .refused(.conditionNeeded(let category, let choices)),
            .refused(.unknownCondition(let category, let choices)):
            "须是小类 \(category) 的立案条件序号：\(choices.joined(separator: "；"))"
        case .refused(.looksLikeDuplicate(_, let candidates)):
            "须写“是”才能填报，因为已有未销号的同类隐患：\(candidates.map(candidate).joined(separator: "；"))；不是新问题的，请删去此行的隐患"
        case .notADegree(let text, let limit, let isSwapped):
            "“\(safe(text))”不是 −\(limit) 至 \(limit) 之间的度数（十进制，WGS 84）" + (isSwapped ? "，是否与经度写反？" : "")
        case .notAPosition(let text): "“\(safe(text))”不是位置（应为纬度,经度，如 30.554312,114.316512）"
        case .notARadius(let text): "“\(safe(text))”不是 1 至 5000 的米数"
        case .otherRadius(let radius, let first): "与第 \(first) 行同一代码的半径 \(safe(radius)) 不一致"
        case .refused(let error): refusal(error)
        case .lostZero(let code, let whole): "“\(safe(code))”疑为 \(whole)（表格软件丢失了开头的 0）；请将该列设为文本"
        }
    }

    private func type(_ expected: ConfigurationFault.Expected) -> String {
        switch expected {
        case .text: "文字"
        case .list: "列表"
        case .mapping: "键值（键: 值）"
        }
    }

    /// `argument 2` of a command line; a file is named as it is.
    private func utf8Place(_ place: String) -> String {
        place.hasPrefix("argument ") ? "第 \(place.dropFirst(9)) 个参数" : place
    }

    package func fault(_ fault: ConfigurationFault) -> String {
        switch fault.problem {
        case .missingFile: "缺少 \(fault.place)"
        case .missingFolder: "配置目录 \(fault.file) 不存在"
        case .notYAML: "\(fault.place) 未读取：文件名须以 .yaml 结尾"
        case .notAnIdentifier(let text): "\(fault.place) 的“\(safe(text))”只能用英文字母、数字和 - _ .，最多 40 个字符"
        case .notAWeekend(let date): "\(fault.place) 的“\(date)”不是周六、周日，不必列为调休上班日"
        case .outsideYear(let date, let year): "\(fault.place) 的“\(date)”不在 \(year) 年内"
        case .disorderedHours(let text): "\(fault.place) 的办公时间“\(safe(text))”须先后排列、互不重叠"
        case .mayNotInspect(let id, let subdistrict):
            "\(fault.place) 的“\(safe(id))”无权在\(subdistrict)巡查；负责人须是巡查员或该街道人员"
        case .fewOfficers(let needed, let found):
            "\(fault.place) 要求 \(needed) 名执法人员，而有执法证号（certificate）、可填报巡查的只有 \(found) 名"
        case .unreadable(let detail): "\(fault.place) 无法识读（\(detail)）"
        case .missingKey(let key): "\(fault.place) 缺少“\(key)”"
        case .unknownKey(let key, let nearest):
            "\(fault.place) 有未知的键“\(safe(key))”" + (nearest.map { "，是否指“\($0)”？" } ?? "")
        case .wrongType(let expected): "\(fault.place) 应为\(type(expected))"
        case .badValue(let value, let expected): "\(fault.place) 的“\(safe(value))”应为 \(expected)"
        case .unknownValue(let value, let known, let nearest):
            "\(fault.place) 的“\(safe(value))”不可用"
                + (nearest.map { "，是否指“\($0)”？" } ?? "，可用：\(known.joined(separator: "、"))")
        case .badCell(let problem): "\(fault.place) \(self.problem(problem))"
        case .contradiction(let value, let other): "\(fault.place) 的“\(safe(value))”与“\(safe(other))”矛盾"
        case .unknownName(let name, let nearest):
            "\(fault.place) 所写“\(safe(name))”不存在" + (nearest.map { "，是否指“\($0)”？" } ?? "")
        case .repeated(let name): "\(fault.place) 重复了“\(safe(name))”"
        }
    }
}
