import PatrolTestSupport
import Testing

@testable import PatrolModel

@Suite struct `A day on paper` {
    private let header = "编号,时间,结果,计划,备注,小类,条件,等级,问题描述,立行立改,整改内容,迟报原因\n"

    private func read(
        _ text: String,
        on date: String? = nil,
        reason: String? = nil
    ) throws -> (visits: [DayVisit], faults: [RowFault]) {
        try DayFile.visits(
            Array(text.utf8),
            file: "day.csv",
            on: date.map { .of($0) },
            reason: reason
        )
    }

    /// One row's faults, as column and problem.
    private func faults(_ row: String, on date: String? = nil) throws -> [String] {
        try read(header + row + "\n", on: date).faults.map { "\($0.line) \($0.column) \($0.problem)" }
    }

    @Test func isReadWithAllThatARowMaySay() throws {
        let (visits, faults) = try read(
            header + "R-1,2026-11-23 09:10,,roads-daily,一切正常,,,,,,,\n"
                + "R-2,2026-11-23 09:30,有隐患,,,0306,2,重大,\"招牌松动，\n两处\",是,扶正固定,补录\n"
        )
        #expect(faults == [])
        #expect(
            visits[0]
                == DayVisit(
                    line: 2,
                    inspect: Inspect(site: "R-1", programme: "roads-daily", note: "一切正常"),
                    observedAt: TypedTime("2026-11-23 09:10")
                )
        )
        let details = HazardDetails(
            category: "0306",
            condition: 2,
            severity: .major,
            describe: "招牌松动，\n两处",
            fixed: true,
            action: "扶正固定"
        )
        #expect(visits[1].inspect == Inspect(site: "R-2", result: .hazard, reason: "补录", hazard: details))
    }

    @Test func isReadInEnglishAndAnyOrderToo() throws {
        let text =
            "Time,CODE,Result,Category,Description,Severity,Fixed\n2026-11-23 09:10,R-1,Refused,,,,no\n"
            + "2026-11-23 09:20,R-2,,0103,gone,major,YES\n"
        let (visits, faults) = try read(text)
        #expect(faults == [] && visits.map(\.inspect.result) == [.refused, nil])
        #expect(visits[1].inspect.hazard?.severity == .major && visits[1].inspect.hazard?.fixed == true)
    }

    @Test(arguments: [
        ("09:10", "2026-11-23 09:10"), ("9:10", "2026-11-23 09:10"), ("０９：１０", "2026-11-23 09:10"),
        ("2026-11-22 09:10", "2026-11-22 09:10"), ("2026/11/2 9:10:05", "2026-11-02 09:10:05"),
        ("2026-11-23T09:10", "2026-11-23 09:10"),
        ("2026-11-23T09:10:00+08:00", "2026-11-23T09:10:00+08:00"),
    ])
    func hasTimesInFullWhateverWasWritten(_ written: String, _ full: String) throws {
        let (visits, faults) = try read("编号,时间\nR-1,\(written)\n", on: "2026-11-23")
        #expect(faults == [] && visits.map(\.observedAt.text) == [full])
    }

    @Test func neverTakesABareTimeForTodays() throws {
        #expect(try faults("R-1,09:10,,,,,,,,,,") == [#"2 observedAt timeWithoutDate("09:10")"#])
        #expect(try faults("R-1,09:10,,,,,,,,,,", on: "2026-11-23") == [])
    }

    @Test(arguments: [
        (",2026-11-23 09:10,,,,,,,,,,", "2 site empty"), ("R-1,,,,,,,,,,,", "2 observedAt empty"),
        ("R-1,昨天 9:10,,,,,,,,,,", #"2 observedAt notATime("昨天 9:10")"#),
        ("R-1,2026-02-30 09:10,,,,,,,,,,", #"2 observedAt notATime("2026-02-30 09:10")"#),
        ("R-1,2026-11-23,,,,,,,,,,", #"2 observedAt notATime("2026-11-23")"#),
        ("R-1,2026-11-23 09:10,好,,,,,,,,,", #"2 result unknownWord("好", of: "#),
        ("R-1,2026-11-23 09:10,,,,0103,一,,缺失,,,", #"2 hazardCondition notANumber("一")"#),
        ("R-1,2026-11-23 09:10,,,,0103,0,,缺失,,,", #"2 hazardCondition notANumber("0")"#),
        ("R-1,2026-11-23 09:10,,,,0103,,大,缺失,,,", #"2 severity unknownWord("大", of: "#),
        ("R-1,2026-11-23 09:10,,,,0103,,,缺失,对,,", #"2 fixed unknownWord("对", of: "#),
        ("R-1,2026-11-23 09:10,,,,0103,,,,,,", "2 describe empty"),
        ("R-1,2026-11-23 09:10,,,,,,,缺失,,,", "2 hazardCategory empty"),
        ("R-1,2026-11-23 09:10,,,,,,,,是,,", "2 hazardCategory empty"),
        (
            "R-1,2026-11-23 09:10,,,,0103,,,缺失,,补装,",
            "2 action refused(PatrolModel.PatrolError.actionWithoutFix)"
        ),
        ("R-1,2026-11-23 09:10,,,,,,,,,,,多", "2  tooManyCells(expected: 12, found: 13)"),
    ])
    func namesEachFaultWithItsLineAndColumn(_ row: String, _ fault: String) throws {
        let found = try faults(row)
        #expect(found.count == 1 && found[0].hasPrefix(fault), "\(found)")
    }

    @Test func namesAllFaultsAtOnceAndStillReadsTheRest() throws {
        let text = header + ",09:10,好,,,,,,,,,\nR-1,2026-11-23 09:10,,,,,,,,,,\nR-2,x,,,,,,,,,,\n"
        let (visits, faults) = try read(text)
        #expect(visits.map(\.line) == [3])
        #expect(
            faults.map { "\($0.line) \($0.column)" } == [
                "2 site", "2 observedAt", "2 result", "4 observedAt",
            ]
        )
    }

    @Test func givesTheReasonOfTheWholeToRowsThatHaveNone() throws {
        let text = "编号,时间,迟报原因\nR-1,2026-11-23 09:10,手机没电\nR-2,2026-11-23 09:20,\n"
        #expect(try read(text, reason: "补录").visits.map(\.inspect.reason) == ["手机没电", "补录"])
    }

    @Test func hasNoColumnThatNobodyReads() throws {
        #expect(throws: PatrolError.unknownColumn(name: "天气")) { try read("编号,时间,天气\nR-1,09:10,晴\n") }
        #expect(throws: PatrolError.unknownColumn(name: "")) { try read("编号,,时间\nR-1,x,09:10\n") }
        #expect(throws: PatrolError.repeatedColumn(name: "code")) { try read("编号,code,时间\nR-1,R-1,09:10\n") }
        #expect(throws: PatrolError.missingColumn(name: "time / observed_at / observedat / 时间")) {
            try read("编号\nR-1\n")
        }
        for text in ["", "编号,时间\n", "编号,时间\n,\n"] {
            #expect(throws: PatrolError.emptyDay) { try read(text) }
        }
        #expect(try read("编号,时间,,\nR-1,2026-11-23 09:10,,\n").visits.count == 1)
    }
}
