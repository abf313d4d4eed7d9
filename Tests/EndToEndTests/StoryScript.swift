/// The story's filings: Monday, Tuesday, and Wednesday before nine. Hazards are numbered in the order of their reports.
extension StoryFiling {
    static let all = (monday + tuesday + wednesday + deadlines).sorted { $0.at < $1.at }

    /// The daemon is awake whenever something has fallen due, as it would be.
    private static let deadlines = [
        "2026-11-23 12:01", "2026-11-23 16:31", "2026-11-24 00:00", "2026-11-24 07:30",
        "2026-11-24 10:41", "2026-11-24 15:01", "2026-11-25 00:00", "2026-11-25 07:30",
    ].map { StoryFiling(dueAt: $0) }

    static let roster = StoryFiling("2026-11-23 08:30", "admin", "site", "import", "roster.csv")
    static let ok = StoryFiling("2026-11-23 09:10", "inspector-1", "inspect", "WC-R-001")
    static let absent = StoryFiling(
        "2026-11-23 09:40",
        "inspector-1",
        "inspect",
        "WC-R-002",
        "--result",
        "absent",
        "--note",
        "围挡施工，进不去"
    )
    static let refused = StoryFiling(
        "2026-11-23 10:00",
        "inspector-2",
        "inspect",
        "WC-G-001",
        "--result",
        "refused",
        "--note",
        "负责人拒绝检查"
    )
    /// H-2026-000001: rectified, failed, rectified again, closed.
    static let cover = StoryFiling(
        "2026-11-23 10:20",
        "inspector-1",
        "inspect",
        "WC-R-003",
        "--hazard",
        "--category",
        "0103",
        "--condition",
        "1",
        "--describe",
        "东侧慢车道雨水井盖缺失，已放置警示桩"
    )
    /// H-2026-000002: nobody orders it.
    static let billboard = StoryFiling(
        "2026-11-23 10:30",
        "inspector-2",
        "hazard",
        "report",
        "--site",
        "WC-R-004",
        "--category",
        "0306",
        "--condition",
        "1",
        "--describe",
        "路口东北角广告牌向人行道倾斜"
    )
    /// H-2026-000003: fixed on the spot, not verified yet.
    static let fixed = StoryFiling(
        "2026-11-23 10:40",
        "inspector-1",
        "hazard",
        "report",
        "--site",
        "WC-R-001",
        "--category",
        "0306",
        "--condition",
        "2",
        "--describe",
        "店招面板松动",
        "--fixed",
        "--action",
        "当场扶正固定"
    )
    static let coverOrder = StoryFiling("2026-11-23 10:45", "dispatcher", "hazard", "order", "H-2026-000001")
    /// H-2026-000004: major, rectified late, waits for the leading group.
    static let collapse = StoryFiling(
        "2026-11-23 11:00",
        "inspector-2",
        "hazard",
        "report",
        "--site",
        "WC-R-005",
        "--category",
        "E0401",
        "--condition",
        "2",
        "--severity",
        "major",
        "--describe",
        "路面塌陷约两平方米，伴有水管破裂",
        "--photo",
        "before.png"
    )
    /// H-2026-000005: its deadline lies in a year without a calendar.
    static let tree = StoryFiling(
        "2026-11-23 11:10",
        "inspector-2",
        "inspect",
        "WC-P-001",
        "--hazard",
        "--category",
        "0405",
        "--condition",
        "1",
        "--describe",
        "广场南侧枯死行道树一株"
    )
    static let treeOrder = StoryFiling("2026-11-23 11:20", "dispatcher", "hazard", "order", "H-2026-000005")
    static let coverDone = StoryFiling(
        "2026-11-23 11:50",
        "roads",
        "hazard",
        "rectify",
        "H-2026-000001",
        "--note",
        "已补装，与路面齐平"
    )
    static let coverFails = StoryFiling(
        "2026-11-23 14:30",
        "inspector-2",
        "hazard",
        "verify",
        "H-2026-000001",
        "--fail",
        "--note",
        "井盖松动，车辆碾压有异响，垫圈未装"
    )
    /// H-2026-000006: found with a checklist, sent back, late.
    static let extinguisher = StoryFiling(
        "2026-11-23 14:40",
        "inspector-1",
        "inspect",
        "WC-G-002",
        "--check",
        "1=ok",
        "--check",
        "2=bad",
        "--check",
        "3=na",
        "--hazard",
        "--category",
        "E0601",
        "--describe",
        "两具灭火器压力不足"
    )
    static let coverPasses = StoryFiling(
        "2026-11-23 15:50",
        "inspector-2",
        "hazard",
        "verify",
        "H-2026-000001",
        "--note",
        "到场查看，平整牢固"
    )
    static let collapsePasses = StoryFiling(
        "2026-11-23 16:00",
        "inspector-1",
        "hazard",
        "verify",
        "H-2026-000004",
        "--note",
        "路面平整，管线不漏"
    )

