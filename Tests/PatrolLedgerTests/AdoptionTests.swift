import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A configuration that is adopted while the ledger runs` {
    private func verbs(_ test: TestLedger) async throws -> [String] {
        try await test.ledger.events(entity: nil, after: 0, limit: 500).map { try $0.event().entry.verb }
    }

    private static func ordering(within hours: Int, programmes: [Programme] = [.roadsDaily]) -> Rulebook {
        .sample(rules: .but { $0.limits.order = .workingHours(hours) }, programmes: programmes)
    }

    @Test func decidesWhatIsRecordedAfterItAndNothingBefore() async throws {
        let test = try await TestLedger.make(rulebook: Self.ordering(within: 4))
        let report = Acts.report(category: "0306", condition: 1)
        let before = try await test.file(report, by: .inspector)
        let change = try await test.ledger.adopt(Self.ordering(within: 2))
        #expect(change.parts == [.rules] && change.programmes.isZero && change.people.isZero)
        let after = try await test.file(report, by: .inspector)
        func limit(_ receipt: Receipt) throws -> TimeLimit {
            guard case .hazard(_, let hazard) = receipt.entry else { throw PatrolError.internalFailure }
            return hazard.deadline.limit
        }
        #expect(try limit(before) == .workingHours(4))
        #expect(try limit(after) == .workingHours(2))
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isNoEventWhereItSaysWhatTheOneBeforeSaid() async throws {
        let test = try await TestLedger.make()
        let before = try await verbs(test)
        #expect(try await test.ledger.adopt(.sample()).isEmpty)
        #expect(try await verbs(test) == before)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func comesAfterWhatFellDueUnderTheOneBefore() async throws {
        let test = try await TestLedger.make()
        let before = try await verbs(test).count
        test.clock.set(Zone.shanghai.at("2026-11-24 10:00"))
        let weekly = Programme(id: "weekly", name: "每周一巡", siteKinds: ["main-road"], cadence: .weekly)
        let change = try await test.ledger.adopt(.sample(programmes: [weekly]))
        #expect(change.programmes == .init(added: 1, removed: 1))
        let since = try await verbs(test).dropFirst(before)
        // Yesterday is settled and today opened by the daily round, which was in force; then comes the weekly one.
        #expect(since.prefix(3) == ["period.settle", "period.open", "configuration.adopt"])
        #expect(since.dropFirst(3).contains("period.open"))
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isRefusedForAnotherDistrictOrZone() async throws {
        let test = try await TestLedger.make()
        let own = Rulebook.sample().configuration
        func but(code: String, zone: Zone) -> Rulebook {
            Rulebook(
                configuration: Configuration(
                    district: .init(code: code, name: own.district.name),
                    zone: zone.name,
                    people: own.people,
                    siteKinds: own.siteKinds,
                    programmes: own.programmes
                ),
                zone: zone
            )
        }
        await #expect(throws: PatrolError.districtChanged(ledger: "420106", configured: "420111")) {
            _ = try await test.ledger.adopt(but(code: "420111", zone: .shanghai))
        }
        await #expect(throws: PatrolError.zoneChanged(from: "Asia/Shanghai", to: "Asia/Urumqi")) {
            _ = try await test.ledger.adopt(but(code: "420106", zone: .named("Asia/Urumqi")))
        }
        #expect(test.ledger.rulebook.configuration == own)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func saysWhoMayFileFromThenOn() async throws {
        let test = try await TestLedger.make()
        let filer: @Sendable (PatrolModel.Configuration) throws -> Actor = {
            Actor(try $0.person(Person.inspector.id))
        }
        func file() async throws -> Receipt {
            try await test.ledger.file(
                Acts.report(),
                key: .random(),
                canonical: [],
                observedAt: nil,
                keptAt: nil,
                filer: filer
            )
        }
        _ = try await file()
        let own = Rulebook.sample().configuration
        let without = Configuration(
            district: own.district,
            zone: own.zone,
            rules: own.rules,
            people: own.people.filter { $0.id != Person.inspector.id },
            siteKinds: own.siteKinds,
            programmes: own.programmes,
            calendar: own.calendar
        )
        _ = try await test.ledger.adopt(Rulebook(configuration: without, zone: .shanghai))
        await #expect(throws: PatrolError.self) { _ = try await file() }
        #expect(try await test.closeAndReplay() == [])
    }
}
