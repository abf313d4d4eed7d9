package import PatrolModel

extension PatrolError {
    /// One of every case, for tests that must hold for all of them.
    package static let examples: [PatrolError] =
        requests + texts + absent + rules + rights + programs

    private static let requests: [PatrolError] = [
        .malformedRequest(detail: "body.site"), .invalidUTF8(place: "argument 2"),
        .bodyTooLarge(limitBytes: 262_144), .malformedKey(key: "x"),
        .keyReused(key: "0192f0c1-2d3e-7abc-8def-0123456789ab"), .crossOrigin, .unknownRoute(path: "/v2"),
    ]

    private static let texts: [PatrolError] =
        FreeText.Field.allCases.map { .emptyText(field: $0) } + [
            .textTooLong(field: .note, length: 2001, limit: 2000),
            .controlCharacter(field: .description, scalar: "U+001B", position: 3),
            .unreadableTime(text: "昨天"), .unreadableDate(text: "昨天"), .unreadableLimit(text: "两天"),
            .unreadableMoment(text: "昨天"), .momentToCome(time: "2026-11-24", now: "2026-11-23"),
            .beforeLedger(time: "2026-11-22", began: "2026-11-23"),
            .emptyDay, .badDay(faults: rowFaults), .dayTooLong(rows: 5001, limit: 5000),
            .unknownColumn(name: "x"), .emptyUploadReceipt,
            .uploadReceiptTooLong(rows: 20_001, limit: 20_000),
            .badUploadReceipt(faults: rowFaults),
            .emptyCatalogue, .badCatalogue(faults: rowFaults),
            .futureTime(time: "2026-11-24", now: "2026-11-23"),
            .lateWithoutReason(hours: 24), .servedBeforeObserved(observed: "2026-11-23"),
            .rectifiedBeforeServed(served: "2026-11-23"), .emptyRoster, .badRows(faults: rowFaults),
            .repeatedColumn(name: "编号"), .textAfterQuote(line: 3),
            .rectifiedBeforeFailure(failed: "2026-11-23"),
            .missingColumn(name: "编号"), .unterminatedQuote(line: 3), .unreadableFile(path: "x.csv"),
            .searchTooVague(text: "？"), .searchTooLong(length: 120, limit: 100),
        ]

    private static let rowFaults: [RowFault] = [
        .empty, .tooLong(limit: 80), .controlCharacter, .notACode("R 1"), .notADate("x"), .beforeActiveFrom,
        .notADegree("114.3", limit: 90, isSwapped: true), .notADegree("x", limit: 180, isSwapped: false),
        .notARadius("0"), .otherRadius("30", firstLine: 2), .notAPosition("x"),
        .tooManyCells(expected: 5, found: 6),
        .repeatedCode("R-1", firstLine: 2), .unknownKind("x", nearest: "y"), .unknownKind("x", nearest: nil),
        .notANumber("x"), .unreadableLimit("x"), .otherName("x", firstLine: 2),
        .repeatedName("x", firstLine: 2),
        .repeatedCondition(firstLine: 2), .retiredCode("x"), .retiredCondition("x"),
        .lostZero("103", whole: "0103"), .movedCondition(2), .notATime("昨天"), .timeWithoutDate("09:10"),
        .unknownWord("x", of: ["是", "否"]), .refused(.unknownSite(code: "R-9", nearest: "R-1")),
        .refused(.looksLikeDuplicate(category: "0103", candidates: candidates)),
        .refused(.keyReused(key: "x")), .refused(.lateWithoutReason(hours: 24)),
        .refused(.conditionNeeded(category: "E0401", choices: ["1 塌陷"])),
        .refused(.unknownCondition(category: "E0401", choices: ["1 塌陷"])),
    ].map { RowFault(line: 3, column: "code", problem: $0) }

    private static let absent: [PatrolError] = [
        .unknownKind(name: "x", nearest: "y"), .ambiguousCategory(name: "行道树", codes: ["0402", "0421"]),
        .unknownSite(code: "R-l", nearest: "R-1"), .siteNotActive(code: "R-1", date: "2026-11-23"),
        .unknownCategory(code: "0104", nearest: nil), .retiredCategory(code: "0104", name: "x"),
        .unknownCondition(category: "0103", choices: ["1 缺失"]),
        .conditionNeeded(category: "0103", choices: ["1 缺失", "2 破损"]),
        .unknownUnit(name: "x", nearest: nil), .unknownSubdistrict(name: "水果胡街", nearest: "水果湖街"),
        .unknownPerson(id: "x", nearest: nil),
        .unknownProgramme(id: "x", nearest: nil), .unknownHazard(id: "H-2026-000009"),
        .unknownSystem(id: "gsa", nearest: "gas"), .unknownUpload(number: "U-2026-000009"),
        .neverUploaded(hazard: "H-2026-000009", system: "gas"),
        .programmeNotForSite(programme: "p", site: "R-1"),
    ]

