import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `Calendars and limits, from the command line` {
    /// A house whose catalogue has limits of every unit, and whose calendar is that of this year.
    private static func with(_ story: @Sendable (House, Int) throws -> Void) async throws {
        let year = Zone.shanghai.date(Instant(seconds: Int64(Date().timeIntervalSince1970))).year
        try await House.with { house in
            try restart(house) {
                // That of 2026, with October's holiday, is there already.
                if year != 2026 { try Self.publish(year, house) }
                let catalogue = """
                    小类代码,小类名称,条件序号,立案条件,处置时限,结案条件
                    0103,雨水井盖,1,缺失,2紧急工作时,补装复位
                    0103,雨水井盖,2,破损,4工作时,更换
                    0401,行道树,1,缺株,300工作日,补种
                    """
                _ = try house.daemon.folder.write(catalogue, to: "config/catalogue.csv")
            }
            try story(house, year)
        }
    }

    private static func restart(_ house: House, _ change: () throws -> Void) throws {
        #expect(house.daemon.stop() == 0)
        try change()
        try house.daemon.start()
    }

    private static func publish(_ year: Int, _ house: House) throws {
        let text = "year: \(year)\nholidays:\n  - {name: 元旦, from: \(year)-01-01}\n"
        _ = try house.daemon.folder.write(text, to: "config/calendar/\(year).yaml")
    }

    @Test func aLimitRunsFromTheServiceAndSaysWhy() async throws {
        try await Self.with { house, _ in
            let reported = try house.object(
                "hazard",
                "report",
                "--site",
                "R-1",
                "--category",
                "0103",
                "--condition",
                "2",
                "--describe",
                "破损",
                "--as",
                "inspector",
                "--observed-at",
                "2026-09-30 16:00",
                "--reason",
                "补录"
            )
            let hazard = try #require(reported["id"] as? String)
            // Until then the bureau's own 4 working hours to order ran.
            #expect(reported["dueAt"] as? String == "2026-10-08T10:00:00+08:00")
            let ordered = try house.object(
                "hazard",
                "order",
                hazard,
                "--served-at",
                "2026-09-30 16:30",
                "--as",
                "dispatcher"
            )
            let shown = try house.object("hazard", "show", hazard)
            #expect(ordered["dueAt"] as? String == "2026-10-08T10:30:00+08:00")
            #expect(shown["dueAt"] as? String == "2026-10-08T10:30:00+08:00")
            #expect(shown["clockStartedAt"] as? String == "2026-09-30T16:30:00+08:00")
            #expect(shown["timeLimit"] as? String == "4工作时")
            let deadlines = try #require(shown["deadlines"] as? [[String: Any]])
            let explanation = try #require(deadlines[0]["explanation"] as? [String: Any])
            #expect(explanation["dueAt"] as? String == shown["dueAt"] as? String)
            let text = try house.done("hazard", "show", hazard, "--explain")
            #expect(
                text.contains("4个工作时（办公时间 08:00–12:00、14:00–18:00），自送达时间 2026年9月30日 16:30 起算"),
                "\(text)"
            )
            #expect(text.contains("2026年9月30日 16:30 至 2026年9月30日 18:00，计1小时30分"), "\(text)")
            #expect(text.contains("迟报原因  补录") && text.contains("送达时间  2026年9月30日 16:30  口头"), "\(text)")
            let english = try house.daemon.patrol(["hazard", "show", hazard, "--explain"], language: "en")
                .output
            #expect(
                english.contains("30 September 2026 16:30 to 30 September 2026 18:00: 1 h 30 min counted"),
                "\(english)"
            )
        }
    }

    @Test func aYearThatIsNotPublishedIsMarkedAndReckonedAgainWhenItIs() async throws {
        try await Self.with { house, year in
            let reported = try house.object(
                "hazard",
                "report",
                "--site",
                "R-1",
                "--category",
                "0401",
                "--describe",
                "缺株",
                "--as",
                "inspector"
            )
            let hazard = try #require(reported["id"] as? String)
            let text = try house.done("hazard", "order", hazard, "--as", "dispatcher")
            #expect(text.contains("（暂定）"), "\(text)")
            #expect(try house.object("hazard", "show", hazard)["provisional"] as? Bool == true)
            try Self.restart(house) {
                for later in [year + 1, year + 2] { try Self.publish(later, house) }
            }
            let shown = try house.object("hazard", "show", hazard)
            #expect(shown["provisional"] as? Bool == false)
            let verbs = (shown["history"] as? [[String: Any]])?.compactMap { $0["verb"] as? String }
            #expect(verbs == ["hazard.report", "hazard.order", "hazard.recompute"])
            let log = house.daemon.log
            #expect(log.contains("PATROL_KIND=deadline-firm PATROL_HAZARD=\(hazard)"), "\(log)")
        }
    }

    @Test func aWorkbookOfACityIsTakenInWholeOrNamedLineByLine() async throws {
        try await Self.with { house, _ in
            let text = """
                部件立案结案标准,,,
                小类代码,小类名称,立案条件,处置时限
                0103,雨水井盖,缺失,1紧急工作时
                ,,"破损，大于25平方厘米",4 工作小时
                0401,行道树,缺株,种植季节15工作日
                """
            let file = house.daemon.folder.file("workbook.csv")
            try Program.writeGB18030(text, to: file)
            let before = try house.head()
            let refused = try house.daemon.patrol(["catalogue", "import", file])
            #expect(refused.status == 65 && refused.error.contains("--accept-readable"), "\(refused.error)")
            #expect(refused.error.split(separator: "\n").count == 1)
            #expect(refused.output.contains("第 5 行“处置时限”列  “种植季节15工作日”不是时限"), "\(refused.output)")
            #expect(try house.head() == before)
            let taken = try house.object("catalogue", "import", file, "--accept-readable", "--keep-missing")
            #expect(taken["changed"] as? Int == 1 && (taken["unread"] as? [Any])?.count == 1)
            let category = try house.object("catalogue", "show", "雨水井盖")
            let conditions = try #require(category["conditions"] as? [[String: Any]])
            #expect(conditions.compactMap { $0["timeLimit"] as? String } == ["1紧急工作时", "4工作时", "4工作时"])
            #expect(conditions.compactMap { $0["retired"] as? Bool } == [false, true, false])
            #expect((category["history"] as? [Any])?.count == 3)
            #expect(try house.array("catalogue", "list", "25平方厘米").count == 1)
        }
    }

    @Test func aConfigurationIsCheckedWithoutStarting() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            func check(_ language: String) throws -> Program.Outcome {
                try Program(RunningDaemon.binaries + "/patrold").run(
                    ["check-config", "--config", daemon.folder.file("config")].map { Array($0.utf8) },
                    environment: ["LC_ALL": language]
                )
            }
            let sound = try check("zh_CN.UTF-8")
            #expect(sound.status == 0 && sound.output.contains("配置无误：武昌区"), "\(sound.error)")
            _ = try daemon.folder.write("yaer: 2026\n", to: "config/calendar/2026.yaml")
            let faulty = try check("zh_CN.UTF-8")
            #expect(faulty.status == 78 && faulty.error.hasPrefix("patrold: 配置有 3 处错误"), "\(faulty.error)")
            #expect(
                faulty.output.contains("calendar/2026.yaml:1:1 有未知的键“yaer”，是否指“year”？"),
                "\(faulty.output)"
            )
            #expect(faulty.output.split(separator: "\n").count == 3)
            let english = try check("en_US.UTF-8")
            #expect(
                english.output.contains("has an unknown key 'yaer', did you mean 'year'?"),
                "\(english.output)"
            )
            #expect(!FileManager.default.fileExists(atPath: daemon.ledger))
        }
    }

    @Test func deadlinesAreReckonedBeforeACalendarIsInForce() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            func deadline(_ words: [String], input: String = "") throws -> Program.Outcome {
                let arguments = ["deadline", "--config", daemon.folder.file("config")] + words
                return try Program(RunningDaemon.binaries + "/patrold").run(
                    arguments.map { Array($0.utf8) },
                    environment: ["LC_ALL": "en", "TZ": "America/New_York"],
                    input: input
                )
            }
            let many = try deadline(["4工作时", "-"], input: "2026-09-30 16:30\n2026-10-09 17:00\n")
            #expect(many.output == "2026-10-08T10:30:00+08:00\n2026-10-10T11:00:00+08:00\n", "\(many.error)")
            let one = try deadline(["1 working day", "2026-10-09 17:00"])
            #expect(
                one.output.hasPrefix(
                    "1 working day (8 h; office hours 08:00-12:00, 14:00-18:00), from the service at 9 October 2026 17:00: 10 October 2026 17:00\n"
                ),
                "\(one.output)"
            )
            let bad = try deadline(["soon", "2026-10-09 17:00"])
            #expect(bad.status == 65 && bad.error.contains("cannot read the limit 'soon'"))
        }
    }
}

