import PatrolModel
import PatrolText
import Testing

@Suite struct `What is said of a ledger's file` {
    @Test(arguments: LedgerFault.Code.allCases)
    func isReasonAndRemedyOnOneLine(_ code: LedgerFault.Code) {
        let fault = LedgerFault(
            code,
            table: "hazard",
            row: "H-1\n\u{1B}",
            event: 7,
            through: 9,
            detail: "x\ny"
        )
        let (chinese, english) = (Language.zh.phrases.fault(fault), Language.en.phrases.fault(fault))
        #expect(chinese.contains("；") && !chinese.contains("\n"), "\(chinese)")
        #expect(english.contains("; ") && !english.contains("\n"), "\(english)")
        #expect(chinese.unicodeScalars.contains { $0.value > 0x4E00 }, "\(chinese)")
        #expect(!english.unicodeScalars.contains { $0.value > 0x2000 || $0.value == 0x1B }, "\(english)")
    }

    @Test(arguments: LedgerNote.Code.allCases)
    func aNoteSaysThatItIsOne(_ code: LedgerNote.Code) {
        for through in [nil, 9] as [Int64?] {
            let note = LedgerNote(code, event: 7, through: through, seconds: 60)
            #expect(Language.zh.phrases.note(note).hasPrefix("说明："))
            #expect(Language.en.phrases.note(note).hasPrefix("note: "))
        }
    }

    @Test func namesTheEventsItIsAbout() {
        let gap = LedgerFault(.eventsMissing, event: 7, through: 9)
        #expect(Language.zh.phrases.fault(gap) == "操作流水缺失第 7 至 9 条；请保留原文件作为证据，并从备份恢复")
        #expect(
            Language.en.phrases.fault(gap)
                == "events 7 to 9 missing; keep the file as evidence and restore a backup"
        )
        let row = LedgerFault(.rowChanged, table: "hazard", row: "H-2026-000001", detail: "due_at")
        #expect(
            Language.en.phrases.fault(row).hasPrefix(
                "table hazard, H-2026-000001 is not what the events say: due_at; "
            )
        )
    }
}
