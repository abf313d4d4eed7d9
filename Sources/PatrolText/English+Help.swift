extension English {
    package func usage(_ fault: UsageFault) -> String {
        let what =
            switch fault {
            case .missingArgument(let name): "\(name) is missing"
            case .missingValue(let option): "\(option) needs a value"
            case .unknownOption(let option, let nearest):
                "there is no switch \(safe(option)) here" + (nearest.map { " (did you mean \($0)?)" } ?? "")
            case .unknownVerb(let verb, let nearest):
                "there is no command '\(safe(verb))'" + (nearest.map { " (did you mean \($0)?)" } ?? "")
            case .unexpectedArgument(let value): "'\(safe(value))' is not expected here"
            case .invalidValue(let value, let option, let choices):
                "'\(safe(value))' is no value for \(option)"
                    + (choices.isEmpty ? "" : ", which may be \(choices.joined(separator: ", "))")
            case .severalOf(let options): "only one of \(list(options, "and")) can be had"
            case .noneOf(let options): "one of \(list(options, "or")) is needed"
            case .notTogether(let option, let other): "\(option) does not go with \(other)"
            case .incompletePlan(let missing):
                "a plan has all six parts or none; still missing: \(list(missing, "and"))"
            case .csvOfOneThing: "--csv is for lists"
            case .other(let text): text
            }
        return what + "; add --help to see how it is written"
    }

    /// `a, b and c`.
    private func list(_ items: [String], _ last: String) -> String {
        guard let final = items.last, items.count > 1 else { return items.joined() }
        return items.dropLast().joined(separator: ", ") + " \(last) " + final
    }

    package func help(_ word: HelpWord) -> String {
        switch word {
        case .examples: "Examples:"
        case .usage: "Usage:"
        case .arguments: "Arguments:"
        case .options: "Options:"
        case .commonOptions: "Options of every command:"
        case .subcommands: "Subcommands:"
        case .anyOptions: "<options>"
        case .anySubcommand: "<subcommand>"
        }
    }

    package func helpText(_ text: String) -> String {
        let words = ParserWords(text)
        return words.text + (words.values.isEmpty ? "" : " One of \(words.values.joined(separator: ", ")).")
            + (words.standard.map { " \($0) when left out." } ?? "")
    }

    package func seeHelp(_ command: String) -> String {
        "'\(command) <subcommand> --help' shows how a subcommand is written, with examples."
    }

    package func help(_ topic: HelpTopic) -> String {
        switch topic {
        case .patrol: "File inspections, follow hazards, see what is due and what is overdue."
        case .today: "What is to be inspected today, overdue work first."
        case .morning: "What is overdue, due, to be done and was missed: a list to print and to tick off."
        case .morningPerson: "Somebody's list; one's own when left out."
        case .morningUnit: "A responsible unit's list."
        case .morningSubdistrict: "A subdistrict's list."
        case .morningAll:
            "Every list, each on a page: one a person, and one for each unit and subdistrict that nobody is named for. Those with nothing on them are left out."
        case .printedWidth:
            "How wide the paper is, 80 to 250 columns; the terminal's width when left out, and 80 where there is none."
        case .inspect: "File what was seen at a site; settles its duties."
        case .hazard: "Report a hazard and bring it to its closing."
        case .hazardReport: "Report something to be put right."
        case .hazardList: "List hazards."
        case .hazardShow: "Show one hazard with its history and the reason for its deadline."
        case .hazardOrder: "Order the responsible unit to rectify."
        case .hazardRectify: "Claim that it is fixed."
        case .hazardVerify: "Check the claim; never one's own."
        case .hazardClose: "Strike off a verified major hazard; for the leading group."
        case .hazardReturn: "Send an order back that is not the unit's own, with the reason."
        case .hazardReassign: "Decide on a returned order: give it to another unit, or turn the return down."
        case .hazardProgress: "Note how far it has come; the deadline stays."
        case .hazardExtend: "Ask for a later deadline; a supervisor grants or denies it."
        case .hazardRefer: "Refer to another department, and record its acknowledgement, refusal or outcome."
        case .hazardSuspend: "Stop the clock for a time, with interim measures; another supervisor renews it."
        case .hazardResume: "Let a stopped clock run again before its day."
        case .hazardSupervise: "Follow by name from above; a major hazard needs its plan."
        case .hazardVoid:
            "Strike out what is not to be put right; once ordered, a second supervisor confirms."
        case .hazardDowngrade: "Make a major hazard a general one."
        case .hazardCase: "Record an administrative penalty case, and its outcome."
        case .hazardLookBack: "Look again at what was closed; a rebound is ordered anew."
        case .returnReason: "Why it is not the unit's own."
        case .newUnit: "The unit whose it is."
        case .rejectReturn: "Turn the return down: the same unit, the same deadline; say why with --reason."
        case .rejectionReason: "Why the return is turned down."
        case .progressNote: "How far it has come, in a few words."
        case .progressAt: "When it had come so far. Default: now."
        case .extendBy:
            "How much later, such as '3 working days'; with --grant, what was asked when left out."
        case .extendReason: "Why; needed to ask and to deny."
        case .grantExtension: "Grant what was asked; for a supervisor, never one's own."
        case .denyExtension: "Deny what was asked."
        case .department: "The department it is referred to, one of units in patrol.yaml."
        case .referralService: "How the department was told: word, paper or message. Default: message."
        case .referralServedAt: "When the department was told. Default: now."
        case .acknowledged: "The department has acknowledged it."
        case .referralRefused: "The department does not take it; say why with --reason."
        case .referralOutcome: "What the department did."
        case .referralNote:
            "What is said with the referral or the acknowledgement; the reason with --refused."
        case .suspendUntil: "The last day the clock stands still, such as 2027-06-30; within a year."
        case .suspendReason: "Why the clock is stopped."
        case .interimMeasures: "What keeps people safe meanwhile."
        case .suspendGround:
            "works (entered in a plan), season or other. Default: works with --plan, else other."
        case .planNumber: "The number of the plan the works are entered in; applied for is not entered."
        case .planEntered: "The day they were entered, such as 2026-10-30."
        case .resumeReason: "Why the clock runs again."
        case .planLeader: "Of the plan: the responsible leader."
        case .planMeasures: "Of the plan: the measures."
        case .planFunds: "Of the plan: the funds."
        case .planInCharge: "Of the plan: the person in charge."
        case .planDeadline: "Of the plan: its deadline, such as 2027-03-31."
        case .planContingency: "Of the plan: what is done if it goes wrong meanwhile."
        case .superviseNote: "What is asked for, in a few words."
        case .voidGround: "duplicate, unfounded, mistake, elsewhere (not of this district) or other."
        case .duplicateOf: "The hazard that this one repeats; both are linked, and the earlier deadline wins."
        case .confirmVoid: "Confirm what another supervisor asked to void."
        case .rejectVoid: "Turn that down; it goes on as before."
        case .voidNote: "What is said of it."
        case .downgradeReason: "The written reason."
        case .caseNumber: "The number of the case."
        case .caseOutcome: "What came of the case."
        case .lookBackNote: "What was seen; the reason with --fail."
        case .rebounded: "It has come back: ordered anew and counted; say why with --note."
        case .reboundUnit: "Whom a rebound is ordered to; the unit that had it when left out."
        case .supervisedOnly: "Only what is supervised."
        case .undecidedOnly:
            "Only what waits for a decision: returned orders, extensions and voidings asked for."
        case .evidence: "Photos and documents."
        case .evidenceList: "What proves a hazard or an inspection, before and after together."
        case .evidenceSave: "Save a hazard's or an inspection's evidence in a folder."
        case .evidenceOf: "A hazard's or an inspection's number, such as H-2026-000123 or I-2026-000456."
        case .evidenceFolder: "Where to save it; made where it is not there."
        case .photoFound:
            "A photo (JPEG, PNG, WebP, HEIC) or PDF of what was seen; may be repeated. Of a hazard, as it was before."
        case .photoAfterFix:
            "A photo of it fixed, with --fixed; may be repeated. A major hazard needs before and after."
        case .photoRectified: "A photo or PDF (the unit's answer) of it fixed; may be repeated."
        case .photoLookedBack: "A photo or PDF of the later look; may be repeated."
        case .receivedBy: "Who took it and signed for it."
        case .auditFinding: "Found by an audit: once verified, the leading group closes it."
        case .photoVerified:
            "A photo or PDF of the check; may be repeated. A major hazard passes only with one of the claim or the check."
        case .receipt: "A photo or PDF of the receipt of service; may be repeated."
        case .overdue: "What is past its deadline, worst first, by how much."
        case .duty: "Duties of the programmes."
        case .dutyList: "List duties."
        case .site: "The roster of what is inspected."
        case .siteImport: "Import a roster from a CSV file, by code; all of it or nothing."
        case .siteList: "List sites."
        case .siteShow: "Show one site."
        case .upload: "Hand hazards to another system: batches as files, its answers, what is not sent yet."
        case .uploadList: "List what belongs to another system and how it stands there."
        case .uploadMake:
            "Make a batch of what was never sent, and of what changed since it was, and write it to a file."
        case .uploadShow: "Show a batch, or write its file again just as it was."
        case .uploadReceipt: "Take another system's answers from a CSV file; all or none, and each file once."
        case .system: "The system, such as gas; they are under uploads in patrol.yaml."
        case .systemFilter: "Only this system."
        case .unsent: "Only what was never sent."
        case .changed: "Only what changed since it was sent."
        case .refusedThere: "Only what was refused there."
        case .resendRefused: "Send what was refused again, though nothing of it has changed."
        case .uploadFile:
            "Write this CSV file, with a byte order mark; the same batch gives the same bytes whenever it is written."
        case .uploadNumber: "A batch's number, such as U-2026-000001."
        case .receiptFile:
            "A CSV file with the columns number, external, result (accepted or refused) and reason; - is standard input."
        case .event: "The record: who did what, when."
        case .eventList: "List the events of the record."
        case .eventVerify: "Check that the record has not been changed."
        case .status: "The daemon and the ledger in a few figures."
        case .socket: "The daemon's socket; also PATROL_SOCKET. Default /run/patrol/patrold.sock."
        case .asPerson: "File or read for this person; for supervisors and administrators."
        case .json: "Print JSON."
        case .csv: "Print CSV, with a byte order mark, for a spreadsheet; lists only."
        case .outbox: "Filings that have not reached the daemon yet."
        case .outboxList: "List what is in the outbox, and why it is still there."
        case .outboxRetry: "Deliver now; with numbers, also what was refused."
        case .outboxDrop: "Delete filings from the outbox; they are never recorded."
        case .outboxNumbers: "Numbers in the outbox, one or more."
        case .search: "Find hazards and sites by words or parts of numbers, best match first."
        case .searchWords:
            "What to look for: two letters, digits or Chinese characters or more; each word must be there."
        case .searchKind: "Only what is a hazard, or a site."
        case .searchLimit: "At most so many rows, up to 200; 20 where it is left out."
        case .overdueBy: "Counted by unit, subdistrict or category."
        case .limitRows: "At most so many rows; all of them when left out."
        case .dueDay: "Only what is due on this day and not overdue yet: today, tomorrow or 2026-11-30."
        case .endsOn: "Only duties whose period ends on this day: today, yesterday or 2026-11-23."
        case .sentBack: "Only claims that were checked and did not hold; not orders that a unit returned."
        case .unitFilter: "Only this responsible unit."
        case .completion: "Print the script with which a shell completes commands, codes and numbers."
        case .shell: "bash, zsh or fish."
        case .noAccess: "Only duties still open after nobody was there or access was refused."
        case .quiet: "Print only numbers or codes, one a line."
        case .language: "zh or en; otherwise LC_ALL, LC_MESSAGES, LANG."
        case .key: "A UUID that makes a repeated filing count once."
        case .observedAt: "When it was seen or done: 17:55 or '2026-11-23 17:55'. Default: now."
        case .reason: "Why it is filed only now; needed after 24 hours."
        case .note: "What was seen, in a few words."
        case .siteCode: "The site's code."
        case .programmeFilter: "Only this programme's duties."
        case .programme: "Only this programme's duty."
        case .result: "ok, hazard, absent or refused. Default: ok, or hazard with --hazard."
        case .withHazard: "Report a hazard in the same filing."
        case .category: "The category's code or name."
        case .condition: "The condition's number; may be left out where there is one."
        case .severity: "general or major. Default: general."
        case .describe: "What is wrong and where, in a few words."
        case .hazardNumber: "The hazard's number, such as H-2026-000123."
        case .unit: "The responsible unit."
        case .service: "How the unit was told: word, paper or message. Default: word."
        case .servedAt: "When the unit was told. Default: now."
        case .action: "What was done."
        case .seenAt:
            "Where it was seen: WGS 84 LATITUDE,LONGITUDE, as in 30.554312,114.316512. Default: the site's position."
        case .isNew:
            "It is another one, though an open hazard of its category is close by or at the same site."
        case .retryAsNew: "The hazards in these numbers are others than the open ones that they look like."
        case .fixed: "It was found and fixed in one visit; somebody else checks it."
        case .fixedAction: "What was done on the spot, with --fixed."
        case .check:
            "An item of the checklist: its number, and ok, bad or na, as in 1=ok; once for each item."
        case .with: "Who was there besides, once for each; needed where a programme asks for two officers."
        case .dayFile:
            "File a day's visits from a CSV file instead of one site's: all or none, and each once; - is standard input."
        case .dayDate: "The day of times that stand alone in the file, such as 2026-11-23."
        case .failed: "The claim does not hold; say why with --note."
        case .verifyNote: "What was seen; the reason with --fail."
        case .subdistrict: "Only this subdistrict."
        case .kind: "Only this kind."
        case .state: "Only this state."
        case .period: "Only this period, such as 2026-11-23."
        case .person: "Somebody else's list."
        case .entity: "Only events about this, such as H-2026-000123."
        case .file: "A CSV file in UTF-8 or GB18030; - is standard input."
        case .programmeCommand: "Programmes: how often, over which sites, how far."
        case .programmeList: "List the programmes and how their period stands."
        case .programmeShow: "Show a programme, with the longest real gap between visits."
        case .programmePreview: "Show the periods a programme will have, and their duties."
        case .programmeId: "A programme's id, such as main-roads-daily."
        case .fromDate: "From this day on, such as 2026-12-01; today when left out."
        case .periods: "How many periods, 1 to 400; 10 when left out."
        case .catalogue: "The catalogue: categories, conditions, time limits."
        case .catalogueImport:
            "Import a city's catalogue from a CSV file; what it does not list is retired, hazards keep what they were filed under."
        case .catalogueList: "List conditions, by code, name or words."
        case .catalogueShow: "Show a category and each change of it."
        case .acceptReadable: "Take the rows that can be read and name the others."
        case .keepMissing: "Leave what the file does not list: for a workbook of two sheets."
        case .eventSheet:
            "The file is the sheet of the event classes: an E goes before codes that begin with a digit."
        case .searchText: "The beginning of a code, or words of a name or a condition."
        case .withRetired: "Retired ones too."
        case .categoryCode: "A category's code or name."
        case .siteRetire:
            "Retire sites; their records stay, and duties that end after their last day are not missed."
        case .siteCompare: "Compare with another body's list: theirs alone, ours alone, different."
        case .retireMissing: "Retire, of the kinds the file lists, every site it does not list."
        case .siteCodes: "Codes of sites, one or more."
        case .lastDay: "The last day they are inspected, such as 2026-11-30; today when left out."
        case .retireReason: "Why they are retired, for the record."
        case .compareBy: "What they are matched by: code or name; code when left out."
        case .compareFile: "The other list, a CSV file whose first line names the columns."
        case .explain: "Show how each deadline comes about, stretch by stretch."
        case .simulate: "Play a span of time by a configuration, apart from the real ledger."
        case .roster: "The roster as a CSV file in UTF-8."
        case .days: "How many days, 1 to 3660."
        case .simulationState: "A folder to keep the ledger of the simulation in; removed when left out."
        case .checkConfig: "Check a configuration without starting; every fault is listed."
        case .deadlineCommand: "Reckon deadlines by the configuration's calendar and office hours."
        case .limitArgument: "A time limit, such as '4 working hours'."
        case .startTimes:
            "When the clock starts, such as '2026-09-30 16:30'; - reads lines of standard input."
        case .asOf:
            "As the ledger stood then: 2026-11-23, at the end of that day, or '2026-11-23 17:55'. What was recorded later is left out."
        case .patrold: "The daemon of a district's inspection bureau."
        case .run: "Serve until told to stop."
        case .config: "The folder of the configuration."
        case .stateFolder: "The folder of the ledger."
        case .daemonSocket: "The path of the socket."
        case .verifyLedger:
            "Verify a ledger's file: whole and unchanged, or each fault; the daemon may go on."
        case .ledgerFile: "This file, such as a backup; the ledger of the state folder when left out."
        case .notedHeads:
            "Heads noted elsewhere, a report or what journalctl -o json prints; each on a line with its event; - is standard input."
        case .onlyChecks:
            "Only some checks: integrity, references, schema, chain, events, replay, heads, evidence."
        case .verifyJSON: "Print JSON."
        case .backup: "Back up the ledger while the daemon goes on; verify all of it, and remove old backups."
        case .backupFolder: "The folder of the backups; backups in the state folder when left out."
        case .keepDays: "For how many days every backup is kept."
        case .keepMonths: "For how many months the last backup of each is kept."
        case .restore:
            "Restore the ledger from a backup and take over what continues it; the daemon must be stopped, and the old ledger is moved aside."
        case .restoreFile: "A backup; the ledger itself to accept it as it is and make its tables anew."
        case .restoreConfig:
            "The folder of the configuration, to check the district; not checked when left out."
        case .reload:
            "Makes the running service read its configuration again; if faulty, every fault is listed and the one before stays in force."
        case .log: "Where its lines go: auto, journal or stderr; auto is the journal where there is one."
        }
    }
}
