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
        #expect(Set(Role.allCases.map(zh.role)).count == 8 && Set(Verb.allCases.map(en.verb)).count == 10)
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

    @Test func aDeadlineExplainsItself() {
        let (start, due) = ("2026-11-23 10:00", "2026-11-23 12:00")
        #expect(
            Language.zh.phrases.deadline(limit: .urgentHours(2), from: start, due: due)
                == "2 个紧急工作时，自发现时间 2026-11-23 10:00 起昼夜连续计算，至 2026-11-23 12:00"
        )
        #expect(
            Language.en.phrases.deadline(limit: .urgentHours(1), from: start, due: due)
                == "1 urgent hour, run day and night, from the observation at 2026-11-23 10:00: 2026-11-23 12:00"
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
