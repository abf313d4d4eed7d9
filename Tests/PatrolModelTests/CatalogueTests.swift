import PatrolModel
import PatrolTestSupport
import Testing

private func rows(_ text: String, eventSheet: Bool = false) throws -> [CatalogueRow] {
    try CatalogueFile.rows(Array(text.utf8), file: "x.csv", eventSheet: eventSheet)
}

private func categories(_ merge: CatalogueMerge) -> [String] {
    func line(_ mark: String) -> (Catalogue.Category) -> String {
        { category in
            let conditions = category.conditions.map {
                "\($0.number)\($0.isRetired ? "-" : "")\($0.text)\($0.limit)"
            }
            return "\(mark)\(category.code)\(category.name) " + conditions.joined(separator: " ")
        }
    }
    return merge.added.map(line("+")) + merge.changed.map(line("~")) + merge.retired.map(line("-"))
}

@Suite struct `A city's workbook is read as it is` {
    @Test func mergedCellsAreCarriedDownWithinTheirCategory() throws {
        let merge = CatalogueMerge(
            try rows(
                """
                武昌区城市管理部件立案结案标准,,,,,
                大类名称,小类代码,小类名称,立案条件,处置时限,结案条件
                公用设施,0103,雨水井盖,缺失,2紧急工作时,补装
                ,,,"破损，
                大于25平方厘米",4工作时,更换
                ,,,松动,2 个工作日,
                ,,,异响,,
                ,0111,燃气井盖,缺失,2紧急工作时,补装
                """
            ),
            into: []
        )
        #expect(merge.faults == [])
        #expect(merge.added.map(\.code) == ["0103", "0111"] && merge.added.map(\.group) == ["公用设施", "公用设施"])
        let conditions = try #require(merge.added.first).conditions
        #expect(conditions.map(\.number) == [1, 2, 3, 4])
        #expect(
            conditions.map(\.limit) == [.urgentHours(2), .workingHours(4), .workingDays(2), .workingDays(2)]
        )
        #expect(conditions.map(\.closing) == ["补装", "更换", "更换", "更换"])
    }

    @Test func eachLineThatCannotBeReadIsNamed() throws {
        let merge = CatalogueMerge(
            try rows(
                """
                小类代码,小类名称,立案条件,处置时限,结案条件
                0401,行道树,缺株,种植季节15工作日,补种
                0402,护树设施,破损,5天,修复
                0501,工地,夜间施工,1紧急工作时制止,停工
                注：时限自送达起算,,,,
                0502,渣土,,4工作时,
                """
            ),
            into: []
        )
        #expect(merge.added.map(\.code) == ["0402"])
        #expect(
            merge.faults == [
                RowFault(line: 2, column: "limit", problem: .unreadableLimit("种植季节15工作日")),
                RowFault(line: 4, column: "limit", problem: .unreadableLimit("1紧急工作时制止")),
                RowFault(line: 5, column: "category", problem: .notACode("注：时限自送达起算")),
                RowFault(line: 5, column: "categoryName", problem: .empty),
                RowFault(line: 5, column: "text", problem: .empty),
                RowFault(line: 5, column: "limit", problem: .empty),
                RowFault(line: 6, column: "text", problem: .empty),
            ]
        )
    }

    @Test func aSheetOfEventsDoesNotTakeTheComponentsCodes() throws {
        let text = "小类代码,小类名称,立案条件,处置时限\n0101,暴露垃圾,暴露垃圾,4工作时\nX01,其他,其他,1工作日\n"
        #expect(try rows(text, eventSheet: true).map { $0[.category] } == ["E0101", "X01"])
        let marked = "类别,小类代码,小类名称,立案条件,处置时限\n部件,0101,水井盖,缺失,4工作时\n事件,0101,暴露垃圾,暴露,4工作时\n,0102,积存渣土,积存,4工作时\n"
        #expect(try rows(marked).map { $0[.category] } == ["0101", "E0101", "E0102"])
    }

    @Test(arguments: [
        ("小类代码,小类名称,立案条件\n0101,a,b\n", "limit / 处置时限"), ("a,b\n1,2\n", "code / 小类代码"), ("", "code / 小类代码"),
    ])
    func aFileThatIsNoCatalogueIsRefused(_ text: String, _ missing: String) {
        #expect(throws: PatrolError.missingColumn(name: missing)) { try rows(text) }
    }

    @Test func aFileWithoutRowsOrWithTwoColumnsOfOneNameIsRefused() {
        #expect(throws: PatrolError.emptyCatalogue) { try rows("小类代码,小类名称,立案条件,处置时限\n") }
        #expect(throws: PatrolError.repeatedColumn(name: "代码")) {
            try rows("小类代码,小类名称,立案条件,处置时限,代码\n1,2,3,4,5\n")
        }
    }

    @Test func whatIsPrintedIsReadAlike() {
        let merge = CatalogueMerge(Catalogue.sample.rows, into: [])
        #expect(merge.faults == [])
        #expect(
            merge.added.sorted { $0.code < $1.code }
                == Catalogue.sample.categories.sorted { $0.code < $1.code }
        )
    }
}

