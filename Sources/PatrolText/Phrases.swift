package import PatrolModel

/// Every line a person reads. One conformance a language, so that a missing translation does not compile.
package protocol Phrases: Sendable {
    /// Reason, then remedy, on one line.
    func refusal(_ error: PatrolError) -> String
    /// What can be done, and by whom.
    func moves(_ verbs: [Verb]) -> String
    /// What the argument parser found wrong, in its own words, as a line of ours.
    func usage(_ fault: UsageFault) -> String

    /// Between the items of a list.
    var comma: String { get }
    /// Between a label and its value.
    var colon: String { get }
    /// A day, and the time of day where there is one, of ISO 8601, as people write it: `2026年11月23日 17:55`,
    /// `23 November 2026 17:55`. Tables keep `2026-11-23 17:55`, which lines up and may be typed again.
    func time(_ iso: String) -> String
    /// A day with its weekday.
    func day(_ iso: String) -> String
    func ask(_ question: Question) -> String
    func result(_ result: Inspection.Result) -> String
    func state(_ state: HazardState) -> String
    /// How a hazard stands with a system it belongs to.
    func state(_ state: UploadState) -> String
    func searchKind(_ kind: SearchEntry.Kind) -> String
    func duty(_ state: DutyState, _ manner: Programme.Manner) -> String
    func severity(_ severity: Hazard.Severity) -> String
    func service(_ service: Order.Service) -> String
    func ground(_ ground: Suspension.Ground) -> String
    func ground(_ ground: Voiding.Ground) -> String
    /// What a photo shows.
    func moment(_ moment: Evidence.Moment) -> String
    func role(_ role: Role) -> String
    func verb(_ verb: Verb) -> String
    /// An event's verb, such as `hazard.close`, as a history line names it.
    func happened(_ verb: String) -> String
    func heading(_ heading: Heading) -> String
    func label(_ label: Label) -> String
    func difference(_ difference: RosterDifference) -> String
    func notice(_ notice: Notice) -> String
    func morning(_ notice: MorningNotice) -> String
    func journal(_ line: JournalLine) -> String
    /// Who did something, and who typed it where that was somebody else.
    func who(_ person: String, typedBy typist: String?) -> String
    /// A length of time, to the minute: `1 天 2 小时 3 分`.
    func duration(seconds: Int64) -> String
    /// As ``duration(seconds:)``, in its two largest units: for a column, where the deadline stands beside it or can be
    /// asked for.
    func roughly(seconds: Int64) -> String
    /// A length of office time in hours, below one in minutes.
    func roughHours(seconds: Int64) -> String
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
    func trust(_ notice: TrustNotice) -> String
    func reminder(_ line: ReminderLine) -> String
    /// How the service is, and what became of its configuration.
    func service(_ line: ServiceLine) -> String
    /// One fault of a ledger's file: where, what it means, what to do.
    func fault(_ fault: LedgerFault) -> String
    func note(_ note: LedgerNote) -> String
    func help(_ topic: HelpTopic) -> String
    func help(_ word: HelpWord) -> String
    /// What is said of a switch, with what the argument parser adds to it put into this language.
    func helpText(_ text: String) -> String
    /// Where the help of a command's subcommands is.
    func seeHelp(_ command: String) -> String
    /// Commands worth seeing, by the command they are of, such as `patrol hazard list`.
    func examples(_ command: String) -> [Example]
}

/// Headings of columns.
package enum Heading: Sendable, CaseIterable {
    case number, state, severity, what, site, subdistrict, unit, due, overdue, programme, period, assignee
    case code, name, kind, tags, sequence, at, who, did, about, fileWith
    case cadence, siteCount, open, done, missed, opens, duties, condition, limit, closing, place, problem
    case difference, field, ours, theirs, periods, busiest, late, content
    case siteCode, working, count, worst, worstWorking, command, figure, person, key, dutyId, reported,
        closed, served
    case tick, recipient, recipientCode, section
    case rectified, category, describe, opensAt, dueAt, target, order, everOverdue, rework, severityLevel
    case system, upload, batch, external, answer
    case size, file
}

