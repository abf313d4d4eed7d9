import Foundation
import PatrolTestSupport
import Testing

@Suite struct `Bad input gets a reason, a remedy, a status, and changes nothing` {
    private static let report = [
        "hazard", "report", "--site", "R-1", "--category", "0103", "--as", "inspector",
    ]

    private struct Bad: Sendable {
        let arguments: [String]
        let status: Int32
        let says: String

        init(_ arguments: [String], _ status: Int32, _ says: String) {
            (self.arguments, self.status, self.says) = (arguments, status, says)
        }

        static func hazard(_ verb: String, _ switches: String...) -> [String] {
            ["hazard", verb, "H-2026-000001", "--as", "supervisor"] + switches
        }

        static func suspend(_ switches: String...) -> [String] {
            ["hazard", "suspend", "H-2026-000001", "--reason", "r", "--measures", "m"] + switches
        }

        static let all: [Bad] = [
            Bad(["inspect", "R-l", "--as", "inspector"], 65, "是否指 R-1"),
            Bad(["inspect", "R-1", "--as", "inspector", "--observed-at", "昨天下午"], 65, "无法识读"),
            Bad(
                ["inspect", "R-1", "--as", "inspector", "--observed-at", "2099-01-01 10:00"],
                65,
                "2099年1月1日 10:00 尚未到来"
            ),
            Bad(
                ["inspect", "R-1", "--as", "inspector", "--observed-at", "2026-01-01 10:00"],
                65,
                "--reason"
            ),
            Bad(["inspect", "R-1", "--as", "inspector", "--note", "a\u{1B}[2J"], 65, "U+001B"),
            Bad(
                ["inspect", "R-1", "--as", "inspector", "--note", String(repeating: "长", count: 2001)],
                65,
                "2001 字"
            ),
            Bad(["inspect", "R-1", "--as", "inspector", "--key", "not-a-uuid"], 65, "UUID"),
            Bad(["inspect", "R-1", "--as", "inspector", "--result", "fine"], 64, "--result"),
            Bad(
                ["inspect", "R-1", "--as", "inspector", "--programme", "roads-dialy"],
                65,
                "是否指 roads-daily"
            ),
            Bad(["inspect", "R-1", "--as", "inspector", "--hazard"], 64, "--category"),
            Bad(["inspect", "R-1", "--as", "inspector", "--category", "0103"], 64, "--hazard"),
            Bad(["inspect"], 64, "<site>"),
            Bad(["inspect", "R-1", "--as"], 64, "--as"),
            Bad(["inspekt", "R-1"], 64, "是否指 inspect"),
            Bad(["hazard", "lst"], 64, "是否指 list"),
            Bad(["hazard", "list", "--categry", "0103"], 64, "是否指 --category"),
            Bad(["hazard", "list", "--category", "雨水井该"], 65, "是否指 雨水井盖"),
            Bad(["hazard", "list", "--site", "R-l"], 65, "是否指 R-1"),
            Bad(["overdue", "--subdistrict", "水果胡街"], 65, "是否指 水果湖街"),
            Bad(["overdue", "--unit", "养护单为"], 65, "是否指 养护单位"),
            Bad(["duty", "list", "--due", "someday"], 65, "someday"),
            Bad(["hazard", "list", "--limit", "0"], 64, "--limit"),
            Bad(["hazard", "list", "--json", "--csv"], 64, "只能选一个"),
            Bad(["status", "--csv"], 64, "--csv 只用于列表"),
            Bad(["outbox", "drop", "3"], 65, "第 3 件"),
            Bad(["inspect", "R-1", "--as", "auditor"], 77, "无权"),
            Bad(["inspect", "R-4", "--as", "street"], 77, "职责范围"),
            Bad(["inspect", "R-1", "--as", "nobody"], 65, "没有人员"),
            Bad(report + ["--describe", " "], 65, "为空"),
            Bad(report + ["--describe", "塌陷", "--category", "E0401"], 65, "--condition"),
            Bad(report + ["--describe", "塌陷", "--category", "E0401", "--condition", "7"], 65, "没有这一立案条件"),
            Bad(report + ["--describe", "塌陷", "--category", "0104"], 65, "是否指 0103"),
            Bad(["hazard", "order", "H-2026-999999", "--as", "dispatcher"], 65, "没有隐患"),
            Bad(["hazard", "list", "--state", "gone"], 64, "--state"),
            Bad(hazard("return"), 64, "--reason"),
            Bad(hazard("reassign"), 64, "请写明 --unit、--reject 之一"),
            Bad(hazard("reassign", "--unit", "u", "--reject"), 64, "--unit、--reject 只能选一个"),
            Bad(hazard("reassign", "--reject"), 64, "缺少 --reason"),
            Bad(
                hazard("reassign", "--reject", "--reason", "r", "--service", "paper"),
                64,
                "--service 不与 --reject"
            ),
            Bad(hazard("reassign", "--unit", "u", "--served-at", "昨天"), 65, "昨天"),
            Bad(hazard("extend", "--grant", "--deny"), 64, "--grant、--deny 只能选一个"),
            Bad(hazard("extend", "--reason", "r"), 64, "缺少 --by"),
            Bad(hazard("extend", "--by", "3工作日"), 64, "缺少 --reason"),
            Bad(hazard("extend", "--by", "下周", "--reason", "r"), 65, "5工作日"),
            Bad(hazard("refer"), 64, "--to、--acknowledged、--refused、--outcome 之一"),
            Bad(hazard("refer", "--refused"), 64, "缺少 --reason"),
            Bad(hazard("refer", "--outcome", "o", "--note", "n"), 64, "--note 不与 --outcome"),
            Bad(suspend("--until", "2027-02-30"), 65, "2027-02-30"),
            Bad(suspend("--until", "2027-02-28", "--plan", "P"), 64, "缺少 --plan-entered"),
            Bad(
                suspend(
                    "--until",
                    "2027-02-28",
                    "--plan",
                    "P",
                    "--plan-entered",
                    "2026-10-30",
                    "--ground",
                    "season"
                ),
                64,
                "--plan 不与 --ground season"
            ),
            Bad(
                hazard("supervise", "--leader", "l", "--funds", "f"),
                64,
                "还缺 --measures、--in-charge、--deadline"
            ),
            Bad(hazard("void"), 64, "--ground、--duplicate-of、--confirm、--reject 之一"),
            Bad(hazard("void", "--ground", "duplicate"), 64, "缺少 --duplicate-of"),
            Bad(hazard("void", "--ground", "other", "--duplicate-of", "H-2026-000002"), 64, "--ground other"),
            Bad(hazard("void", "--confirm", "--ground", "other"), 64, "--ground 不与 --confirm"),
            Bad(hazard("case", "--number", "1", "--outcome", "o"), 64, "只能选一个"),
            Bad(hazard("look-back", "--unit", "u"), 64, "缺少 --fail"),
            Bad(["site", "import", "/nowhere/sites.csv"], 65, "无法读取"),
        ]
    }

