import PatrolModel
import PatrolReports
import PatrolTestSupport
import PatrolText
import Testing

@Suite struct `Every line is written in both languages` {
    @Test(arguments: PatrolError.examples)
    func aRefusalIsReasonAndRemedyOnOneLine(_ error: PatrolError) {
        let (chinese, english) = (Language.zh.phrases.refusal(error), Language.en.phrases.refusal(error))
        #expect(chinese.contains("；") && !chinese.contains("\n"), "\(chinese)")
        #expect(english.contains("; ") && !english.contains("\n"), "\(english)")
        #expect(chinese.unicodeScalars.contains { $0.value > 0x4E00 }, "\(chinese)")
    }

    @Test func aRefusalCannotCarryATerminalsControlCharacters() {
        let error = PatrolError.unknownSite(code: "\u{1B}[2J\u{202E}", nearest: nil)
        for language in Language.allCases {
            let text = language.phrases.refusal(error)
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
    }

    @Test(arguments: HelpTopic.allCases)
    func helpIsOneSentence(_ topic: HelpTopic) {
        #expect(Language.en.phrases.help(topic).hasSuffix("."))
        #expect(Language.zh.phrases.help(topic).hasSuffix("。"))
    }

    @Test func everyStateSeverityRoleAndVerbHasItsWord() {
        let (zh, en) = (Language.zh.phrases, Language.en.phrases)
        #expect(HazardState.allCases.map(zh.state) == ["已上报", "已交办", "待复查", "待销号", "已销号"])
        #expect(Hazard.Severity.allCases.map(zh.severity) == ["一般", "重大"])
        #expect(zh.duty(.missed, .patrol) == "漏巡" && zh.duty(.missed, .check) == "漏查")
        #expect(
            Set(Role.allCases.map(zh.role)).count == 8
                && Set(Verb.allCases.map(en.verb)).count == Verb.allCases.count
        )
        for heading in Heading.allCases {
            #expect(!zh.heading(heading).isEmpty && !en.heading(heading).isEmpty)
        }
        for label in Label.allCases { #expect(!zh.label(label).isEmpty && !en.label(label).isEmpty) }
        for verb in LedgerEntry.HazardVerb.allCases {
            #expect(zh.happened("hazard.\(verb.rawValue)") != "hazard.\(verb.rawValue)")
        }
    }

    @Test(arguments: [
        (0, "不足 1 分", "under 1 min"), (59, "不足 1 分", "under 1 min"), (3600, "1 小时", "1 h"),
        (93_780, "1 天 2 小时 3 分", "1 d 2 h 3 min"),
    ])
    func lengthsOfTimeAreSaidToTheMinute(_ seconds: Int64, _ chinese: String, _ english: String) {
        #expect(Language.zh.phrases.duration(seconds: seconds) == chinese)
        #expect(Language.en.phrases.duration(seconds: seconds) == english)
    }

    private func explained(
        _ limit: TimeLimit,
        _ from: String,
        _ reading: DeadlineClock.DayReading = .running,
        _ start: Deadline.Start = .service,
        allowing allowance: Allowance? = nil
    ) -> (zh: [String], en: [String]) {
        let clock = DeadlineClock.sample(reading)
        let deadline = clock.deadline(of: limit, allowing: allowance, start, from: Zone.shanghai.at(from))
        let explanation = clock.explanation(deadline)
        func lines(_ phrases: any Phrases) -> [String] {
            [phrases.deadline(explanation)] + explanation.steps.map(phrases.step)
        }
        return (lines(Language.zh.phrases), lines(Language.en.phrases))
    }

    @Test func dangerExplainsItself() {
        let urgent = explained(.urgentHours(2), "2026-11-23 10:00", .running, .observation)
        #expect(urgent.zh[0] == "2 个紧急工作时，自发现时间 2026-11-23 10:00 起昼夜连续计算，至 2026-11-23 12:00")
        #expect(
            urgent.en[0]
                == "2 urgent hours, run day and night, from the observation at 2026-11-23 10:00: 2026-11-23 12:00"
        )
    }