    private static let monday = [
        roster, ok, absent, refused, cover, billboard, fixed, coverOrder, collapse,
        StoryFiling(
            "2026-11-23 11:05",
            "dispatcher",
            "hazard",
            "order",
            "H-2026-000004",
            "--receipt",
            "receipt.pdf"
        ),
        tree, treeOrder,
        coverDone,
        StoryFiling(
            "2026-11-23 13:00",
            "roads",
            "hazard",
            "rectify",
            "H-2026-000004",
            "--note",
            "水管已修复，路面回填夯实",
            "--photo",
            "after.png"
        ),
        coverFails, extinguisher,
        StoryFiling("2026-11-23 15:00", "dispatcher", "hazard", "order", "H-2026-000006"),
        StoryFiling(
            "2026-11-23 15:30",
            "roads",
            "hazard",
            "rectify",
            "H-2026-000001",
            "--note",
            "加装防响垫圈，重新固定"
        ), coverPasses, collapsePasses,
        // H-2026-000007: ordered and late.
        StoryFiling(
            "2026-11-23 16:30",
            "inspector-1",
            "hazard",
            "report",
            "--site",
            "WC-R-002",
            "--category",
            "0103",
            "--condition",
            "2",
            "--describe",
            "井盖边缘破损"
        ), StoryFiling("2026-11-23 16:40", "dispatcher", "hazard", "order", "H-2026-000007"),
    ]

    static let retirement = StoryFiling(
        "2026-11-24 10:00",
        "admin",
        "site",
        "retire",
        "WC-P-003",
        "--reason",
        "改造封闭"
    )
    static let catalogue = StoryFiling(
        "2026-11-24 10:30",
        "admin",
        "catalogue",
        "import",
        "city.csv",
        "--keep-missing"
    )
    static let planning = StoryFiling(
        "2026-11-24 16:50",
        "supervisor",
        "hazard",
        "supervise",
        "H-2026-000008",
        "--leader",
        "王局长",
        "--measures",
        "回填夯实，恢复路面",
        "--funds",
        "抢修经费 3 万元",
        "--in-charge",
        "李工",
        "--deadline",
        "2026-12-31",
        "--contingency",
        "封闭车道，专人值守"
    )
    static let closing = StoryFiling("2026-11-24 17:00", "leader", "hazard", "close", "H-2026-000008")

    private static let tuesday = [
        StoryFiling("2026-11-24 08:40", "inspector-1", "inspect", "WC-R-001"),
        StoryFiling("2026-11-24 08:55", "inspector-1", "inspect", "WC-R-002"),
        StoryFiling(
            "2026-11-24 09:30",
            "shuiguohu",
            "hazard",
            "rectify",
            "H-2026-000006",
            "--note",
            "已更换灭火器"
        ), retirement,
        StoryFiling(
            "2026-11-24 10:10",
            "inspector-2",
            "hazard",
            "verify",
            "H-2026-000006",
            "--fail",
            "--note",
            "仍有一具压力不足"
        ), catalogue,
        // H-2026-000008: major and closed in time.
        StoryFiling(
            "2026-11-24 14:00",
            "inspector-2",
            "hazard",
            "report",
            "--site",
            "WC-R-005",
            "--category",
            "0103",
            "--condition",
            "2",
            "--severity",
            "major",
            "--describe",
            "井盖破损，车流量大"
        ), StoryFiling("2026-11-24 14:05", "dispatcher", "hazard", "order", "H-2026-000008"),
        StoryFiling(
            "2026-11-24 15:00",
            "roads",
            "hazard",
            "rectify",
            "H-2026-000008",
            "--note",
            "已更换",
            "--photo",
            "after.png"
        ),
        // H-2026-000009: a limit in calendar days.
        StoryFiling(
            "2026-11-24 15:10",
            "inspector-2",
            "hazard",
            "report",
            "--site",
            "WC-P-002",
            "--category",
            "0407",
            "--describe",
            "湖边栏杆松动"
        ), StoryFiling("2026-11-24 15:20", "dispatcher", "hazard", "order", "H-2026-000009"),
        StoryFiling("2026-11-24 16:10", "inspector-1", "hazard", "verify", "H-2026-000008", "--note", "盖面完好"),
        planning, closing,
    ]

