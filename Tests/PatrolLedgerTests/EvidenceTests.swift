import Foundation
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `Photos and documents in the ledger` {
    private let before = Photo.png("前")
    private let after = Photo.png("后")

    private func report(_ evidence: [PatrolModel.Attachment]) -> Act {
        .report(
            ReportHazard(
                site: "R-1",
                hazard: HazardDetails(
                    category: "0103",
                    condition: nil,
                    severity: nil,
                    describe: "缺失",
                    evidence: evidence
                )
            )
        )
    }

    /// A hazard with a photo of before and one of after, and its number.
    private func proven(_ test: TestLedger) async throws -> String {
        let id = try await test.file(
            report([try test.handIn(before, .before, name: "前.png")]),
            by: .inspector
        )
        .id
        _ = try await test.file(Acts.order(id), by: .dispatcher)
        _ = try await test.file(Acts.rectify(id, [try test.handIn(after, name: "后.png")]), by: .liaison)
        return id
    }

    @Test func stayWithTheHazardWhateverBecomesOfTheClaim() async throws {
        let test = try await TestLedger.make()
        let id = try await proven(test)
        test.clock.advance(minutes: 5)
        let check = VerifyHazard(
            hazard: id,
            failed: true,
            note: "松动",
            evidence: [try test.handIn(Photo.png("松"), name: "松.png")]
        )
        _ = try await test.file(.verify(check), by: .secondInspector)
        let found = try await test.ledger.evidence(of: id, sight: .everything)
        #expect(found.map(\.file.name) == ["前.png", "后.png", "松.png"])
        #expect(found.map(\.file.moment) == [.before, .after, .after])
        #expect(found.map(\.verb) == ["hazard.report", "hazard.rectify", "hazard.verify"])
        #expect(found.map(\.person) == ["inspector", "liaison", "inspector-2"])
        #expect(found[1].file.sha256 == Photo.sha256(after) && found[1].file.bytes == Int64(after.count))
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func areRefusedWhereTheyHaveNotBeenHandedIn() async throws {
        let test = try await TestLedger.make()
        let absent = PatrolModel.Attachment(sha256: Photo.sha256(before), name: "前.png", moment: .before)
        await #expect(throws: PatrolError.evidenceNotHandedIn(name: "前.png")) {
            try await test.file(self.report([absent]), by: .inspector)
        }
        let forged = PatrolModel.Attachment(sha256: "../../etc/passwd", name: "x", moment: .before)
        await #expect(throws: PatrolError.malformedRequest(detail: "sha256")) {
            try await test.file(self.report([forged]), by: .inspector)
        }
        let photo = try test.handIn()
        await #expect(throws: PatrolError.tooMuchEvidence(files: 13, limit: 12)) {
            try await test.file(self.report(Array(repeating: photo, count: 13)), by: .inspector)
        }
    }

    @Test func ofAnInspectionAreItsOwnAndOfItsHazardTheHazards() async throws {
        let test = try await TestLedger.make()
        let scene = try test.handIn(Photo.png("景"), .scene)
        let details = HazardDetails(
            category: "0103",
            condition: nil,
            severity: nil,
            describe: "缺失",
            evidence: [try test.handIn(before, .before)]
        )
        let inspect = Inspect(site: "R-1", hazard: details, evidence: [scene])
        let id = try await test.file(.inspect(inspect), by: .inspector).id
        let ofVisit = try await test.ledger.evidence(of: id, sight: .everything)
        #expect(ofVisit.map(\.file.moment) == [.scene])
        let ofHazard = try await test.ledger.evidence(of: "H-2026-000001", sight: .everything)
        #expect(ofHazard.map(\.file.moment) == [.before])
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func areSeenByWhoeverMaySeeWhatTheyProve() async throws {
        let test = try await TestLedger.make()
        let scene = try test.handIn(Photo.png("景"), .scene)
        let visit = try await test.file(
            .inspect(Inspect(site: "R-1", evidence: [scene])),
            by: .inspector
        ).id
        let photo = try test.handIn(before, .before)
        let id = try await test.file(report([photo]), by: .inspector).id
        let (unit, street) = (Person.liaison.sight, Person.street.sight)
        let elsewhere = Sight.own(subdistrict: "中南路街", unit: nil)
        for sight in [unit, elsewhere] {
            await #expect(throws: PatrolError.unknownEvidence(name: String(photo.sha256.prefix(12)))) {
                try await test.ledger.evidence(photo.sha256, sight: sight)
            }
            await #expect(throws: PatrolError.unknownHazard(id: id)) {
                try await test.ledger.evidence(of: id, sight: sight)
            }
        }
        _ = try await test.file(Acts.order(id), by: .dispatcher)
        for sight in [unit, street, .everything] {
            #expect(try await test.ledger.evidence(photo.sha256, sight: sight).subject == id)
        }
        // What the bureau saw on its rounds is no unit's.
        await #expect(throws: PatrolError.self) {
            try await test.ledger.evidence(scene.sha256, sight: unit)
        }
        #expect(try await test.ledger.evidence(scene.sha256, sight: street).subject == visit)
    }

    @Test func areRemovedADayAfterTheyCameWhereNoFilingNamesThem() async throws {
        let test = try await TestLedger.make()
        let id = try await proven(test)
        let forgotten = try test.handIn(Photo.png("忘"))
        test.clock.advance(hours: 23)
        #expect(try await test.ledger.sweepEvidence() == 0)
        let late = try test.handIn(Photo.png("晚"))
        test.clock.advance(hours: 2)
        #expect(try await test.ledger.sweepEvidence() == 1)
        let store = test.ledger.evidence
        #expect(try store.find(forgotten.sha256) == nil && store.find(late.sha256) != nil)
        for evidence in try await test.ledger.evidence(of: id, sight: .everything) {
            #expect(try store.find(evidence.file.sha256)?.bytes == evidence.file.bytes)
        }
    }
}