@Suite struct `An import adds, renames and retires, and deletes nothing` {
    private let present = [
        Catalogue.Category(
            code: "0103",
            name: "雨水井盖",
            conditions: [
                .init(number: 1, text: "缺失", limit: .urgentHours(2)),
                .init(number: 2, text: "破损", limit: .workingHours(4), isRetired: true),
                .init(number: 3, text: "松动", limit: .workingDays(2)),
            ]
        ),
        Catalogue.Category(
            code: "0199",
            name: "旧井盖",
            conditions: [.init(number: 1, text: "缺失", limit: .urgentHours(2), isRetired: true)],
            isRetired: true
        ),
        Catalogue.Category(
            code: "0306",
            name: "户外广告",
            conditions: [.init(number: 1, text: "倾斜", limit: .workingDays(1))]
        ),
    ]

    private func merge(_ lines: String..., keepingMissing: Bool = false) throws -> CatalogueMerge {
        let text = (["小类代码,小类名称,条件序号,立案条件,处置时限"] + lines).joined(separator: "\n")
        return CatalogueMerge(try rows(text), into: present) { _ in !keepingMissing }
    }

    @Test func aConditionKeepsItsNumberByItsTextAndANewOneGetsOneThatNobodyHad() throws {
        let merge = try self.merge("0103,雨水井盖,,松动,3工作日", "0103,雨水井盖,,异响,2工作日", keepingMissing: true)
        #expect(categories(merge) == ["~0103雨水井盖 1-缺失2紧急工作时 2-破损4工作时 3松动3工作日 4异响2工作日"])
    }

    @Test func aRetiredConditionComesBackUnderItsOwnNumber() throws {
        let merge = try self.merge("0103,雨水井盖,,破损,5工作时", keepingMissing: true)
        #expect(categories(merge) == ["~0103雨水井盖 1-缺失2紧急工作时 2破损5工作时 3-松动2工作日"])
    }