    @Test func whateverIsTypedWrong() async throws {
        try await House.with { house in
            for bad in Bad.all {
                let said = try house.refused(bad.arguments, bad.status)
                #expect(said.contains(bad.says), "\(bad.arguments): \(said)")
            }
        }
    }

    @Test(arguments: [
        ("编号,名称,类别,街道,责任单位\nR-8,\"中北路,main-road,水果湖街,养护单位\n", "第 2 行的引号没有配对"),
        ("编号,名称,类别,街道,责任单位\nR-8,中北路,main-road,水果湖街,养护单位\nR 9,,main-road,水果湖街,养护单位\n", "第 3 行“编号”列"),
        ("编号,名称,类别,街道\nR-8,中北路,main-road,水果湖街\n", "缺少“responsible_unit"),
        ("", "没有数据行"),
    ])
    func aRosterWithAFault(_ text: String, _ says: String) async throws {
        try await House.with { house in
            let said = try house.refused(["site", "import", try house.roster(text)], 65)
            #expect(said.contains(says), "\(said)")
            #expect(try house.refused(["site", "import", "-"], 65, input: text).contains(says))
            #expect(try house.array("site", "list").count == 6)
        }
    }

    @Test func aRosterOfTwentyMegabytes() async throws {
        try await House.with { house in
            let row = "R-8,中北路,main-road,水果湖街,养护单位,,,\n"
            let text =
                "编号,名称,类别,街道,责任单位,标签,启用日期,停用日期\n" + String(repeating: row, count: 20_000_000 / row.utf8.count)
            try house.refused(["site", "import", try house.roster(text)], 65)
        }
    }

    @Test func argumentsThatAreNotUTF8() async throws {
        try await House.with { house in
            let before = try house.head()
            let outcome = try house.daemon.patrol(
                bytes: ["inspect", "R-1", "--as", "inspector", "--note"].map { Array($0.utf8) } + [
                    [0xD6, 0xD0]
                ]
            )
            #expect(outcome.status == 65 && outcome.error.contains("UTF-8") && outcome.error.contains("6"))
            #expect(try house.head() == before)
        }
    }

    @Test func inEnglishToo() async throws {
        try await House.with { house in
            let late = try house.daemon.patrol(
                ["inspect", "R-1", "--as", "inspector", "--observed-at", "soon"],
                language: "en"
            )
            #expect(late.error == "patrol: cannot read the time 'soon'; write 17:55 or '2026-11-23 17:55'\n")
            let usage = try house.daemon.patrol(["inspect"], language: "en")
            #expect(usage.error == "patrol: <site> is missing; add --help to see how it is written\n")
        }
    }

    @Test func whenNobodyListens() async throws {
        let daemon = try RunningDaemon()
        let outcome = try daemon.patrol(["status"])
        #expect(outcome.status == 69 && outcome.error.contains("连不上 patrold"))
    }
}
