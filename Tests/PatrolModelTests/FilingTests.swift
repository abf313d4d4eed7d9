import FoundationEssentials
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A filing's key` {
    @Test func isAUUIDWhateverItsCase() throws {
        #expect(
            try FilingKey("0192F0C1-2D3E-7ABC-8DEF-0123456789AB").text
                == "0192f0c1-2d3e-7abc-8def-0123456789ab"
        )
    }

    @Test(arguments: [
        "", "x", "0192f0c1-2d3e-7abc-8def-0123456789a", "0192f0c12d3e-7abc-8def-0123456789ab-",
        "0192f0c1-2d3e-7abc-8def-0123456789ag",
    ])
    func andNothingElse(_ text: String) {
        #expect(throws: PatrolError.malformedKey(key: text)) { try FilingKey(text) }
    }

    @Test func isOfVersionEightWhenMadeFromADigest() throws {
        #expect(FilingKey(digest: UInt8(0)...31).text == "00010203-0405-8607-8809-0a0b0c0d0e0f")
        let ones = FilingKey(digest: Array(repeating: UInt8.max, count: 32))
        #expect(ones.text == "ffffffff-ffff-8fff-bfff-ffffffffffff")
        #expect(try FilingKey(ones.text) == ones)
    }

    @Test func isOfVersionSevenWhenMadeHere() throws {
        let key = FilingKey(milliseconds: 0x0192_F0C1_2D3E, random: (UInt64.max, UInt64.max))
        #expect(key.text == "0192f0c1-2d3e-7fff-bfff-ffffffffffff")
        #expect(FilingKey(milliseconds: 1, random: (0, 0)).text == "00000000-0001-7000-8000-000000000000")
        #expect(try JSONDecoder().decode(FilingKey.self, from: JSONEncoder().encode(key)) == key)
    }
}

@Suite struct `An event says everything in its own bytes` {
    private func event(_ entry: LedgerEntry, onBehalfOf: String? = nil) -> Event {
        Event(
            sequence: 7,
            at: Instant(seconds: 1_795_427_700),
            district: "420106",
            incarnation: 1,
            actor: "admin",
            onBehalfOf: onBehalfOf,
            filing: FilingMark(key: FilingKey(milliseconds: 5, random: (1, 2)), digest: "ab"),
            entry: entry
        )
    }

    private func entries() throws -> [LedgerEntry] {
        let story = Story()
        let reported = try story.reported()
        let ordered = try story.ordered(reported)
        let rectified = try story.rectified(ordered)
        let back = try story.verified(rectified, .failed(reason: "松动"))
        let verified = try story.verified(
            try story.rectified(try story.ordered(try story.reported(.major)))
        )
        let fixed = try story.reported(fixedBy: "扶正固定")
        let zone = Zone.shanghai
        let almanac = Almanac(zone: zone, calendar: .sample)
        let period = try #require(almanac.period(of: .daily, from: .of("2026-11-23")))
        let inspection = Inspection(
            id: "I-2026-000001",
            site: "R-1",
            result: .hazard,
            note: "n",
            reason: nil,
            observedAt: zone.at("2026-11-23 10:00"),
            filed: Signature(person: "a", typedBy: "b", at: story.at),
            settled: [
                .init(
                    duty: DutyKey(programme: "p", period: "2026-11-23", site: "R-1", ordinal: 1),
                    late: true
                )
            ],
            hazard: "H-2026-000001",
            furtherHazards: ["H-2026-000002"],
            checks: [try Programme.roadsChecked.answering((1...3).map { Check.Line($0, .ok, note: "n") })]
        )
        return [
            .begin(LedgerBeginning(district: "420106", incarnation: 1)), .configuration(.sample()),
            .sites(
                .import,
                RosterImport(
                    added: [.road("R-1")],
                    changed: [.road("R-2", from: CivilDate("2026-01-01"))],
                    retired: [.road("R-3", to: .of("2026-11-23"))]
                )
            ),
            .sites(.retire, RosterImport(added: [], changed: [.road("R-3")], reason: "拆除")),
            .catalogue(
                CatalogueImport(
                    source: "x.csv",
                    digest: "d",
                    merge: CatalogueMerge(Catalogue.sample.rows, into: [])
                )
            ),
            .calendarGap(CalendarGap(year: 2027, month: "2026-12", deadlines: 3)),
            .hazard(.recompute, ordered),
            .opening(
                PeriodOpening(
                    programme: "p",
                    period: period,
                    cadence: .daily,
                    isProvisional: true,
                    duties: Programme.roadsDaily.duties(in: period, over: [.road("R-1")], calendar: .sample)
                )
            ),
            .settlement(
                PeriodSettlement(
                    programme: "p",
                    period: period.key,
                    missed: [.init(site: "R-1", ordinal: 1)],
                    excused: [.init(site: "R-2", ordinal: 1)]
                )
            ),
            .morning(MorningDigest(date: zone.date(story.at), lines: [.init(subdistrict: "x", open: 3)])),
            .inspection(inspection), .hazard(.report, reported), .hazard(.order, ordered),
            .hazard(.rectify, rectified), .hazard(.verify, back), .hazard(.verify, verified),
            .hazard(.close, try story.verified(rectified)), .hazard(.report, fixed),
            .hazard(.verify, try story.verified(fixed, .failed(reason: "未固定"))),
            .hazard(.verify, try story.verified(fixed)),
            .hazard(.overdue, reported.noticingOverdue(at: reported.dueAt + 1)),
            .said(RemindersSaid(["overdue/H-2026-000001"])),
        ]
    }

