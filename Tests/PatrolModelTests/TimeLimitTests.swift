import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A time limit is read in either language and never guessed` {
    @Test(arguments: [
        ("2紧急工作时", TimeLimit.urgentHours(2)), ("2 紧急工作时", .urgentHours(2)),
        (" 2 urgent hours", .urgentHours(2)),
        ("2 Urgent Hours", .urgentHours(2)), ("2紧急小时", .urgentHours(2)), ("2个紧急工作时", .urgentHours(2)),
        ("4工作时", .workingHours(4)), ("4工作小时", .workingHours(4)), ("4 working hours", .workingHours(4)),
        ("５工作日", .workingDays(5)), ("5 个工作日", .workingDays(5)), ("5天", .workingDays(5)),
        ("1 working day", .workingDays(1)), ("15自然日", .calendarDays(15)), ("15 日历天", .calendarDays(15)),
        ("15 calendar days", .calendarDays(15)), ("15\u{3000}自然日", .calendarDays(15)),
    ])
    func everySpellingThatIsClearIsRead(_ text: String, _ limit: TimeLimit) {
        #expect(TimeLimit(text) == limit)
        #expect(TimeLimit(limit.description) == limit)
    }

    @Test(arguments: [
        "1紧急工作时制止", "种植季节15工作日", "紧急工作时", "0紧急工作时", "721紧急工作时", "-2紧急工作时", "", "2.5 urgent hours",
        "2小时", "2", "两天", "2个", "5-7天", "367工作日", "0自然日", "1工作日内", "1/2工作日", "5 days",
    ])
    func whatIsNotClearIsRefused(_ text: String) {
        #expect(TimeLimit(text) == nil)
    }

    @Test func onlyDangerRunsWhoeverHasBeenTold() {
        let limits: [TimeLimit] = [.urgentHours(1), .workingHours(1), .workingDays(1), .calendarDays(1)]
        #expect(limits.map(\.isUrgent) == [true, false, false, false])
    }
}

@Suite struct `The catalogue says what a hazard is filed under` {
    @Test func theConditionMayBeLeftOutWhereThereIsOne() throws {
        let grounds = try Catalogue.sample.grounds(category: "0103", condition: nil)
        #expect(grounds.condition == 1 && grounds.categoryName == "雨水井盖" && grounds.closing == "补装复位")
    }

    @Test func aCategoryMayBeNamedInWords() throws {
        #expect(try Catalogue.sample.grounds(category: "路面塌陷", condition: 2).limit == .urgentHours(1))
    }

    @Test func theConditionIsNeededWhereThereAreSeveral() {
        #expect(throws: PatrolError.conditionNeeded(category: "E0401", choices: ["1 塌陷", "2 塌陷伴管线破裂"])) {
            try Catalogue.sample.grounds(category: "E0401", condition: nil)
        }
    }

    @Test func anUnknownConditionIsRefused() {
        #expect(throws: PatrolError.unknownCondition(category: "0103", choices: ["1 缺失"])) {
            try Catalogue.sample.grounds(category: "0103", condition: 9)
        }
    }

    @Test func anUnknownCategoryIsRefusedWithTheNearest() {
        #expect(throws: PatrolError.unknownCategory(code: "0104", nearest: "0103")) {
            try Catalogue.sample.grounds(category: "0104", condition: nil)
        }
    }
}

@Suite struct `Office hours are any number of spans in order` {
    @Test func theyAreReadAndWrittenAlike() throws {
        let hours = try #require(OfficeHours(texts: ["8:00-12:00", "14:00 – 17:30", "20:00-24:00"]))
        #expect(hours.spans.map(\.description) == ["08:00-12:00", "14:00-17:30", "20:00-24:00"])
        #expect(OfficeHours(texts: hours.spans.map(\.description)) == hours)
        #expect(hours.secondsPerDay == Int64(11.5 * 3600) && hours.closing == 86400)
    }

    @Test(arguments: [
        [], ["12:00-08:00"], ["08:00-08:00"], ["08:00"], ["08:00-25:00"], ["08:00-12:00-13:00"],
        ["08:00-12:00", "11:00-18:00"], ["14:00-18:00", "08:00-12:00"],
    ])
    func whatCannotBeIsRefused(_ texts: [String]) {
        #expect(OfficeHours(texts: texts) == nil)
    }
}
