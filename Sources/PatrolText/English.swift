package import PatrolModel

/// Everything in English.
package struct English: Phrases {
    package init() {}

    package var colon: String { ": " }

    package var comma: String { ", " }

    package func state(_ state: HazardState) -> String { state.rawValue }

    package func state(_ state: UploadState) -> String {
        switch state {
        case .unsent: "not sent"
        case .changed: "changed"
        case .sent: "sent"
        case .accepted: "accepted"
        case .refused: "refused"
        }
    }

    package func searchKind(_ kind: SearchEntry.Kind) -> String {
        switch kind {
        case .hazard: "hazard"
        case .site: "site"
        }
    }

    package func duty(_ state: DutyState, _: Programme.Manner) -> String { state.rawValue }

    package func result(_ result: Inspection.Result) -> String {
        switch result {
        case .ok: "ok"
        case .hazard: "hazard"
        case .absent: "nobody there"
        case .refused: "not let in"
        }
    }

    package func severity(_ severity: Hazard.Severity) -> String { severity.rawValue }

    package func service(_ service: Order.Service) -> String {
        switch service {
        case .word: "by word of mouth"
        case .paper: "on paper"
        case .message: "by message"
        }
    }

    package func role(_ role: Role) -> String { role.rawValue }

    package func verb(_ verb: Verb) -> String {
        switch verb {
        case .catalogueImport: "import a catalogue"
        case .uploadMake: "make a batch for another system"
        case .uploadReceipt: "take another system's answers"
        case .siteImport: "import sites"
        case .siteRetire: "retire sites"
        case .inspectionFile: "file inspections"
        case .inspectionImport: "file a day's inspections"
        case .hazardReport: "report hazards"
        case .hazardOrder: "order"
        case .hazardRectify: "rectify"
        case .hazardVerify: "verify"
        case .hazardClose: "close"
        case .hazardReturn: "return"
        case .hazardReassign: "reassign or turn down a return"
        case .hazardProgress: "note progress"
        case .hazardExtend: "ask for an extension"
        case .hazardDecideExtension: "grant or deny an extension"
        case .hazardSuspend: "suspend"
        case .hazardResume: "resume"
        case .hazardRefer: "refer"
        case .hazardAnswerReferral: "record what came of a referral"
        case .hazardSupervise: "supervise"
        case .hazardVoid: "void"
        case .hazardDowngrade: "downgrade"
        case .hazardProsecute: "record an enforcement case"
        case .hazardLookBack: "look back"
        case .evidenceUpload: "hand in evidence"
        case .read: "read"
        case .briefing: "see the morning lists of others"
        case .survey: "see the district's figures"
        case .audit: "read the record"
        }
    }

    package func happened(_ verb: String) -> String {
        switch verb {
        case "ledger.restore": "ledger restored"
        case "ledger.begin": "ledger begun"
        case "configuration.adopt": "configuration adopted"
        case "catalogue.import": "catalogue imported"
        case "site.import": "sites imported"
        case "site.retire": "sites retired"
        case "calendar.missing": "calendar missing"
        case "period.open": "duties opened"
        case "period.settle": "period settled"
        case "morning.digest": "morning counted"
        case "reminder.fire": "deadline reminder"
        case "reminder.hook": "reminder handed on"
        case "inspection.file": "inspected"
        case "hazard.report": "reported"
        case "hazard.order": "ordered"
        case "hazard.rectify": "rectified"
        case "hazard.verify": "verified"
        case "hazard.close": "closed"
        case "hazard.verify-failed": "did not hold"
        case "hazard.report-fixed": "reported, fixed on the spot"
        case "hazard.overdue": "fell overdue"
        case "hazard.recompute": "deadline reckoned again"
        case "hazard.return": "returned"
        case "hazard.reassign": "reassigned"
        case "hazard.reject-return": "return turned down"
        case "hazard.progress": "progress"
        case "hazard.ask-extension": "extension asked"
        case "hazard.grant-extension": "extension granted"
        case "hazard.deny-extension": "extension denied"
        case "hazard.lapse-extension": "extension lapsed"
        case "hazard.refer": "referred"
        case "hazard.acknowledge-referral": "referral acknowledged"
        case "hazard.refuse-referral": "referral refused"
        case "hazard.conclude-referral": "referral concluded"
        case "hazard.suspend": "suspended"
        case "hazard.renew-suspension": "suspension renewed"
        case "hazard.resume": "resumed"
        case "hazard.supervise": "supervised"
        case "hazard.ask-void": "voiding asked"
        case "hazard.reject-void": "voiding turned down"
        case "hazard.void": "voided"
        case "hazard.merge": "duplicate merged"
        case "hazard.downgrade": "downgraded"
        case "hazard.open-case": "case filed"
        case "hazard.conclude-case": "case concluded"
        case "hazard.look-back": "looked back"
        case "hazard.rebound": "rebounded"
        case "upload.batch": "batch made"
        case "upload.receipt": "answers taken"
        case "reminder.say": "reminders said"
        default: verb
        }
    }

    package func heading(_ heading: Heading) -> String {
        switch heading {
        case .number: "NUMBER"
        case .state: "STATE"
        case .severity: "SEVERITY"
        case .what: "WHAT"
        case .site: "SITE"
        case .subdistrict: "SUBDISTRICT"
        case .unit: "UNIT"
        case .due: "DUE"
        case .overdue: "OVERDUE BY"
        case .programme: "PROGRAMME"
        case .period: "PERIOD"
        case .assignee: "ASSIGNEE"
        case .code: "CODE"
        case .name: "NAME"
        case .kind: "KIND"
        case .tags: "TAGS"
        case .sequence: "SEQ"
        case .at: "AT"
        case .who: "WHO"
        case .did: "DID"
        case .about: "ABOUT"
        case .fileWith: "COMMAND"
        case .cadence: "CADENCE"
        case .siteCount: "SITES"
        case .open: "OPEN"
        case .done: "DONE"
        case .missed: "MISSED"
        case .opens: "DAYS"
        case .duties: "DUTIES"
        case .condition: "CONDITION"
        case .limit: "LIMIT"
        case .closing: "FIXED WHEN"
        case .place: "PLACE"
        case .problem: "PROBLEM"
        case .difference: "DIFFERENCE"
        case .field: "FIELD"
        case .ours: "OURS"
        case .theirs: "THEIRS"
        case .periods: "PERIODS"
        case .busiest: "BUSIEST DAY"
        case .late: "WHAT IS LATE"
        case .content: "CONTENT"
        case .size: "SIZE"
        case .file: "FILE"
        case .siteCode: "SITE CODE"
        case .working: "OFFICE HOURS"
        case .count: "COUNT"
        case .worst: "WORST"
        case .worstWorking: "IN OFFICE HOURS"
        case .command: "LISTED BY"
        case .figure: "WHAT"
        case .person: "FOR"
        case .key: "KEY"
        case .dutyId: "DUTY"
        case .reported: "REPORTED"
        case .closed: "CLOSED"
        case .served: "SERVED"
        case .tick: "OK"
        case .recipient: "LIST OF"
        case .recipientCode: "LIST CODE"
        case .section: "SECTION"
        case .rectified: "RECTIFIED"
        case .category: "CATEGORY"
        case .describe: "DESCRIPTION"
        case .opensAt: "OPENS"
        case .dueAt: "DUE"
        case .target: "TARGET"
        case .order: "ORDER"
        case .everOverdue: "EVER OVERDUE"
        case .rework: "REWORK"
        case .severityLevel: "SEVERITY"
        case .system: "SYSTEM"
        case .upload: "UPLOAD"
        case .batch: "BATCH"
        case .external: "EXTERNAL"
        case .answer: "ANSWER"
        }
    }

    package func label(_ label: Label) -> String {
        switch label {
        case .description: "description"
        case .category: "category"
        case .site: "site"
        case .unit: "responsible unit"
        case .order: "order"
        case .observed: "observed"
        case .reported: "reported"
        case .served: "served"
        case .rectified: "rectified"
        case .verified: "verified"
        case .closed: "closed"
        case .deadline: "why this deadline"
        case .closing: "fixed when"
        case .history: "history"
        case .overdue: "overdue by"
        case .everOverdue: "was overdue"
        case .rework: "sent back"
        case .reworkDue: "rework due"
        case .activeFrom: "active from"
        case .activeTo: "active to"
        case .district: "district"
        case .zone: "time zone"
        case .now: "now"
        case .ledger: "ledger"
        case .events: "events"
        case .head: "chain head"
        case .sites: "sites"
        case .programmes: "programmes"
        case .openDuties: "open duties"
        case .openHazards: "open hazards"
        case .overdueHazards: "overdue hazards"
        case .awaitingVerification: "awaiting verification"
        case .onTime: "on time"
        case .late: "late"
        case .yes: "yes"
        case .severity: "severity"
        case .subdistrict: "subdistrict"
        case .kind: "kind"
        case .tags: "tags"
        case .verifyDue: "verification due"
        case .name: "name"
        case .cadence: "cadence"
        case .times: "times a period"
        case .role: "inspected by"
        case .period: "this period"
        case .openNow: "open"
        case .done: "done"
        case .missed: "missed"
        case .excused: "excused"
        case .longestGap: "longest gap"
        case .group: "class"
        case .condition: "condition"
        case .retired: "retired"
        case .lateReason: "why filed late"
        case .position: "position"
        case .toldApart: "told apart from"
        case .radius: "duplicates within"
        case .checklist: "checklist"
        case .lookBack: "look-backs"
        case .result: "result"
        case .hazard: "hazard"
        case .note: "note"
        case .changes: "changes"
        case .progress: "how far"
        case .returned: "returned"
        case .referral: "referred to"
        case .acknowledged: "acknowledged"
        case .outcome: "outcome"
        case .extensionAsked: "extension asked"
        case .extensions: "extensions"
        case .suspended: "suspended"
        case .measures: "meanwhile"
        case .worksPlan: "plan of works"
        case .supervised: "supervised"
        case .planLeader: "responsible leader"
        case .planMeasures: "measures"
        case .planFunds: "funds"
        case .planInCharge: "in charge"
        case .planDeadline: "plan due"
        case .planContingency: "contingency"
        case .rectificationPlan: "plan"
        case .possible: "what can be done"
        case .voidAsked: "voiding asked"
        case .voided: "voided"
        case .duplicateOf: "duplicate of"
        case .duplicates: "duplicates"
        case .enforcementCase: "enforcement case"
        case .lookBacks: "looked back"
        case .rebounds: "rebounds"
        case .receivedBy: "received by"
        case .auditFinding: "audit finding"
        case .officers: "officers"
        case .madeAt: "made at"
        case .madeBy: "made by"
        case .hazards: "hazards"
        case .evidence: "evidence"
        }
    }

    package func moment(_ moment: Evidence.Moment) -> String {
        switch moment {
        case .before: "before"
        case .after: "after"
        case .scene: "at the site"
        case .document: "document"
        }
    }

    package func difference(_ difference: RosterDifference) -> String {
        switch difference {
        case .new: "theirs alone"
        case .gone: "ours alone"
        case .changed: "differs"
        }
    }

    package func notice(_ notice: Notice) -> String {
        switch notice {
        case .inspected(let id, let site, let result, let settled, let officers, let hazards, let fixed):
            "recorded \(id) at \(site)"
                + (officers.isEmpty ? "" : " by \(officers.joined(separator: ", "))")
                + (hazards.isEmpty ? "" : ", reported \(hazards.joined(separator: ", "))")
                + (fixed.isEmpty
                    ? ""
                    : " (\(fixed == hazards ? "" : fixed.joined(separator: ", ") + " ")fixed on the spot, to be closed by somebody else's check)")
                + (settled.isEmpty ? unsettled(result) : "; done: \(settled.joined(separator: ", "))")
        case .reported(let hazard, let kind, let due): "reported \(hazard), \(name(kind)) \(due)"
        case .ordered(let hazard, let order, let unit, let due):
            "ordered \(hazard) by \(order) to \(unit), due \(due)"
        case .dayFiled(let added, let repeated, let settled, let hazards):
            "recorded \(added), \(repeated) had been recorded before; settled \(count(settled, "duty", "duties")), reported \(count(hazards, "hazard", "hazards"))"
        case .reportedFixed(let hazard):
            "recorded \(hazard), found and fixed on the spot; it waits for somebody else's check to be closed"
        case .rectified(let hazard): "rectified \(hazard); it waits for somebody else to verify"
        case .sentBack(let hazard): "sent \(hazard) back to be done again"
        case .sentBackToOrder(let hazard):
            "\(hazard) did not hold, so what was fixed on the spot does not count; it is reported again: order the responsible unit"
        case .verified(let hazard):
            "verified \(hazard); a major hazard waits for the leading group to close it"
        case .done(let deed, let hazard, let next): done(deed, hazard, next)
        case .closed(let hazard): "closed \(hazard)"
        case .imported(let added, let changed, let retired):
            "imported: \(added) added, \(changed) changed" + (retired > 0 ? ", \(retired) retired" : "")
        case .catalogueImported(let added, let changed, let retired, let unread):
            "imported: \(added) \(added == 1 ? "category" : "categories") added, \(changed) changed, \(retired.count) retired"
                + (retired.isEmpty
                    ? ""
                    : " (\(retired.joined(separator: ", ")); if the file is one sheet of several, import the former catalogue again, and this with --keep-missing)")
                + (unread > 0 ? "; \(unread) \(unread == 1 ? "fault was" : "faults were") left out" : "")
        case .retired(let sites): "retired \(sites) \(sites == 1 ? "site" : "sites")"
        case .compared(let new, let gone, let changed):
            "\(new) theirs alone, \(gone) ours alone, \(changed) differences"
        case .confirmed(let hand): "confirmed by \(hand)"
        case .notYet: "not yet"
        case .holds: "it holds"
        case .toBeDecided(let time): "to be decided by \(time), silence is denial"
        case .standsStill(let since, let until): "its clock stands still from \(since) to the end of \(until)"
        case .uploadMade(let number, let system, let hazards, let file):
            "made \(number) for \(system): \(count(hazards, "hazard", "hazards"))"
                + (file.map { ", written to \($0)" } ?? "; patrol upload show \(number) --file FILE writes it")
                + (hazards == UploadBatch.most ? "; a batch has no more, so run it again for the rest" : "")
        case .uploadWritten(let number, let hazards, let file):
            "wrote \(number) to \(file): \(count(hazards, "hazard", "hazards"))"
        case .uploadAnswered(let system, let accepted, let refused, let isRepeated):
            (isRepeated ? "these answers had been taken before: " : "took the answers of ")
                + "\(system): \(accepted) accepted, \(refused) refused"
                + (refused > 0 ? "; patrol upload list --refused says why" : "")
        case .provisional: " (provisional)"
        case .provisionalMark: " (prov.)"
        case .alreadyLate: " (overdue already)"
        case .configurationSound(let district, let people, let programmes, let conditions, let years):
            "the configuration is sound: \(district), \(people) people, \(programmes) programmes, \(conditions) conditions, "
                + (years.isEmpty
                    ? "no calendar" : "calendars \(years.map(String.init).joined(separator: ", "))")
        case .simulated(let events, let from, let to, let seconds):
            "played \(from) to \(to): \(events) events in \(seconds) s"
        case .configurationFaults(let count):
            "the configuration has \(count) \(count == 1 ? "fault" : "faults"); mend and check again"
        case .laterInPeriod(let programme, let duties, let next, let command):
            "\(programme): \(duties) more this period, the next on \(next) (\(command))"
        case .gap(let from, let to, let length, let running):
            "\(length), from \(from) to \(running ? "now" : to)"
        case .version(let at, let person, let source, let name, let retired):
            "\(at) \(person), from \(source): \(name)" + (retired ? ", retired" : "")
        case .chainIntact(let events, let head): "the record is intact: \(events) events, chain head \(head)"
        case .chainBroken(let sequence):
            "the record has been changed: event \(sequence) does not follow from the one before it; stop patrold, keep the file as evidence and restore a backup"
        case .today(let date, let name, let duties, let overdue):
            "\(date)  \(name): " + (duties.map { "\($0) to inspect, " } ?? "") + "\(overdue) overdue"
        case .overdueTitle: "Overdue"
        case .ordersTitle: "To be put right"
        case .lookBacksTitle: "To look back at"
        case .lookBackAt(let what, let site): "look-back: \(what) (\(site))"
        case .lookBackPlan(let plan):
            "\(plan.severity.map { severity($0) + " " } ?? "")hazards, day \(plan.after) after closing"
                + (plan.categories.isEmpty ? "" : " (categories \(plan.categories.joined(separator: ", ")))")
        case .nothingToday: "nothing left to inspect today"
        case .nothingOverdue: "nothing is overdue"
        case .noRows: "none"
        case .nothingFound: "nothing found; try a shorter part of a word, or patrol hazard list"
        case .moreFound(let count, let isCounted):
            "\(count)\(isCounted ? "" : " and more") besides these; add a word, or ask for more with --limit (200 at most)"
        case .filedLate: " (filed late)"
        case .kept(let number, let key, let obstacle):
            "\(self.obstacle(obstacle)), so \(obstacle.isUnsure ? "it is not known whether this is recorded" : "this is not recorded yet"); it is kept as number \(number) of the outbox (key \(key)) and goes out, in order, with the next command that can; see patrol outbox list"
        case .delivered(let number, let verb, let about, let id):
            "delivered number \(number) of the outbox: \(self.verb(verb)) \(about), recorded as \(id)"
        case .deliveryRefused(let number, let verb, let about, let reason):
            "number \(number) of the outbox was refused: \(self.verb(verb)) \(about): \(refusal(reason)); it stays there until you retry or drop it: patrol outbox \(reason.isAboutDuplicates ? "retry \(number) --new, or drop \(number)" : "list")"
        case .brokenInOutbox(let number, let path):
            "number \(number) of the outbox is broken and cannot be delivered: \(path); file it again from your notes, then patrol outbox drop \(number)"
        case .stillWaiting(let count):
            "\(count) \(count == 1 ? "filing waits" : "filings wait") in the outbox still; see patrol outbox list"
        case .leftInOutbox(let refused, let elsewhere):
            "left in the outbox:"
                + (refused > 0 ? " \(refused) refused or broken" : "")
                + (refused > 0 && elsewhere > 0 ? "," : "")
                + (elsewhere > 0 ? " \(elsewhere) for another daemon (--socket) or of another user" : "")
                + "; see patrol outbox list"
        case .keptSince(let time): "(kept in an outbox at \(time), delivered later)"
        case .noEvidence: "there is no evidence"
        case .evidenceSaved(let files, let folder):
            "saved \(files) \(files == 1 ? "file" : "files") in \(folder)"
        case .outboxEmpty: "the outbox is empty: everything is recorded"
        case .waiting: "waiting"
        case .refusedFor(let reason): "refused: \(refusal(reason))"
        case .broken(let path): "broken: \(path)"
        case .dropped(let number, let verb, let about, let key):
            "dropped number \(number) of the outbox; it will not be delivered"
                + (verb.map { ": \(self.verb($0)) \(about)" } ?? "") + (key.map { " (key \($0))" } ?? "")
        case .sending(let percent): "sending \(percent) %"
        case .recording: "sent; being recorded"
        case .morning(let day, let name, let time): "\(day) \(time)  \(name)"
        case .figure(let figure):
            switch figure {
            case .overdue: "hazards overdue"
            case .dueToday: "hazards due today"
            case .dutiesDueToday: "duties due today"
            case .missedYesterday: "duties missed yesterday"
            case .awaitingVerification: "awaiting verification"
            case .awaitingClosing: "for the leading group"
            case .undecided: "waiting for a decision"
            case .returned: "sent back to be redone"
            case .noAccess: "no access: visit again"
            }
        case .helpIsThere: "What is mine: patrol today. All commands: patrol --help"
        case .noUnitTold: "(not ordered yet)"
        case .asOf(let time, let event):
            "as the ledger stood at \(self.time(time)), by event \(event) of the record"
        case .overdueBy(let length, let office): "\(length), \(office) of it in office hours"
        }
    }

    private func unsettled(_ result: Inspection.Result) -> String {
        switch result {
        case .absent: "; nobody was there, so its duties are still to be done: visit again"
        case .refused: "; not let in, so its duties are still to be done: visit again"
        case .ok, .hazard: "; no duty was open there"
        }
    }

    package func journal(_ line: JournalLine) -> String {
        switch line {
        case .started(let district, let socket): "patrold serves \(district) on \(socket)"
        case .stopped: "patrold has stopped; nothing was left half done"
        case .overdue(let hazard, let what, let site, let unit, let due):
            "\(hazard) is overdue since \(due): \(what) at \(site), responsible \(unit)"
        case .orderOverdue(let hazard, let what, let site, let due):
            "\(hazard) was to be ordered by \(due) and has not been: \(what) at \(site)"
        case .catalogueAdopted(let source, let added, let changed, let retired):
            "the catalogue follows \(source): \(added) \(added == 1 ? "category" : "categories") added, \(changed) changed, \(retired.count) retired"
                + (retired.isEmpty ? "" : " (\(retired.joined(separator: ", ")))")
        case .missed(let programme, let period, _, let sites, let subdistrict):
            "missed in \(period), \(programme), \(subdistrict): \(sites.count): \(sites.joined(separator: ", "))"
        case .morning(let date, let subdistrict, let open):
            "to inspect on \(date), \(subdistrict): \(open)"
        case .clockStepped(let seconds):
            "the system clock was stepped by \(seconds) s; the schedule was checked again"
        case .deadlineFirm(let hazard, let site, let unit, let due):
            "the deadline of \(hazard) was provisional and is now firm, \(due): \(site), responsible \(unit)"
        case .calendarMissing(let year, let deadlines):
            "there is no calendar of \(year), and \(deadlines) hazards have provisional deadlines; add calendar/\(year).yaml to the configuration and reload it (systemctl reload patrold)"
        case .ledgerTrouble(let trouble, let cause):
            "the ledger \(self.trouble(trouble)), and no filing can be recorded (each waits in its filer's outbox): \(cause); \(remedy(trouble))"
        case .ledgerRecovered(let trouble): "the ledger records again (it \(self.trouble(trouble)) before)"
        case .logGrows(let trouble, let cause):
            "filings are recorded, but the write-ahead log cannot be folded into the ledger: it \(self.trouble(trouble)) (\(cause)); \(remedy(trouble))"
        case .chainHead(let event, let hash): "head of the chain: event \(event) \(hash)"
        case .ledgerSaved(let path, let event, true):
            "the ledger was removed under the running daemon; all it held (up to event \(event)) is back in \(path), nothing is lost; patrold starts again now"
        case .ledgerSaved(let path, let event, false):
            "another file was put in the ledger's place under the running daemon; all it held (up to event \(event)) is saved as \(path), nothing is lost; run patrold restore \(path), then start patrold"
        case .clockBehind(let seconds):
            "the system clock is \(seconds) s before the ledger's last event; check it (timedatectl); what follows is recorded by the clock as it is"
        }
    }

    package func who(_ person: String, typedBy typist: String?) -> String {
        (person == "patrold" ? "the system" : person) + (typist.map { " (typed by \($0))" } ?? "")
    }

    package func duration(seconds: Int64) -> String { length(seconds, units: 3) }

    package func roughly(seconds: Int64) -> String { length(seconds, units: 2) }

    package func roughHours(seconds: Int64) -> String {
        seconds >= 3600 ? "\(seconds / 3600) h" : "\(seconds / 60) min"
    }

    private func length(_ seconds: Int64, units: Int) -> String {
        let minutes = seconds / 60
        let parts = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let shown = parts.drop { $0.0 == 0 }.prefix(units).filter { $0.0 > 0 }
        return shown.isEmpty ? "under 1 min" : shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    private func obstacle(_ error: PatrolError) -> String {
        switch error {
        case .daemonUnreachable(let socket): "no daemon answers at \(socket)"
        case .noAnswer: "the daemon did not answer"
        case .shuttingDown: "the daemon is stopping"
        case .tooManyConnections(let limit): "there are more than \(limit) connections"
        case .keptInFuture(let minutes): "this machine's clock is \(minutes) min ahead of the daemon's"
        case .cannotWrite(let path, let detail): "\(path) cannot be written (\(detail))"
        case .ledgerUnavailable(let trouble): "the ledger \(self.trouble(trouble))"
        default: "the daemon failed"
        }
    }
}
