import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A position` {
    @Test(arguments: [
        ("30.554312,114.316512", "30.554312,114.316512"), (" -0.5 , +179.9 ", "-0.5,179.9"),
        ("３０．５，１１４", "30.5,114"), ("90,-180", "90,-180"), ("-0.0000004,0.0000006", "0,0.000001"),
    ])
    func isReadAndWrittenInDegrees(_ text: String, _ written: String) throws {
        #expect(try #require(Position(text)).description == written)
    }

    @Test(arguments: [
        "", "30.5", "30.5,", ",114", "30.5,114,0", "91,0", "0,180.1", "114.3,30.5", "nan,0", "0x1E,114",
        "1e1,1",
        "30°,114°", "30.5 114.3",
    ])
    func isNotGuessed(_ text: String) {
        #expect(Position(text) == nil)
    }

    @Test func comesBackFromJSONAsItWas() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let position = Position(
                micro: Int.random(in: -90_000_000...90_000_000, using: &random),
                Int.random(in: -180_000_000...180_000_000, using: &random)
            )
            let data = try JSONEncoder().encode(position)
            #expect(try JSONDecoder().decode(Position.self, from: data) == position)
            #expect(Position(position.description) == position)
            #expect(Position(latitude: position.latitude, longitude: position.longitude) == position)
        }
    }

    @Test func beyondTheEarthIsNoJSON() {
        let json = Data(#"{"latitude":114.3,"longitude":30.5}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Position.self, from: json) }
    }
}

@Suite struct `A site's position` {
    private static let header = "code,name,kind,subdistrict,responsible_unit,纬度,经度\n"

    private func rows(_ text: String) throws -> [RosterRow] {
        try RosterFile.rows(Array(text.utf8), file: "sites.csv")
    }

    @Test func isReadFromItsTwoColumns() throws {
        let text = Self.header + "R-1,a,k,s,u,30.554312,114.316512\nR-2,a,k,s,u,,\n"
        let sites = try RosterRow.sites(try rows(text))
        #expect(sites.map(\.position) == [Position("30.554312,114.316512"), nil])
    }

    @Test func isRefusedWhereItIsHalfOrSwappedOrNoNumber() throws {
        let text = Self.header + "R-1,a,k,s,u,30.5,\nR-2,a,k,s,u,114.3,30.5\nR-3,a,k,s,u,30.5,东经\n"
        #expect(
            throws: PatrolError.badRows(faults: [
                RowFault(line: 2, column: "longitude", problem: .empty),
                RowFault(
                    line: 3,
                    column: "latitude",
                    problem: .notADegree("114.3", limit: 90, isSwapped: true)
                ),
                RowFault(
                    line: 4,
                    column: "longitude",
                    problem: .notADegree("东经", limit: 180, isSwapped: false)
                ),
            ])
        ) { try RosterRow.sites(try rows(text)) }
    }

    @Test func staysWhereAFileLacksTheColumns() throws {
        let former = Site.road("R-1", at: Position("30.5,114.3"))
        let row = try #require(try rows("code,name,kind,subdistrict,responsible_unit\nR-1,a,k,s,u\n").first)
        #expect(try row.site().get().keeping(former, where: row).position == former.position)
        let emptied = try #require(try rows(Self.header + "R-1,a,k,s,u,,\n").first)
        #expect(try emptied.site().get().keeping(former, where: emptied).position == nil)
    }

    @Test func isLeftOutOfTheEventsWhereThereIsNone() throws {
        let json = String(decoding: try JSONEncoder().encode(Site.road("R-1")), as: UTF8.self)
        #expect(!json.contains("position"))
    }

    @Test func isComparedToTheMillionthOfADegree() throws {
        let ours = Site.road("R-1", at: Position("30.5,114.316512"))
        let theirs = try RosterFile.rows(
            Array("code,纬度,经度\nR-1,30.5000,114.316513\n".utf8),
            file: "theirs.csv",
            required: [.code]
        )
        let found = RosterComparison([ours], theirs, by: .code).differences
        #expect(found.map(\.field) == ["longitude"])
        #expect(found.first?.ours == "114.316512" && found.first?.theirs == "114.316513")
    }
}

@Suite struct `A category's radius` {
    private static let header = "小类代码,小类名称,立案条件,处置时限,查重半径\n"

    private func merge(_ text: String, into present: [Catalogue.Category] = []) throws -> CatalogueMerge {
        CatalogueMerge(try CatalogueFile.rows(Array(text.utf8), file: "catalogue.csv"), into: present)
    }

    @Test func isSaidOnAnyOfItsRows() throws {
        let merge = try merge(Self.header + "0103,井盖,缺失,2紧急工作时,\n0103,井盖,破损,4工作时,20\n0306,广告,倾斜,1工作日,\n")
        #expect(merge.faults.isEmpty)
        #expect(merge.added.map(\.radius) == [20, nil])
    }

    @Test(arguments: ["0", "5001", "近", "-3", "1.5"])
    func isInMetresFromOneToFiveThousand(_ radius: String) throws {
        let merge = try merge(Self.header + "0103,井盖,缺失,2紧急工作时,\(radius)\n")
        #expect(merge.faults == [RowFault(line: 2, column: "radius", problem: .notARadius(radius))])
    }

    @Test func isOneForTheWholeCategory() throws {
        let merge = try merge(Self.header + "0103,井盖,缺失,2紧急工作时,10\n0103,井盖,破损,4工作时,20\n")
        let problem = RowFault.Problem.otherRadius("10", firstLine: 2)
        #expect(merge.faults == [RowFault(line: 3, column: "radius", problem: problem)])
    }

    @Test func staysWhereAFileLacksTheColumn() throws {
        let present = try merge(Self.header + "0103,井盖,缺失,2紧急工作时,20\n").added
        let city = "小类代码,小类名称,立案条件,处置时限\n0103,雨水井盖,缺失,2紧急工作时\n"
        #expect(try merge(city, into: present).changed.map(\.radius) == [20])
        #expect(try merge(Self.header + "0103,井盖,缺失,2紧急工作时,\n", into: present).changed.map(\.radius) == [nil])
    }
}
