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
        #expect(HazardState.allCases.map(zh.state) == ["已上报", "已交办", "已挂账", "待复查", "待销号", "已销号", "已作废"])
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
        (0, "不足1分", "under 1 min"), (59, "不足1分", "under 1 min"), (3600, "1小时", "1 h"),
        (93_780, "1天2小时3分", "1 d 2 h 3 min"),
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
        #expect(urgent.zh[0] == "2个紧急工作时，自发现时间 2026年11月23日 10:00 起昼夜连续计算，至 2026年11月23日 12:00")
        #expect(
            urgent.en[0]
                == "2 urgent hours, run day and night, from the observation at 23 November 2026 10:00: 23 November 2026 12:00"
        )
    }

    @Test func aDeadlineExplainsWhatItCountedAndWhatItSkipped() {
        let days = explained(.workingDays(3), "2026-09-24 19:00")
        #expect(
            days.zh == [
                "3个工作日（计24小时，办公时间 08:00–12:00、14:00–18:00），自送达时间 2026年9月24日 19:00 起算，跳过中秋节3天，至 2026年9月30日 18:00",
                "2026年9月24日，已过办公时间，不计", "2026年9月25日 至 2026年9月27日，中秋节放假，不计",
                "2026年9月28日 至 2026年9月30日，计3天，24小时",
            ]
        )
        #expect(
            days.en == [
                "3 working days (24 h; office hours 08:00-12:00, 14:00-18:00), from the service at 24 September 2026 19:00, skipping 3 days of 中秋节: 30 September 2026 18:00",
                "24 September 2026: after office hours, not counted",
                "25 September 2026 to 27 September 2026: 中秋节, not counted",
                "28 September 2026 to 30 September 2026: 3 days counted, 24 h",
            ]
        )
    }

    @Test func eachReadingOfADayExplainsItself() {
        let end = explained(.workingDays(1), "2026-11-27 10:00", .end)
        #expect(end.zh[0] == "1个工作日（当日不计，至末日下班），自送达时间 2026年11月27日 10:00 起算，跳过周末2天，至 2026年11月30日 18:00")
        #expect(end.zh[1] == "2026年11月27日，起算当日，不计")
        #expect(
            explained(.calendarDays(3), "2026-11-27 10:00", .end).en[0]
                == "3 calendar days (after the first, to midnight), from the service at 27 November 2026 10:00: 1 December 2026 00:00"
        )
        #expect(
            explained(.calendarDays(1), "2026-11-27 10:00").zh == [
                "1个自然日，自送达时间 2026年11月27日 10:00 起算，至 2026年11月28日 10:00",
                "2026年11月27日 10:00 至 2026年11月28日 10:00，计24小时",
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
        #expect(rework.zh[0].hasPrefix("2小时30分（返工，原时限 5个工作时，办公时间"), "\(rework.zh[0])")
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
        #expect(resumed.zh[0].hasPrefix("1分（原时限 2个紧急工作时的剩余），自恢复计时"), "\(resumed.zh[0])")
        let spent = explained(
            .urgentHours(2),
            "2026-11-24 10:00",
            .running,
            .resumption,
            allowing: .spent(dueAt: Zone.shanghai.at("2026-11-20 10:00"))
        )
        #expect(
            spent.en[0].hasSuffix(
                "overdue before its clock was stopped, so unchanged: 20 November 2026 10:00"
            )
        )
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

    @Test func theLanguageIsTheEnvironmentsWhereItAsksForOne() {
        func preferred(_ environment: [String: String]) -> Language? {
            Language.preferred { environment[$0] }
        }
        #expect(preferred([:]) == nil)
        #expect(preferred(["LANG": "en_US.UTF-8"]) == .en)
        #expect(preferred(["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"]) == .zh)
        #expect(preferred(["LANG": "zh_CN.UTF-8", "LC_ALL": "en"]) == .en)
        #expect(preferred(["LANG": "C.UTF-8", "LC_ALL": ""]) == nil)
        #expect(preferred(["LANG": "en_US.UTF-8", "LC_ALL": "C"]) == nil)
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

    @Test func aLineEndsBehindAMarkAndNeverInANumberOrAName() {
        let text = "自发现时间 2026年11月23日 11:15 起昼夜连续计算，至 2026年11月23日 13:15"
        for width in [20, 24, 31, 40, 60] {
            let lines = text.wrapped(to: width)
            #expect(lines.allSatisfy { $0.columns <= width }, "\(width): \(lines)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { !$0.hasPrefix("，") })
            for number in ["2026年11月23日", "11:15", "13:15"] {
                #expect(lines.joined(separator: "\n").contains(number), "\(width): \(lines)")
            }
        }
        #expect("WC-R-0000000000001".wrapped(to: 6) == ["WC-R-0000000000001"])
        #expect("一二三四五六七".wrapped(to: 6) == ["一二三", "四五六", "七"])
        #expect("".wrapped(to: 6) == [""])
    }

    @Test func aBracketStaysWithWhatStandsInIt() {
        #expect("区市政养护单位（尚未交办）".wrapped(to: 16) == ["区市政养护单位", "（尚未交办）"])
        #expect("武珞路（大东门至街道口）".wrapped(to: 12) == ["武珞路（大东", "门至街道口）"])
        #expect("（一二三四五六）".wrapped(to: 7) == ["（一二", "三四五", "六）"])
    }

    @Test func aSheetLinesUpItsValues() {
        var sheet = Sheet(Language.zh.phrases)
        sheet.add(.unit, "养护单位\n第二行")
        sheet.add(.order, nil)
        sheet.add(.site, "R-1")
        #expect(sheet.lines() == ["责任单位  养护单位", "          第二行", "巡查对象  R-1"])
    }
}
