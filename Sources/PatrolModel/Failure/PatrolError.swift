/// Everything a request can be refused for. Its words, in either language, are in `PatrolText`.
///
/// A case carries what a person needs to mend the matter; it crosses the wire as JSON and is worded by the reader's
/// side.
package enum PatrolError: Error, Hashable, Codable, Sendable {
    // The request itself.
    case malformedRequest(detail: String)
    case invalidUTF8(place: String)
    case bodyTooLarge(limitBytes: Int)
    case malformedKey(key: String)
    case keyReused(key: String)
    case crossOrigin
    case unknownRoute(path: String)

    // Text, times and rows.
    case emptyText(field: FreeText.Field)
    case textTooLong(field: FreeText.Field, length: Int, limit: Int)
    case controlCharacter(field: FreeText.Field, scalar: String, position: Int)
    case unreadableTime(text: String)
    case unreadableLimit(text: String)
    case unreadableDate(text: String)
    /// A moment as of which something is asked; likewise the next two.
    case unreadableMoment(text: String)
    case momentToCome(time: String, now: String)
    case beforeLedger(time: String, began: String)
    case futureTime(time: String, now: String)
    case lateWithoutReason(hours: Int)
    /// So long ago that it is a slip, or a forged outbox.
    case longAgo(time: String, days: Int)
    /// A filing kept by a machine whose clock runs ahead of the daemon's: it may come again later.
    case keptInFuture(minutes: Int64)
    case servedBeforeObserved(observed: String)
    case servedBeforeFailure(failed: String)
    case rectifiedBeforeServed(served: String)
    case rectifiedBeforeFailure(failed: String)
    case emptyRoster
    case emptyCatalogue
    case emptyDay
    case emptyUploadReceipt
    case uploadReceiptTooLong(rows: Int, limit: Int)
    case badUploadReceipt(faults: [RowFault])
    case badDay(faults: [RowFault])
    case dayTooLong(rows: Int, limit: Int)
    case badRows(faults: [RowFault])
    case badCatalogue(faults: [RowFault])
    case missingColumn(name: String)
    case repeatedColumn(name: String)
    /// Of a day's file.
    case unknownColumn(name: String)
    case unterminatedQuote(line: Int)
    case textAfterQuote(line: Int)
    case unreadableFile(path: String)
    /// Nothing of two characters side by side that could be looked for.
    case searchTooVague(text: String)
    case searchTooLong(length: Int, limit: Int)

    // Things that are not there.
    case unknownKind(name: String, nearest: String?)
    case ambiguousCategory(name: String, codes: [String])
    case unknownSite(code: String, nearest: String?)
    case siteNotActive(code: String, date: String)
    case unknownCategory(code: String, nearest: String?)
    case retiredCategory(code: String, name: String)
    case unknownCondition(category: String, choices: [String])
    case conditionNeeded(category: String, choices: [String])
    case unknownUnit(name: String, nearest: String?)
    case unknownSubdistrict(name: String, nearest: String?)
    case unknownPerson(id: String, nearest: String?)
    case unknownProgramme(id: String, nearest: String?)
    case unknownHazard(id: String)
    /// A system that hazards are uploaded to, and a batch.
    case unknownSystem(id: String, nearest: String?)
    case unknownUpload(number: String)
    /// Another system answers for what it was never sent.
    case neverUploaded(hazard: String, system: String)
    case programmeNotForSite(programme: String, site: String)

    // Rules of the trade.
    /// A check that was written before the claim it would pass, as one from an outbox may be.
    case claimedSince(hazard: String, verb: Verb, at: String)
    case wrongState(hazard: String, verb: Verb, state: HazardState, possible: [Verb])
    case resultContradictsHazard
    /// Open hazards of the same category at the same site or close by; who reports decides whether it is one of them.
    case looksLikeDuplicate(category: String, candidates: [DuplicateCandidate])
    case nothingToUpload(system: String)
    /// Another hazard's, in the same system.
    case externalNumberTaken(number: String, hazard: String)
    /// Something was done about it, yet it is not said to be fixed.
    case actionWithoutFix

    // Evidence. A file is named as whoever filed it did, or by its hash.
    case emptyEvidence(name: String)
    case evidenceTooLarge(name: String, limitBytes: Int)
    case unknownEvidenceType(name: String)
    case tooMuchEvidence(files: Int, limit: Int)
    /// What came is not what its hash says.
    case evidenceGarbled(name: String)
    /// A filing names a file that has not been handed in.
    case evidenceNotHandedIn(name: String)
    case unknownEvidence(name: String)
    /// It is not shown that it was put right.
    case evidenceNeeded(hazard: String)
    /// It was fixed on the spot, and not shown how it was before and after.
    case evidenceOfFixNeeded

    // Checklists.
    case noChecklist(programme: String)
    /// None that is owed there now has one.
    case noChecklistOwed(site: String)
    case ambiguousChecklist(site: String, programmes: [String])
    case unknownItem(programme: String, number: Int, items: Int)
    case itemAnsweredTwice(programme: String, number: Int)
    case itemsUnanswered(programme: String, numbers: [Int])
    case badItemsWithoutHazard(programme: String, numbers: [Int])
    /// Nobody was there or let in, and yet a checklist was gone through.
    case resultContradictsChecklist

    // Officers.
    case officersNeeded(programme: String, officers: Int, named: Int)
    case officerWithoutCertificate(programme: String, person: String)
    /// `unit` is the inspected site's.
    case officerOfUnit(programme: String, person: String, unit: String)
    case officerNamedTwice(person: String)
    /// `person` is whose hands are in both, as actor or as typist.
    case rectifiedBySamePerson(hazard: String, verb: Verb, person: String)
    case verifiedBySamePerson(hazard: String, person: String)
    case belongsToUnit(hazard: String, verb: Verb, person: String, unit: String)
    /// A return after the unit's limit for it; `latest` in ISO 8601.
    case returnTooLate(hazard: String, latest: String)
    case reassignedToSameUnit(hazard: String, unit: String)
    /// An order was served before what made it necessary; `earliest` in ISO 8601.
    case servedTooEarly(hazard: String, earliest: String)
    case progressBeforeServed(served: String)
    /// An extension is asked for after the deadline; `due` in ISO 8601.
    case extensionAfterDeadline(hazard: String, due: String)
    case extensionsExhausted(hazard: String, granted: Int)
    /// Longer than so many hundredths of the condition's own limit, or of a unit that cannot be compared with it.
    case extensionTooLong(hazard: String, limit: TimeLimit, percent: Int)
    /// What was asked for, or done, is decided on by the same person.
    case ownRequest(hazard: String, verb: Verb, person: String)
    /// A suspension that ends before today or after its longest; both days in ISO 8601.
    case suspensionTooLong(from: String, latest: String)
    /// Works need the plan they are entered in, and nothing else has one.
    case enteredPlanNeeded(given: Bool)
    case planNotEntered(number: String, date: String)
    /// A duplicate needs the hazard it is another report of, and nothing else has one.
    case duplicateNeedsOriginal(given: String?)
    /// The hazard it is said to be another report of is itself, or is not open.
    case notAnOriginal(hazard: String, original: String)
    /// A major hazard has no plan yet.
    case planNeeded(hazard: String)
    /// `closed` in ISO 8601.
    case lookedBackBeforeClosed(hazard: String, closed: String)
    case caseOpen(hazard: String, number: String)
    case noCase(hazard: String)
    /// Nobody asked for its voiding, or that has been decided already.
    case noVoidAsked(hazard: String)
    /// Its voiding has been asked for, and waits for a second supervisor.
    case voidAsked(hazard: String, person: String)
    case referredToSameUnit(hazard: String, unit: String)

    // Rights.
    case unknownCaller(user: String)
    case notAllowed(verb: Verb, person: String, roles: [Role])
    case outOfScope(verb: Verb, person: String, subject: String)
    case mayNotActForOthers(person: String)
    case tooManyConnections(limit: Int)
    /// The configuration is reloaded by root and by the daemon's own user, whoever else may do what in the district.
    case mayNotReload(user: String)

    // The programs.
    case daemonUnreachable(socket: String)
    case socketForbidden(socket: String)
    case noAnswer(key: String?)
    case shuttingDown
    case alreadyRunning(state: String)
    case socketInUse(path: String)
    case badConfiguration(faults: [ConfigurationFault])
    /// What a running daemon does not change.
    case districtChanged(ledger: String, configured: String)
    case zoneChanged(from: String, to: String)
    /// What systemd passed on is not the one listening stream socket that is wanted.
    case unsuitableSockets(count: Int)
    case ledgerExists(path: String)
    /// A file of this user's, on a full or broken disk.
    case cannotWrite(path: String, detail: String)
    /// A filing that could not be kept; with its key where it is not known whether it was recorded.
    case notKept(path: String, detail: String, key: String?)
    case nothingInOutbox(number: String)
    case newerLedger(path: String)
    /// A file whose events cannot be believed, so that nothing is restored from it.
    case unsoundLedger(path: String, faults: [LedgerFault])
    /// A restoration was cut off while neither ledger was in place.
    case restorationCutOff(state: String)
    case backupRunning(folder: String)
    /// A file in which heads of the chain were looked for.
    case noHeads(path: String)
    case foreignLedger(path: String, district: String)
    case cannotOpen(path: String, detail: String)
    // The record itself.
    /// Nothing can be recorded, or read, for now; what was filed is not recorded.
    case ledgerUnavailable(trouble: LedgerTrouble)
    case cannotOpenLedger(path: String, trouble: LedgerTrouble, detail: String)
    /// There was one, and receipts have been given for what it held.
    case ledgerMissing(path: String)
    /// It ends before what receipts have been given for.
    case ledgerBehind(path: String, has: Int64, acknowledged: Int64)
    /// It holds another event than the one a receipt was given for.
    case ledgerRewritten(path: String, event: Int64)
    /// It had been removed under the running daemon, which has saved what it held and has to start again.
    case ledgerSaved(path: String)
    case internalFailure
}

