import PatrolReports
import PatrolTestSupport
import PatrolText
import Testing

private struct Road: Sendable {
    let code: String
    let name: String
    let note: String
}

@Suite struct `A list fits its screen` {
    private static let roads = [
        Road(code: "R-1", name: "中北路（东湖路口至楚汉路口）", note: "x"),
        Road(code: "R-1000", name: "路\n段", note: ""),
    ]

    private static func listing(_ room: Column<Road>.Room = .cut(to: 10)) -> Listing<Road> {
        Listing(
            Language.zh.phrases,
            [
                Column(.code, .whole) { "\($0.code)" }, Column(.name, room) { "\($0.name)" },
                Column(.kind, .spare) { "\($0.note)" }, Column(.content, .csvOnly) { "\($0.note)!" },
            ]
        )
    }

    private static func lines(_ width: Int?, _ room: Column<Road>.Room = .cut(to: 10)) -> [String] {
        listing(room).lines(roads, on: Screen(width: width))
    }

    @Test func aPipeTakesEveryColumnAsWideAsItIs() {
        #expect(
            Self.lines(nil) == [
                "编号    名称                          类别", "R-1     中北路（东湖路口至楚汉路口）  x",
                "R-1000  路 段",
            ]
        )
    }

    @Test func aSpareColumnGivesWayFirst() {
        #expect(Self.lines(36)[1] == "R-1     中北路（东湖路口至楚汉路口）")
    }

    @Test func thenAColumnIsCutAndACodeNever() {
        #expect(
            Self.lines(20) == ["编号    名称", "R-1     中北路（东…", "R-1000  路 段"]
        )
        #expect(Self.lines(9)[1] == "R-1     中北路（…")
        #expect(Self.lines(20).allSatisfy { $0.columns <= 20 })
    }

    @Test func theLastColumnIsContinuedUnderItself() {
        let lines = Self.listing(.last).lines(Self.roads, on: Screen(width: 34))
        #expect(lines[1].hasPrefix("R-1     中北路（") && lines[2].hasPrefix("        "))
        #expect(lines.allSatisfy { $0.columns <= 34 })
        #expect((lines[1] + lines[2].drop { $0 == " " }).contains("中北路（东湖路口至楚汉路口）"))
    }

    @Test func onPaperNothingIsCut() {
        let listing = Self.listing()
        let layout = listing.layout(Self.roads, width: 24)
        let lines = layout.paperLines(listing.cells(Self.roads[0]), Screen(width: 24))
        #expect(lines == ["R-1     中北路（东湖路口", "        至楚汉路口）"])
        let code = Road(code: "WC-G-0000000000000017", name: "x", note: "")
        let narrow = Listing<Road>(Language.zh.phrases, [Column(.name, .cut(to: 8)) { "\($0.code)" }])
        let broken = narrow.layout([code], width: 10).paperLines(narrow.cells(code), Screen(width: 10))
        #expect(broken.joined() == code.code && broken.allSatisfy { $0.columns <= 10 })
    }

    @Test func aNoBreakSpaceKeepsALineTogetherAndIsPrintedAsASpace() {
        let road = Road(code: "R-1", name: "late\u{A0}22\u{A0}h on\u{A0}it", note: "")
        let listing = Listing<Road>(Language.en.phrases, [Column(.name, .cut(to: 8)) { "\($0.name)" }])
        let layout = listing.layout([road], width: 11)
        #expect(layout.paperLines(listing.cells(road), Screen(width: 11)) == ["late 22 h", "on it"])
    }

    @Test func aColumnWithNothingInItIsLeftOut() {
        let lines = Self.listing().lines([Self.roads[1]], on: Screen())
        #expect(lines == ["编号    名称", "R-1000  路 段"])
    }

    @Test func coloursStandBesideWordsAndOnlyWhereTheScreenHasThem() {
        let listing = Listing<Road>(Language.en.phrases, [Column(.code, .whole) { Cell($0.code, .alarm) }])
        let coloured = listing.lines(Self.roads, on: Screen(hasColours: true))
        #expect(coloured[1] == "\u{1B}[1;31mR-1\u{1B}[0m")
        #expect(listing.lines(Self.roads, on: Screen())[1] == "R-1")
    }

    @Test func aSpreadsheetHasEveryColumnWhole() {
        let bytes = Self.listing().csvHeadings + Self.roads.flatMap(Self.listing().csv)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "编号,名称,类别,内容\r\nR-1,中北路（东湖路口至楚汉路口）,x,x!\r\nR-1000,路 段,,!\r\n"
        )
        #expect(CSV.mark == Array("\u{FEFF}".utf8))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("  =1+1", "'  =1+1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("+8613800000000", "+8613800000000"),
        ("-3", "-3"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"), ("\t=1", "'\t=1"), ("＝1", "'＝1"),
        ("a,b", "\"a,b\""), ("说“好”", "说“好”"), ("a\"b", "\"a\"\"b\""), ("", ""), ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
    func whatASpreadsheetWouldComputeIsMadeHarmless(_ text: String, _ written: String) {
        #expect(String(decoding: CSV.row([text]), as: UTF8.self) == written + "\r\n")
    }
}
