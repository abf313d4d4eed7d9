import Foundation
import PatrolLedger
import PatrolModel
import PatrolTestSupport
import PatrolWire
import Testing

@testable import PatrolServer

@Suite struct `A morning list` {
    private static let sites: [Site] = [.road("R-1"), .road("R-2"), .road("R-3", subdistrict: "中南路街")]

    /// A ledger that began at half past six on a Monday morning, and its lists.
    private func morning(
        _ at: String = "2026-11-23 06:30",
        _ story: (TestLedger, MorningSheets) async throws -> Void
    ) async throws {
        let test = try await TestLedger(at: Zone.shanghai.at(at), sites: Self.sites)
        try await story(test, MorningSheets(ledger: test.ledger, clock: test.clock))
        #expect(try await test.closeAndReplay() == [])
    }

    private func report(_ site: String, _ category: String, _ condition: Int, major: Bool = false) -> Act {
        .report(
            ReportHazard(
                site: site,
                hazard: HazardDetails(
                    category: category,
                    condition: condition,
                    severity: major ? .major : .general,
                    describe: "看见"
                )
            )
        )
    }

    @Test func ofAnInspectorHasTheirDutiesAndWhatConcernsThem() async throws {
        try await morning { test, sheets in
            try await test.file(self.report("R-1", "0306", 2), by: .inspector)
            try await test.file(self.report("R-3", "0306", 2), by: .secondInspector)
            let sheet = try await sheets.sheet(for: .person(.inspector))
            #expect(sheet.recipient == .init(kind: .person, id: "inspector", name: "巡查岗一"))
            // That of the other subdistrict is nobody's in particular.
            #expect(sheet.duties.map(\.site) == ["R-3", "R-1", "R-2"])
            #expect(sheet.dueToday.map(\.site) == ["R-1"] && sheet.overdue == [] && sheet.missed == [])
            #expect(sheet.toOrder == [] && sheet.date == "2026-11-23")
            test.clock.advance(hours: 10)
            let late = try await sheets.sheet(for: .person(.inspector))
            #expect(late.overdue.map(\.site) == ["R-1"] && late.dueToday == [])
            #expect(late.overdue.allSatisfy { $0.overdueWorkingSeconds > 0 })
        }
    }

    @Test func holdsAtTheHeadThatItNames() async throws {
        try await morning { test, sheets in
            let sheet = try await sheets.sheet(for: .person(.supervisor))
            let head = try await test.ledger.head()
            #expect(sheet.event == head.sequence && sheet.head == head.hash)
            #expect(sheet.at == "2026-11-23T06:30:00+08:00")
        }
    }

    @Test(arguments: [
        ("2026-11-23 06:30", "2026-11-24T07:30:00+08:00", "2026-11-20T07:30:00+08:00"),
        ("2026-11-27 18:00", "2026-11-30T07:30:00+08:00", "2026-11-26T07:30:00+08:00"),
        ("2026-11-28 09:00", "2026-11-30T07:30:00+08:00", "2026-11-27T07:30:00+08:00"),
        ("2026-09-30 07:30", "2026-10-08T07:30:00+08:00", "2026-09-29T07:30:00+08:00"),
    ])
    func goesFromTheLastWorkingMorningToTheNext(_ at: String, _ next: String, _ last: String) async throws {
        try await morning(at) { _, sheets in
            let sheet = try await sheets.sheet(for: .unit("养护单位"))
            #expect(sheet.dueBefore == next && sheet.missedSince == last)
        }
    }

    @Test func beforeDaysOffHasWhatFallsDueInThem() async throws {
        try await morning("2026-11-27 23:00") { test, sheets in
            // Urgent hours run day and night: until one o'clock on Saturday.
            try await test.file(self.report("R-1", "E0401", 1), by: .inspector)
            // The office's own four hours end on Monday at noon, after the next list.
            try await test.file(self.report("R-2", "0306", 2), by: .inspector)
            let dispatcher = try await sheets.sheet(for: .person(.dispatcher))
            #expect(dispatcher.dueToday.map(\.site) == ["R-1"] && dispatcher.toOrder.map(\.site) == ["R-2"])
            #expect(dispatcher.duties == [] && dispatcher.missed == [])
        }
    }