extension PatrolError {
    /// Whether it goes away where whoever reports insists.
    package var isAboutDuplicates: Bool {
        if case .looksLikeDuplicate = self { true } else { false }
    }

    /// The few kinds that a caller's program tells apart; the HTTP and the exit status are tables over it.
    package enum Kind: Sendable, CaseIterable {
        case usage, badData, tooLarge, missing, refused, notAllowed, unavailable, configuration, failure,
            inputOutput
        /// The daemon is to be started again, and all will be well.
        case restart
    }

    /// The case's name, such as `rectifiedBySamePerson`: stable, for logs and other programs.
    package var code: String {
        String(describing: self).prefix { $0 != "(" }.description
    }

    package var kind: Kind {
        switch self {
        case .malformedRequest, .invalidUTF8, .malformedKey, .emptyText, .textTooLong, .controlCharacter,
            .unreadableTime, .unreadableDate, .unreadableMoment, .momentToCome, .beforeLedger, .futureTime,
            .longAgo, .servedBeforeFailure, .lateWithoutReason,
            .servedBeforeObserved,
            .rectifiedBeforeServed,
            .rectifiedBeforeFailure, .servedTooEarly, .lookedBackBeforeClosed, .progressBeforeServed,
            .extensionTooLong,
            .suspensionTooLong, .enteredPlanNeeded, .planNotEntered, .duplicateNeedsOriginal,
            .emptyUploadReceipt, .uploadReceiptTooLong, .badUploadReceipt,
            .emptyRoster, .emptyCatalogue, .emptyDay, .badDay, .dayTooLong, .unknownColumn, .unreadableLimit,
            .badRows,
            .badCatalogue, .missingColumn,
            .repeatedColumn, .unterminatedQuote, .textAfterQuote,
            .unreadableFile, .searchTooVague, .searchTooLong, .unsoundLedger, .noHeads, .unknownCondition,
            .ambiguousCategory,
            .conditionNeeded, .resultContradictsHazard, .actionWithoutFix,
            .noChecklist, .noChecklistOwed, .ambiguousChecklist, .unknownItem, .itemAnsweredTwice,
            .itemsUnanswered, .badItemsWithoutHazard, .resultContradictsChecklist, .officerNamedTwice,
            .emptyEvidence, .unknownEvidenceType, .tooMuchEvidence, .evidenceGarbled, .evidenceNotHandedIn:
            .badData
        case .bodyTooLarge, .evidenceTooLarge: .tooLarge
        case .unknownRoute: .usage
        case .unknownKind, .unknownSite, .unknownCategory, .unknownUnit, .unknownSubdistrict, .unknownPerson,
            .unknownProgramme,
            .unknownHazard, .unknownSystem, .unknownUpload, .neverUploaded, .nothingInOutbox,
            .unknownEvidence:
            .missing
        case .keyReused, .looksLikeDuplicate, .nothingToUpload, .externalNumberTaken, .officersNeeded,
            .officerWithoutCertificate, .officerOfUnit, .siteNotActive, .retiredCategory,
            .programmeNotForSite,
            .wrongState, .claimedSince,
            .rectifiedBySamePerson,
            .verifiedBySamePerson, .belongsToUnit, .returnTooLate, .reassignedToSameUnit,
            .extensionAfterDeadline, .extensionsExhausted, .ownRequest, .notAnOriginal, .planNeeded,
            .caseOpen,
            .noCase, .noVoidAsked, .voidAsked, .referredToSameUnit, .alreadyRunning, .restorationCutOff,
            .backupRunning,
            .ledgerExists, .socketInUse, .evidenceNeeded, .evidenceOfFixNeeded:
            .refused
        case .crossOrigin, .unknownCaller, .notAllowed, .outOfScope, .mayNotActForOthers, .socketForbidden,
            .mayNotReload:
            .notAllowed
        case .tooManyConnections, .keptInFuture, .daemonUnreachable, .noAnswer, .shuttingDown,
            .ledgerUnavailable:
            .unavailable
        case .cannotOpenLedger(_, .damaged, _), .ledgerMissing, .ledgerBehind, .ledgerRewritten: .badData
        case .cannotOpenLedger: .inputOutput
        case .ledgerSaved: .restart
        case .badConfiguration, .districtChanged, .zoneChanged, .unsuitableSockets: .configuration
        case .cannotWrite, .notKept: .inputOutput
        case .newerLedger, .foreignLedger, .cannotOpen, .internalFailure: .failure
        }
    }
}