    @Test func aDeadlineExplainsWhatItCountedAndWhatItSkipped() {
        let days = explained(.workingDays(3), "2026-09-24 19:00")
        #expect(
            days.zh == [
                "3 个工作日（计 24 小时，办公时间 08:00–12:00、14:00–18:00），自送达时间 2026-09-24 19:00 起算，跳过中秋节 3 天，至 2026-09-30 18:00",
                "2026-09-24，已过办公时间，不计", "2026-09-25 至 2026-09-27，中秋节放假，不计",
                "2026-09-28 至 2026-09-30，计 3 天，24 小时",
            ]
        )
        #expect(
            days.en == [
                "3 working days (24 h; office hours 08:00-12:00, 14:00-18:00), from the service at 2026-09-24 19:00, skipping 3 days of 中秋节: 2026-09-30 18:00",
                "2026-09-24: after office hours, not counted", "2026-09-25 to 2026-09-27: 中秋节, not counted",
                "2026-09-28 to 2026-09-30: 3 days counted, 24 h",
            ]
        )
    }

    @Test func eachReadingOfADayExplainsItself() {
        let end = explained(.workingDays(1), "2026-11-27 10:00", .end)
        #expect(end.zh[0] == "1 个工作日（当日不计，至末日下班），自送达时间 2026-11-27 10:00 起算，跳过周末 2 天，至 2026-11-30 18:00")
        #expect(end.zh[1] == "2026-11-27，起算当日，不计")
        #expect(
            explained(.calendarDays(3), "2026-11-27 10:00", .end).en[0]
                == "3 calendar days (after the first, to midnight), from the service at 2026-11-27 10:00: 2026-12-01 00:00"
        )
        #expect(
            explained(.calendarDays(1), "2026-11-27 10:00").zh == [
                "1 个自然日，自送达时间 2026-11-27 10:00 起算，至 2026-11-28 10:00",
                "2026-11-27 10:00 至 2026-11-28 10:00，计 24 小时",
            ]
        )
    }

    @Test func partsOfALimitAndGuessesSaySo() {
        let rework = explained(
            .workingHours(5),
            "2026-11-24 10:00",
            .running,
            .failure,
            allowing: .office(seconds: 9000)
        )
        #expect(rework.zh[0].hasPrefix("2 小时 30 分（返工，原时限 5 个工作时，办公时间"), "\(rework.zh[0])")
        #expect(
            rework.en[0].hasPrefix("2 h 30 min (rework, of 5 working hours; office hours"),
            "\(rework.en[0])"
        )
        let resumed = explained(
            .urgentHours(2),
            "2026-11-24 10:00",
            .running,
            .resumption,
            allowing: .elapsed(seconds: 60)
        )
        #expect(resumed.zh[0].hasPrefix("1 分（原时限 2 个紧急工作时 的剩余），自恢复计时"), "\(resumed.zh[0])")
        let spent = explained(
            .urgentHours(2),
            "2026-11-24 10:00",
            .running,
            .resumption,
            allowing: .spent(dueAt: Zone.shanghai.at("2026-11-20 10:00"))
        )
        #expect(spent.en[0].hasSuffix("overdue before its clock was stopped, so unchanged: 2026-11-20 10:00"))
        let guess = explained(.workingHours(4), "2026-12-31 17:00")
        #expect(guess.zh[0].hasSuffix("（暂定：所涉年份的工作日安排尚未公布，公布后重新计算）"))
        #expect(guess.en[0].contains("(provisional: "))
    }

    @Test(arguments: Cadence.forms)
    func everyCadenceHasItsWords(_ form: String) throws {
        let cadence = try #require(Cadence(form))
        #expect(
            !Language.zh.phrases.cadence(cadence, times: 1).isEmpty
                && Language.en.phrases.cadence(cadence, times: 2).hasSuffix(", 2 times")
        )
    }

    @Test func theLanguageIsTheEnvironmentsElseChinese() {
        func preferred(_ environment: [String: String]) -> Language { Language.preferred { environment[$0] } }
        #expect(preferred([:]) == .zh)
        #expect(preferred(["LANG": "en_US.UTF-8"]) == .en)
        #expect(preferred(["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"]) == .zh)
        #expect(preferred(["LANG": "zh_CN.UTF-8", "LC_ALL": "en"]) == .en)
        #expect(preferred(["LANG": "C.UTF-8", "LC_ALL": ""]) == .zh)
    }
}

@Suite struct `Columns line up` {
    @Test(arguments: [
        ("abc", 3), ("井盖", 4), ("（一）", 6), ("é", 1), ("e\u{301}", 1), ("", 0), ("ａ", 2), ("한", 2),
    ])
    func wideCharactersTakeTwo(_ text: String, _ width: Int) {
        #expect(text.columns == width)
    }

    @Test func paddingAndClippingCountColumns() {
        #expect("井盖".padded(to: 6) == "井盖  ")
        #expect("井盖缺失".clipped(to: 8) == "井盖缺失")
        #expect("井盖缺失".clipped(to: 7) == "井盖缺…")
        #expect("井盖缺失".clipped(to: 6) == "井盖…")
    }

    @Test func aTableIsAsWideAsItsWidestCell() {
        var table = Table([.code, .name, .kind], Language.zh.phrases)
        table.add(["R-1", "中北路", "x"])
        table.add(["R-1000", "路\n段", ""])
        #expect(table.lines(indent: 1) == [" 编号    名称    类别", " R-1     中北路  x", " R-1000  路 段"])
    }

    @Test func aSheetLinesUpItsValues() {
        var sheet = Sheet(Language.zh.phrases)
        sheet.add(.unit, "养护单位\n第二行")
        sheet.add(.order, nil)
        sheet.add(.site, "R-1")
        #expect(sheet.text == ["责任单位  养护单位\n          第二行", "巡查对象  R-1"])
    }
}
