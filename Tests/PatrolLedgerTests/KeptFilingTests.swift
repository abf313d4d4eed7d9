import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `A filing that waited in an outbox` {
    private static let evening = Zone.shanghai.at("2026-11-23 23:50")
    private static let morning = Zone.shanghai.at("2026-11-24 08:10")

    private func inspection(_ test: TestLedger, _ id: String) async throws -> Inspection? {
        let event = try await test.ledger.events(entity: id, after: 0, limit: 1).first?.event()
        guard case .inspection(let inspection) = event?.entry else { return nil }
        return inspection
    }

    @Test(arguments: [nil, "23:40"])
    func isReadByTheEveningItWasFiledInThoughItArrivesInTheMorning(_ typed: String?) async throws {
        let test = try await TestLedger.make()
        test.clock.set(Self.morning)
        let receipt = try await test.file(
            .inspect(Inspect(site: "R-1")),
            by: .inspector,
            observedAt: typed,
            keptAt: Self.evening
        )
        let found = try #require(try await inspection(test, receipt.id))
        #expect(found.observedAt == (typed == nil ? Self.evening : Zone.shanghai.at("2026-11-23 23:40")))
        #expect(found.settled.map(\.late) == [true], "its duty is done, and marked as filed late")
        #expect(found.filed.at == Self.morning)
        let event = try #require(
            try await test.ledger.events(entity: receipt.id, after: 0, limit: 1).first?.event()
        )
        #expect(event.filing?.keptAt == Self.evening && event.at == Self.morning)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func needsAReasonByWhenItWasFiledAndNotByWhenItArrived() async throws {
        let test = try await TestLedger.make()
        test.clock.set(Self.morning + 2 * 86400)
        let seen = "2026-11-23 23:40"
        _ = try await test.file(
            .inspect(Inspect(site: "R-1")),
            by: .inspector,
            observedAt: seen,
            keptAt: Self.evening
        )
        await #expect(throws: PatrolError.lateWithoutReason(hours: 24)) {
            try await test.file(.inspect(Inspect(site: "R-1")), by: .inspector, observedAt: seen)
        }
    }

    @Test func servesAnOrderAndFixesAHazardWhenItWasWritten() async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector).id
        let (served, fixed) = (Acts.start + 3600, Acts.start + 7200)
        test.clock.set(Self.morning)
        _ = try await test.file(Acts.order(hazard), by: .dispatcher, keptAt: served)
        _ = try await test.file(Acts.rectify(hazard), by: .liaison, keptAt: fixed)
        let (record, _) = try await test.ledger.hazard(hazard, sight: .everything)
        #expect(record.servedAt == served && record.rectifiedAt == fixed)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func cannotPassAClaimThatItsWriterNeverSaw() async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report(), by: .inspector).id
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
        _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        test.clock.advance(minutes: 5)
        let written = test.clock.now()
        test.clock.advance(minutes: 5)
        _ = try await test.file(Acts.verify(hazard, failed: true), by: .supervisor)
        test.clock.advance(minutes: 5)
        _ = try await test.file(Acts.rectify(hazard), by: .liaison)
        let claimed = Zone.shanghai.iso8601(test.clock.now())
        await #expect(throws: PatrolError.claimedSince(hazard: hazard, verb: .hazardVerify, at: claimed)) {
            try await test.file(Acts.verify(hazard), by: .inspector, keptAt: written)
        }
        _ = try await test.file(Acts.verify(hazard), by: .inspector)
    }

    @Test func retiresASiteOnTheDayItWasWritten() async throws {
        let test = try await TestLedger.make()
        test.clock.set(Self.morning)
        _ = try await test.file(.retireSites(RetireSites(["R-1"])), by: .admin, keptAt: Self.evening)
        #expect(try await test.ledger.site("R-1", sight: .everything).activeTo?.description == "2026-11-23")
    }

    @Test(arguments: [Int64.min, -60_000_000_000_000, 0, 1_000_000_000])
    func isNotBelievedWhereNoOutboxCanHaveKeptItSoLong(_ seconds: Int64) async throws {
        let test = try await TestLedger.make()
        for act in [Act.inspect(Inspect(site: "R-1")), Acts.report()] {
            let error = await #expect(throws: PatrolError.self) {
                try await test.file(act, by: .inspector, keptAt: Instant(seconds: seconds))
            }
            let isLongAgo = if case .longAgo(_, 31) = error { true } else { false }
            #expect(isLongAgo, "\(String(describing: error))")
        }
        #expect(try await test.ledger.status(at: test.clock.now()).openHazards == 0)
    }

    @Test func waitsWhereItsMachinesClockRunsAhead() async throws {
        let test = try await TestLedger.make()
        for (ahead, isTaken) in [(Int64(120), true), (600, false), (Int64.max - Acts.start.seconds, false)] {
            let kept = Instant(seconds: Acts.start.seconds + ahead)
            let act = Act.inspect(Inspect(site: "R-1"))
            if isTaken {
                let receipt = try await test.file(act, by: .inspector, keptAt: kept)
                #expect(try await inspection(test, receipt.id)?.observedAt == Acts.start)
            } else {
                let error = await #expect(throws: PatrolError.self) {
                    try await test.file(act, by: .inspector, keptAt: kept)
                }
                #expect(error?.kind == .unavailable, "it is tried again later")
            }
        }
    }

    @Test func nothingIsFiledThatWasSeenMoreThanTenYearsAgo() async throws {
        let test = try await TestLedger.make()
        let error = await #expect(throws: PatrolError.self) {
            try await test.file(
                .inspect(Inspect(site: "R-1", reason: "x")),
                by: .inspector,
                observedAt: "0001-01-02 09:00"
            )
        }
        let isLongAgo = if case .longAgo(_, 3660) = error { true } else { false }
        #expect(isLongAgo, "\(String(describing: error))")
    }

    @Test func anOrderIsNotServedBeforeTheCheckThatMadeItNecessary() async throws {
        let test = try await TestLedger.make()
        let hazard = try await test.file(Acts.report(fixed: true), by: .inspector).id
        test.clock.advance(hours: 2)
        _ = try await test.file(Acts.verify(hazard, failed: true), by: .supervisor)
        let failed = Zone.shanghai.iso8601(test.clock.now())
        test.clock.advance(hours: 1)
        await #expect(throws: PatrolError.servedBeforeFailure(failed: failed)) {
            let order = OrderHazard(hazard: hazard, servedAt: TypedTime("2026-11-23 11:00"))
            _ = try await test.file(.order(order), by: .dispatcher)
        }
        _ = try await test.file(Acts.order(hazard), by: .dispatcher)
    }
}
