import FoundationEssentials
import PatrolModel
import PatrolTestSupport
import PatrolWire
import Testing

@Suite struct `A filing's envelope` {
    private static let details = HazardDetails(
        category: "0103",
        condition: 1,
        severity: .major,
        describe: "井盖缺失"
    )

    @Test(arguments: [
        Act.importSites(ImportSites([RosterRow(line: 2, .road("R-1"))], retiringMissing: true)),
        .retireSites(RetireSites(["R-1"], on: .of("2026-11-30"), reason: "拆除")),
        .importCatalogue(
            ImportCatalogue(source: "x.csv", rows: Catalogue.sample.rows, acceptingReadable: true)
        ),
        .inspect(Inspect(site: "R-1", hazard: details)),
        .inspect(Inspect(site: "R-1", with: ["inspector-2"])),
        .makeUpload(MakeUpload(system: "gas", withRefused: true)),
        .importUploadReceipt(
            ImportUploadReceipt(
                system: "gas",
                source: "x.csv",
                rows: [
                    ImportUploadReceipt.Row(
                        line: 2,
                        answer: UploadReceipt.Answer(hazard: "H-2026-000001", result: .refused, reason: "r")
                    )
                ],
                unread: [RowFault(line: 3, column: "hazardNumber", problem: .empty)]
            )
        ),
        .inspect(
            Inspect(
                site: "R-1",
                hazard: details,
                furtherHazards: [details],
                checks: [Check(programme: "p", [Check.Line(1, .bad, note: "n"), Check.Line(2, .na)])]
            )
        ),
        .inspectDay(
            InspectDay(
                [
                    InspectDay.Row(
                        line: 2,
                        inspect: Inspect(site: "R-1"),
                        observedAt: TypedTime("2026-11-23 09:10")
                    )
                ],
                unread: [
                    RowFault(line: 3, column: "site", problem: .empty),
                    RowFault(line: 4, column: "", problem: .refused(.unknownSite(code: "x", nearest: nil))),
                ]
            )
        ),
        .report(ReportHazard(site: "R-1", hazard: details, reason: "r")),
        .order(
            OrderHazard(hazard: "H-2026-000001", unit: "u", service: .paper, servedAt: TypedTime("17:55"))
        ),
        .rectify(RectifyHazard(hazard: "H-2026-000001", action: "补装")),
        .verify(VerifyHazard(hazard: "H-2026-000001", failed: true, note: "n")),
        .close(CloseHazard(hazard: "H-2026-000001")),
        .sendBack(ReturnHazard(hazard: "H-2026-000001", reason: "r")),
        .reassign(ReassignHazard(hazard: "H-2026-000001", unit: "u", service: .message)),
        .reassign(ReassignHazard(hazard: "H-2026-000001", rejection: "r")),
        .noteProgress(NoteProgress(hazard: "H-2026-000001", note: "n")),
        .extend(ExtendHazard(hazard: "H-2026-000001", step: .ask, by: .workingDays(3), reason: "r")),
        .extend(ExtendHazard(hazard: "H-2026-000001", step: .grant)),
        .suspend(
            SuspendHazard(
                hazard: "H-2026-000001",
                ground: .works,
                reason: "r",
                measures: "m",
                until: .of("2027-06-30"),
                plan: EnteredPlan(number: "P", enteredOn: .of("2026-10-30"))
            )
        ),
        .resume(ResumeHazard(hazard: "H-2026-000001", reason: "r")),
        .refer(ReferHazard(hazard: "H-2026-000001", department: "d", servedAt: TypedTime("17:55"))),
        .answerReferral(AnswerReferral(hazard: "H-2026-000001", answer: .refused, note: "n")),
        .supervise(
            SuperviseHazard(
                hazard: "H-2026-000001",
                plan: RectificationPlan(
                    leader: "l",
                    measures: "m",
                    funds: "f",
                    personInCharge: "p",
                    deadline: .of("2027-03-31"),
                    contingency: "c"
                )
            )
        ),
        .void(VoidHazard(hazard: "H-2026-000001", ground: .duplicate, duplicateOf: "H-2026-000002")),
        .downgrade(DowngradeHazard(hazard: "H-2026-000001", reason: "r")),
        .prosecute(ProsecuteHazard(hazard: "H-2026-000001", number: "1")),
        .lookBack(LookBackHazard(hazard: "H-2026-000001", failed: true, note: "n")),
    ])
    func isReadAsItWasWritten(_ act: Act) throws {
        let filing = Filing(key: .random(), act: act, observedAt: TypedTime("2026-11-23 17:55"))
        #expect(try JSONDecoder().decode(Filing.self, from: JSONEncoder().encode(filing)) == filing)
    }

    @Test func ofADayMayBringKeysOfItsRowsWhichNobodyReads() throws {
        let row = #"{"line":2,"key":"x","inspect":{"site":"R-1"},"observedAt":"09:10"}"#
        let day = try JSONDecoder().decode(InspectDay.self, from: Data(#"{"rows":[\#(row)]}"#.utf8))
        let read = InspectDay.Row(line: 2, inspect: Inspect(site: "R-1"), observedAt: TypedTime("09:10"))
        #expect(day == InspectDay([read]))
    }

    @Test func isThisJSONAndNoOther() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let filing = Filing(
            key: try FilingKey("0192f0c1-2d3e-7abc-8def-0123456789ab"),
            act: .inspect(Inspect(site: "R-1", result: .ok)),
            observedAt: TypedTime("17:55")
        )
        #expect(
            String(decoding: try encoder.encode(filing), as: UTF8.self)
                == #"{"body":{"result":"ok","site":"R-1"},"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","observedAt":"17:55","verb":"inspection.file","version":1}"#
        )
    }

    @Test func keysMadeHereDifferAndSortByTime() {
        let keys = (0..<1000).map { _ in SystemClock().newKey() }
        #expect(Set(keys).count == 1000)
        #expect(keys.allSatisfy { $0.text.dropFirst(14).first == "7" })
    }

    @Test func whatIsNullIsWrittenAndWhatIsMissingIsNull() throws {
        let body = VerificationBody(intact: true, events: 1, head: "ab", brokenAt: nil)
        let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
        #expect(text.contains(#""brokenAt":null"#))
        #expect(try JSONDecoder().decode(VerificationBody.self, from: Data(text.utf8)) == body)
        let short = #"{"intact":true,"events":1,"head":"ab"}"#
        #expect(try JSONDecoder().decode(VerificationBody.self, from: Data(short.utf8)) == body)
    }
}