@Suite struct `The store of photos and documents` {
    private let folder: TemporaryFolder
    private let store: EvidenceStore

    init() throws {
        folder = try TemporaryFolder()
        store = EvidenceStore(besideLedger: folder.file("ledger.sqlite"))
    }

    private func put(_ data: Data, as sha256: String) throws {
        let upload = try store.upload(sha256, name: "x.png")
        try data.withUnsafeBytes { try upload.append($0) }
        try store.take(upload, at: Acts.start)
    }

    private func files() throws -> [String] {
        let paths = FileManager.default.enumerator(atPath: store.folder)?.allObjects as? [String] ?? []
        return paths.filter { !$0.hasSuffix("incoming") && $0.utf8.count > 2 }
    }

    @Test func keepsEachFileOnceUnderItsHash() throws {
        let (photo, hash) = (Photo.png(), Photo.sha256(Photo.png()))
        for _ in 0..<2 { try put(photo, as: hash) }
        #expect(try files() == ["\(hash.prefix(2))/\(hash)"])
        #expect(store.path(hash) == folder.file("evidence/\(hash.prefix(2))/\(hash)"))
        #expect(try store.read(hash) == Array(photo))
        let mode = try FileManager.default.attributesOfItem(atPath: store.path(hash))[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test func keepsNothingOfWhatIsNotWhatItsHashSays() throws {
        let hash = Photo.sha256(Photo.png())
        #expect(throws: PatrolError.evidenceGarbled(name: "x.png")) {
            try put(Photo.png().dropLast(), as: hash)
        }
        let text = Data("only words".utf8)
        #expect(throws: PatrolError.unknownEvidenceType(name: "x.png")) {
            try put(text, as: Photo.sha256(text))
        }
        #expect(throws: PatrolError.emptyEvidence(name: "x.png")) {
            try put(Data(), as: Photo.sha256(Data()))
        }
        #expect(try files() == [])
    }

    @Test func keepsNothingOfAnUploadThatBroke() throws {
        let (photo, hash) = (Photo.png(), Photo.sha256(Photo.png()))
        do {
            let upload = try store.upload(hash, name: "x.png")
            try photo.prefix(20).withUnsafeBytes { try upload.append($0) }
            #expect(try store.find(hash) == nil)
        }
        #expect(try files() == [])
        #expect(try store.find(hash) == nil)
    }

    @Test func stopsAtTheLargestFileThereMayBe() throws {
        let upload = try store.upload(String(repeating: "a", count: 64), name: "x.png")
        let part = Data(count: 1 << 20)
        for _ in 0..<20 { try part.withUnsafeBytes { try upload.append($0) } }
        #expect(throws: PatrolError.evidenceTooLarge(name: "x.png", limitBytes: 20 << 20)) {
            try part.withUnsafeBytes { try upload.append($0) }
        }
    }
}

