import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A zone reads tzdata by itself` {
    @Test func shanghaiIsEightHoursEastAllYear() {
        let zone = Zone.shanghai
        #expect(zone.iso8601(Instant(seconds: 1_795_427_700)) == "2026-11-23T17:55:00+08:00")
        #expect(zone.offset(at: zone.at("2026-07-01 00:00")) == 28800)
    }

    @Test func beforeItsFirstTransitionAZoneHasItsFirstOffset() {
        #expect(Zone.shanghai.offset(at: Instant(seconds: -4_000_000_000)) == 29143)
    }

    @Test func shanghaiKeptSummerTimeIn1988() {
        #expect(Zone.shanghai.offset(at: Zone.shanghai.at("1988-07-01 12:00")) == 32400)
    }

    @Test(arguments: [
        ("America/New_York", "2060-07-01T12:00:00Z", -14400),
        ("America/New_York", "2060-12-01T12:00:00Z", -18000),
        ("Australia/Sydney", "2060-01-15T12:00:00Z", 39600),
        ("Australia/Sydney", "2060-07-15T12:00:00Z", 36000),
        ("Europe/Dublin", "2060-07-15T12:00:00Z", 3600), ("Asia/Shanghai", "2060-07-15T12:00:00Z", 28800),
        ("America/Sao_Paulo", "2060-07-15T12:00:00Z", -10800), ("UTC", "2060-07-15T12:00:00Z", 0),
    ])
    func afterTheLastTransitionTheFootersRuleHolds(_ name: String, _ time: String, _ offset: Int) {
        #expect(Zone.named(name).offset(at: Zone.named("UTC").at(time)) == offset)
    }

    @Test func aReadingInAGapHappensNever() {
        let zone = Zone.named("America/New_York")
        let date = CivilDate("2026-03-08")
        #expect(date.flatMap { zone.instants(of: $0, CivilTime("02:30") ?? .midnight) } == [])
    }

    @Test func aReadingInAnOverlapHappensTwice() throws {
        let zone = Zone.named("America/New_York")
        let date = try #require(CivilDate("2026-11-01"))
        let instants = zone.instants(of: date, try #require(CivilTime("01:30")))
        #expect(instants.map(zone.iso8601) == ["2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00"])
    }

    @Test func aDayWithoutMidnightBeginsWhereTheGapEnds() throws {
        let zone = Zone.named("America/Sao_Paulo")
        let start = zone.startOfDay(try #require(CivilDate("2018-11-04")))
        #expect(zone.iso8601(start) == "2018-11-04T01:00:00-02:00")
        #expect(zone.iso8601(start + -1) == "2018-11-03T23:59:59-03:00")
    }

    @Test func aDayThatWasLeftOutBeginsWithTheNext() throws {
        let zone = Zone.named("Pacific/Apia")
        let start = zone.startOfDay(try #require(CivilDate("2011-12-30")))
        #expect(zone.iso8601(start) == "2011-12-31T00:00:00+14:00")
    }

    @Test(arguments: [
        [], Array("TZif".utf8), Array("not a zone file, though it is long enough to be one".utf8),
    ])
    func whatIsNoZoneFileIsRefused(_ bytes: [UInt8]) {
        #expect(Zone(name: "x", tzif: bytes) == nil)
    }

    @Test func aZoneFileCutAnywhereIsRefused() throws {
        let whole = try #require(ZoneFile.bytes("America/New_York"))
        for length in stride(from: 0, to: whole.count, by: 37) {
            #expect(Zone(name: "x", tzif: Array(whole[..<length])) == nil, "cut to \(length) bytes")
        }
    }

    @Test func aFileOfVersionOneHasNoFooter() throws {
        let zone = try #require(Zone(name: "x", tzif: ZoneFile.versionOne))
        #expect(zone.offset(at: Instant(seconds: 0)) == 3600)
        #expect(zone.offset(at: Instant(seconds: 2000)) == 7200)
        #expect(zone.offset(at: Instant(seconds: 999)) == 3600)
    }

    @Test func aTypeThatIsNotListedIsRefused() {
        var bytes = ZoneFile.versionOne
        bytes[48] = 9
        #expect(Zone(name: "x", tzif: bytes) == nil)
    }

    @Test(arguments: [
        "CST", "5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,J0,J1", "EST5EDT,366,1",
        "EST200", "EST5:60", "<+08-8", "EST5EDT,M3.2.0,M11.1.0,", "EST5E",
    ])
    func aFooterThatIsNoRuleIsRefused(_ rule: String) {
        #expect(Zone(name: "x", tzif: ZoneFile.versionTwo(footer: rule)) == nil)
    }

    @Test(arguments: [
        ("<+0330>-3:30", "2030-01-01T00:00:00Z", 12600),
        ("AAA3BBB,J60/0,J300/0", "2028-02-29T12:00:00Z", -10800),
        ("AAA3BBB,J60/0,J300/0", "2028-03-01T12:00:00Z", -7200),
        ("AAA3BBB,59/0,300/0", "2028-02-29T12:00:00Z", -7200),
        ("AAA3BBB2:30:30,M3.5.0/-1:30,M10.5.0/+26", "2028-06-01T12:00:00Z", -9030),
    ])
    func aFooterMayUseEveryFormOfPosix(_ rule: String, _ time: String, _ offset: Int) throws {
        let zone = try #require(Zone(name: "x", tzif: ZoneFile.versionTwo(footer: rule)))
        #expect(zone.offset(at: Zone.named("UTC").at(time)) == offset)
    }
}

/// Zone files, of the machine and made by hand.
enum ZoneFile {
    static func bytes(_ name: String) -> [UInt8]? {
        guard let file = fopen("/usr/share/zoneinfo/" + name, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }

    /// One hour east, two hours east from the 1000th second on.
    static let versionOne: [UInt8] =
        Array("TZif".utf8) + [0] + [UInt8](repeating: 0, count: 15)
        + counts(times: 1, types: 2) + [0, 0, 0x03, 0xE8] + [1] + [0, 0, 0x0E, 0x10, 0, 0]
        + [0, 0, 0x1C, 0x20, 0, 0]

    /// No transitions, one type of offset zero, and a rule.
    static func versionTwo(footer: String) -> [UInt8] {
        let block =
            Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts(times: 0, types: 1)
            + [0, 0, 0, 0, 0, 0]
        return block + block + Array("\n\(footer)\n".utf8)
    }

    private static func counts(times: UInt8, types: UInt8) -> [UInt8] {
        [UInt8](repeating: 0, count: 12) + [0, 0, 0, times, 0, 0, 0, types, 0, 0, 0, 0]
    }
}
