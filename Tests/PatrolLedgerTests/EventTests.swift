import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `The record is only ever added to` {
    private func refusal(_ sql: String) async throws -> String? {
        let test = try await TestLedger.make()
        try test.ledger.close()
        let queue = try DatabaseQueue(path: test.path)
        let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        return error?.message
    }

    @Test func anEventIsNeverChanged() async throws {
        #expect(
            try await refusal("UPDATE event SET hash = zeroblob(32) WHERE sequence = 1")
                == "events are never changed"
        )
    }

    @Test func anEventIsNeverRemoved() async throws {
        #expect(try await refusal("DELETE FROM event WHERE sequence = 1") == "events are never removed")
    }

    @Test(arguments: ["INSERT", "INSERT OR REPLACE"], [1, 99])
    func onlyTheNextSequenceIsTaken(_ verb: String, _ sequence: Int) async throws {
        let body = #"{"sequence":\#(sequence),"at":1,"verb":"v","entity":"e"}"#
        let sql = "\(verb) INTO event (sequence, body, hash) VALUES (\(sequence), '\(body)', zeroblob(32))"
        #expect(try await refusal(sql) == "events are only appended, in sequence")
    }

    @Test func aBodyThatContradictsItsSequenceIsRefused() async throws {
        let sql = """
            INSERT INTO event (sequence, body, hash)
            SELECT max(sequence) + 1, '{"sequence":1,"at":1,"verb":"v","entity":"e"}', zeroblob(32) FROM event
            """
        #expect(try await refusal(sql)?.contains("CHECK constraint failed") == true)
    }

    @Test func theChainIsIntactUntilAByteIsChanged() async throws {
        let test = try await TestLedger.make()
        let before = try await test.ledger.verifyChain()
        #expect(before.brokenAt == nil && before.events == 6)
        try test.ledger.close()
        try await DatabaseQueue(path: test.path).write { db in
            try db.execute(sql: "DROP TRIGGER event_is_never_changed")
            try db.execute(
                sql: "UPDATE event SET body = replace(body, '道路R-2', '道路R-9') WHERE verb = 'site.import'"
            )
        }
        let reopened = try await Ledger.open(path: test.path, rulebook: .sample(), clock: test.clock)
        let after = try await reopened.verifyChain()
        #expect(after.brokenAt == 5)
        try reopened.close()
    }

    @Test(arguments: [49, 50, 500], [nil, "inspector", "a\"b"])
    func aLongListIsWrittenAsTheEncoderWouldWriteIt(_ count: Int, _ assignee: String?) throws {
        let period = Period(
            key: "2026-11-23",
            first: .of("2026-11-23"),
            last: .of("2026-11-23"),
            start: Acts.start,
            end: Acts.start + 86400
        )
        let duties = (0..<count).map { place in
            PlannedDuty(
                site: place % 2 == 0 ? "R-\(place)" : "路段\(place)",
                ordinal: place % 3 + 1,
                assignee: place % 5 == 0 ? nil : assignee,
                targetDate: .of("2026-11-23"),
                hazard: place % 7 == 0 ? "H-2026-00000\(place)" : nil
            )
        }
        let opening = PeriodOpening(
            programme: "p",
            period: period,
            cadence: .daily,
            isProvisional: false,
            duties: duties
        )
        let missed = duties.map {
            PeriodSettlement.Missed(site: $0.site, ordinal: $0.ordinal, hazard: $0.hazard)
        }
        let settlement = PeriodSettlement(
            programme: "\"missed\":[",
            period: period.key,
            missed: missed,
            excused: [missed[0]]
        )
        for entry in [LedgerEntry.opening(opening), .settlement(settlement)] {
            let event = Event(
                sequence: 7,
                at: Acts.start,
                district: "420106",
                incarnation: 1,
                actor: Event.daemon,
                onBehalfOf: nil,
                filing: nil,
                entry: entry
            )
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let written = String(decoding: try EventCoding.encode(event), as: UTF8.self)
            #expect(written == String(decoding: try encoder.encode(event), as: UTF8.self))
        }
    }

    @Test func everyCommitIsDurable() async throws {
        let test = try await TestLedger.make()
        let settings = try await test.ledger.pool.writeWithoutTransaction { db in
            try ["synchronous", "journal_mode", "foreign_keys", "recursive_triggers"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["2", "wal", "1", "1"])
    }

    @Test func allOfOneFilingBearsOneInstantAndItsKeyOnce() async throws {
        let test = try await TestLedger.make()
        let details = HazardDetails(category: "0103", condition: nil, severity: nil, describe: "井盖缺失")
        let receipt = try await test.file(.inspect(Inspect(site: "R-1", hazard: details)), by: .inspector)
        let events = try await test.ledger.events(entity: nil, after: receipt.event - 1, limit: 10)
            .map { try $0.event() }
        #expect(events.map(\.entry.verb) == ["inspection.file", "hazard.report"])
        #expect(events.map { $0.filing != nil } == [true, false])
        #expect(Set(events.map(\.at)) == [Acts.start])
    }
}

