import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A day on paper in the ledger` {
    private static func row(
        _ line: Int,
        _ inspect: Inspect,
        _ time: String = "2026-11-23 09:10"
    ) -> InspectDay.Row {
        InspectDay.Row(
            line: line,
            inspect: inspect,
            observedAt: TypedTime(time)
        )
    }

    private static let found = HazardDetails(
        category: "0103",
        condition: nil,
        severity: nil,
        describe: "井盖缺失",
        isNew: true
    )
    private static let rows = [
        row(2, Inspect(site: "R-1")), row(3, Inspect(site: "R-2", hazard: found), "2026-11-23 09:30"),
        row(4, Inspect(site: "R-3", result: .absent, note: "围挡"), "2026-11-23 09:50"),
    ]

    private func file(_ rows: [InspectDay.Row], in test: TestLedger, unread: [RowFault] = []) async throws
        -> Receipt
    {
        try await test.file(.inspectDay(InspectDay(rows, unread: unread)), by: .inspector)
    }

    /// What was recorded after the roster, each event with the filing it answers.
    private func events(_ test: TestLedger) async throws -> [Event] {
        let all = try await test.ledger.events(entity: nil, after: 0, limit: 500).map { try $0.event() }
        return Array(all.drop { $0.entry.verb != "inspection.file" })
    }

    @Test func isRecordedAsItsRowsWouldBeAlone() async throws {
        let (day, alone) = (try await TestLedger.make(), try await TestLedger.make())
        let receipt = try await file(Self.rows, in: day)
        for row in Self.rows {
            _ = try await alone.file(.inspect(row.inspect), by: .inspector, observedAt: row.observedAt.text)
        }
        let recorded = try await events(day)
        #expect(recorded.map(\.entry) == (try await events(alone)).map(\.entry))
        #expect(recorded.compactMap(\.filing?.key) == receipt.rows?.compactMap(\.receipt.key))
        #expect(recorded.count == 4 && Set(recorded.compactMap(\.filing?.key)).count == 3)
        #expect(receipt.rows?.map(\.isRepeated) == [false, false, false])
        #expect(receipt.id == "I-2026-000001" && receipt.rows?.last?.receipt.id == "I-2026-000003")
        #expect(try await day.closeAndReplay() == [])
    }

    @Test func isRecordedOnceHoweverOftenItIsFiled() async throws {
        let test = try await TestLedger.make()
        let first = try await file(Self.rows, in: test)
        let head = try await test.ledger.verifyChain().head
        let second = try await file(Self.rows, in: test)
        #expect(try await test.ledger.verifyChain().head == head)
        #expect(second.rows?.map(\.isRepeated) == [true, true, true])
        #expect(second.rows?.map(\.receipt) == first.rows?.map(\.receipt))
        let more = Self.rows + [Self.row(5, Inspect(site: "R-3"), "2026-11-23 09:55")]
        let third = try await file(more, in: test)
        #expect(third.rows?.map(\.isRepeated) == [true, true, true, false])
        #expect(third.rows?.last?.receipt.id == "I-2026-000004")
        #expect(try await test.closeAndReplay() == [])
    }

    /// As when the clerk's inspector has filed it already, or the other way round.
    @Test func isTheSameDayWhoeverTypesIt() async throws {
        let test = try await TestLedger.make()
        let own = try await file(Self.rows, in: test)
        let head = try await test.ledger.verifyChain().head
        let day = Act.inspectDay(InspectDay(Self.rows))
        let clerk = try await test.file(day, by: .inspector, typedBy: .supervisor)
        #expect(clerk.rows?.map(\.isRepeated) == [true, true, true])
        #expect(clerk.rows?.map(\.receipt) == own.rows?.map(\.receipt))
        #expect(try await test.ledger.verifyChain().head == head)
        let another = try await test.file(day, by: .secondInspector, typedBy: .supervisor)
        #expect(another.rows?.map(\.isRepeated) == [false, false, false])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test(arguments: [
        "2026-11-23T09:10:00+08:00", "2026-11-23T01:10:00Z", "2026-11-23 09:10:00", "2026-11-23T09:10",
        "09:10", "０９：１０",
    ])
    func isTheSameDayHoweverItsTimesAreWritten(_ time: String) async throws {
        let test = try await TestLedger.make()
        let first = try await file([Self.rows[0]], in: test)
        let second = try await file([Self.row(2, Inspect(site: "R-1"), time)], in: test)
        #expect(second.rows?.map(\.isRepeated) == [true])
        #expect(second.rows?.map(\.receipt) == first.rows?.map(\.receipt))
    }

    @Test func readsATimeOfAFileThatWaitedByTheMomentItWasKept() async throws {
        let test = try await TestLedger.make()
        let rows = [Self.row(2, Inspect(site: "R-1"), "09:10")]
        let day = Act.inspectDay(InspectDay(rows))
        let keptAt = test.clock.now()
        let first = try await test.file(day, by: .inspector, keptAt: keptAt)
        test.clock.advance(hours: 24)
        let again = try await test.file(day, by: .inspector, keptAt: keptAt)
        #expect(again.rows?.map(\.isRepeated) == [true])
        let event = try await test.ledger.events(entity: first.id, after: 0, limit: 1)[0].event()
        #expect(event.filing?.keptAt == keptAt)
        #expect(try await test.file(day, by: .inspector).rows?.map(\.isRepeated) == [false])
    }

    @Test func tellsTheVisitsApartThatAreAlikeInItsFile() async throws {
        let test = try await TestLedger.make()
        let alike = [Self.rows[0], Self.row(3, Inspect(site: "R-1"), "2026-11-23T09:10:00+08:00")]
        let first = try await file(alike, in: test)
        #expect(first.rows?.map(\.isRepeated) == [false, false])
        #expect(first.rows?[0].receipt.key != first.rows?[1].receipt.key)
        #expect(try await file(alike, in: test).rows?.map(\.isRepeated) == [true, true])
    }

    @Test func isAllOrNothingAndEveryFaultIsNamed() async throws {
        let test = try await TestLedger.make()
        let head = try await test.ledger.verifyChain().head
        let wrong = HazardDetails(category: "E0401", condition: nil, severity: nil, describe: "塌陷")
        let rows = [
            Self.row(2, Inspect(site: "R-1")), Self.row(3, Inspect(site: "R-9")),
            Self.row(5, Inspect(site: "R-1"), "2026-11-23 10:01"),
            Self.row(6, Inspect(site: "R-1"), "2026-11-21 10:00"),
            Self.row(7, Inspect(site: "R-1", hazard: wrong)),
            Self.row(8, Inspect(site: "R-1", note: "a\u{1B}")), Self.row(9, Inspect(site: "R-2")),
        ]
        let unread = RowFault(line: 4, column: "site", problem: .empty)
        do {
            _ = try await file(rows, in: test, unread: [unread])
            Issue.record("it was taken")
        } catch PatrolError.badDay(let faults) {
            #expect(
                faults.map { "\($0.line) \($0.column)" } == [
                    "3 site", "4 site", "5 observedAt", "6 reason", "7 hazardCondition", "8 note",
                ]
            )
            #expect(faults[0].problem == .refused(.unknownSite(code: "R-9", nearest: "R-1")))
            #expect(faults[1] == unread)
            #expect(faults[3].problem == .refused(.lateWithoutReason(hours: 24)))
        }
        #expect(try await test.ledger.verifyChain().head == head)
        #expect(try await file([rows[0]], in: test).id == "I-2026-000001")
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isNotRecordedWhereARowCouldNotBeReadThoughTheRestIsRight() async throws {
        let test = try await TestLedger.make()
        let head = try await test.ledger.verifyChain().head
        let unread = RowFault(line: 5, column: "observedAt", problem: .timeWithoutDate("09:10"))
        await #expect(throws: PatrolError.badDay(faults: [unread])) {
            try await file(Self.rows, in: test, unread: [unread])
        }
        await #expect(throws: PatrolError.badDay(faults: [unread])) {
            try await file([], in: test, unread: [unread])
        }
        await #expect(throws: PatrolError.emptyDay) { try await file([], in: test) }
        #expect(try await test.ledger.verifyChain().head == head)
    }

    @Test func hasNoMoreRowsThanOthersCanWaitFor() async throws {
        let test = try await TestLedger.make()
        let rows = (0...InspectDay.most).map { Self.row($0 + 2, Inspect(site: "R-9")) }
        await #expect(throws: PatrolError.dayTooLong(rows: 5001, limit: 5000)) {
            try await file(rows, in: test)
        }
        do {
            _ = try await file(Array(rows.prefix(30)), in: test)
            Issue.record("it was taken")
        } catch PatrolError.badDay(let faults) {
            let near = RowFault.Problem.refused(.unknownSite(code: "R-9", nearest: "R-1"))
            let bare = RowFault.Problem.refused(.unknownSite(code: "R-9", nearest: nil))
            #expect(
                faults.map(\.problem) == Array(repeating: near, count: 20) + Array(repeating: bare, count: 10)
            )
        }
    }

    @Test func doesNotChangeWhatIsRecorded() async throws {
        let test = try await TestLedger.make()
        let first = try await file(Self.rows, in: test)
        let head = try await test.ledger.verifyChain().head
        let key = try #require(first.rows?.first?.receipt.key?.text)
        let fault = RowFault(line: 2, column: "", problem: .refused(.keyReused(key: key)))
        let other = [Self.row(2, Inspect(site: "R-1", note: "改过"))] + Self.rows.dropFirst()
        await #expect(throws: PatrolError.badDay(faults: [fault])) { try await file(other, in: test) }
        await #expect(throws: PatrolError.badDay(faults: [fault])) {
            try await test.file(.inspectDay(InspectDay(other)), by: .inspector, typedBy: .supervisor)
        }
        #expect(try await test.ledger.verifyChain().head == head)
    }

    @Test func isNotRecordedTwiceWhereAHazardIsFiledOnceByItsCodeAndOnceByItsName() async throws {
        let test = try await TestLedger.make()
        func named(_ category: String) -> [InspectDay.Row] {
            let found = HazardDetails(category: category, condition: 1, severity: nil, describe: "井盖缺失")
            return [Self.row(2, Inspect(site: "R-2", hazard: found))]
        }
        let first = try await file(named("0103"), in: test)
        let key = try #require(first.rows?.first?.receipt.key?.text)
        let fault = RowFault(line: 2, column: "", problem: .refused(.keyReused(key: key)))
        await #expect(throws: PatrolError.badDay(faults: [fault])) {
            try await file(named("雨水井盖"), in: test)
        }
    }

    @Test func isForWhoeverMayFileInspectionsAndWithinTheirOwn() async throws {
        let test = try await TestLedger.make()
        await #expect(
            throws: PatrolError.notAllowed(
                verb: .inspectionImport,
                person: "auditor",
                roles: [.inspector, .subdistrict]
            )
        ) { try await test.file(.inspectDay(InspectDay(Self.rows)), by: .auditor) }
        let fault = RowFault(
            line: 4,
            column: "site",
            problem: .refused(.outOfScope(verb: .inspectionFile, person: "street", subject: "R-3"))
        )
        await #expect(throws: PatrolError.badDay(faults: [fault])) {
            try await test.file(.inspectDay(InspectDay(Self.rows)), by: .street)
        }
    }

    @Test func bearsBothNamesWhereAClerkTypedIt() async throws {
        let test = try await TestLedger.make()
        let receipt = try await test.file(
            .inspectDay(InspectDay(Self.rows)),
            by: .inspector,
            typedBy: .supervisor
        )
        let event = try await test.ledger.events(entity: receipt.id, after: 0, limit: 1)[0].event()
        #expect(event.actor == "supervisor" && event.onBehalfOf == "inspector")
        #expect(event.filing?.key == receipt.rows?[0].receipt.key)
    }
}