/// What stands before a value in a sheet.
package enum Label: Sendable, CaseIterable {
    case description, category, site, unit, order, observed, reported, served, rectified, verified,
        closed
    case deadline, closing, history, overdue, everOverdue, rework, reworkDue, activeFrom, activeTo
    case district, zone, now, ledger, events, head, sites, programmes, openDuties, openHazards, overdueHazards
    case awaitingVerification, onTime, late, yes, severity, subdistrict, kind, tags
    case verifyDue, name, cadence, times, role, period, openNow, done, missed, excused, longestGap, group
    case position, toldApart, radius
    case condition, retired, lateReason, checklist, result, hazard, note, changes
    case progress, returned, referral, acknowledged, outcome, extensionAsked, extensions, suspended, measures
    case worksPlan, supervised, planLeader, planMeasures, planFunds, planInCharge, planDeadline
    case planContingency, rectificationPlan, possible, voidAsked, voided, duplicateOf, duplicates,
        enforcementCase, lookBacks, rebounds
    case lookBack, receivedBy, auditFinding
    case officers, madeAt, madeBy, hazards
    case evidence
}

/// A line that tells what has been done, or that there is nothing.
package enum Notice: Sendable {
    /// `settled` are the programmes of the duties it did, `officers` who made it where they were several; of `hazards`,
    /// some were fixed on the spot.
    case inspected(
        id: String,
        site: String,
        result: Inspection.Result,
        settled: [String],
        officers: [String],
        hazards: [String],
        fixed: [String]
    )
    case reported(hazard: String, kind: DeadlineKind, due: String)
    case ordered(hazard: String, order: String, unit: String, due: String)
    /// A day's file: what was recorded of it now, and what had been before.
    case dayFiled(added: Int, repeated: Int, settled: Int, hazards: Int)
    /// Found and fixed in one visit, and reported as that.
    case reportedFixed(hazard: String)
    case rectified(hazard: String)
    case sentBack(hazard: String)
    /// What was fixed on the spot did not pass, and nobody has been ordered yet.
    case sentBackToOrder(hazard: String)
    case verified(hazard: String)
    case closed(hazard: String)
    /// Everything else that is done to a hazard: what, and what is due of it next.
    case done(Deed, hazard: String, next: NextStep)
    case imported(added: Int, changed: Int, retired: Int)
    case catalogueImported(added: Int, changed: Int, retired: [String], unread: Int)
    case retired(sites: Int)
    case compared(new: Int, gone: Int, changed: Int)
    /// Whose second word it took, and when.
    case confirmed(by: String)
    /// In place of what has not been done yet.
    case notYet
    /// What was looked at again after closing and had not come back.
    case holds
    /// By when a supervisor has to decide; silence is denial.
    case toBeDecided(by: String)
    /// A clock that stands still, to the end of a day.
    case standsStill(since: String, until: String)
    /// A batch for another system, and the file it was written to.
    case uploadMade(number: String, system: String, hazards: Int, file: String?)
    case uploadWritten(number: String, hazards: Int, file: String)
    case uploadAnswered(system: String, accepted: Int, refused: Int, isRepeated: Bool)
    /// Behind a deadline that rests on a year not published.
    case provisional
    /// The same in a column.
    case provisionalMark
    /// Behind a deadline that has passed already when it is given.
    case alreadyLate
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
    /// `duties` is nil for those who have none.
    case today(date: String, name: String, duties: Int?, overdue: Int)
    case overdueTitle
    case ordersTitle
    case lookBacksTitle
    /// In place of a site's name: what was closed there and is to be looked at again.
    case lookBackAt(what: String, site: String)
    /// Which closed hazards a programme looks back at, and when.
    case lookBackPlan(LookBackPlan)
    case nothingToday
    case nothingOverdue
    case noRows
    case nothingFound
    /// So many besides those shown; at least so many where they were not counted further.
    case moreFound(Int, isCounted: Bool)
    /// Beside a duty's state.
    case filedLate
    /// A filing is on disk here and not yet recorded.
    case kept(number: Int, key: String, obstacle: PatrolError)
    case delivered(number: Int, verb: Verb, about: String, id: String)
    case deliveryRefused(number: Int, verb: Verb, about: String, reason: PatrolError)
    case brokenInOutbox(number: Int, path: String)
    case stillWaiting(Int)
    case outboxEmpty
    case noEvidence
    case evidenceSaved(files: Int, folder: String)
    /// How many were refused or are broken, and how many are for another daemon.
    case leftInOutbox(refused: Int, elsewhere: Int)
    /// Behind a line of the record that came by way of an outbox.
    case keptSince(String)
    case waiting
    case refusedFor(PatrolError)
    case broken(path: String)
    case dropped(number: Int, verb: Verb?, about: String, key: String?)
    case sending(percent: Int)
    case recording
    /// The first line of the morning's figures.
    case morning(day: String, name: String, time: String)
    case figure(Figure)
    case helpIsThere
    /// In place of a unit's name, where none has been told.
    case noUnitTold
    /// By how much something is overdue, and how much of that lies in office hours.
    case overdueBy(length: String, inOffice: String)
    /// The first line of what the record said at a moment: the last event that had been recorded by then.
    case asOf(time: String, event: Int64)
}

