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
    case futureTime(time: String, now: String)
    case lateWithoutReason(hours: Int)
    case servedBeforeObserved(observed: String)
    case rectifiedBeforeServed(served: String)
    case rectifiedBeforeFailure(failed: String)
    case emptyRoster
    case emptyCatalogue
    case badRows(faults: [RowFault])
    case badCatalogue(faults: [RowFault])
    case missingColumn(name: String)
    case repeatedColumn(name: String)
    case unterminatedQuote(line: Int)
    case textAfterQuote(line: Int)
    case unreadableFile(path: String)

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
    case unknownPerson(id: String, nearest: String?)
    case unknownProgramme(id: String, nearest: String?)
    case unknownHazard(id: String)
    case programmeNotForSite(programme: String, site: String)

    // Rules of the trade.
    case wrongState(hazard: String, verb: Verb, state: HazardState, possible: [Verb])
    case resultContradictsHazard
    /// `person` is whose hands are in both, as actor or as typist.
    case rectifiedBySamePerson(hazard: String, verb: Verb, person: String)
    case verifiedBySamePerson(hazard: String, person: String)
    case belongsToUnit(hazard: String, verb: Verb, person: String, unit: String)

    // Rights.
    case unknownCaller(user: String)
    case notAllowed(verb: Verb, person: String, roles: [Role])
    case outOfScope(verb: Verb, person: String, subject: String)
    case mayNotActForOthers(person: String)
    case tooManyConnections(limit: Int)

    // The programs.
    case daemonUnreachable(socket: String)
    case socketForbidden(socket: String)
    case noAnswer(key: String?)
    case shuttingDown
    case alreadyRunning(state: String)
    case socketInUse(path: String)
    case badConfiguration(faults: [ConfigurationFault])
    case ledgerExists(path: String)
    case newerLedger(path: String)
    case foreignLedger(path: String, district: String)
    case cannotOpen(path: String, detail: String)
    case internalFailure
}

extension PatrolError {
    /// The few kinds that a caller's program tells apart; the HTTP and the exit status are tables over it.
    package enum Kind: Sendable, CaseIterable {
        case usage, badData, tooLarge, missing, refused, notAllowed, unavailable, configuration, failure
    }

    /// The case's name, such as `rectifiedBySamePerson`: stable, for logs and other programs.
    package var code: String {
        String(describing: self).prefix { $0 != "(" }.description
    }

    package var kind: Kind {
        switch self {
        case .malformedRequest, .invalidUTF8, .malformedKey, .emptyText, .textTooLong, .controlCharacter,
            .unreadableTime, .unreadableDate, .futureTime, .lateWithoutReason, .servedBeforeObserved,
            .rectifiedBeforeServed,
            .rectifiedBeforeFailure,
            .emptyRoster, .emptyCatalogue, .unreadableLimit, .badRows, .badCatalogue, .missingColumn,
            .repeatedColumn, .unterminatedQuote, .textAfterQuote,
            .unreadableFile, .unknownCondition, .ambiguousCategory,
            .conditionNeeded, .resultContradictsHazard:
            .badData
        case .bodyTooLarge: .tooLarge
        case .unknownRoute: .usage
        case .unknownKind, .unknownSite, .unknownCategory, .unknownUnit, .unknownPerson, .unknownProgramme,
            .unknownHazard:
            .missing
        case .keyReused, .siteNotActive, .retiredCategory, .programmeNotForSite, .wrongState,
            .rectifiedBySamePerson,
            .verifiedBySamePerson, .belongsToUnit, .alreadyRunning, .ledgerExists, .socketInUse:
            .refused
        case .crossOrigin, .unknownCaller, .notAllowed, .outOfScope, .mayNotActForOthers, .socketForbidden:
            .notAllowed
        case .tooManyConnections, .daemonUnreachable, .noAnswer, .shuttingDown: .unavailable
        case .badConfiguration: .configuration
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
