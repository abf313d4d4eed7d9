extension Chinese {
    package func usage(_ fault: UsageFault) -> String {
        let what =
            switch fault {
            case .missingArgument(let name): "缺少 \(name)"
            case .missingValue(let option): "\(option) 缺少值"
            case .unknownOption(let option): "此处没有选项 \(safe(option))"
            case .unexpectedArgument(let value): "多余的参数“\(safe(value))”"
            case .invalidValue(let value, let option): "“\(safe(value))”不是 \(option) 可用的值"
            case .other(let text): "命令写法有误（\(text)）"
            }
        return what + "；加 --help 查看写法"
    }

    package func helpPage(_ page: String) -> String {
        let headings = [
            ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
            ("SUBCOMMANDS:", "子命令："), ("<subcommand>", "<子命令>"), ("Show help information.", "显示帮助。"),
            ("Show the version.", "显示版本。"),
        ]
        var text = headings.reduce(page) { $0.replacing($1.0, with: $1.1) }
        text = text.replacing(/\(default: ([^)]*)\)/) { "（默认：\($0.1)）" }
            .replacing(/\(values: ([^)]*)\)/) { "（可选：\($0.1.replacing("; default: ", with: "；默认："))）" }
        if let see = text.firstRange(of: "  See '") {
            let command = text[see.upperBound...].prefix { $0 != "'" }
            text = text[..<see.lowerBound] + "  “\(command)”显示该子命令的详细说明。"
        }
        return text
    }

    package func help(_ topic: HelpTopic) -> String {
        switch topic {
        case .patrol: "填报巡查、跟踪隐患，查看今日任务和逾期事项。"
        case .today: "今日巡查任务，逾期事项在前。"
        case .inspect: "填报一个巡查对象的巡查记录，完成相应任务。"
        case .hazard: "隐患从上报到销号的办理。"
        case .hazardReport: "上报需整改的问题。"
        case .hazardList: "列出隐患。"
        case .hazardShow: "查看一件隐患的办理经过和期限依据。"
        case .hazardOrder: "交办责任单位限期整改。"
        case .hazardRectify: "填报整改完成。"
        case .hazardVerify: "复查整改情况；不得复查本人的整改。"
        case .hazardClose: "领导小组对复查通过的重大隐患销号。"
        case .overdue: "逾期未办结的隐患，逾期最久的在前。"
        case .duty: "各巡查计划的任务。"
        case .dutyList: "列出巡查任务。"
        case .site: "巡查对象台账。"
        case .siteImport: "从 CSV 文件按编号导入巡查对象；有一行有误则全部不导入。"
        case .siteList: "列出巡查对象。"
        case .siteShow: "查看一个巡查对象。"
        case .event: "操作流水：何人何时办了何事。"
        case .eventList: "列出操作流水。"
        case .eventVerify: "校验操作流水是否被改动。"
        case .status: "服务与台账概况。"
        case .socket: "patrold 的套接字，也可用环境变量 PATROL_SOCKET；默认 /run/patrol/patrold.sock。"
        case .asPerson: "代此人填报或查看；限督查员、系统管理员。"
        case .json: "输出 JSON。"
        case .quiet: "只输出编号，每行一个。"
        case .language: "zh 或 en；不写则依 LC_ALL、LC_MESSAGES、LANG。"
        case .key: "填报键（UUID），同一键重复发送只记录一次。"
        case .observedAt: "发现或完成的时间，如 17:55 或“2026-11-23 17:55”；默认为现在。"
        case .reason: "迟报原因；超过 24 小时必填。"
        case .note: "所见情况，简要填写。"
        case .siteCode: "巡查对象编号。"
        case .programmeFilter: "只列此计划的任务。"
        case .programme: "只完成此计划的任务。"
        case .result: "ok 正常、hazard 有隐患、absent 到访不遇、refused 拒检；默认 ok，带 --hazard 时为 hazard。"
        case .withHazard: "同时上报一件隐患。"
        case .category: "立案小类的代码或名称。"
        case .condition: "立案条件序号；只有一条时可不写。"
        case .severity: "general 一般、major 重大；默认一般。"
        case .describe: "问题及位置，简要填写。"
        case .hazardNumber: "隐患编号，如 H-2026-000123。"
        case .unit: "责任单位。"
        case .service: "送达方式：word 口头、paper 书面、message 电子；默认口头。"
        case .servedAt: "送达时间；默认为现在。"
        case .action: "整改内容。"
        case .failed: "复查不通过；用 --note 说明原因。"
        case .verifyNote: "复查所见；不通过时为原因。"
        case .subdistrict: "只列此街道。"
        case .kind: "只列此类别。"
        case .state: "只列此状态。"
        case .period: "只列此周期，如 2026-11-23。"
        case .person: "查看他人的清单。"
        case .entity: "只列与此有关的流水，如 H-2026-000123。"
        case .file: "CSV 文件，UTF-8 或 GB18030 编码；- 为标准输入。"
        case .programmeCommand: "巡查计划：频次、范围和完成情况。"
        case .programmeList: "列出巡查计划及本周期完成情况。"
        case .programmeShow: "查看一项巡查计划，包括实际最长间隔。"
        case .programmePreview: "预排一项巡查计划今后的周期和任务数。"
        case .programmeId: "巡查计划编号，如 main-roads-daily。"
        case .fromDate: "自此日起，如 2026-12-01；默认为今日。"
        case .periods: "列几个周期，1 至 400；默认 10。"
        case .catalogue: "立案结案标准：小类、立案条件、处置时限。"
        case .catalogueImport: "从 CSV 文件导入本市立案结案标准；文件未列的停用，已上报隐患不受影响。"
        case .catalogueList: "列出立案条件；可按代码、名称或文字查找。"
        case .catalogueShow: "查看一个小类及其历次变更。"
        case .acceptReadable: "只导入能识读的行，其余逐处列出。"
        case .keepMissing: "文件未列的小类保持不变；部件表、事件表分两个文件导入时使用。"
        case .eventSheet: "文件是事件表：数字开头的代码前加 E。"
        case .searchText: "代码开头、小类名称或立案条件中的文字。"
        case .withRetired: "已停用的也列出。"
        case .categoryCode: "小类代码或名称。"
        case .siteRetire: "停用巡查对象；记录保留，停用日之后到期的任务不再计漏巡。"
        case .siteCompare: "与其他单位的名单核对底数：对方新增、对方没有、内容不同。"
        case .retireMissing: "文件所列类别中，文件没有列出的对象一并停用。"
        case .siteCodes: "巡查对象编号，可写多个。"
        case .lastDay: "停用日，即最后一个应巡日，如 2026-11-30；默认为今日。"
        case .retireReason: "停用原因，记入操作流水。"
        case .compareBy: "按何项对应：code 编号、name 名称；默认编号。"
        case .compareFile: "对方名单，CSV 文件；首行为列标题。"
        case .explain: "逐段列出期限的计算过程。"
        case .simulate: "按配置预演一段时间的巡查任务，不影响正式台账。"
        case .roster: "巡查对象台账 CSV 文件，UTF-8 编码。"
        case .days: "预演的天数，1 至 3660。"
        case .simulationState: "保留预演台账的目录；不写则用完即删。"
        case .checkConfig: "检查配置目录，不启动服务；有误则逐处列出。"
        case .deadlineCommand: "按配置目录的日历和办公时间计算期限。"
        case .limitArgument: "时限，如 4工作时。"
        case .startTimes: "起算时间，如“2026-09-30 16:30”；- 则从标准输入逐行读取。"
        case .patrold: "辖区巡查服务。"
        case .run: "运行服务，直至收到停止信号。"
        case .config: "配置目录。"
        case .stateFolder: "台账目录。"
        case .daemonSocket: "套接字路径。"
        case .log: "日志去向：auto、journal 或 stderr；auto 即有 journal 时写入 journal。"
        }
    }
}