@Suite struct `Sites and programmes, from the command line` {
    @Test func anotherBodysListIsComparedBothWays() async throws {
        try await House.with { house in
            let file = house.daemon.folder.file("theirs.csv")
            try Program.writeGB18030("编号,名称,责任单位\nR-1,中北路,别的单位\nR-9,新路,养护单位\n", to: file)
            let found = try house.array("site", "compare", file, "--subdistrict", "水果湖街")
            #expect(found.compactMap { $0["difference"] as? String } == ["new", "gone", "gone", "changed"])
            #expect(found.compactMap { $0["site"] as? String } == ["R-9", "R-2", "R-3", "R-1"])
            let text = try house.done("site", "compare", file, "--subdistrict", "水果湖街")
            #expect(text.contains("对方新增 1 个，对方没有 2 个，内容不同 1 项"), "\(text)")
            let slip = try house.refused(["site", "compare", file, "--kind", "main-raod"], 65)
            #expect(slip.contains("是否指 main-road？"), "\(slip)")
        }
    }

    @Test func aRetiredSiteStaysWithItsRecords() async throws {
        try await House.with { house in
            try house.done("inspect", "R-2", "--as", "inspector")
            let text = try house.done("site", "retire", "R-1", "R-2", "--reason", "封闭改造")
            #expect(text == "已停用巡查对象 2 个\n")
            #expect(try house.object("site", "show", "R-1")["activeTo"] as? String != nil)
            #expect(try house.array("event", "list", "--entity", "R-2").count == 1)
            #expect(try house.array("duty", "list", "--site", "R-2", "--state", "done").count == 1)
            try house.done("site", "retire", "R-4")
            try house.refused(["site", "retire", "R-3", "--reason", "x", "--on", "soon"], 65)
        }
    }