    @Test func afterDaysOffHasWhatWasMissedInThem() async throws {
        try await morning("2026-11-27 06:30") { test, sheets in
            test.clock.set(Zone.shanghai.at("2026-11-30 07:31"))
            try await test.ledger.advanceSchedule()
            let (all, own) = (
                try await sheets.sheet(for: .person(.supervisor)),
                try await sheets.sheet(for: .person(.inspector))
            )
            #expect(all.missed.count == 9 && own.missed.count == 6)
            #expect(Set(all.missed.map(\.period)) == ["2026-11-27", "2026-11-28", "2026-11-29"])
            #expect(own.missed.allSatisfy { $0.assignee == "inspector" })
            let street = try await sheets.sheet(for: .subdistrict("中南路街"))
            #expect(street.missed.count == 3 && street.duties.map(\.site) == ["R-3"])
            test.clock.set(Zone.shanghai.at("2026-12-01 07:31"))
            try await test.ledger.advanceSchedule()
            let next = try await sheets.sheet(for: .person(.supervisor))
            #expect(next.missed.map(\.period) == ["2026-11-30", "2026-11-30", "2026-11-30"])
        }
    }

    @Test func ofAUnitHasWhatItWasToldOfAndNothingElse() async throws {
        try await morning { test, sheets in
            let hazard = try await test.file(self.report("R-1", "0306", 1), by: .inspector).id
            let early = try await sheets.sheet(for: .unit("养护单位"))
            #expect(early.isEmpty)
            try await test.file(.order(OrderHazard(hazard: hazard)), by: .dispatcher)
            // One working day of running clock from half past six: until six in the evening.
            let (unit, liaison) = (
                try await sheets.sheet(for: .unit("养护单位")),
                try await sheets.sheet(for: .person(.liaison))
            )
            #expect(unit.dueToday.map(\.id) == [hazard] && unit.orders == [])
            #expect(liaison.dueToday == unit.dueToday && liaison.orders == [])
            test.clock.set(Zone.shanghai.at("2026-11-24 07:30"))
            try await test.ledger.advanceSchedule()
            let late = try await sheets.sheet(for: .unit("养护单位"))
            #expect(late.overdue.map(\.id) == [hazard] && late.duties == [] && late.missed == [])
            let other = try await sheets.sheet(for: .unit("燃气管网单位"))
            #expect(other.isEmpty)
        }
    }

    @Test func hasAnOrderWithTimeLeftOnce() async throws {
        try await morning("2026-11-23 17:00") { test, sheets in
            let hazard = try await test.file(self.report("R-1", "0306", 1), by: .inspector).id
            try await test.file(.order(OrderHazard(hazard: hazard)), by: .dispatcher)
            for recipient in [MorningSheets.Recipient.unit("养护单位"), .person(.liaison), .subdistrict("水果湖街")] {
                let sheet = try await sheets.sheet(for: recipient)
                #expect(sheet.orders.map(\.id) == [hazard] && sheet.dueToday == [] && sheet.overdue == [])
            }
        }
    }

    @Test func tellsOfAClaimWhoMayCheckItAndOfACheckedMajorTheLeadingGroup() async throws {
        try await morning { test, sheets in
            let hazard = try await test.file(self.report("R-1", "0306", 1, major: true), by: .inspector).id
            try await test.file(.order(OrderHazard(hazard: hazard)), by: .dispatcher)
            try await test.file(.rectify(RectifyHazard(hazard: hazard, action: "扶正")), by: .liaison)
            func waiting(_ person: Person) async throws -> [String] {
                try await sheets.sheet(for: .person(person)).toVerify.map(\.id)
            }
            for person in [Person.supervisor, .inspector] {
                #expect(try await waiting(person) == [hazard], "\(person.id)")
            }
            // It concerns the second inspector no more than the others.
            for person in [Person.liaison, .leader, .secondInspector] {
                #expect(try await waiting(person) == [], "\(person.id)")
            }
            let check = VerifyHazard(hazard: hazard, note: "牢固", evidence: [try test.handIn()])
            try await test.file(.verify(check), by: .secondInspector)
            #expect(try await waiting(.leader) == [hazard])
            #expect(try await waiting(.supervisor) == [])
        }
    }