    @Test func aCategoryIsRenamedAndWhatIsNotListedIsRetired() throws {
        let merge = try self.merge("0103,雨水检查井盖,1,缺失,2紧急工作时", "0104,雨水箅子,1,缺失,2紧急工作时")
        #expect(
            categories(merge) == [
                "+0104雨水箅子 1缺失2紧急工作时", "~0103雨水检查井盖 1缺失2紧急工作时 2-破损4工作时 3-松动2工作日",
                "-0306户外广告 1-倾斜1工作日",
            ]
        )
    }

    @Test func theSameAgainChangesNothing() throws {
        let first = try self.merge("0103,雨水井盖,1,缺失,2紧急工作时", "0103,雨水井盖,3,松动,2工作日", "0306,户外广告,1,倾斜,1工作日")
        #expect(categories(first) == [])
    }

    @Test(arguments: [
        ("0199,新井盖,1,缺失,2紧急工作时", RowFault.Problem.retiredCode("旧井盖")),
        ("0103,雨水井盖,2,塌陷,2紧急工作时", .retiredCondition("破损")),
        ("103,雨水井盖,1,缺失,2紧急工作时", .lostZero("103", whole: "0103")),
        ("0103,雨水井盖,x,缺失,2紧急工作时", .notANumber("x")), ("0103,雨水井盖,3,缺失,2紧急工作时", .movedCondition(1)),
        ("0103,雨水井盖,1,松动,2工作日", .movedCondition(3)),
    ])
    func nothingIsGivenASecondMeaning(_ line: String, _ problem: RowFault.Problem) throws {
        let merge = try self.merge(line)
        #expect(merge.faults.map(\.problem) == [problem])
        #expect(merge.added.isEmpty && merge.changed.isEmpty)
    }

    @Test func contradictionsWithinTheFileAreNamed() throws {
        let merge = try self.merge(
            "0501,甲,1,a,1工作日",
            "0501,乙,2,b,1工作日",
            "0501,甲,1,c,1工作日",
            "0501,甲,2,a,1工作日",
            "0502,甲,1,a,1工作日"
        )
        #expect(
            merge.faults.map(\.problem) == [
                .otherName("甲", firstLine: 2), .repeatedCondition(firstLine: 2),
                .repeatedCondition(firstLine: 2),
                .repeatedName("甲", firstLine: 2),
            ]
        )
    }

    @Test func whatAnUnreadableLineSpeaksOfStaysAsItIs() throws {
        let merge = try self.merge("0103,雨水井盖,1,缺失,马上", "0103,雨水井盖,4,异响,2工作日")
        #expect(categories(merge).first == "~0103雨水井盖 1缺失2紧急工作时 2-破损4工作时 3松动2工作日 4异响2工作日")
        let nameless = try self.merge(",,,说明,马上")
        #expect(nameless.retired == [])
    }

    @Test func whereASpreadsheetDroppedTheZerosNothingIsRetired() throws {
        let merge = try self.merge("103,雨水井盖,1,缺失,2紧急工作时", "0501,工地,1,夜间施工,2工作时")
        #expect(merge.faults.map(\.problem) == [.lostZero("103", whole: "0103")])
        #expect(merge.retired == [] && merge.added.map(\.code) == ["0501"])
        let events = [
            Catalogue.Category(
                code: "E0101",
                name: "垃圾",
                conditions: [.init(number: 1, text: "a", limit: .workingHours(4))]
            )
        ]
        let sheet = try rows("小类代码,小类名称,立案条件,处置时限\n101,垃圾,a,4工作时\n", eventSheet: true)
        #expect(
            CatalogueMerge(sheet, into: events).faults.map(\.problem) == [.lostZero("E101", whole: "E0101")]
        )
    }

    @Test func anUnnumberedConditionNeverTakesTheNumberOfANumberedOne() throws {
        let merge = try self.merge("0601,甲,,缺失,1工作日", "0601,甲,1,破损,1工作日", keepingMissing: true)
        #expect(categories(merge) == ["+0601甲 1破损1工作日 2缺失1工作日"])
    }

    @Test func whatIsRetiredIsFiledUnderNoMore() {
        let catalogue = Catalogue(present)
        #expect(throws: PatrolError.retiredCategory(code: "0199", name: "旧井盖")) {
            try catalogue.grounds(category: "0199", condition: nil)
        }
        #expect(throws: PatrolError.unknownCondition(category: "0103", choices: ["1 缺失", "3 松动"])) {
            try catalogue.grounds(category: "0103", condition: 2)
        }
    }
}

@Suite struct `Our roster is held against another body's list` {
    private func compare(_ text: String, by key: RosterComparison.Key = .code) throws -> [String] {
        let ours = [
            Site.road("R-1", tags: ["b", "a"]), .road("R-2"), .road("R-3"),
            .road("R-9", to: .of("2026-01-01")),
        ]
        let required: RosterRow.Column = key == .code ? .code : .name
        let theirs = try RosterFile.rows(Array(text.utf8), file: "x.csv", required: [required])
        return RosterComparison(ours, theirs, by: key).differences.map {
            "\($0.difference) \($0.site) \($0.field ?? "") \($0.ours ?? "") \($0.theirs ?? "")"
        }
    }

    @Test func bothWays() throws {
        let found = try compare(
            "编号,名称,街道,标签\nR-1,道路R-1,中南路街,a;b\nR-3,,水果湖街,\nR-4,新路,水果湖街,\nR-9,道路R-9,水果湖街,\n"
        )
        #expect(
            found == [
                "new R-4   ", "new R-9   ", "gone R-2   ", "changed R-1 subdistrict 水果湖街 中南路街",
            ]
        )
    }

    @Test func byNameWhereTheyHaveCodesOfTheirOwn() throws {
        let found = try compare("编号,名称\nG01,道路R-1\nG02, 道路 R-2 \nG03,道路X\n", by: .name)
        #expect(
            found == ["new G03   ", "gone R-3   ", "changed R-1 code R-1 G01", "changed R-2 code R-2 G02"]
        )
    }
}
