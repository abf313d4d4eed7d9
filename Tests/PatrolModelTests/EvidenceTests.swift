import PatrolTestSupport
import Testing

@testable import PatrolModel

@Suite struct `A file that is to prove something` {
    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0], EvidenceType.jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
            (Array("RIFF....WEBPVP8".utf8), .webp), (Array("....ftypheic".utf8), .heic),
            (Array("....ftypmif1".utf8), .heic), (Array("%PDF-1.7".utf8), .pdf),
        ] as [([UInt8], EvidenceType)]
    )
    func isKnownByItsFirstBytes(_ bytes: [UInt8], _ type: EvidenceType) {
        #expect(EvidenceType(firstBytes: bytes) == type)
    }

    @Test(arguments: ["", "GIF89a", "<html>", "PK\u{3}\u{4}", "RIFF....WAVE", "....ftypmp42", "%PD", "MZ"])
    func isNothingElseWhateverItIsCalled(_ bytes: String) {
        #expect(EvidenceType(firstBytes: Array(bytes.utf8)) == nil)
    }

    @Test func isNeitherEmptyNorLargerThanTwentyMebibytes() throws {
        #expect(throws: PatrolError.emptyEvidence(name: "a.jpg")) {
            try Evidence.requireSize(0, of: "a.jpg")
        }
        try Evidence.requireSize(20 << 20, of: "a.jpg")
        #expect(throws: PatrolError.evidenceTooLarge(name: "a.jpg", limitBytes: 20 << 20)) {
            try Evidence.requireSize((20 << 20) + 1, of: "a.jpg")
        }
    }

    @Test func hasANameThatCannotForgeAScreen() throws {
        #expect(try Evidence.checkedName(" 整改后.jpg ") == "整改后.jpg")
        #expect(throws: PatrolError.emptyText(field: .fileName)) { try Evidence.checkedName(" ") }
        #expect(throws: PatrolError.controlCharacter(field: .fileName, scalar: "U+000A", position: 2)) {
            try Evidence.checkedName("a\nb.jpg")
        }
        #expect(throws: PatrolError.textTooLong(field: .fileName, length: 201, limit: 200)) {
            try Evidence.checkedName(String(repeating: "长", count: 201))
        }
    }

    @Test func isADocumentWhereItIsAPDF() {
        let paper = Evidence(sha256: "", bytes: 1, type: .pdf, name: "回复单.pdf", moment: .after)
        #expect(paper.moment == .document)
    }
}

@Suite struct `What is to be shown of a hazard` {
    private func story(_ demand: EvidenceDemand, _ proof: [Evidence] = []) -> Story {
        var story = Story(proof: proof)
        story.demand = demand
        return story
    }

    @Test(arguments: Hazard.Severity.allCases, EvidenceDemand.allCases)
    func isWhatTheRulesDemand(_ severity: Hazard.Severity, _ demand: EvidenceDemand) throws {
        let story = story(demand)
        let claimed = try story.rectified(try story.ordered(try story.reported(severity)))
        guard demand.includes(severity) else {
            return #expect(try story.verified(claimed).stage.verification != nil)
        }
        #expect(throws: PatrolError.evidenceNeeded(hazard: claimed.id)) { try story.verified(claimed) }
        // A claim that does not hold needs none.
        #expect(try story.verified(claimed, .failed(reason: "松动")).state == .ordered)
    }

    @Test func mayBeFiledWithTheClaimOrWithItsCheck() throws {
        let claimed = try story(.all, [.photo()]).rectified(try Story().ordered(try Story().reported()))
        #expect(try story(.all).verified(claimed).state == .closed)
        let bare = try story(.all).rectified(try Story().ordered(try Story().reported()))
        let seen = bare.adding(
            [.photo()],
            with: .hazardVerify,
            by: Actor(.secondInspector),
            at: Story.zone.at("2026-11-23 11:30")
        )
        #expect(try story(.all).verified(seen).state == .closed)
    }

    @Test func isNotAPhotoOfAClaimThatFailed() throws {
        let story = story(.all, [.photo()])
        let failed = try story.verified(
            try story.rectified(try story.ordered(try story.reported())),
            .failed(reason: "松动")
        )
        let again = try self.story(.all).rectified(failed, done: "2026-11-23 11:50")
        #expect(throws: PatrolError.evidenceNeeded(hazard: again.id)) {
            try story.verified(again, at: "2026-11-23 11:55")
        }
        #expect(again.evidence.count == 1, "what was filed stays")
    }

    @Test func ofWhatWasFixedOnTheSpotIsItBeforeAndAfter() throws {
        func report(_ severity: Hazard.Severity, _ evidence: [Evidence], fixed: Bool = true) throws
            -> Hazard.Report
        {
            Hazard.Report(
                site: .road("R-1"),
                grounds: try Story().grounds(),
                severity: severity,
                describe: "x",
                inspection: nil,
                observedAt: Story.zone.at("2026-11-23 10:00"),
                reason: nil,
                fixedBy: fixed ? "扶正" : nil,
                evidence: evidence
            )
        }
        for lacking in [[], [Evidence.photo(.before)], [.photo(.after)]] {
            #expect(throws: PatrolError.evidenceOfFixNeeded) {
                try report(.major, lacking).requireProof(.major)
            }
        }
        try report(.major, [.photo(.after), .photo(.before)]).requireProof(.major)
        try report(.major, [], fixed: false).requireProof(.all)
        try report(.general, []).requireProof(.major)
        try report(.major, []).requireProof(.none)
    }
}