    @Test func doesNotAskAnybodyToCheckTheirOwnWork() async throws {
        try await morning { test, sheets in
            let fixed = HazardDetails(
                category: "0306",
                condition: 1,
                severity: .general,
                describe: "店招松动",
                fixed: true,
                action: "已扶正"
            )
            try await test.file(.report(ReportHazard(site: "R-1", hazard: fixed)), by: .inspector)
            let (own, supervisor) = (
                try await sheets.sheet(for: .person(.inspector)),
                try await sheets.sheet(for: .person(.supervisor))
            )
            #expect(own.toVerify == [] && supervisor.toVerify.count == 1)
        }
    }

    @Test func ofWhoOnlyReadsOrKeepsTheMachineIsEmpty() async throws {
        try await morning { test, sheets in
            try await test.file(self.report("R-1", "0103", 1), by: .inspector)
            test.clock.advance(hours: 5)
            for person in [Person.auditor, .admin] {
                let sheet = try await sheets.sheet(for: .person(person))
                #expect(sheet.isEmpty)
            }
            let leader = try await sheets.sheet(for: .person(.leader))
            #expect(leader.overdue.count == 1)
        }
    }

    @Test func isForEverybodyOnce() async throws {
        try await morning { _, sheets in
            let everybody = try await sheets.everybody()
            #expect(everybody.prefix(Person.all.count) == Person.all.map { .person($0) }[...])
            // The others have somebody who is named for them.
            #expect(
                everybody.dropFirst(Person.all.count) == [.unit("燃气管网单位"), .subdistrict("中南路街")]
            )
        }
    }
}

@Suite struct `Whose morning list somebody may see` {
    private static let asked = [
        "", "?person=supervisor", "?unit=养护单位", "?unit=水果湖街道办", "?subdistrict=水果湖街",
        "?subdistrict=中南路街", "?all=true",
    ]

    @Test(arguments: [
        ("u1", [200, 403, 403, 403, 403, 403, 403]), ("u3", [200, 200, 200, 200, 200, 200, 200]),
        ("u4", [200, 200, 200, 200, 200, 200, 200]), ("u5", [200, 200, 200, 200, 200, 200, 200]),
        ("u7", [200, 200, 200, 200, 200, 200, 200]), ("root", [200, 200, 200, 200, 200, 200, 200]),
        ("u8", [200, 403, 200, 403, 403, 403, 403]), ("u9", [200, 403, 403, 200, 200, 403, 403]),
    ])
    func isTheirOwnUnlessTheyHaveToSeeToOthers(_ user: String, _ answers: [Int]) async throws {
        try await ServerHouse.with(
            user: user,
            sites: [.road("R-1"), .road("R-3", subdistrict: "中南路街"), .office("R-4")]
        ) { house, _ in
            for (query, status) in zip(Self.asked, answers) {
                let target = "/v1/morning" + query.encodedQuery
                let answer = try house.exchange("GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(answer.status == status, "\(user) \(query): \(answer.text)")
                if status == 403 { #expect(answer.text.contains("notAllowed")) }
            }
        }
    }

    @Test(arguments: [
        ("?person=nobody", "unknownPerson"), ("?unit=无此单位", "unknownUnit"),
        ("?subdistrict=无此街", "unknownSubdistrict"), ("?person=inspector&all=true", "malformedRequest"),
    ])
    func isNobodysWhereNobodyIsCalledSo(_ query: String, _ refusal: String) async throws {
        try await ServerHouse.with(user: "u4") { house, _ in
            let target = "/v1/morning" + query.encodedQuery
            let answer = try house.exchange("GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(answer.text.contains(refusal), "\(answer.text)")
        }
    }
}

extension Site {
    /// One that the street office itself answers for.
    fileprivate static func office(_ code: String) -> Site {
        Site(
            code: code,
            name: "街道\(code)",
            kind: "main-road",
            subdistrict: "水果湖街",
            responsibleUnit: "水果湖街道办",
            tags: []
        )
    }
}

extension String {
    fileprivate var encodedQuery: String {
        addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? ""
    }
}