@Suite struct `Evidence that is missing or was altered` {
    private struct Ledger {
        let test: TestLedger
        let hash: String
        var path: String { test.path }
        var file: String { test.ledger.evidence.path(hash) }
    }

    private func make() async throws -> Ledger {
        let test = try await TestLedger.make()
        let id = try await test.file(Acts.report(), by: .inspector).id
        _ = try await test.file(Acts.order(id), by: .dispatcher)
        let photo = try test.handIn(name: "后.png")
        _ = try await test.file(Acts.rectify(id, [photo]), by: .liaison)
        return Ledger(test: test, hash: photo.sha256)
    }

    private func alter(_ path: String) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    @Test func isNamedWithWhatItProvesAndWhereItShouldLie() async throws {
        let ledger = try await make()
        #expect(try LedgerVerification.verify(ledger.path).faults == [])
        try alter(ledger.file)
        let altered = LedgerFault(.evidenceAltered, row: "H-2026-000001 后.png", detail: ledger.file)
        #expect(try LedgerVerification.verify(ledger.path).faults == [altered])
        unlink(ledger.file)
        let missing = LedgerFault(.evidenceMissing, row: "H-2026-000001 后.png", detail: ledger.file)
        #expect(try LedgerVerification.verify(ledger.path).faults == [missing])
        #expect(try LedgerVerification.verify(ledger.path, only: LedgerCheck.ofTheFile).intact)
    }

    @Test func isNoFaultWhereNoFilingNamesIt() async throws {
        let ledger = try await make()
        try ledger.test.handIn(Photo.png("忘"))
        let report = try LedgerVerification.verify(ledger.path)
        #expect(report.intact && report.notes == [LedgerNote(.unnamedEvidence, count: 1)])
    }

    @Test func isNotGivenOutForWhatItWas() async throws {
        let ledger = try await make()
        try alter(ledger.file)
        #expect(throws: PatrolError.evidenceGarbled(name: String(ledger.hash.prefix(12)))) {
            try ledger.test.ledger.evidence.read(ledger.hash)
        }
    }

    private func backUp(_ ledger: Ledger) throws -> (path: String, lacking: [LedgerFault]) {
        let folder = try BackupFolder(
            path: ledger.test.folder.file("backups"),
            besideLedger: ledger.path
        )
        let made = try folder.add(
            ledger.path,
            date: .of("2026-11-24"),
            time: try #require(CivilTime("02:00"))
        )
        return (made.path, made.lacking)
    }

    @Test func isInTheBackupAndComesBackFromIt() async throws {
        let ledger = try await make()
        let (backup, lacking) = try backUp(ledger)
        #expect(lacking == [])
        #expect(try LedgerVerification.verify(backup).faults == [])
        try ledger.test.ledger.close()
        try alter(ledger.file)
        func restore() throws -> LedgerRestoration.Outcome {
            try LedgerRestoration(from: backup, to: ledger.path, at: Acts.start, user: "root").run(of: nil)
        }
        #expect(try restore().lacking == [])
        #expect(try LedgerVerification.verify(ledger.path).intact)
        #expect(access(ledger.file + ".altered", F_OK) == 0, "what was altered is kept for whoever asks")
        unlink(ledger.file)
        #expect(try restore().lacking == [])
        #expect(try LedgerVerification.verify(ledger.path).intact)
    }

    @Test func doesNotKeepTheRestFromBeingBackedUpAndRestored() async throws {
        let ledger = try await make()
        unlink(ledger.file)
        let (backup, lacking) = try backUp(ledger)
        #expect(lacking.map(\.code) == [.evidenceMissing])
        try ledger.test.ledger.close()
        let outcome = try LedgerRestoration(from: backup, to: ledger.path, at: Acts.start, user: "root")
            .run(of: nil)
        #expect(outcome.lacking.map(\.row) == ["H-2026-000001 后.png"])
    }

    @Test func isCopiedIntoTheBackupsOnce() async throws {
        let ledger = try await make()
        let first = try backUp(ledger).path
        let copy = EvidenceStore(besideLedger: first).path(ledger.hash)
        let inode = try FileManager.default.attributesOfItem(atPath: copy)[.systemFileNumber] as? Int
        unlink(first)
        _ = try backUp(ledger)
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.systemFileNumber] as? Int == inode)
    }
}
