import PatrolModel
import PatrolText
import Testing

@Suite struct `What was done to a hazard` {
    private static let next = NextStep(
        state: .ordered,
        kind: .rectification,
        due: "2026年11月27日 17:00",
        unit: "养护单位"
    )

    private static let deeds: [Deed] = [
        .returned, .reassigned(order: "O-2026-000002"), .returnTurnedDown, .progressNoted,
        .extensionAsked(by: .workingDays(3), decideBy: "2026-11-25T17:00:00+08:00"),
        .extensionAsked(by: nil, decideBy: nil), .extensionGranted, .extensionDenied,
        .referred(to: "市水务局", order: "O-2026-000002"), .referralAcknowledged, .referralRefused,
        .referralConcluded, .suspended(until: "2027-06-30"), .resumed, .supervised(hasPlan: true),
        .supervised(hasPlan: false), .voided, .merged(into: "H-2026-000009"), .voidAsked, .voidTurnedDown,
        .downgraded, .caseOpened(number: "2026-031"), .caseConcluded, .lookedBack,
        .rebounded(order: "O-2026-000002"),
    ]

    @Test(arguments: deeds)
    func isSaidOfThatHazardWithWhatIsDueByWhenAndFromWhom(_ deed: Deed) {
        for language in Language.allCases {
            let said = language.phrases.notice(.done(deed, hazard: "H-2026-000123", next: Self.next))
            for part in ["H-2026-000123", "养护单位", "2026年11月27日 17:00"] {
                #expect(said.contains(part), "\(said)")
            }
            #expect(!said.contains("\n"))
        }
    }

    @Test func isSaidDifferentlyOfEachDeed() {
        for language in Language.allCases {
            let said = Self.deeds.map {
                language.phrases.notice(.done($0, hazard: "H-2026-000123", next: Self.next))
            }
            #expect(Set(said).count == Self.deeds.count)
        }
    }

    @Test func tellsASupervisorByWhenAnExtensionIsToBeDecided() {
        let asked = Deed.extensionAsked(by: .workingDays(3), decideBy: "2026-11-25T17:00:00+08:00")
        let notice = Notice.done(asked, hazard: "H-2026-000123", next: Self.next)
        #expect(
            Language.zh.phrases.notice(notice)
                == "已申请 H-2026-000123 延期3个工作日，请督查员于 2026年11月25日 17:00 前决定，过时未决定视为不同意；由养护单位整改，整改期限 2026年11月27日 17:00"
        )
        #expect(
            Language.en.phrases.notice(notice)
                == "asked for an extension of H-2026-000123 by 3 working days; a supervisor decides by 25 November 2026 17:00, and silence is denial; 养护单位 has to put it right, rectification due 2026年11月27日 17:00"
        )
    }

    @Test func isNotTakenForReworkWhenAUnitReturnsAnOrder() {
        let zh = Language.zh.phrases
        #expect(zh.happened("hazard.return") == "退单" && zh.notice(.figure(.returned)) == "退回返工")
        #expect(!zh.happened("hazard.verify-failed").contains("退单"))
    }

    @Test func isGroundedInWords() {
        for phrases in Language.allCases.map(\.phrases) {
            #expect(Set(Suspension.Ground.allCases.map(phrases.ground)).count == 3)
            #expect(Set(Voiding.Ground.allCases.map(phrases.ground)).count == 5)
        }
    }
}

@Suite struct `A move that is not possible now` {
    private static let refusal = PatrolError.wrongState(
        hazard: "H-2026-000123",
        verb: .hazardClose,
        state: .reported,
        possible: [.hazardOrder, .hazardRefer, .hazardSuspend, .hazardVoid]
    )

    @Test func isRefusedWithThoseThatAreAndByWhomTheSamePeopleOnce() {
        #expect(
            Language.zh.phrases.refusal(Self.refusal)
                == "隐患 H-2026-000123 已上报，不能销号；现在可以：交办（派遣员、巡查员、督查员）；移交其他部门、挂账、作废（督查员）"
        )
        #expect(
            Language.en.phrases.refusal(Self.refusal)
                == "cannot close hazard H-2026-000123: it is reported; what can be done now: order (dispatcher, inspector, supervisor); refer, suspend, void (supervisor)"
        )
    }
}