/// A figure of the morning.
package enum Figure: Sendable, CaseIterable {
    case overdue, dueToday, dutiesDueToday, missedYesterday, awaitingVerification, awaitingClosing
    case undecided, returned, noAccess
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
    /// No filing can be recorded.
    case ledgerTrouble(LedgerTrouble, cause: String)
    case ledgerRecovered(LedgerTrouble)
    /// Filings are recorded, and the write-ahead log cannot be folded into the file.
    case logGrows(LedgerTrouble, cause: String)
    case chainHead(event: Int64, hash: String)
    /// What was held of a ledger that had been removed; in its place, or beside the file that lies there.
    case ledgerSaved(path: String, event: Int64, isInPlace: Bool)
    /// The clock is earlier than the last event by so much.
    case clockBehind(seconds: Int64)
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
    case socket, asPerson, json, csv, quiet, language, key, observedAt, reason, note
    case siteCode, programme, programmeFilter, result, withHazard, category, condition, severity, describe,
        hazardNumber
    case unit, service, servedAt, action, failed, verifyNote, subdistrict, kind, state, period, person,
        entity, file
    case outbox, outboxList, outboxRetry, outboxDrop, outboxNumbers, overdueBy, limitRows, dueDay, endsOn
    case sentBack, noAccess, unitFilter, completion, shell
    case seenAt, isNew, retryAsNew
    case fixed, fixedAction, check, dayFile, dayDate, asOf, with
    case upload, uploadList, uploadMake, uploadShow, uploadReceipt, system, systemFilter, unsent, changed
    case refusedThere, resendRefused, uploadFile, uploadNumber, receiptFile
    case morning, morningPerson, morningUnit, morningSubdistrict, morningAll, printedWidth
    case hazardReturn, hazardReassign, hazardProgress, hazardExtend, hazardRefer, hazardSuspend
    case hazardResume, hazardSupervise, hazardVoid, hazardDowngrade, hazardCase, hazardLookBack
    case returnReason, newUnit, rejectReturn, rejectionReason, progressNote, progressAt, extendBy
    case extendReason, grantExtension, denyExtension, department, referralService, referralServedAt
    case acknowledged, referralRefused, referralOutcome, referralNote, suspendUntil
    case suspendReason, interimMeasures, suspendGround, planNumber, planEntered, resumeReason
    case planLeader, planMeasures, planFunds, planInCharge, planDeadline, planContingency
    case superviseNote, voidGround, duplicateOf, confirmVoid, rejectVoid, voidNote, downgradeReason
    case caseNumber, caseOutcome, lookBackNote, rebounded, reboundUnit, supervisedOnly
    case undecidedOnly
    case patrold, run, config, stateFolder, daemonSocket, log
    case verifyLedger, ledgerFile, notedHeads, onlyChecks, verifyJSON
    case backup, backupFolder, keepDays, keepMonths, restore, restoreFile, restoreConfig
    case reload
    case evidence, evidenceList, evidenceSave, evidenceOf, evidenceFolder
    case photoLookedBack, receivedBy, auditFinding
    case photoFound, photoAfterFix, photoRectified, photoVerified, receipt
    case search, searchWords, searchKind, searchLimit
}
