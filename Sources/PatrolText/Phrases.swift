package import PatrolModel

/// Every line a person reads. One conformance a language, so that a missing translation does not compile.
package protocol Phrases: Sendable {
    /// Reason, then remedy, on one line.
    func refusal(_ error: PatrolError) -> String
    /// What the argument parser found wrong, in its own words, as a line of ours.
    func usage(_ fault: UsageFault) -> String

    /// Between the items of a list.
    var comma: String { get }
    /// Between a label and its value.
    var colon: String { get }
    func state(_ state: HazardState) -> String
    func duty(_ state: DutyState, _ manner: Programme.Manner) -> String
    func severity(_ severity: Hazard.Severity) -> String
    func service(_ service: Order.Service) -> String
    func role(_ role: Role) -> String
    func verb(_ verb: Verb) -> String
    /// An event's verb, such as `hazard.close`, as a history line names it.
    func happened(_ verb: String) -> String
    func heading(_ heading: Heading) -> String
    func label(_ label: Label) -> String
    func difference(_ difference: RosterDifference) -> String
    func notice(_ notice: Notice) -> String
    func journal(_ line: JournalLine) -> String
    /// Who did something, and who typed it where that was somebody else.
    func who(_ person: String, typedBy typist: String?) -> String
    /// A length of time, to the minute: `1 天 2 小时 3 分`.
    func duration(seconds: Int64) -> String
    /// A length of office time, never in days: `29 小时 30 分`.
    func hours(seconds: Int64) -> String
    func limit(_ limit: TimeLimit) -> String
    /// How often, and how many times a period where that is more than once.
    func cadence(_ cadence: Cadence, times: Int) -> String
    /// Why a deadline is when it is, in one sentence.
    func deadline(_ explanation: DeadlineExplanation) -> String
    /// One stretch of the way to a deadline, for the full account.
    func step(_ step: DeadlineExplanation.Step) -> String
    func name(_ kind: DeadlineKind) -> String
    /// One fault of the configuration, with its place.
    func fault(_ fault: ConfigurationFault) -> String
    /// What is wrong with a cell, its place apart.
    func problem(_ problem: RowFault.Problem) -> String
    /// The heading of a roster's column.
    func column(_ column: RosterRow.Column) -> String
    /// Where a fault stands, such as `第 3 行“处置时限”列`.
    func place(_ fault: RowFault) -> String
    func help(_ topic: HelpTopic) -> String
    /// A page of help as the argument parser lays it out, with its own headings put into this language.
    func helpPage(_ page: String) -> String
}

/// Headings of columns.
package enum Heading: Sendable, CaseIterable {
    case number, state, severity, what, site, subdistrict, unit, due, overdue, programme, period, assignee
    case code, name, kind, tags, sequence, at, who, did, about, fileWith
    case cadence, siteCount, open, done, missed, opens, duties, condition, limit, closing, place, problem
    case difference, field, ours, theirs, periods, busiest, late, content
}

/// What stands before a value in a sheet.
package enum Label: Sendable, CaseIterable {
    case description, category, site, unit, order, observed, reported, served, rectified, verified,
        closed
    case deadline, closing, history, overdue, everOverdue, rework, reworkDue, activeFrom, activeTo
    case district, zone, now, ledger, events, head, sites, programmes, openDuties, openHazards, overdueHazards
    case awaitingVerification, onTime, late, yes, severity, subdistrict, kind, tags
    case verifyDue, name, cadence, times, role, period, openNow, done, missed, excused, longestGap, group
    case condition, retired, lateReason
}

/// A line that tells what has been done, or that there is nothing.
package enum Notice: Sendable {
    case inspected(id: String, site: String, result: Inspection.Result, settled: [String], hazard: String?)
    case reported(hazard: String, kind: DeadlineKind, due: String)
    case ordered(hazard: String, order: String, unit: String, due: String)
    case rectified(hazard: String)
    case sentBack(hazard: String)
    case verified(hazard: String)
    case closed(hazard: String)
    case imported(added: Int, changed: Int, retired: Int)
    case catalogueImported(added: Int, changed: Int, retired: [String], unread: Int)
    case retired(sites: Int)
    case compared(new: Int, gone: Int, changed: Int)
    /// Behind a deadline that rests on a year not published.
    case provisional
    case configurationSound(district: String, people: Int, programmes: Int, conditions: Int, years: [Int])
    case configurationFaults(Int)
    case simulated(events: Int64, from: String, to: String, seconds: String)
    /// What else a period holds, whose days come later.
    case laterInPeriod(programme: String, duties: Int, next: String, command: String)
    case gap(from: String, to: String, length: String, running: Bool)
    /// A category's form of some day.
    case version(at: String, person: String, source: String, name: String, retired: Bool)
    case chainIntact(events: Int64, head: String)
    case chainBroken(at: Int64)
    case today(date: String, name: String, duties: Int, overdue: Int)
    case overdueTitle
    case nothingToday
    case nothingOverdue
    case noRows
    /// Beside a duty's state.
    case filedLate
}

/// A line of the daemon's in the journal.
package enum JournalLine: Sendable {
    case started(district: String, socket: String)
    case stopped
    case overdue(hazard: String, what: String, site: String, unit: String, due: String)
    /// The bureau's own limit to order has passed, and nobody has been told.
    case orderOverdue(hazard: String, what: String, site: String, due: String)
    case catalogueAdopted(source: String, added: Int, changed: Int, retired: [String])
    case missed(
        programme: String,
        period: String,
        manner: Programme.Manner,
        sites: [String],
        subdistrict: String
    )
    case morning(date: String, subdistrict: String, open: Int)
    case clockStepped(seconds: Int64)
    /// The year's calendar was published, and a provisional deadline has become a firm one.
    case deadlineFirm(hazard: String, site: String, unit: String, due: String)
    case calendarMissing(year: Int, deadlines: Int)
}

/// What `--help` says of a command, an argument or a switch.
package enum HelpTopic: String, Sendable, CaseIterable {
    case patrol, today, inspect, hazard, hazardReport, hazardList, hazardShow, hazardOrder, hazardRectify
    case hazardVerify, hazardClose, overdue, duty, dutyList, site, siteImport, siteList, siteShow
    case event, eventList, eventVerify, status
    case programmeCommand, programmeList, programmeShow, programmePreview, fromDate, periods
    case catalogue, catalogueImport, catalogueList, catalogueShow, acceptReadable, keepMissing, eventSheet
    case searchText, withRetired, categoryCode, siteRetire, siteCompare, retireMissing, siteCodes, lastDay
    case retireReason, compareBy, compareFile, explain, programmeId
    case simulate, roster, days, simulationState, checkConfig, deadlineCommand, limitArgument, startTimes
    case socket, asPerson, json, quiet, language, key, observedAt, reason, note
    case siteCode, programme, programmeFilter, result, withHazard, category, condition, severity, describe,
        hazardNumber
    case unit, service, servedAt, action, failed, verifyNote, subdistrict, kind, state, period, person,
        entity, file
    case patrold, run, config, stateFolder, daemonSocket, log
}