    private static let wednesday = [
        // H-2026-000010: reported this morning.
        StoryFiling(
            "2026-11-25 08:30",
            "inspector-2",
            "hazard",
            "report",
            "--site",
            "WC-R-005",
            "--category",
            "0306",
            "--condition",
            "2",
            "--describe",
            "站牌旁灯箱面板松动"
        ),
        StoryFiling(
            "2026-11-25 08:40",
            "inspector-1",
            "inspect",
            "WC-R-003",
            "--observed-at",
            "2026-11-24 16:00"
        ),
    ]

    static let misread = StoryFiling("2026-11-25 08:51", "inspector-1", "inspect", "WC-R-0O1")
    static let right = StoryFiling("2026-11-25 08:52", "inspector-1", "inspect", "WC-R-001")
    static let later = StoryFiling("2026-11-25 08:53", "inspector-1", "inspect", "WC-R-002")
    static let order = StoryFiling("2026-11-25 08:54", "dispatcher", "hazard", "order", "H-2026-000010")
}

/// The commands whose output is kept, by the name of their file.
enum ScreenPlan {
    static let all: [String: [[String]]] = [
        "morning": [["--as", "supervisor"], ["--as", "inspector-1"], ["--as", "roads"]],
        "today-inspector": [["today", "--as", "inspector-1"]],
        "today-liaison": [["today", "--as", "roads"]],
        "today-dispatcher": [["today", "--as", "dispatcher"]],
        "morning-list": [
            ["morning", "--as", "inspector-1"], ["morning", "--as", "roads"],
            ["morning", "--as", "dispatcher"], ["morning", "--as", "supervisor"],
        ],
        "morning-list-others": [
            ["morning", "--unit", "水果湖街道办事处", "--as", "supervisor"],
            ["morning", "--subdistrict", "中南路街", "--as", "supervisor"],
            ["morning", "--person", "admin", "--as", "supervisor"],
        ],
        "morning-list-all": [["morning", "--all", "--as", "supervisor"]],
        "overdue": [["overdue", "--as", "supervisor"]],
        "overdue-groups": [
            ["overdue", "--by", "unit", "--as", "supervisor"],
            ["overdue", "--by", "category", "--as", "supervisor"],
        ],
        "overdue-as-of": [
            ["overdue", "--as-of", "2026-11-24", "--as", "supervisor"],
            ["overdue", "--by", "unit", "--as-of", "2026-11-24 12:00", "--as", "supervisor"],
            ["overdue", "--as-of", "2026-11-23 09:00", "--as", "roads"],
        ],
        "hazard-show-as-of": [
            ["hazard", "show", "H-2026-000001", "--as-of", "2026-11-23 14:30", "--as", "supervisor"],
            ["hazard", "show", "H-2026-000009", "--as-of", "2026-11-23", "--as", "supervisor"],
        ],
        "hazard-list": [["hazard", "list", "--as", "supervisor"]],
        "hazard-list-narrowed": [
            ["hazard", "list", "--returned", "--as", "supervisor"],
            ["hazard", "list", "--state", "rectified", "--as", "supervisor"],
            ["hazard", "list", "--due", "today", "--as", "supervisor"],
            ["hazard", "list", "--as", "parks"],
            ["hazard", "list", "--subdistrict", "紫阳街", "--as", "supervisor"],
        ],
        "hazard-show-history": [["hazard", "show", "H-2026-000001", "--explain", "--as", "supervisor"]],
        "hazard-show-not-ordered": [["hazard", "show", "H-2026-000002", "--as", "supervisor"]],
        "hazard-show-fixed": [["hazard", "show", "H-2026-000003", "--as", "supervisor"]],
        "hazard-show-major": [["hazard", "show", "H-2026-000004", "--as", "supervisor"]],
        "hazard-show-provisional": [["hazard", "show", "H-2026-000005", "--explain", "--as", "parks"]],
        "hazard-show-sent-back": [["hazard", "show", "H-2026-000006", "--explain", "--as", "supervisor"]],
        "duty-list": [["duty", "list", "--as", "supervisor"]],
        "duty-list-narrowed": [
            ["duty", "list", "--due", "yesterday", "--state", "missed", "--as", "supervisor"],
            ["duty", "list", "--due", "today", "--state", "open", "--as", "supervisor"],
            ["duty", "list", "--no-access", "--as", "supervisor"],
        ],
        "programme-list": [["programme", "list", "--as", "supervisor"]],
        "programme-show": [
            ["programme", "show", "main-roads-daily", "--as", "supervisor"],
            ["programme", "show", "parks-weekly", "--as", "supervisor"],
            ["programme", "show", "gas-stations-monthly", "--as", "supervisor"],
        ],
        "programme-preview": [
            ["programme", "preview", "gas-stations-monthly", "--periods", "3", "--as", "supervisor"],
            ["programme", "preview", "main-roads-daily", "--periods", "3", "--as", "supervisor"],
        ],
        "site-list": [["site", "list", "--as", "supervisor"]],
        "site-show": [
            ["site", "show", "WC-R-003", "--as", "supervisor"],
            ["site", "show", "WC-P-003", "--as", "supervisor"],
        ],
        "catalogue-list": [["catalogue", "list", "--retired", "--as", "supervisor"]],
        "catalogue-show": [["catalogue", "show", "0103", "--as", "supervisor"]],
        "evidence": [["evidence", "list", "H-2026-000004", "--as", "supervisor"]],
        "event-list": [["event", "list", "--as", "supervisor"]],
        "status": [["status", "--as", "supervisor"], ["event", "verify", "--as", "supervisor"]],
        "receipts": [
            StoryFiling.roster, .ok, .absent, .cover, .billboard, .fixed, .coverOrder, .collapse, .tree,
            .treeOrder,
            .coverDone, .coverFails, .extinguisher, .coverPasses, .collapsePasses, .retirement, .catalogue,
            .closing,
        ].map(\.words),
        "refusals": refusals,
        "help": [["--help"], ["hazard", "--help"]],
        "help-inspect": [["inspect", "--help"]],
    ]

