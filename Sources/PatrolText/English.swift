package import PatrolModel

/// Everything in English.
package struct English: Phrases {
    package init() {}

    package var colon: String { ": " }

    package var comma: String { ", " }

    package func state(_ state: HazardState) -> String { state.rawValue }

    package func duty(_ state: DutyState, _: Programme.Manner) -> String { state.rawValue }

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
        case .siteImport: "import sites"
        case .siteRetire: "retire sites"
        case .inspectionFile: "file inspections"
        case .hazardReport: "report hazards"
        case .hazardOrder: "order"
        case .hazardRectify: "rectify"
        case .hazardVerify: "verify"
        case .hazardClose: "close"
        case .read: "read"
        case .survey: "see the district's figures"
        case .audit: "read the record"
        }
    }

    package func happened(_ verb: String) -> String {
        switch verb {
        case "ledger.begin": "ledger begun"
        case "configuration.adopt": "configuration adopted"
        case "catalogue.import": "catalogue imported"
        case "site.import": "sites imported"
        case "site.retire": "sites retired"
        case "calendar.missing": "calendar missing"
        case "period.open": "duties opened"
        case "period.settle": "period settled"
        case "morning.digest": "morning counted"
        case "inspection.file": "inspected"
        case "hazard.report": "reported"
        case "hazard.order": "ordered"
        case "hazard.rectify": "rectified"
        case "hazard.verify": "verified"
        case "hazard.close": "closed"
        case "hazard.verify-failed": "did not hold"
        case "hazard.overdue": "fell overdue"
        case "hazard.recompute": "deadline reckoned again"
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
        case .unit: "RESPONSIBLE UNIT"
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
        case .fileWith: "FILE WITH"
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
        case .inspected(let id, let site, let result, let settled, let hazard):
            "recorded \(id) at \(site)" + (hazard.map { ", reported \($0)" } ?? "")
                + (settled.isEmpty ? unsettled(result) : "; settled \(settled.joined(separator: ", "))")
        case .reported(let hazard, let kind, let due): "reported \(hazard), \(name(kind)) \(due)"
        case .ordered(let hazard, let order, let unit, let due):
            "ordered \(hazard) by \(order) to \(unit), due \(due)"
        case .rectified(let hazard): "rectified \(hazard); it waits for somebody else to verify"
        case .sentBack(let hazard): "sent \(hazard) back to be done again"
        case .verified(let hazard):
            "verified \(hazard); a major hazard waits for the leading group to close it"
        case .closed(let hazard): "closed \(hazard)"
        case .imported(let added, let changed, let retired):
            "imported: \(added) added, \(changed) changed" + (retired > 0 ? ", \(retired) retired" : "")
        case .catalogueImported(let added, let changed, let retired, let unread):
            "imported: \(added) categories added, \(changed) changed, \(retired.count) retired"
                + (retired.isEmpty
                    ? ""
                    : " (\(retired.joined(separator: ", ")); if the file is one sheet of several, import the former catalogue again, and this with --keep-missing)")
                + (unread > 0 ? "; \(unread) faults were left out" : "")
        case .retired(let sites): "retired \(sites) \(sites == 1 ? "site" : "sites")"
        case .compared(let new, let gone, let changed):
            "\(new) theirs alone, \(gone) ours alone, \(changed) differences"
        case .provisional: " (provisional)"
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
            "\(date)  \(name): \(duties) to inspect, \(overdue) overdue"
        case .overdueTitle: "Overdue"
        case .nothingToday: "nothing left to inspect today"
        case .nothingOverdue: "nothing is overdue"
        case .noRows: "none"
        case .filedLate: " (filed late)"
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
            "the catalogue follows \(source): \(added) categories added, \(changed) changed, \(retired.count) retired"
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
            "there is no calendar of \(year), and \(deadlines) hazards have provisional deadlines; add calendar/\(year).yaml to the configuration and restart"
        }
    }

    package func who(_ person: String, typedBy typist: String?) -> String {
        person + (typist.map { " (typed by \($0))" } ?? "")
    }

    package func duration(seconds: Int64) -> String {
        let minutes = seconds / 60
        let parts = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let shown = parts.filter { $0.0 > 0 }
        return shown.isEmpty ? "under 1 min" : shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