    @Test func whateverItRecordsIsReadBackAsItWas() throws {
        for entry in try entries() {
            let event = event(entry, onBehalfOf: "inspector")
            let bytes = try JSONEncoder().encode(event)
            #expect(try JSONDecoder().decode(Event.self, from: bytes) == event, "\(entry.verb)")
            #expect(!entry.entity.isEmpty)
        }
    }

    @Test(arguments: ["hazard.vanish", "nothing", "hazard."])
    func aVerbNobodyKnowsIsRefused(_ verb: String) {
        let text =
            #"{"sequence":1,"at":1,"district":"d","incarnation":1,"version":1,"actor":"a","verb":"\#(verb)","entity":"e","body":{}}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Event.self, from: Data(text.utf8)) }
    }

    @Test(arguments: [
        #"{"limit":"两天"}"#, #"{"date":"2026-02-30"}"#, #"{"time":"25:00"}"#, #"{"key":"x"}"#,
    ])
    func valuesThatCannotBeAreRefused(_ text: String) {
        struct Values: Decodable {
            let limit: TimeLimit?, date: CivilDate?, time: CivilTime?, key: FilingKey?
        }
        #expect(throws: (any Error).self) { try JSONDecoder().decode(Values.self, from: Data(text.utf8)) }
    }

    @Test func actsNameTheVerbThatIsNeededForThem() {
        let acts: [Act] = [
            .importCatalogue(ImportCatalogue(source: "x", rows: [])), .importSites(ImportSites([])),
            .retireSites(RetireSites([], reason: "x")), .inspect(Inspect(site: "R-1")),
            .inspectDay(InspectDay([])),
            .report(
                ReportHazard(
                    site: "R-1",
                    hazard: HazardDetails(category: "0103", condition: nil, severity: nil, describe: "x")
                )
            ),
            .order(OrderHazard(hazard: "H")), .rectify(RectifyHazard(hazard: "H", action: "x")),
            .verify(VerifyHazard(hazard: "H")), .close(CloseHazard(hazard: "H")),
        ]
        #expect(acts.map(\.verb) == Array(Verb.allCases.prefix(10)))
    }

    @Test func numbersCanBeSaidOverTheRadio() {
        #expect(NumberSeries.hazard.number(123, year: 2026) == "H-2026-000123")
        #expect(NumberSeries.order.number(1_234_567, year: 2026) == "O-2026-1234567")
    }
}

@Suite struct `Every refusal has a kind and a stable code` {
    @Test func theCodeIsTheCasesName() {
        #expect(PatrolError.emptyRoster.code == "emptyRoster")
        #expect(PatrolError.unknownHazard(id: "(x)").code == "unknownHazard")
    }

    @Test(arguments: PatrolError.examples)
    func itCrossesTheWireUnchanged(_ error: PatrolError) throws {
        #expect(try JSONDecoder().decode(PatrolError.self, from: JSONEncoder().encode(error)) == error)
        #expect(PatrolError.Kind.allCases.contains(error.kind))
    }
}
