extension Chinese {
    package func examples(_ command: String) -> [Example] { Chinese.all[command] ?? [] }

    private static let all: [String: [Example]] = [
        "patrol": [
            Example("patrol", "今早的概况：逾期、今日到期、昨日漏巡等"),
            Example("patrol today", "我今天要巡哪些，逾期的在前"),
            Example("patrol inspect WC-R-001", "巡过，正常"),
            Example("patrol inspect", "不写编号，则逐步提示填报"),
            Example("patrol overdue --by unit", "各责任单位逾期几件、多久"),
        ],
        "patrol today": [
            Example("patrol today", "我的清单"),
            Example("patrol today --person inspector-2", "看他人的清单"),
            Example("patrol today --quiet", "只要编号，每行一个"),
        ],
        "patrol morning": [
            Example("patrol morning", "我的晨间清单"),
            Example("patrol morning --all | lp", "全部清单送打印机，每份另起一页"),
            Example("patrol morning --unit 养护单位 --width 120", "某责任单位的，按 120 个字符宽"),
            Example("patrol morning --all --json", "供其他程序使用"),
        ],
        "patrol inspect": [
            Example("patrol inspect", "按提示逐步填报"),
            Example("patrol inspect WC-R-001", "巡过，正常"),
            Example(
                "patrol inspect WC-G-002 --with inspector-2 --result absent --note 大门上锁",
                "两名执法人员到访不遇，任务仍待完成"
            ),
            Example(
                "patrol inspect WC-R-003 --hazard --category 0103 --condition 1 --describe 东侧慢车道井盖缺失 --observed-at 16:20",
                "同时上报一件隐患"
            ),
            Example(
                "patrol inspect WC-R-003 --hazard --category 0306 --condition 1 --describe 店招倾斜 --fixed --action 已扶正加固",
                "发现时已当场整改（立行立改）"
            ),
            Example("patrol inspect --file 巡查1123.csv --date 2026-11-23", "把一天的纸质记录一次填报，可重复执行"),
        ],
        "patrol hazard": [
            Example("patrol hazard list --state rectified", "待复查的"),
            Example("patrol hazard show H-2026-000123", "一件隐患的经过和期限"),
            Example("patrol hazard rectify H-2026-000123 --note 已补装", "填报整改完成"),
        ],
        "patrol hazard report": [
            Example(
                "patrol hazard report --site WC-R-003 --category 0103 --condition 1 --describe 东侧慢车道井盖缺失",
                "上报隐患"
            ),
            Example(
                "patrol hazard report --site WC-R-003 --category 0103 --condition 1 --describe 西侧又缺一块 --at 30.554312,114.316512 --new",
                "附近已有同类隐患，确属新问题"
            ),
            Example(
                "patrol hazard report --site WC-R-003 --category 0103 --condition 1 --describe 井盖松动 --fixed --photo 前.jpg --photo-after 后.jpg",
                "立行立改，附整改前后照片"
            ),
            Example("patrol catalogue list 井盖", "查小类和立案条件序号"),
        ],
        "patrol hazard list": [
            Example("patrol hazard list", "全部"),
            Example("patrol hazard list --due today", "今日到期、尚未整改的"),
            Example("patrol hazard list --state ordered --unit 养护单位", "某单位待整改的"),
            Example("patrol hazard list --csv > 隐患.csv", "导出到表格软件"),
        ],
        "patrol hazard show": [
            Example("patrol hazard show H-2026-000123", "状态、期限依据、办理经过"),
            Example("patrol hazard show H-2026-000123 --explain", "期限逐段说明"),
            Example("patrol hazard show H-2026-000123 --as-of 2026-10-31", "10 月底时的情况"),
        ],
        "patrol hazard order": [
            Example("patrol hazard order H-2026-000123", "口头交办对象的责任单位，即时送达"),
            Example("patrol hazard order H-2026-000123 --service paper --served-at 15:30", "书面交办，15:30 送达"),
            Example("patrol hazard order H-2026-000123 --unit 燃气管网单位", "另交其他单位"),
            Example("patrol hazard order H-2026-000123 --service paper --receipt 送达回证.pdf", "附送达回证"),
        ],
        "patrol hazard rectify": [
            Example("patrol hazard rectify H-2026-000123 --note '已补装，与路面齐平'", "填报整改完成"),
            Example("patrol hazard rectify H-2026-000123 --note 已补装 --observed-at 15:40", "写明完成的时间"),
            Example("patrol hazard rectify H-2026-000123 --note 已补装 --photo 整改后.jpg", "附整改后的照片"),
        ],
        "patrol hazard verify": [
            Example("patrol hazard verify H-2026-000123 --note '到场查看，平整'", "复查通过"),
            Example("patrol hazard verify H-2026-000123 --fail --note 松动", "不通过，退回返工"),
        ],
        "patrol hazard close": [
            Example("patrol hazard close H-2026-000123", "复查通过的重大隐患销号")
        ],
        "patrol hazard return": [
            Example(
                "patrol hazard return H-2026-000123 --reason '不属本单位，产权归自来水公司'",
                "不是本单位的，写明原因"
            )
        ],
        "patrol hazard reassign": [
            Example(
                "patrol hazard reassign H-2026-000123 --unit 燃气管网单位",
                "改派其他单位，即时送达"
            ),
            Example(
                "patrol hazard reassign H-2026-000123 --unit 燃气管网单位 --service paper --served-at 15:30",
                "书面改派，15:30 送达"
            ),
            Example(
                "patrol hazard reassign H-2026-000123 --reject --reason 产权登记在该单位",
                "驳回退单，仍由原单位整改"
            ),
        ],
        "patrol hazard progress": [
            Example(
                "patrol hazard progress H-2026-000123 --note 已围挡，新井盖周五到货",
                "推进到哪一步"
            ),
            Example(
                "patrol hazard progress H-2026-000123 --note 已围挡 --at 14:20",
                "写明时间"
            ),
        ],
        "patrol hazard extend": [
            Example(
                "patrol hazard extend H-2026-000123 --by 3工作日 --reason 井盖需定制",
                "责任单位申请延期"
            ),
            Example(
                "patrol hazard extend H-2026-000123 --grant",
                "督查员批准"
            ),
            Example(
                "patrol hazard extend H-2026-000123 --grant --by 1工作日",
                "批准，但只延这么久"
            ),
            Example(
                "patrol hazard extend H-2026-000123 --deny --reason 已有备件",
                "驳回"
            ),
        ],
        "patrol hazard refer": [
            Example(
                "patrol hazard refer H-2026-000123 --to 市水务集团管网养护单位 --note 沿江码头乱堆",
                "移交其他部门"
            ),
            Example(
                "patrol hazard refer H-2026-000123 --acknowledged",
                "对方已签收"
            ),
            Example(
                "patrol hazard refer H-2026-000123 --refused --reason 属长江委管辖",
                "对方退回"
            ),
            Example(
                "patrol hazard refer H-2026-000123 --outcome 已责令清运",
                "对方的处理结果"
            ),
        ],
        "patrol hazard suspend": [
            Example(
                "patrol hazard suspend H-2026-000123 --until 2027-06-30 --reason 坡道随道路改造 --measures 设警示牌 --plan CJ-2026-018 --plan-entered 2026-10-30",
                "已列入城建计划的"
            ),
            Example(
                "patrol hazard suspend H-2026-000123 --until 2027-03-15 --reason 冬季不宜补植 --measures 已围挡 --ground season",
                "季节所限"
            ),
        ],
        "patrol hazard resume": [
            Example(
                "patrol hazard resume H-2026-000123 --reason 改造提前开工",
                "提前恢复计时"
            )
        ],
        "patrol hazard supervise": [
            Example(
                "patrol hazard supervise H-2026-000123 --note 每周五报进展",
                "督办，不附方案"
            ),
            Example(
                "patrol hazard supervise H-2026-000123 --leader 王局长 --measures 更换管段 --funds 区级维护费12万 --in-charge 李工 --deadline 2027-03-31 --contingency 停气疏散",
                "重大隐患挂牌督办，六项写全"
            ),
        ],
        "patrol hazard look-back": [
            Example(
                "patrol hazard look-back H-2026-000123 --note 牢固平整",
                "没有反弹"
            ),
            Example(
                "patrol hazard look-back H-2026-000123 --fail --note 又松动",
                "反弹，重新交办原单位"
            ),
        ],
        "patrol hazard downgrade": [
            Example(
                "patrol hazard downgrade H-2026-000123 --reason 复核后危害有限",
                "重大降为一般"
            )
        ],
        "patrol hazard void": [
            Example(
                "patrol hazard void H-2026-000123 --ground unfounded --note 到场无此井",
                "核实不存在"
            ),
            Example(
                "patrol hazard void H-2026-000123 --duplicate-of H-2026-000101",
                "重复上报，并入较早的一件"
            ),
            Example(
                "patrol hazard void H-2026-000123 --confirm",
                "已交办的，由另一名督查员确认"
            ),
        ],
        "patrol hazard case": [
            Example(
                "patrol hazard case H-2026-000123 --number 武执罚立2026-031",
                "登记立案"
            ),
            Example(
                "patrol hazard case H-2026-000123 --outcome 罚款2万元",
                "登记结果"
            ),
        ],
        "patrol evidence": [
            Example("patrol evidence list H-2026-000123", "一件隐患的佐证材料")
        ],
        "patrol evidence list": [
            Example("patrol evidence list H-2026-000123", "一件隐患的佐证材料，整改前后对照"),
            Example("patrol evidence list I-2026-000456", "一次巡查的"),
        ],
        "patrol evidence save": [
            Example("patrol evidence save H-2026-000123 案卷", "全部存入目录“案卷”，可重复执行")
        ],
        "patrol search": [
            Example("patrol search 井盖", "写到“井盖”的隐患和对象"),
            Example("patrol search 123", "编号或通知书号中有 123 的"),
            Example("patrol search 中北路 路灯 --kind hazard", "两个词都有的隐患"),
            Example("patrol search wc-r --kind site", "编号中有 WC-R 的对象"),
        ],
        "patrol overdue": [
            Example("patrol overdue", "全部逾期，最久的在前"),
            Example("patrol overdue --by unit", "按责任单位汇总"),
            Example("patrol overdue --subdistrict 水果湖街", "某街道的"),
            Example("patrol overdue --limit 20", "最久的 20 件"),
            Example("patrol overdue --as-of '2026-10-31 17:30'", "当时已登记的逾期"),
        ],
        "patrol duty": [
            Example("patrol duty list --due yesterday --state missed", "昨日漏巡漏查的")
        ],
        "patrol duty list": [
            Example("patrol duty list --due today --state open", "今日到期、未完成的"),
            Example("patrol duty list --due yesterday --state missed", "昨日漏巡漏查的"),
            Example("patrol duty list --programme main-roads-daily --period 2026-11-23", "某计划某周期的"),
            Example("patrol duty list --no-access", "到访不遇、拒检，待复访的"),
        ],
        "patrol programme": [
            Example("patrol programme list", "各计划本周期完成情况")
        ],
        "patrol programme list": [
            Example("patrol programme list", "各计划本周期完成情况")
        ],
        "patrol programme show": [
            Example("patrol programme show secondary-roads", "范围、频次、实际最长间隔")
        ],
        "patrol programme preview": [
            Example("patrol programme preview gas-users-quarterly", "今后 10 个周期"),
            Example("patrol programme preview main-roads-daily --from 2027-01-01 --periods 31", "明年一月逐日"),
        ],
        "patrol site": [
            Example("patrol site list --kind 公园广场", "某类对象"),
            Example("patrol site import 台账.csv", "导入台账"),
        ],
        "patrol site import": [
            Example("patrol site import 台账.csv", "按编号新增、更新，可重复导入"),
            Example("patrol site import 台账.csv --retire-missing", "文件没有的一并停用"),
        ],
        "patrol site list": [
            Example("patrol site list --subdistrict 水果湖街", "某街道的"),
            Example("patrol site list --csv > 台账.csv", "导出到表格软件"),
        ],
        "patrol site show": [
            Example("patrol site show WC-R-001", "一个对象")
        ],
        "patrol site retire": [
            Example("patrol site retire WC-G-003 --reason 站点关闭", "今日起停用"),
            Example("patrol site retire WC-G-003 --on 2026-12-31 --reason 拆迁", "最后一个应巡日为 12 月 31 日"),
        ],
        "patrol site compare": [
            Example("patrol site compare 燃气公司名单.csv --kind 瓶装气供应站点", "与燃气公司名单核对底数"),
            Example("patrol site compare 名单.csv --by name", "对方没有编号时按名称对应"),
        ],
        "patrol catalogue": [
            Example("patrol catalogue list 井盖", "查小类和条件")
        ],
        "patrol catalogue import": [
            Example("patrol catalogue import 市级标准.csv", "有一处读不懂则全部不导入，逐处列出"),
            Example("patrol catalogue import 市级标准.csv --accept-readable", "只导入能读懂的"),
            Example("patrol catalogue import 事件表.csv --events --keep-missing", "单独导入事件表"),
        ],
        "patrol catalogue list": [
            Example("patrol catalogue list 井盖", "含“井盖”的"),
            Example("patrol catalogue list --retired", "已停用的也列出"),
        ],
        "patrol catalogue show": [
            Example("patrol catalogue show 0103", "立案条件、时限及历次变更")
        ],
        "patrol upload": [
            Example("patrol upload list --unsent", "还没有上报的"),
            Example("patrol upload make --system gas --file 上报.csv", "编成一批并写成文件"),
            Example("patrol upload receipt 回执.csv --system gas", "导入对方的回执"),
        ],
        "patrol upload list": [
            Example("patrol upload list --unsent", "还没有上报的"),
            Example("patrol upload list --changed --system gas", "上报后有变更的"),
            Example("patrol upload list --refused", "被退回的及原因"),
        ],
        "patrol upload make": [
            Example("patrol upload make --system gas --file 上报.csv", "新增和已变更的，写成文件"),
            Example("patrol upload make --system gas --refused --file 重报.csv", "连同被退回的原样重报"),
        ],
        "patrol upload show": [
            Example("patrol upload show U-2026-000001", "批次中的隐患"),
            Example("patrol upload show U-2026-000001 --file 上报.csv", "重新写成文件，内容不变"),
        ],
        "patrol upload receipt": [
            Example("patrol upload receipt 回执.csv --system gas", "导入对方的回执，重复导入只记录一次")
        ],
        "patrol event": [
            Example("patrol event list --entity H-2026-000123", "与一件隐患有关的流水"),
            Example("patrol event verify", "校验流水是否被改动"),
        ],
        "patrol event list": [
            Example("patrol event list --entity H-2026-000123", "与一件隐患有关的流水"),
            Example("patrol event list --json > events.json", "全部流水，可自行核对校验值"),
        ],
        "patrol event verify": [
            Example("patrol event verify", "状态 0 为完整，1 为被改动")
        ],
        "patrol outbox": [
            Example("patrol outbox list", "还有哪些填报没有送达"),
            Example("patrol outbox retry", "现在补送"),
        ],
        "patrol outbox list": [
            Example("patrol outbox list", "待补送的、未被接受的、已损坏的")
        ],
        "patrol outbox retry": [
            Example("patrol outbox retry", "补送等待中的"),
            Example("patrol outbox retry 2", "未被接受的第 2 件也再送一次"),
            Example("patrol outbox retry 2 --new", "第 2 件疑似重复而未被接受，确属新问题"),
        ],
        "patrol outbox drop": [
            Example("patrol outbox drop 2", "第 2 件不再补送")
        ],
        "patrol status": [
            Example("patrol status", "服务是否正常，台账概况")
        ],
        "patrol completion": [
            Example(
                "patrol completion bash > ~/.local/share/bash-completion/completions/patrol",
                "bash：重新登录后按 Tab 补全"
            ),
            Example("patrol completion zsh > ~/.zfunc/_patrol", "zsh：~/.zfunc 须在 fpath 中"),
            Example("patrol completion fish > ~/.config/fish/completions/patrol.fish", "fish"),
        ],
        "patrold": [
            Example("patrold check-config", "检查 /etc/patrol，不启动"),
            Example(
                "patrold run --config config --state /tmp/patrol --socket /tmp/patrol.sock --log stderr",
                "在前台试运行"
            ),
        ],
        "patrold run": [
            Example("patrold run", "按 /etc/patrol 运行，通常由 systemd 启动"),
            Example(
                "patrold run --config config --state /tmp/patrol --socket /tmp/patrol.sock --log stderr",
                "在前台试运行"
            ),
        ],
        "patrold verify": [
            Example("patrold verify", "核验 /var/lib/patrol 的台账，状态码 0 为完整，65 为有问题"),
            Example("patrold verify --ledger 备份.sqlite", "核验一份备份"),
            Example("journalctl -u patrold -o json | patrold verify --heads -", "与日志中记下的校验值核对"),
        ],
        "patrold backup": [
            Example("patrold backup", "备份到 /var/lib/patrol/backups"),
            Example("patrold backup --to /mnt/backup --keep-days 30", "备份到另一块盘，保留 30 天"),
        ],
        "patrold restore": [
            Example("patrold restore /mnt/backup/ledger-2026-11-24-020000-1-5120.sqlite", "从备份恢复"),
            Example("patrold restore /var/lib/patrol/ledger.sqlite", "承认台账现状，按操作流水重建各表"),
        ],
        "patrold check-config": [
            Example("patrold check-config --config config", "逐处列出错误")
        ],
        "patrold reload": [
            Example("patrold reload", "重新加载配置，与 systemctl reload patrold 相同")
        ],
        "patrold deadline": [
            Example("patrold deadline 4工作时 '2026-09-30 16:30'", "期限到何时，跳过哪些日子")
        ],
        "patrold simulate": [
            Example("patrold simulate --sites config/sites.csv --config config --days 365", "预演一年的任务量")
        ],
    ]
}
