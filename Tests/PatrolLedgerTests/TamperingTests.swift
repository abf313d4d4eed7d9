import Foundation
import GRDB
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `Tampering with the events` {
    private static let rounds = Array(0..<6)

    /// A place in the chain, by chance and yet the same in every run.
    private func place(_ round: Int, in ledger: TamperedLedger, margin: Int64 = 1) throws -> Int64 {
        var random = SeededGenerator(seed: UInt64(round) &* 77 &+ 5)
        return Int64.random(in: 1 + margin...(try ledger.head().sequence - margin), using: &random)
    }

    @Test func isNotFoundWhereThereIsNone() async throws {
        let ledger = try await RichLedger.copy()
        let report = try LedgerVerification.verify(ledger.path)
        #expect(report.faults == [] && report.intact && report.unlisted.isEmpty)
        #expect(report.notes == [])
        #expect(try ledger.head() == ChainHead(sequence: report.events, hash: report.head))
        #expect(report.incarnation == 1)
    }

    @Test(arguments: rounds)
    func isFoundWhereAByteOfAnEventIsChanged(_ round: Int) async throws {
        let ledger = try await RichLedger.copy()
        var random = SeededGenerator(seed: UInt64(round))
        let sequence = try place(round, in: ledger)
        let body = try ledger.read { db in
            try String.fetchOne(db, sql: "SELECT body FROM event WHERE sequence = \(sequence)") ?? ""
        }
        let changed = body.withOneLetterChanged(&random)
        try ledger.change("UPDATE event SET body = ? WHERE sequence = ?", [changed, sequence])
        #expect(try ledger.faults().contains(LedgerFault(.eventChanged, event: sequence)))
    }

    @Test(arguments: rounds)
    func isFoundWhereAHashIsChanged(_ round: Int) async throws {
        let ledger = try await RichLedger.copy()
        let sequence = try place(round, in: ledger)
        let hash = try ledger.head(at: sequence - 1).hash
        try ledger.change("UPDATE event SET hash = unhex_(?) WHERE sequence = ?".unhexed(hash), [sequence])
        #expect(try ledger.faults() == [LedgerFault(.hashChanged, event: sequence)])
    }

    @Test func isFoundInTheLastEventToo() async throws {
        let ledger = try await RichLedger.copy()
        let last = try ledger.head().sequence
        try ledger.change("UPDATE event SET hash = zeroblob(32) WHERE sequence = ?", [last])
        let head = AcknowledgedHead.path(besideLedger: ledger.path)
        #expect(
            try ledger.faults() == [
                LedgerFault(.eventChanged, event: last),
                LedgerFault(.historyRewritten, event: 1, through: last, detail: head),
            ]
        )
    }

    @Test(arguments: rounds)
    func isFoundWhereAnEventIsRemoved(_ round: Int) async throws {
        let ledger = try await RichLedger.copy()
        let sequence = try place(round, in: ledger)
        try ledger.change("DELETE FROM event WHERE sequence = ?", [sequence])
        #expect(
            try ledger.faults().contains(LedgerFault(.eventsMissing, event: sequence, through: sequence))
        )
    }

    @Test(arguments: rounds)
    func isFoundWhereTheTailIsRemoved(_ round: Int) async throws {
        let ledger = try await RichLedger.copy()
        let (sequence, head) = (try place(round, in: ledger), try ledger.head())
        try ledger.change("DELETE FROM event WHERE sequence > ?", [sequence])
        func missing(_ place: String) -> LedgerFault {
            LedgerFault(.tailMissing, event: sequence + 1, through: head.sequence, detail: place)
        }
        let file = AcknowledgedHead.path(besideLedger: ledger.path)
        #expect(try ledger.faults().contains(missing(file)))
        try FileManager.default.removeItem(atPath: file)
        #expect(try !ledger.faults().contains { $0.code == .tailMissing })
        #expect(try ledger.faults([NotedHead(head, at: "月报:3")]).contains(missing("月报:3")))
    }

    @Test(arguments: rounds)
    func isFoundWhereAnEventIsPutIn(_ round: Int) async throws {
        let ledger = try await RichLedger.copy()
        let sequence = try place(round, in: ledger)
        try ledger.change { db in
            try db.execute(sql: "UPDATE event SET sequence = -sequence - 1 WHERE sequence > \(sequence)")
            try db.execute(sql: "UPDATE event SET sequence = -sequence WHERE sequence < 0")
            try db.execute(
                sql: """
                    INSERT INTO event (sequence, body, hash)
                    SELECT sequence + 1, replace(body, '"filing"', '"other"'), hash FROM event
                    WHERE sequence = \(sequence)
                    """
            )
        }
        let faults = try ledger.faults()
        #expect(faults.contains(LedgerFault(.eventChanged, event: sequence + 1)))
        #expect(
            faults.contains(
                LedgerFault(.eventOutOfPlace, event: sequence + 1, detail: "\(sequence)")
            )
        )
    }

    @Test func isFoundWhereOneIsAppendedThatFollows() async throws {
        let ledger = try await RichLedger.copy()
        try ledger.change { db in
            let head = try EventChain.head(db)
            let sql = "SELECT body FROM event WHERE verb = 'hazard.close' LIMIT 1"
            let body = try String.fetchOne(db, sql: sql) ?? ""
            let event = try EventCoding.decode(Data(body.utf8))
            let forged = Event(
                sequence: head.sequence + 1,
                at: event.at,
                district: event.district,
                incarnation: 1,
                actor: "leader",
                onBehalfOf: nil,
                filing: nil,
                entry: event.entry
            )
            try EventChain.append(forged, after: head.hash, to: db)
        }
        let fault = try #require(try ledger.faults().first)
        #expect(fault.code == .rowChanged && fault.table == "hazard" && fault.detail == "event")
    }

    @Test(arguments: rounds)
    func isFoundWhereTwoEventsChangePlaces(_ round: Int) async throws {
        let ledger = try await RichLedger.copy()
        var random = SeededGenerator(seed: UInt64(round) + 40)
        let one = try place(round, in: ledger)
        let end = try ledger.head().sequence
        let candidates = (2..<end).filter { $0 != one }
        let other = round == 0 ? one + 1 : try #require(candidates.randomElement(using: &random))
        try ledger.change { db in
            for (from, to) in [(one, -1), (other, one), (-1, other)] {
                try db.execute(sql: "UPDATE event SET sequence = \(to) WHERE sequence = \(from)")
            }
        }
        let faults = try ledger.faults()
        #expect(faults.contains(LedgerFault(.eventOutOfPlace, event: one, detail: "\(other)")))
        #expect(faults.contains(LedgerFault(.eventOutOfPlace, event: other, detail: "\(one)")))
        #expect(faults.contains(LedgerFault(.eventChanged, event: min(one, other))))
    }

    @Test(arguments: rounds)
    func isFoundByHeadsWhereTheWholeChainIsWrittenAnewFromThere(_ round: Int) async throws {
        let ledger = try await RichLedger.copy()
        let sequence = try place(round, in: ledger)
        let (before, end) = (try ledger.head(at: sequence - 1), try ledger.head())
        try ledger.change(
            """
            UPDATE event SET body = replace(body, '"actor":"', '"actor":"x') WHERE sequence = ?
            """,
            [sequence]
        )
        try ledger.rehash(from: sequence)
        let faults = try ledger.faults([NotedHead(before, at: "journal:1"), NotedHead(end, at: "journal:2")])
        let file = AcknowledgedHead.path(besideLedger: ledger.path)
        #expect(
            [file, "journal:2"].contains {
                faults == [
                    LedgerFault(.historyRewritten, event: sequence, through: end.sequence, detail: $0)
                ]
            },
            "\(faults)"
        )
    }

    @Test(arguments: [("verb", "$.verb"), ("entity", "$.entity"), ("at", "$.at"), ("key", "$.filing.key")])
    func isFoundWhereAColumnIsMadeToSaySomethingElse(_ column: String, _ path: String) async throws {
        let ledger = try await RichLedger.copy()
        let sequence = try place(3, in: ledger)
        let expression = " GENERATED ALWAYS AS (json_extract(body, '\(path)')) STORED"
        try ledger.changeSchema(of: "event", expression, " DEFAULT \(path.count)")
        try ledger.change("UPDATE event SET \(column) = '7' WHERE sequence = ?", [sequence])
        try ledger.changeSchema(of: "event", " DEFAULT \(path.count)", expression)
        #expect(
            try ledger.faults() == [
                LedgerFault(.columnContradicts, table: "event", event: sequence, detail: column)
            ]
        )
    }

    @Test func severalBreaksAreEachNamed() async throws {
        let ledger = try await RichLedger.copy()
        try ledger.change("UPDATE event SET hash = zeroblob(32) WHERE sequence = 6")
        try ledger.change(
            "UPDATE event SET body = replace(body, '\"at\":1', '\"at\":2') WHERE sequence IN (10, 14)"
        )
        try ledger.change("DELETE FROM event WHERE sequence IN (20, 21)")
        let chain = try LedgerVerification.verify(ledger.path, only: [.chain]).faults
        #expect(
            chain == [
                LedgerFault(.hashChanged, event: 6), LedgerFault(.eventChanged, event: 10),
                LedgerFault(.eventChanged, event: 14), LedgerFault(.eventsMissing, event: 20, through: 21),
            ]
        )
    }

    @Test func aClockThatWentBackIsNotedAndNoFault() async throws {
        let test = try await TestLedger.make()
        _ = try await test.file(Acts.report(), by: .inspector, observedAt: "07:00")
        test.clock.advance(seconds: -3600)
        _ = try await test.file(Acts.report(), by: .inspector, observedAt: "07:00")
        let last = try await test.ledger.status(at: Acts.start).events
        try test.ledger.close()
        let report = try LedgerVerification.verify(test.path)
        #expect(report.intact)
        #expect(report.notes == [LedgerNote(.clockWentBack, event: last, seconds: 3600)])
    }
}

extension String {
    /// A letter or digit of a value becomes another one, so that it is still JSON.
    fileprivate func withOneLetterChanged(_ random: inout SeededGenerator) -> String {
        let bytes = Array(utf8)
        while true {
            var changed = bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            guard "0123456789abcdefghijklmnopqrstuvwxyz".utf8.contains(bytes[place]) else { continue }
            changed[place] = bytes[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
            let text = String(decoding: changed, as: UTF8.self)
            let object = try? JSONSerialization.jsonObject(with: Data(changed)) as? [String: Any]
            if let object, object["at"] is Int, object["verb"] is String, object["entity"] is String {
                return text
            }
        }
    }

    fileprivate func unhexed(_ hash: String) -> String {
        replacingOccurrences(of: "unhex_(?)", with: "x'\(hash)'")
    }
}
