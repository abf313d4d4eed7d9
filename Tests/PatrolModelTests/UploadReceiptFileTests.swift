import PatrolModel
import Testing

@Suite struct `Another system's answers` {
    private func read(_ text: String) throws -> (rows: [ImportUploadReceipt.Row], faults: [RowFault]) {
        try UploadReceiptFile.rows(Array(text.utf8), file: "answers.csv")
    }

    private func faults(_ row: String) throws -> [String] {
        try read("隐患编号,接收编号,接收结果,原因\n" + row + "\n").faults.map { "\($0.column) \($0.problem)" }
    }

    @Test func areReadByTheirHeadingsInEitherLanguageAndAnyOrder() throws {
        let chinese = try read("序,接收结果,隐患编号,原因,接收编号\n1,接收,h-2026-000001,,RQ-1\n2,退回,H-2026-000002,照片不清,\n")
        let english = try read(
            "number,result,external,reason\nH-2026-000001,accepted,RQ-1,\nH-2026-000002,refused,,照片不清\n"
        )
        #expect(
            chinese.rows.map(\.answer) == [
                UploadReceipt.Answer(hazard: "H-2026-000001", result: .accepted, external: "RQ-1"),
                UploadReceipt.Answer(hazard: "H-2026-000002", result: .refused, reason: "照片不清"),
            ]
        )
        #expect(chinese.rows.map(\.line) == [2, 3] && chinese.faults == [])
        #expect(english.rows == chinese.rows)
    }

    @Test(arguments: [
        (",RQ-1,接收,", "hazardNumber empty"), ("H-1,RQ-1,,", "uploadResult empty"),
        ("H-1,,退回,", "uploadReason empty"),
        ("H-1,RQ\u{7}1,接收,", "externalNumber controlCharacter"),
    ])
    func areToldWhatIsWrongWithEachRow(_ row: String, _ fault: String) throws {
        #expect(try faults(row) == [fault])
    }

    @Test func thatAreNeitherAcceptedNorRefusedAreNotGuessed() throws {
        #expect(try faults("H-1,RQ-1,处理中,").first?.hasPrefix("uploadResult unknownWord(\"处理中\"") == true)
    }

    @Test func withoutTheColumnsThatMatterAreRefusedWhole() {
        #expect(throws: PatrolError.missingColumn(name: "result / 接收结果 / 处理结果 / 结果")) {
            try read("隐患编号,原因\nH-1,x\n")
        }
        #expect(throws: PatrolError.repeatedColumn(name: "我方编号")) {
            try read("隐患编号,我方编号,结果\nH-1,H-1,接收\n")
        }
        #expect(throws: PatrolError.emptyUploadReceipt) { try read("隐患编号,结果\n") }
    }
}