    private static let refusals = [
        ["inspect", "WC-R-0O1", "--as", "inspector-1"],
        ["inspect", "WC-R-001", "--observed-at", "昨天", "--as", "inspector-1"],
        ["inspect", "WC-R-001", "--observed-at", "2026-11-23 09:00", "--as", "inspector-1"],
        ["inspect", "--file", "bad-day.csv", "--date", "2026-11-25", "--as", "inspector-1"],
        ["site", "import", "bad-roster.csv"], ["site", "import", "no-such-roster.csv"],
        ["hazard", "close", "H-2026-000005", "--as", "leader"],
        ["hazard", "verify", "H-2026-000003", "--note", "牢固", "--as", "inspector-1"],
        ["hazard", "order", "H-2026-000002", "--as", "roads"],
        ["hazard", "show", "H-2026-000002", "--as", "roads"], ["hazard", "show", "H-2026-000099"],
        [
            "hazard", "report", "--site", "WC-R-001", "--category", "0103", "--describe", "破损", "--as",
            "inspector-1",
        ],
        ["hazard", "list", "--subdistrict", "水果胡街", "--as", "supervisor"],
        ["programme", "show", "main-road-daily"], ["today", "--as", "nobody"], ["hazrad", "list"],
        ["hazard", "lst"], ["hazard", "list", "--stat", "open"], ["hazard", "list", "--state", "gone"],
        ["hazard", "show"], ["hazard", "list", "--json", "--csv"],
        ["morning", "--all", "--as", "inspector-1"], ["morning", "--unit", "区园林养护单位"],
        ["morning", "--all", "--person", "roads"], ["morning", "--width", "20"],
        ["overdue", "--as-of", "2026-12-01"], ["overdue", "--as-of", "上周五"],
        ["hazard", "show", "H-2026-000001", "--as-of", "2026-11-22"],
        ["hazard", "rectify", "H-2026-000009", "--note", "已加固", "--photo", "roster.csv", "--as", "roads"],
    ]

    /// What a spreadsheet opens.
    static let tables = [
        "hazard-list": ["hazard", "list", "--csv", "--as", "supervisor"],
        "duty-list": ["duty", "list", "--csv", "--as", "supervisor"],
        "morning-list": ["morning", "--all", "--csv", "--as", "supervisor"],
    ]
}