    @Test func aProgrammeThatIsAddedBeginsNowAndTodayShowsWhatIsBestDoneToday() async throws {
        try await House.with { house in
            #expect(house.daemon.stop() == 0)
            let text = "id: roads-yearly\nname: 年度普查\nsiteKind: main-road\ncadence: yearly\nmanner: check\n"
            _ = try house.daemon.folder.write(text, to: "config/programmes/roads-yearly.yaml")
            try house.daemon.start()
            let programmes = try house.array("programme", "list")
            #expect(programmes.compactMap { $0["id"] as? String } == ["roads-daily", "roads-yearly"])
            #expect(programmes.compactMap { $0["open"] as? Int } == [6, 6])
            #expect(try house.array("today", "--as", "supervisor").count == 12)
            let receipt = try house.object("inspect", "R-1", "--as", "inspector")
            #expect((receipt["settled"] as? [String])?.count == 2)
            let shown = try house.object("programme", "show", "roads-yearly")
            #expect(shown["done"] as? Int == 1)
            // Nobody has been at R-2 since it began; where that is the same second as the visit, there is no other gap
            // than R-1's, or none.
            let gap = shown["longestGap"] as? [String: Any]
            #expect(shown["longestGap"] is NSNull || ["R-1", "R-2"].contains(gap?["site"] as? String))
            let preview = try house.array(
                "programme",
                "preview",
                "roads-yearly",
                "--from",
                "2026-06-01",
                "--periods",
                "2"
            )
            #expect(preview.compactMap { $0["period"] as? String } == ["2026", "2027"])
            #expect(preview.compactMap { $0["duties"] as? Int } == [6, 6])
            try house.refused(["programme", "preview", "roads-yearly", "--periods", "401"], 64)
        }
    }
}