@Suite struct `A filing happens once` {
    @Test func theSameKeyWithTheSameBodyGetsTheFirstReceipt() async throws {
        let test = try await TestLedger.make()
        let key = FilingKey.random()
        let first = try await test.file(Acts.report(), by: .inspector, key: key)
        test.clock.advance(hours: 5)
        let second = try await test.file(Acts.report(), by: .inspector, key: key)
        #expect(first == second)
    }

    @Test func theSameKeyWithAnotherBodyIsRefused() async throws {
        let test = try await TestLedger.make()
        let key = FilingKey.random()
        _ = try await test.file(Acts.report(), by: .inspector, key: key)
        await #expect(throws: PatrolError.keyReused(key: key.text)) {
            try await test.file(Acts.report(describe: "别的"), by: .inspector, key: key)
        }
        await #expect(throws: PatrolError.keyReused(key: key.text)) {
            try await test.file(Acts.report(), by: .secondInspector, key: key)
        }
    }

    @Test func tenRetriesAtOnceMakeOneHazard() async throws {
        let test = try await TestLedger.make()
        let key = FilingKey.random()
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for _ in 0..<10 {
                group.addTask { try await test.file(Acts.report(), by: .inspector, key: key) }
            }
            return try await group.reduce(into: Set<Receipt>()) { $0.insert($1) }
        }
        #expect(receipts.count == 1)
        #expect(try await test.ledger.status(at: Acts.start).openHazards == 1)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aRefusedFilingLeavesNothingBehindAndItsKeyFree() async throws {
        let test = try await TestLedger.make()
        let (key, before) = (FilingKey.random(), try await test.ledger.status(at: Acts.start).head)
        await #expect(throws: PatrolError.self) {
            try await test.file(Acts.report("R-99"), by: .inspector, key: key)
        }
        #expect(try await test.ledger.status(at: Acts.start).head == before)
        #expect(try await test.file(Acts.report(), by: .inspector, key: key).id == "H-2026-000001")
    }

    @Test func numbersBeginAgainEachLocalYear() async throws {
        let test = try await TestLedger.make(at: Zone.shanghai.at("2026-12-31 23:59"))
        #expect(try await test.file(Acts.report(), by: .inspector).id == "H-2026-000001")
        #expect(try await test.file(Acts.report(), by: .inspector).id == "H-2026-000002")
        test.clock.advance(minutes: 1)
        #expect(try await test.file(Acts.report(), by: .inspector).id == "H-2027-000001")
    }
}

@Suite struct `Filings that wait at once share a commit` {
    @Test func oneRefusalDoesNotHurtTheOthers() async throws {
        let test = try await TestLedger.make()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<200 {
                group.addTask {
                    let act = Acts.report(index % 4 == 0 ? "R-99" : "R-1", describe: "第\(index)处")
                    return (try? await test.file(act, by: .inspector)) != nil
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 }.count == 150)
        #expect(try await test.ledger.status(at: Acts.start).openHazards == 150)
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aFilingThatSQLiteCannotTakeFailsAlone() async throws {
        let test = try await TestLedger.make()
        try await test.ledger.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 40)")
        }
        let large = Acts.roster((0..<5000).map { .road("X-\($0)") })
        let outcomes = await withTaskGroup(of: String.self) { group in
            group.addTask {
                do {
                    _ = try await test.file(large, by: .admin)
                    return "recorded"
                } catch {
                    return (error as? PatrolError) == .ledgerUnavailable(trouble: .diskFull)
                        ? "full" : "\(error)"
                }
            }
            for index in 0..<8 {
                group.addTask {
                    let act = Acts.report(describe: "第\(index)处")
                    return (try? await test.file(act, by: .inspector)) == nil ? "lost" : "recorded"
                }
            }
            return await group.reduce(into: [String]()) { $0.append($1) }.sorted()
        }
        #expect(outcomes == ["full"] + Array(repeating: "recorded", count: 8))
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func aFilerWhoGoesAwayTakesNobodyElsesFilingAlong() async throws {
        let test = try await TestLedger.make()
        let leaver = Task { try await test.file(Acts.report(describe: "走的"), by: .inspector) }
        leaver.cancel()
        let stayed = try await test.file(Acts.report(describe: "留的"), by: .inspector)
        _ = await leaver.result
        #expect(try await test.ledger.hazard(stayed.id, sight: .everything).0.description == "留的")
        #expect(try await test.closeAndReplay() == [])
    }
}
