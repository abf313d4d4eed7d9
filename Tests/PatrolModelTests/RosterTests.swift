import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A roster is taken whole or not at all` {
    private func rows(_ text: String) throws -> [RosterRow] {
        try RosterFile.rows(Array(text.utf8), file: "sites.csv")
    }

    private let header = "编号,名称,类别,街道,责任单位,标签,启用日期,停用日期\n"

    @Test func aRosterIsReadInEitherLanguageAndAnyOrder() throws {
        let text = "\u{FEFF}kind,code,name,subdistrict,responsible_unit\r\nmain-road,R-1,中北路,水果湖街,养护单位\r\n"
        #expect(
            try RosterRow.sites(try rows(text)) == [
                Site(
                    code: "R-1",
                    name: "中北路",
                    kind: "main-road",
                    subdistrict: "水果湖街",
                    responsibleUnit: "养护单位"
                )
            ]
        )
    }

    @Test func everyColumnIsTaken() throws {
        let text = header + "R-1,\"中北路, \"\"北\"\"段\",main-road,水果湖街,养护单位,乙;甲 甲,2026-01-01,2026-12-31\n"
        let site = try #require(try RosterRow.sites(try rows(text)).first)
        #expect(site.name == "中北路, \"北\"段")
        #expect(site.tags == ["乙", "甲"].sorted())
        #expect(site.isActive(on: try #require(CivilDate("2026-12-31"))))
        #expect(!site.isActive(on: try #require(CivilDate("2027-01-01"))))
        #expect(!site.isActive(on: try #require(CivilDate("2025-12-31"))))
    }

    @Test func everyFaultIsNamedWithItsLineAndColumn() throws {
        let long = String(repeating: "长", count: 81)
        let text =
            header + "R 1,,main-road,水果湖街,养护单位,,,\n"
            + "R-2,\(long),main-road,水果湖街,养护\u{1B}单位,a\u{7},x,2026-02-30\n\n"
            + "R-3,c,main-road,d,e,,2026-02-01,2026-01-01\nR-4,c,k,d,e\nR-4,c,k,d,e\n"
        #expect(
            throws: PatrolError.badRows(faults: [
                RowFault(line: 2, column: "code", problem: .notACode("R 1")),
                RowFault(line: 2, column: "name", problem: .empty),
                RowFault(line: 3, column: "name", problem: .tooLong(limit: 80)),
                RowFault(line: 3, column: "responsibleUnit", problem: .controlCharacter),
                RowFault(line: 3, column: "tags", problem: .controlCharacter),
                RowFault(line: 3, column: "activeFrom", problem: .notADate("x")),
                RowFault(line: 3, column: "activeTo", problem: .notADate("2026-02-30")),
                RowFault(line: 5, column: "activeTo", problem: .beforeActiveFrom),
                RowFault(line: 7, column: "code", problem: .repeatedCode("R-4", firstLine: 6)),
            ])
        ) { try RosterRow.sites(try rows(text)) }
    }

    @Test func aColumnTheFileLacksSaysNothingAboutTheSite() throws {
        let former = Site.road("R-1", tags: ["共享单车"], to: CivilDate("2026-12-31"))
        let short = try rows("code,name,kind,subdistrict,responsible_unit\nR-1,新名,main-road,水果湖街,养护单位\n")
        let site = try #require(try RosterRow.sites(short).first).keeping(former, where: short[0])
        #expect(site.name == "新名" && site.tags == former.tags && site.activeTo == former.activeTo)
        let whole = try rows(header + "R-1,新名,main-road,水果湖街,养护单位,,,\n")
        let cleared = try #require(try RosterRow.sites(whole).first).keeping(former, where: whole[0])
        #expect(cleared.tags.isEmpty && cleared.activeTo != nil)
    }

    @Test func aCellTooManyIsNamed() {
        let fault = RowFault(line: 2, column: "", problem: .tooManyCells(expected: 5, found: 6))
        #expect(throws: PatrolError.badRows(faults: [fault])) {
            try rows("code,name,kind,subdistrict,responsible_unit\nR-1,中北路,北段,main-road,水果湖街,养护单位\n")
        }
    }

    @Test func textBehindAClosingQuoteAndARepeatedHeadingAreRefused() {
        #expect(throws: PatrolError.textAfterQuote(line: 2)) { try rows(header + "R-1,\"中北路\"东段,a,b,c,,,\n") }
        #expect(throws: PatrolError.repeatedColumn(name: "名称")) { try rows("code,name,名称\n") }
    }

    @Test(arguments: ["R-1\u{200D}", "R\u{301}", "R 1", "", "Ⅳ", String(repeating: "x", count: 41)])
    func aCodeHasNothingThatCannotBeSeen(_ code: String) {
        #expect(!Site.isCode(code))
    }

    @Test func aMissingColumnIsNamed() {
        #expect(throws: PatrolError.missingColumn(name: "name / 名称")) {
            try rows("code,kind,subdistrict,responsible_unit\n")
        }
    }

    @Test func aFileWithoutRowsIsRefused() {
        #expect(throws: PatrolError.emptyRoster) { try RosterRow.sites(try rows(header)) }
        #expect(throws: PatrolError.emptyRoster) { try rows("\n\n") }
    }

    @Test func aQuoteThatIsNeverClosedIsNamedByItsLine() {
        #expect(throws: PatrolError.unterminatedQuote(line: 3)) {
            try rows(header + "R-1,a,b,c,d,,,\nR-2,\"中北路,main-road\nR-3,a,b,c,d,,,\n")
        }
    }

    @Test func invalidUTF8IsNamedByItsLine() {
        #expect(throws: PatrolError.invalidUTF8(place: "sites.csv:2")) {
            try RosterFile.rows(Array(header.utf8) + [0xD6, 0xD0, 0x0A], file: "sites.csv")
        }
    }

    @Test func aQuotedCellMaySpanLinesAndALineMayEndWithTheFile() throws {
        let found = try CSVReader.rows(Array("a,\"b\nc\"\rd,\"e\"\"\"".utf8), file: "x")
        #expect(found.map(\.cells) == [["a", "b\nc"], ["d", "e\""]])
        #expect(found.map(\.line) == [1, 3])
        #expect(try CSVReader.rows(Array("a,".utf8), file: "x").map(\.cells) == [["a", ""]])
    }
}

@Suite struct `Text that could forge the record is refused` {
    @Test func textIsTrimmedAndKept() throws {
        #expect(try FreeText.checked("  井盖缺失\n三处 ", .note) == "井盖缺失\n三处")
        #expect(try FreeText.checkedIfPresent(" ", .note) == nil)
        #expect(try FreeText.checkedIfPresent(nil, .note) == nil)
        #expect(try FreeText.checkedIfPresent("x", .note) == "x")
    }

    @Test func emptyTextIsRefused() {
        #expect(throws: PatrolError.emptyText(field: .action)) { try FreeText.checked(" \n", .action) }
    }

    @Test func tenMegabytesAreTooLong() {
        let text = String(repeating: "x", count: 10_000_000)
        #expect(throws: PatrolError.textTooLong(field: .note, length: 10_000_000, limit: 2000)) {
            try FreeText.checked(text, .note)
        }
    }

    @Test(arguments: [
        ("\u{1B}", "U+001B"), ("\u{0}", "U+0000"), ("\u{85}", "U+0085"), ("\u{202E}", "U+202E"),
        ("\u{2066}", "U+2066"), ("\u{2028}", "U+2028"), ("\u{FEFF}", "U+FEFF"),
    ])
    func controlCharactersAreNamedWithTheirPlace(_ character: String, _ name: String) {
        #expect(throws: PatrolError.controlCharacter(field: .note, scalar: name, position: 3)) {
            try FreeText.checked("井盖" + character + "缺失", .note)
        }
    }

    @Test func theNearestNameIsOfferedOnlyWhereItIsNear() {
        #expect("WC-R-O01".nearest(in: ["WC-R-001", "WC-R-102"]) == "WC-R-001")
        #expect("inspect0r".nearest(in: ["leader", "inspector"]) == "inspector")
        #expect("xyz".nearest(in: ["WC-R-001"]) == nil)
        #expect("xyz".nearest(in: []) == nil)
        #expect(String(repeating: "R", count: 200_000).nearest(in: ["R-1"]) == nil)
    }
}