    private static let candidates = [nil, 12].map { metres in
        DuplicateCandidate(
            hazard: "H-2026-000001",
            site: "R-1",
            siteName: "x",
            describe: "井盖缺失",
            observedAt: "2026-11-23T10:00:00+08:00",
            metres: metres
        )
    }

    private static let rules: [PatrolError] =
        [
            .wrongState(
                hazard: "H-2026-000001",
                verb: .hazardClose,
                state: .reported,
                possible: [.hazardOrder]
            ),
            .wrongState(hazard: "H-2026-000001", verb: .hazardOrder, state: .closed, possible: []),
            .looksLikeDuplicate(category: "0103", candidates: candidates),
            .nothingToUpload(system: "gas"), .externalNumberTaken(number: "RQ-1", hazard: "H-2026-000001"),
            .officersNeeded(programme: "p", officers: 2, named: 1),
            .officerWithoutCertificate(programme: "p", person: "x"),
            .officerOfUnit(programme: "p", person: "x", unit: "供气单位"), .officerNamedTwice(person: "x"),
            .emptyEvidence(name: "a.jpg"), .evidenceTooLarge(name: "a.jpg", limitBytes: 20 << 20),
            .unknownEvidenceType(name: "a.gif"), .tooMuchEvidence(files: 13, limit: 12),
            .evidenceGarbled(name: "a.jpg"), .evidenceNotHandedIn(name: "a.jpg"),
            .unknownEvidence(name: "4355a46b19d3"), .evidenceNeeded(hazard: "H-2026-000001"),
            .evidenceOfFixNeeded,
            .resultContradictsHazard, .actionWithoutFix, .resultContradictsChecklist,
            .noChecklist(programme: "p"), .noChecklistOwed(site: "R-1"),
            .ambiguousChecklist(site: "R-1", programmes: ["p", "q"]),
            .unknownItem(programme: "p", number: 9, items: 8), .itemAnsweredTwice(programme: "p", number: 1),
            .itemsUnanswered(programme: "p", numbers: [2, 3]),
            .badItemsWithoutHazard(programme: "p", numbers: [2]),
            .rectifiedBySamePerson(hazard: "H-2026-000001", verb: .hazardVerify, person: "inspector"),
            .verifiedBySamePerson(hazard: "H-2026-000001", person: "leader"),
            .belongsToUnit(hazard: "H-2026-000001", verb: .hazardClose, person: "x", unit: "养护单位"),
        ] + life

    private static let life: [PatrolError] = [
        .returnTooLate(hazard: "H-2026-000001", latest: "2026-11-24T17:00:00+08:00"),
        .reassignedToSameUnit(hazard: "H-2026-000001", unit: "养护单位"),
        .servedTooEarly(hazard: "H-2026-000001", earliest: "2026-11-24T17:00:00+08:00"),
        .progressBeforeServed(served: "2026-11-24T17:00:00+08:00"),
        .lookedBackBeforeClosed(hazard: "H-2026-000001", closed: "2026-11-24T17:00:00+08:00"),
        .extensionAfterDeadline(hazard: "H-2026-000001", due: "2026-11-24T17:00:00+08:00"),
        .extensionsExhausted(hazard: "H-2026-000001", granted: 2),
        .extensionTooLong(hazard: "H-2026-000001", limit: .workingDays(5), percent: 100),
        .ownRequest(hazard: "H-2026-000001", verb: .hazardVoid, person: "supervisor"),
        .suspensionTooLong(from: "2026-11-24", latest: "2027-11-24"),
        .enteredPlanNeeded(given: true), .enteredPlanNeeded(given: false),
        .planNotEntered(number: "建字 12", date: "2027-01-01"),
        .duplicateNeedsOriginal(given: nil), .duplicateNeedsOriginal(given: "H-2026-000002"),
        .notAnOriginal(hazard: "H-2026-000001", original: "H-2026-000002"),
        .planNeeded(hazard: "H-2026-000001"),
        .caseOpen(hazard: "H-2026-000001", number: "武城管罚 2026-12"), .noCase(hazard: "H-2026-000001"),
        .noVoidAsked(hazard: "H-2026-000001"), .voidAsked(hazard: "H-2026-000001", person: "supervisor"),
        .referredToSameUnit(hazard: "H-2026-000001", unit: "养护单位"),
    ]

