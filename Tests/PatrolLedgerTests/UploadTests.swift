import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `An upload to another system` {
    private static let rulebook = Rulebook.sample(uploads: [.adverts])
    private static let (first, second) = ("H-2026-000001", "H-2026-000002")

    /// Two hazards that belong there and one that does not.
    private func reported(_ rulebook: Rulebook = rulebook) async throws -> TestLedger {
        let test = try await TestLedger.make(rulebook: rulebook)
        try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector)
        try await test.file(Acts.report("R-2", category: "0306", condition: 2), by: .inspector)
        try await test.file(Acts.report("R-3"), by: .inspector)
        return test
    }

    @discardableResult
    private func batch(_ test: TestLedger, withRefused: Bool = false) async throws -> UploadBatch {
        let act = Act.makeUpload(MakeUpload(system: "adverts", withRefused: withRefused))
        guard case .upload(let batch) = try await test.file(act, by: .dispatcher).entry else {
            throw PatrolError.internalFailure
        }
        return batch
    }

    private func answers(_ answers: UploadReceipt.Answer...) -> Act {
        let rows = answers.enumerated().map {
            ImportUploadReceipt.Row(line: $0.offset + 2, answer: $0.element)
        }
        return .importUploadReceipt(ImportUploadReceipt(system: "adverts", source: "a.csv", rows: rows))
    }

    private func accepted(_ hazard: String, _ external: String?) -> UploadReceipt.Answer {
        UploadReceipt.Answer(hazard: hazard, result: .accepted, external: external)
    }

    private func refused(_ hazard: String) -> UploadReceipt.Answer {
        UploadReceipt.Answer(hazard: hazard, result: .refused, reason: "照片不清")
    }

    private func states(_ test: TestLedger, _ state: UploadState? = nil) async throws -> [String] {
        try await test.ledger.uploads(to: [.adverts], state, after: nil, limit: 100).rows
            .map { "\($0.row.hazard) \($0.state) \($0.external ?? "-")" }
    }

    private func faults(_ test: TestLedger, _ act: Act) async throws -> [String] {
        do {
            _ = try await test.file(act, by: .supervisor)
            return []
        } catch PatrolError.badUploadReceipt(let faults) {
            return faults.map { "\($0.line) \($0.column) \($0.problem)" }
        }
    }

    @Test func isOfWhatBelongsThereByItsCategory() async throws {
        let test = try await reported()
        #expect(try await states(test) == ["\(Self.first) unsent -", "\(Self.second) unsent -"])
        let made = try await batch(test)
        #expect(made.number == "U-2026-000001" && made.items.map(\.row.hazard) == [Self.first, Self.second])
        #expect(try await states(test) == ["\(Self.first) sent -", "\(Self.second) sent -"])
        await #expect(throws: PatrolError.nothingToUpload(system: "adverts")) { try await batch(test) }
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isOfWhatBelongsThereByTheKindOfItsSite() async throws {
        let roads = UploadSystem(id: "adverts", name: "道路系统", siteKinds: ["main-road"])
        let test = try await reported(.sample(uploads: [roads]))
        #expect(try await batch(test).items.count == 3)
    }

    @Test func isSentAgainOnceItHasChangedAndKeepsItsNumber() async throws {
        let test = try await reported()
        try await batch(test)
        try await test.file(
            answers(accepted(Self.first, "AD-1"), accepted(Self.second, "AD-2")),
            by: .supervisor
        )
        #expect(try await states(test) == ["\(Self.first) accepted AD-1", "\(Self.second) accepted AD-2"])
        try await test.file(Acts.order(Self.second), by: .dispatcher)
        try await test.file(Acts.report(category: "0306", condition: 1), by: .inspector)
        #expect(try await states(test, .changed) == ["\(Self.second) changed AD-2"])
        #expect(try await states(test, .unsent) == ["H-2026-000004 unsent -"])
        let again = try await batch(test)
        #expect(again.items.map(\.row.hazard) == [Self.second, "H-2026-000004"])
        #expect(again.items.map(\.external) == ["AD-2", nil])
        #expect(again.items[0].row.state == .ordered)
        // It need not say again what number it goes by.
        try await test.file(answers(accepted(Self.second, nil)), by: .supervisor)
        #expect(
            try await states(test, .accepted) == [
                "\(Self.first) accepted AD-1", "\(Self.second) accepted AD-2",
            ]
        )
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isNotSentAgainForAnEventThatChangesNothingOfIt() async throws {
        let test = try await reported()
        try await batch(test)
        test.clock.advance(minutes: 60 * 24 * 3)
        try await test.ledger.advanceSchedule()
        #expect(
            try await test.ledger.events(entity: Self.first, after: 0, limit: 9).count > 1,
            "it fell overdue"
        )
        #expect(try await states(test, .changed) == [])
        await #expect(throws: PatrolError.nothingToUpload(system: "adverts")) { try await batch(test) }
    }

    @Test func isWhatItWasWhateverHasChangedSince() async throws {
        let test = try await reported()
        let made = try await batch(test)
        try await test.file(Acts.order(Self.first), by: .dispatcher)
        let renamed = Site(
            code: "R-1",
            name: "改名路",
            kind: "main-road",
            subdistrict: "水果湖街",
            responsibleUnit: "养护单位",
            tags: [],
            activeFrom: nil,
            activeTo: nil
        )
        try await test.file(Acts.roster([renamed]), by: .admin)
        #expect(try await test.ledger.upload("u-2026-000001") == made)
        await #expect(throws: PatrolError.unknownUpload(number: "U-2026-000002")) {
            try await test.ledger.upload("U-2026-000002")
        }
    }

    @Test func thatWasRefusedIsSentAgainWhereThatIsAskedFor() async throws {
        let test = try await reported()
        try await batch(test)
        try await test.file(answers(refused(Self.first), accepted(Self.second, "AD-2")), by: .supervisor)
        #expect(try await states(test, .refused) == ["\(Self.first) refused -"])
        await #expect(throws: PatrolError.nothingToUpload(system: "adverts")) { try await batch(test) }
        #expect(try await batch(test, withRefused: true).items.map(\.row.hazard) == [Self.first])
        // The same answer to another batch is another answer.
        let again = answers(refused(Self.first), accepted(Self.second, "AD-2"))
        #expect(try await !test.file(again, by: .supervisor).isRepeated)
        #expect(try await states(test, .refused) == ["\(Self.first) refused -"])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func isAnsweredOnceHoweverOftenTheFileComes() async throws {
        let test = try await reported()
        try await batch(test)
        let act = answers(accepted(Self.first, "AD-1"))
        let receipt = try await test.file(act, by: .supervisor)
        let events = try await test.ledger.status(at: Acts.start).events
        let again = try await test.file(act, by: .dispatcher)
        #expect(!receipt.isRepeated && again.isRepeated && again.event == receipt.event)
        #expect(try await test.ledger.status(at: Acts.start).events == events)
    }

    @Test func isAnsweredWholeOrNotAtAll() async throws {
        let test = try await reported()
        try await batch(test)
        let act = answers(
            accepted(Self.first, "AD-1"),
            accepted("H-2026-000003", "AD-3"),
            accepted(Self.first, "AD-4"),
            accepted(Self.second, "AD-1")
        )
        #expect(
            try await faults(test, act) == [
                #"3 hazardNumber refused(PatrolModel.PatrolError.neverUploaded(hazard: "H-2026-000003", system: "adverts"))"#,
                #"4 hazardNumber repeatedCode("H-2026-000001", firstLine: 2)"#,
                #"5 externalNumber repeatedCode("AD-1", firstLine: 2)"#,
            ]
        )
        #expect(try await states(test, .accepted) == [])
        #expect(try await faults(test, answers(accepted(Self.first, nil))) == ["2 externalNumber empty"])
        try await test.file(answers(accepted(Self.first, "AD-1")), by: .supervisor)
        #expect(
            try await faults(test, answers(accepted(Self.second, "AD-1"))) == [
                #"2 externalNumber refused(PatrolModel.PatrolError.externalNumberTaken(number: "AD-1", hazard: "H-2026-000001"))"#
            ]
        )
    }

    @Test func isMadeByThoseWhoMayForASystemThatIsKnown() async throws {
        let test = try await reported()
        let act = Act.makeUpload(MakeUpload(system: "adverts"))
        await #expect(
            throws: PatrolError.notAllowed(
                verb: .uploadMake,
                person: "inspector",
                roles: Verb.uploadMake.roles
            )
        ) {
            try await test.file(act, by: .inspector)
        }
        await #expect(throws: PatrolError.unknownSystem(id: "advert", nearest: "adverts")) {
            try await test.file(.makeUpload(MakeUpload(system: "advert")), by: .dispatcher)
        }
    }
}