/// What is wrong in a configuration file, and where.
package struct ConfigurationFault: Hashable, Codable, Sendable {
    package enum Problem: Hashable, Codable, Sendable {
        case missingFile, missingFolder
        /// A file beside those that are read, whose name does not end in `.yaml`.
        case notYAML
        case notAnIdentifier(String)
        /// A weekday in a list of weekend days that are worked.
        case notAWeekend(String)
        case outsideYear(String, year: Int)
        /// Spans that overlap, or do not follow one another.
        case disorderedHours(String)
        /// Somebody to whom duties are given that they may not do.
        case mayNotInspect(String, subdistrict: String)
        /// Fewer people with certificates, who may file inspections, than a programme asks for.
        case fewOfficers(needed: Int, found: Int)
        case unreadable(detail: String)
        case missingKey(String)
        case unknownKey(String, nearest: String?)
        case wrongType(expected: Expected)
        case badValue(String, expected: String)
        /// None of the few there are.
        case unknownValue(String, of: [String], nearest: String?)
        /// A cell of a CSV file.
        case badCell(RowFault.Problem)
        case unknownName(String, nearest: String?)
        case repeated(String)
        /// Two things that cannot both be.
        case contradiction(String, with: String)
    }

    package enum Expected: String, Hashable, Codable, Sendable { case text, list, mapping }

    package let file: String
    /// 1 is the first line; 0 where the whole file is meant.
    package let line: Int
    /// 1 is the first column; 0 where the whole line is meant.
    package let column: Int
    package let problem: Problem

    package init(file: String, line: Int = 0, column: Int = 0, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}