    private static let rights: [PatrolError] =
        [
            .unknownCaller(user: "nobody"),
            .outOfScope(verb: .hazardRectify, person: "liaison", subject: "H-2026-000001"),
            .mayNotActForOthers(person: "inspector"), .tooManyConnections(limit: 256),
            .mayNotReload(user: "nobody"),
        ] + Verb.allCases.map { .notAllowed(verb: $0, person: "x", roles: $0.roles) }

    private static let programs: [PatrolError] = [
        .daemonUnreachable(socket: "/run/patrol/patrold.sock"),
        .socketForbidden(socket: "/run/patrol/patrold.sock"),
        .noAnswer(key: "0192f0c1-2d3e-7abc-8def-0123456789ab"), .noAnswer(key: nil),
        .shuttingDown,
        .alreadyRunning(state: "/var/lib/patrol"), .socketInUse(path: "/run/patrol/patrold.sock"),
        .districtChanged(ledger: "420106", configured: "420111"),
        .zoneChanged(from: "Asia/Shanghai", to: "Asia/Urumqi"), .unsuitableSockets(count: 1),
        .unsuitableSockets(count: 2),
        .badConfiguration(faults: configurationFaults), .newerLedger(path: "ledger.sqlite"),
        .unsoundLedger(path: "backup.sqlite", faults: [LedgerFault(.eventChanged, event: 7)]),
        .restorationCutOff(state: "/var/lib/patrol"), .backupRunning(folder: "/var/lib/patrol/backups"),
        .noHeads(path: "report.txt"),
        .ledgerExists(path: "ledger.sqlite"), .cannotWrite(path: "/tmp", detail: "No space left on device"),
        .notKept(path: "/home/a/.local/state/patrol/outbox", detail: "No space left on device", key: nil),
        .notKept(
            path: "/home/a/.local/state/patrol/outbox",
            detail: "No space left on device",
            key: "0192f0c1-2d3e-7abc-8def-0123456789ab"
        ),
        .longAgo(time: "1926-11-24T09:00:00+08:00", days: 3660), .keptInFuture(minutes: 7),
        .servedBeforeFailure(failed: "2026-11-24T09:00:00+08:00"),
        .claimedSince(hazard: "H-2026-000001", verb: .hazardVerify, at: "2026-11-24T09:00:00+08:00"),
        .nothingInOutbox(number: "7"),
        .foreignLedger(path: "ledger.sqlite", district: "420111"),
        .cannotOpen(path: "ledger.sqlite", detail: "Permission denied"), .internalFailure,
        .ledgerMissing(path: "ledger.sqlite"),
        .ledgerBehind(path: "ledger.sqlite", has: 1230, acknowledged: 1234),
        .ledgerRewritten(path: "ledger.sqlite", event: 1234), .ledgerSaved(path: "ledger.sqlite"),
    ]

    private static let configurationFaults: [ConfigurationFault] = [
        .missingFile, .missingFolder, .notYAML, .notAnIdentifier("张三"), .notAWeekend("2026-10-09"),
        .outsideYear("2025-01-01", year: 2026), .disorderedHours("14:00-18:00, 08:00-12:00"),
        .mayNotInspect("auditor", subdistrict: "水果湖街"), .fewOfficers(needed: 2, found: 1),
        .unreadable(detail: "YAML"), .missingKey("zone"),
        .unknownKey("zne", nearest: "zone"),
        .unknownKey("x", nearest: nil), .wrongType(expected: .text), .wrongType(expected: .list),
        .wrongType(expected: .mapping), .badValue("25:00", expected: "07:30"),
        .unknownValue("x", of: ["a", "b"], nearest: nil), .unknownValue("x", of: ["a"], nearest: "a"),
        .badCell(.unreadableLimit("x")), .contradiction("x", with: "y"),
        .unknownName("x", nearest: "y"), .unknownName("x", nearest: nil), .repeated("x"),
    ].map { ConfigurationFault(file: "patrol.yaml", line: 3, column: 5, problem: $0) }
}
