import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `An urgent limit runs day and night` {
    @Test(arguments: ["2紧急工作时", "2 紧急工作时", " 2 urgent hours", "2 Urgent Hours", "2紧急小时"])
    func itIsReadInEitherLanguage(_ text: String) {
        #expect(TimeLimit(text) == .urgentHours(2))
    }

    @Test(arguments: [
        "1紧急工作时制止", "紧急工作时", "0紧急工作时", "721紧急工作时", "-2紧急工作时", "2工作时", "2天", "", "2.5 urgent hours",
    ])
    func whatCannotBeReadIsNotGuessed(_ text: String) {
        #expect(TimeLimit(text) == nil)
    }

    @Test func itPassesThroughNightsAndHolidays() {
        let start = Zone.shanghai.at("2026-09-30 23:30")
        #expect(TimeLimit.urgentHours(2).deadline(from: start) == Zone.shanghai.at("2026-10-01 01:30"))
    }

    @Test func itsDeadlineIsMonotoneInItsStart() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1000 {
            let limit = TimeLimit.urgentHours(Int.random(in: 1...720, using: &random))
            let first = Instant(seconds: Int64.random(in: 0..<4_000_000_000, using: &random))
            let second = first + Int64.random(in: 0..<1_000_000, using: &random)
            #expect(limit.deadline(from: first) <= limit.deadline(from: second))
            #expect(limit.deadline(from: first) - first == 2 * limit.halfInSeconds)
            #expect(TimeLimit(limit.description) == limit)
        }
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
