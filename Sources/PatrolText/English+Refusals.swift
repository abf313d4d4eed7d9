package import PatrolModel

extension English {
    package func refusal(_ error: PatrolError) -> String {
        switch error {
        case .malformedRequest(let detail):
            "cannot read the request (\(detail)); use a patrol of the daemon's version"
        case .invalidUTF8(let place): "\(place) is not valid UTF-8, nor GB18030; save or type it as UTF-8"
        case .bodyTooLarge(let limit):
            "the request is larger than \(limit / 1024) KiB; shorten it, or split the file"
        case .malformedKey(let key): "'\(safe(key))' is no key; give a UUID, or leave --key out"
        case .keyReused(let key):
            "the key \(key) was used for another filing; leave --key out to file this as a new one"
        case .crossOrigin: "requests from web pages are refused here; use patrol"
        case .unknownRoute(let path): "the daemon has no \(safe(path)); use a patrol of the daemon's version"
        case .emptyText(.note): "the note is empty; say with --note what was seen"
        case .emptyText(.reason): "the reason is empty; say why with --note or --reason"
        case .emptyText(let field): "\(name(field)) is empty; say it in a few words"
        case .textTooLong(let field, let length, let limit):
            "\(name(field)) has \(length) characters, \(limit) are allowed; shorten it"
        case .controlCharacter(let field, let scalar, let position):
            "\(name(field)) has a control character (\(scalar)) at character \(position); type it again without"
        case .unreadableTime(let text):
            "cannot read the time '\(safe(text))'; write 17:55 or '2026-11-23 17:55'"
        case .unreadableDate(let text): "cannot read the date '\(safe(text))'; write 2026-11-23"
        case .unreadableMoment(let text):
            "cannot read '\(safe(text))'; write 2026-11-23 or '2026-11-23 17:55'"
        case .momentToCome(let time, let now):
            "\(self.time(time)) is in the future (it is \(self.time(now))); give a day or a time that has come, or leave out --as-of"
        case .beforeLedger(let time, let began):
            "there was no ledger yet at \(self.time(time)); it begins at \(self.time(began)): give a later moment"
        case .unreadableLimit(let text):
            "cannot read the limit '\(safe(text))'; write '2 urgent hours', '4 working hours', '5 working days' or '15 calendar days'"
        case .futureTime(let time, let now):
            "\(self.time(time)) is in the future (it is \(self.time(now))); give the time it was seen"
        case .lateWithoutReason(let hours):
            "this was over \(hours) hours ago; say with --reason why it is filed only now"
        case .longAgo(let time, let days): "\(self.time(time)) is more than \(days) days ago; check the date"
        case .keptInFuture(let minutes):
            "the filing was kept \(minutes) min ahead of the daemon's clock and waits; have the clock set, and it goes out by itself"
        case .servedBeforeFailure(let failed):
            "it was served before the check that failed (\(time(failed))); give the time at which the unit was told"
        case .servedBeforeObserved(let observed):
            "served before it was observed (\(time(observed))); give the time the unit was told"
        case .rectifiedBeforeServed(let served):
            "rectified before \(time(served)), when the unit was told; give the time it was fixed"
        case .rectifiedBeforeFailure(let failed):
            "rectified before \(time(failed)), when the last claim did not hold; give the time it was fixed since"
        case .emptyRoster: "the file has no row; give one site a line under the headings"
        case .emptyCatalogue: "the file has no row; give one condition a line under the headings"
        case .emptyDay: "the file has no row; give one visit a line under the headings"
        case .emptyUploadReceipt:
            "there is no row in the file; below the headings each line is one hazard's answer"
        case .uploadReceiptTooLong(let rows, let limit):
            "the file has \(rows) rows, and \(limit) can be taken at once; split it"
        case .badUploadReceipt(let faults):
            "\(faults.count) \(faults.count == 1 ? "fault" : "faults"), and no answer was taken: "
                + faults.prefix(3).map(fault).joined(separator: "; ") + (faults.count > 3 ? " and more" : "")
                + "; mend and import again"
        case .dayTooLong(let rows, let limit):
            "the file has \(rows) rows, and \(limit) are filed at once at most; split it"
        case .badDay(let faults):
            "\(faults.count) \(faults.count == 1 ? "fault" : "faults"), so nothing was filed: "
                + faults.prefix(10).map(fault).joined(separator: "; ") + (faults.count > 10 ? " …" : "")
                + "; mend these and file again"
        case .badCatalogue(let faults):
            "\(faults.count) faults, so nothing was imported: "
                + faults.prefix(3).map(fault).joined(separator: "; ")
                + (faults.count > 3 ? " …" : "")
                + "; mend these, or give --accept-readable to take the other rows"
        case .badRows(let faults):
            "nothing was imported: " + faults.prefix(10).map(fault).joined(separator: "; ")
                + (faults.count > 10 ? "; and \(faults.count - 10) more" : "")
                + "; mend these and import again"
        case .missingColumn(let name): "the file has no column '\(name)'; the first line names the columns"
        case .repeatedColumn(let name): "the column '\(safe(name))' stands twice in the first line; keep one"
        case .unknownColumn(let name):
            "there is no column '\(safe(name))'; there are: \(DayRow.Column.allCases.map { $0.headings[0] }.joined(separator: ", "))"
        case .textAfterQuote(let line):
            "text stands behind a closing quote on line \(line); double the quotes inside a cell"
        case .unterminatedQuote(let line):
            "the quote opened on line \(line) is never closed; close it and import again"
        case .unreadableFile(let path): "cannot read \(safe(path)); check the name and your right to it"
        case .searchTooVague(let text):
            (text.isEmpty ? "nothing to look for" : "\(safe(text)) is too short, or only punctuation")
                + "; give two letters, digits or Chinese characters side by side, or more"
        case .searchTooLong(let length, let limit):
            "the text has \(length) characters, \(limit) are looked for at most; give a few words of it"
        case .unknownKind(let name, let nearest):
            unknown("kind of site", name, nearest, "they are under siteKinds in patrol.yaml")
        case .ambiguousCategory(let name, let codes):
            "\(codes.count) categories are called '\(safe(name))': \(codes.joined(separator: ", ")); give the code"
        case .unknownSite(let code, let nearest):
            unknown("site", code, nearest, "patrol site list shows them")
        case .siteNotActive(let code, let date):
            "site \(code) is not active on \(date); check its dates with patrol site show"
        case .unknownCategory(let code, let nearest):
            unknown("category", code, nearest, "patrol catalogue list shows them")
        case .retiredCategory(let code, let name):
            "the category \(code) \(name) is retired; choose another, patrol catalogue list shows them"
        case .unknownCondition(let category, let choices):
            "category \(category) has no such condition; give --condition of: \(choices.joined(separator: "; "))"
        case .conditionNeeded(let category, let choices):
            "category \(category) has several conditions; give --condition of: \(choices.joined(separator: "; "))"
        case .unknownUnit(let unit, let nearest):
            unknown(
                "responsible unit",
                unit,
                nearest,
                "it must be named in the roster or under units in patrol.yaml"
            )
        case .unknownSubdistrict(let name, let nearest):
            unknown("subdistrict", name, nearest, "patrol site list shows where each site lies")
        case .unknownPerson(let id, let nearest):
            unknown("person", id, nearest, "people are in patrol.yaml")
        case .unknownProgramme(let id, let nearest):
            unknown("programme", id, nearest, "programmes are in the folder programmes")
        case .unknownHazard(let id):
            "there is no hazard \(safe(id)); patrol hazard list shows those you may see"
        case .unknownSystem(let id, let nearest):
            unknown("system", id, nearest, "they are under uploads in patrol.yaml")
        case .unknownUpload(let number):
            "there is no batch \(safe(number)); patrol upload list shows each hazard's"
        case .neverUploaded(let hazard, let system):
            "\(safe(hazard)) was never sent to \(system); check whose answers these are"
        case .nothingToUpload(let system):
            "nothing is new or changed for \(system); add --refused to send what was refused as it is"
        case .externalNumberTaken(let number, let hazard):
            "the external number \(safe(number)) is \(hazard)'s; ask those who run the other system"
        case .programmeNotForSite(let programme, let site):
            "programme \(programme) does not go over site \(site); leave --programme out to settle what the site has"
        case .claimedSince(let hazard, let verb, let at):
            "\(hazard) has been claimed or checked again at \(time(at)), after this was written; look again, then \(self.verb(verb))"
        case .wrongState(let hazard, let verb, let state, let possible):
            "cannot \(self.verb(verb)) hazard \(hazard): it is \(self.state(state)); "
                + (possible.isEmpty
                    ? "nothing more can be done to it" : "what can be done now: \(moves(possible))")
        case .resultContradictsHazard: "a hazard was found, yet the result says otherwise; leave --result out"
        case .looksLikeDuplicate(_, let candidates):
            "this may be open already: \(candidates.map(candidate).joined(separator: "; ")); file it again with --new if it is another one, or leave it, and look with patrol hazard show"
        case .actionWithoutFix:
            "an action is given, yet the hazard is not said to be fixed; say that it was fixed on the spot (--fixed), or leave the action out"
        case .emptyEvidence(let name): "the file '\(safe(name))' is empty; look at it and file again"
        case .evidenceTooLarge(let name, let limit):
            "the file '\(safe(name))' is larger than \(limit >> 20) MiB; compress it or make it smaller, and file again"
        case .unknownEvidenceType(let name):
            "the file '\(safe(name))' is neither a photo nor a PDF; give photos as JPEG, PNG, WebP or HEIC, and papers as PDF"
        case .tooMuchEvidence(let files, let limit):
            "\(files) files are filed at once, and \(limit) is the most; file those that show the matter"
        case .evidenceGarbled(let name):
            "the file '\(safe(name))' is not what its hash says; look at the original and file again"
        case .evidenceNotHandedIn(let name):
            "the file '\(safe(name))' has not been handed in; file again, with the file"
        case .unknownEvidence(let name):
            "there is no evidence \(safe(name)); patrol evidence list shows what you may see"
        case .evidenceNeeded(let hazard):
            "nothing shows that hazard \(hazard) was put right, so it cannot pass; take a photo there and file it with --photo"
        case .evidenceOfFixNeeded:
            "what was fixed on the spot is to be shown as it was before and after; file photos with --photo (before) and --photo-after"
        case .noChecklist(let programme):
            "the programme \(programme) has no checklist; leave the answers out"
        case .noChecklistOwed(let site):
            "no programme with a checklist is owed at \(site) now; say with --programme whose it is"
        case .ambiguousChecklist(let site, let programmes):
            "several programmes with checklists are owed at \(site): \(programmes.joined(separator: ", ")); say with --programme which it is"
        case .unknownItem(let programme, let number, let items):
            "the checklist of \(programme) has no item \(number); its items are 1 to \(items)"
        case .itemAnsweredTwice(let programme, let number):
            "item \(number) of the checklist of \(programme) is answered twice; answer it once"
        case .itemsUnanswered(let programme, let numbers):
            "the checklist of \(programme) is not answered whole; answer \(items(numbers)) too"
        case .badItemsWithoutHazard(let programme, let numbers):
            "of the checklist of \(programme), \(items(numbers)) \(numbers.count == 1 ? "is" : "are") bad, yet no hazard is reported; report it in the same filing"
        case .officersNeeded(let programme, let officers, let named):
            "the programme \(programme) takes \(officers) officers together, and \(named) \(named == 1 ? "is" : "are") named; name who else was there with --with"
        case .officerWithoutCertificate(let programme, let person):
            "each officer of the programme \(programme) needs a certificate, and \(safe(person)) has none; take somebody who has, or have the administrator add certificate in patrol.yaml"
        case .officerOfUnit(let programme, let person, let unit):
            "\(safe(person)) belongs to \(unit), which answers for the site, and cannot be an officer of the programme \(programme); take somebody from outside it"
        case .officerNamedTwice(let person):
            "\(safe(person)) is named twice, or files this; name with --with each of the others once"
        case .resultContradictsChecklist:
            "nobody was there or let in, yet a checklist is answered; mend the result, or leave the answers out"
        case .rectifiedBySamePerson(let hazard, let verb, let person):
            "cannot \(self.verb(verb)) hazard \(hazard): \(person) rectified it or typed the rectification; ask somebody else to \(self.verb(verb)) it, under their own login"
        case .verifiedBySamePerson(let hazard, let person):
            "cannot close hazard \(hazard): \(person) verified it; ask another member of the leading group to close it, under their own login"
        case .belongsToUnit(let hazard, let verb, let person, let unit):
            "cannot \(self.verb(verb)) hazard \(hazard): \(person) belongs to the responsible unit \(unit); ask somebody from outside it"
        case .returnTooLate(let hazard, let latest):
            "\(hazard) could be returned until \(time(latest)); rectify it, or ask for more time with patrol hazard extend"
        case .reassignedToSameUnit(let hazard, let unit):
            "\(hazard) was returned by \(unit) itself; name another unit, or turn the return down with --reject and --reason"
        case .servedTooEarly(let hazard, let earliest):
            "served before the step before it, at \(time(earliest)), had been taken on \(hazard); correct --served-at"
        case .lookedBackBeforeClosed(let hazard, let closed):
            "\(hazard) was closed at \(time(closed)), and is looked back at after that; correct --observed-at"
        case .progressBeforeServed(let served):
            "progress from before the order was served at \(time(served)); correct --observed-at"
        case .extensionAfterDeadline(let hazard, let due):
            "the deadline of \(hazard), \(time(due)), has passed, so no extension can be asked for; rectify it, or ask a supervisor to suspend it"
        case .extensionsExhausted(let hazard, let granted):
            "\(hazard) has been extended \(granted) times and cannot be again; rectify it, or ask a supervisor to suspend it"
        case .extensionTooLong(let hazard, let limit, let percent):
            "an extension of \(hazard) runs in the same kind of time as its limit, \(self.limit(limit)), and is at most \(percent) % of it; correct --by"
        case .ownRequest(let hazard, let verb, let person):
            "\(person) may not \(self.verb(verb)) for \(hazard): they took or typed one of its steps; ask somebody else, under their own login"
        case .suspensionTooLong(let from, let latest):
            "a suspension ends between \(from) and \(latest); correct --until"
        case .enteredPlanNeeded(let given):
            given
                ? "a plan's number is for works alone; use --ground works, or leave --plan out"
                : "works need the number and the date of the plan they are entered in; add --plan and --plan-entered: applied for is not entered"
        case .planNotEntered(let number, let date):
            "plan \(safe(number)) is only entered on \(date); suspend it when it has been"
        case .duplicateNeedsOriginal(let given):
            given == nil
                ? "a duplicate names the hazard it is another report of; add --duplicate-of"
                : "only a duplicate names another hazard; leave out --ground, or --duplicate-of"
        case .notAnOriginal(let hazard, let original):
            "\(hazard) cannot be merged into \(original), which must be another hazard that is open; check the number, and use patrol hazard look-back for one that has come back"
        case .planNeeded(let hazard):
            "the major hazard \(hazard) has no plan; a supervisor files leader, measures, funds, person in charge, deadline and contingency with patrol hazard supervise"
        case .caseOpen(let hazard, let number):
            "case \(safe(number)) on \(hazard) is open; file its --outcome first"
        case .noCase(let hazard):
            "there is no open case on \(hazard); file its --number first"
        case .noVoidAsked(let hazard):
            "nobody has asked for \(hazard) to be voided; to ask, say --ground or --duplicate-of"
        case .voidAsked(let hazard, let person):
            "\(person) has asked for \(hazard) to be voided already; another supervisor says --confirm or --reject"
        case .referredToSameUnit(let hazard, let unit):
            "hazard \(hazard) is ordered to \(unit) already; refer it to another, or let \(unit) ask for a later deadline with patrol hazard extend"
        case .unknownCaller(let user):
            "the user '\(user)' is nobody here; ask the administrator to add them under people in patrol.yaml"
        case .notAllowed(let verb, let person, let roles):
            "\(person) may not \(self.verb(verb)); that is for: \(roles.map(role).joined(separator: ", "))"
        case .outOfScope(let verb, let person, let subject):
            "\(person) may not \(self.verb(verb)) for \(subject): it is not theirs; ask whoever answers for it"
        case .mayNotActForOthers(let person):
            "\(person) may not file for others; leave --as out, or ask a supervisor or an administrator"
        case .mayNotReload(let user):
            "Unix user '\(safe(user))' may not reload the configuration; use systemctl reload patrold, or be root or the user that patrold runs as"
        case .districtChanged(let ledger, let configured):
            "the ledger is of district \(safe(ledger)) and the configuration says \(safe(configured)); mend district in patrol.yaml: another district has a ledger of its own"
        case .zoneChanged(let from, let to):
            "the time zone became \(safe(to)) from \(safe(from)), which a running daemon does not change; restart it: systemctl restart patrold"
        case .unsuitableSockets(let count):
            (count == 1
                ? "the socket that systemd passed is no listening Unix stream socket"
                : "systemd passed \(count) sockets, and one is used")
                + "; give patrold.socket one ListenStream=, the path of the socket"
        case .tooManyConnections(let limit):
            "more than \(limit) connections of yours are open; close some and try again"
        case .daemonUnreachable(let socket):
            "cannot reach patrold at \(socket); have it started with systemctl start patrold and try again"
        case .socketForbidden(let socket):
            "you may not use \(socket); ask the administrator to add you to the group patrol, then log in again"
        case .noAnswer(let key):
            "patrold did not answer, so it is not known whether this was recorded; "
                + (key.map { "send it again with --key \($0): it will be recorded once" } ?? "ask again")
        case .shuttingDown: "patrold is stopping; try again in a moment"
        case .alreadyRunning(let state):
            "another patrold runs on \(state); stop that one first, or give --state another folder"
        case .socketInUse(let path):
            "another program answers at \(path); stop it, or give --socket another path"
        case .badConfiguration(let faults):
            "the configuration has faults: " + faults.map(fault).joined(separator: "; ")
                + "; mend these and start again"
        case .ledgerExists(let path): "\(path) is there already; give --state another folder"
        case .newerLedger(let path):
            "\(path) was written by a newer patrold and was not touched; install that version"
        case .unsoundLedger(let path, let faults):
            "the events of \(path) cannot be believed, and nothing was restored"
                + (faults.first.map { " (\(self.fault($0).prefix { $0 != ";" }))" } ?? "")
                + "; take another backup, and see patrold verify --ledger"
        case .restorationCutOff(let state):
            "the restoration of \(state) was cut off; run patrold restore again, then start"
        case .backupRunning(let folder):
            "another backup is being made in \(folder); wait for its end and try again"
        case .noHeads(let path):
            "no head of a chain is in \(safe(path)); each line needs an event's number and 64 digits of its hash"
        case .foreignLedger(let path, let district):
            "\(path) is the ledger of district \(district); give --state the right folder, or mend district in patrol.yaml"
        case .cannotOpen(let path, let detail):
            "cannot open \(path) (\(detail)); check that it exists and who may use it"
        case .cannotWrite(let path, let detail):
            "cannot write \(path) (\(detail)); look at the disk's space and your rights, then try again"
        case .notKept(let path, let detail, nil):
            "neither recorded nor kept in the outbox \(path) (\(detail)); keep your notes, free some space and file it again"
        case .notKept(let path, let detail, let key?):
            "patrold did not answer, so it is not known whether this is recorded, and it cannot be kept in the outbox \(path) (\(detail)); free some space and repeat it with --key \(key), which records it once"
        case .nothingInOutbox(let number):
            "there is no number \(safe(number)) in the outbox; see patrol outbox list"
        case .ledgerUnavailable(let trouble):
            "the ledger \(self.trouble(trouble)); no receipt was given; "
                + "tell the administrator (journalctl -u patrold -p err) and try again once it is mended"
        case .cannotOpenLedger(let path, let trouble, let detail):
            "cannot open the ledger \(path): it \(self.trouble(trouble)) (\(detail)); \(remedy(trouble))"
        case .ledgerMissing(let path):
            "the ledger \(path) is gone, and receipts have been given for what it held; put the file back, or restore one "
                + "with patrold restore BACKUP; to begin a new one all the same, first move \(path)-head away"
        case .ledgerBehind(let path, let has, let acknowledged):
            "the ledger \(path) ends at event \(has), and receipts have been given up to event \(acknowledged); "
                + "nothing was touched; find what is missing (such as the -wal file), or restore with patrold restore BACKUP"
        case .ledgerRewritten(let path, let event):
            "event \(event) of the ledger \(path) is not the one receipts have been given for; nothing was touched; "
                + "look into it with patrold verify, and restore with patrold restore BACKUP"
        case .ledgerSaved(let path):
            "the ledger was removed under the running daemon; what it held is saved as \(path); "
                + "where that is not the ledger's own place, run patrold restore on it first; then start patrold"
        case .internalFailure:
            "patrold failed and recorded nothing; the cause is in its journal: journalctl -u patrold -p err"
        }
    }

    /// Of the ledger: `the ledger` goes before it.
    func trouble(_ trouble: LedgerTrouble) -> String {
        switch trouble {
        case .diskFull: "is on a disk that is full"
        case .readOnly: "cannot be written (read-only)"
        case .inputOutput: "is on a disk that answers with errors"
        case .damaged: "is damaged"
        case .removed: "was removed or replaced"
        case .locked: "is locked by another program"
        case .outOfMemory: "needs more memory than there is"
        case .outOfDescriptors: "needs more open files than are allowed"
        case .cannotOpen: "cannot be opened"
        }
    }

    /// What an administrator does about it.
    func remedy(_ trouble: LedgerTrouble) -> String {
        switch trouble {
        case .diskFull: "free some space (df -h); no restart is needed"
        case .readOnly:
            "find out why (mount, dmesg, the file's rights); once it is writable no restart is needed"
        case .inputOutput: "look at the disk (dmesg, smartctl); after changing it, patrold restore BACKUP"
        case .damaged:
            "stop patrold, find what is damaged with patrold verify, and restore with patrold restore BACKUP"
        case .removed:
            "patrold is putting back what it holds and will end to be started again; where it cannot, "
                + "free some space or give it back its folder, and do not stop it before"
        case .locked: "find the program with fuser and end it; no restart is needed"
        case .outOfMemory: "look at the memory (free -h) and at MemoryMax of patrold.service"
        case .outOfDescriptors: "raise LimitNOFILE of patrold.service"
        case .cannotOpen: "check that folder and file exist and that patrold may use them"
        }
    }

    private func items(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ", ")
    }

    /// What the same people may do stands together, so that a terminal has room for all of it.
    package func moves(_ verbs: [Verb]) -> String {
        verbs.inGroups(by: \.roles).map { roles, verbs in
            "\(verbs.map(verb).joined(separator: ", ")) (\(roles.map(role).joined(separator: ", ")))"
        }.joined(separator: "; ")
    }

    private func unknown(_ what: String, _ name: String, _ nearest: String?, _ remedy: String) -> String {
        "there is no \(what) '\(safe(name))'; " + (nearest.map { "did you mean \($0)? " } ?? "") + remedy
    }

    private func name(_ field: FreeText.Field) -> String {
        field == .fileName ? "the file's name" : "the " + field.rawValue.replacing("-", with: " ")
    }

    private func candidate(_ candidate: DuplicateCandidate) -> String {
        let place =
            candidate.metres.map { "\($0) m off, \(candidate.site) \(candidate.siteName)" } ?? "the same site"
        return
            "\(candidate.hazard) '\(safe(candidate.describe))' (\(place), seen \(time(candidate.observedAt)))"
    }

    private func fault(_ fault: RowFault) -> String { place(fault) + ": " + problem(fault.problem) }

    package func column(_ column: RosterRow.Column) -> String { column.headings[0] }

    package func place(_ fault: RowFault) -> String {
        let heading =
            RosterRow.Column(rawValue: fault.column)?.headings.first
            ?? CatalogueRow.Column(rawValue: fault.column)?.headings.first
            ?? DayRow.Column(rawValue: fault.column)?.headings.first
            ?? UploadReceiptFile.Column(rawValue: fault.column)?.headings.first ?? fault.column
        return "line \(fault.line)" + (heading.isEmpty ? "" : ", \(heading)")
    }

    package func problem(_ problem: RowFault.Problem) -> String {
        switch problem {
        case .empty: "empty"
        case .tooLong(let limit): "longer than \(limit) characters"
        case .controlCharacter: "has a control character"
        case .notACode(let text): "'\(safe(text))' is no code (letters, digits, - _ ., at most 40)"
        case .notADate(let text): "'\(safe(text))' is no date (2026-11-23)"
        case .beforeActiveFrom: "before the first day"
        case .tooManyCells(let expected, let found):
            "has \(found) cells under \(expected) headings (quote a cell that holds a comma)"
        case .repeatedCode(let code, let first): "\(code) stands on line \(first) already"
        case .unknownKind(let kind, let nearest):
            "'\(safe(kind))' is not among siteKinds in patrol.yaml"
                + (nearest.map { ", did you mean '\($0)'?" } ?? "")
        case .notANumber(let text): "'\(safe(text))' is no number (1, 2, 3 …)"
        case .unreadableLimit(let text):
            "'\(safe(text))' is no limit (2紧急工作时, 4工作时, 5工作日, 15自然日 or '2 urgent hours' …)"
        case .otherName(let name, let first): "line \(first) calls the same code '\(safe(name))'"
        case .repeatedName(let name, let first): "line \(first) has another category called '\(safe(name))'"
        case .repeatedCondition(let first): "stands on line \(first) already"
        case .retiredCode(let name):
            "the code was '\(safe(name))', which is retired; a code is never reused, give a new one"
        case .retiredCondition(let text):
            "the number was '\(safe(text))', which is retired; a number is never reused, give a new one"
        case .movedCondition(let number):
            "the condition is number \(number); a number keeps its meaning, give it \(number) again"
        case .notATime(let text): "'\(safe(text))' is no time (such as 2026-11-23 09:10)"
        case .timeWithoutDate(let text):
            "'\(safe(text))' has no date; write it in full, or say with --date which day it was"
        case .unknownWord(let text, let known):
            "'\(safe(text))' cannot stand here (\(known.joined(separator: ", ")))"
        case .refused(.keyReused):
            "is recorded already, but otherwise; what is recorded is not changed: put back what it said, or take the row out"
        case .refused(.lateWithoutReason(let hours)):
            "empty, and it was over \(hours) hours ago; say why it is filed only now, or for all rows with --reason"
        case .refused(.conditionNeeded(let category, let choices)),
            .refused(.unknownCondition(let category, let choices)):
            "must be the number of a condition of \(category): \(choices.joined(separator: "; "))"
        case .refused(.looksLikeDuplicate(_, let candidates)):
            "must be yes, since this may be open already: \(candidates.map(candidate).joined(separator: "; ")); if it is one of these, take the hazard out of the row"
        case .notADegree(let text, let limit, let isSwapped):
            "'\(safe(text))' is not in degrees from -\(limit) to \(limit) (decimal, WGS 84)"
                + (isSwapped ? ", is it swapped with the longitude?" : "")
        case .notAPosition(let text):
            "'\(safe(text))' is no position (latitude,longitude, such as 30.554312,114.316512)"
        case .notARadius(let text): "'\(safe(text))' is not in metres from 1 to 5000"
        case .otherRadius(let radius, let first):
            "line \(first) gives the same code a radius of \(safe(radius))"
        case .refused(let error): refusal(error)
        case .lostZero(let code, let whole):
            "'\(safe(code))' may be \(whole) (a spreadsheet dropped the zero); make the column text"
        }
    }

    private func type(_ expected: ConfigurationFault.Expected) -> String {
        switch expected {
        case .text: "a text"
        case .list: "a list"
        case .mapping: "a mapping (key: value)"
        }
    }

    package func fault(_ fault: ConfigurationFault) -> String {
        switch fault.problem {
        case .missingFile: fault.place + " is missing"
        case .missingFolder: "there is no folder \(fault.file)"
        case .notYAML: "\(fault.place) is not read: its name must end in .yaml"
        case .notAnIdentifier(let text):
            "\(fault.place): '\(safe(text))' must be letters, digits, - _ . (at most 40)"
        case .notAWeekend(let date):
            "\(fault.place): '\(date)' is no Saturday or Sunday, and is worked anyway"
        case .outsideYear(let date, let year): "\(fault.place): '\(date)' is not in \(year)"
        case .disorderedHours(let text):
            "\(fault.place): '\(safe(text))' must follow one another and not overlap"
        case .mayNotInspect(let id, let subdistrict):
            "\(fault.place): '\(safe(id))' may not inspect in \(subdistrict); name an inspector, or somebody of that street office"
        case .fewOfficers(let needed, let found):
            "\(fault.place) asks for \(needed) officers, and only \(found) people have a certificate and may file inspections"
        case .unreadable(let detail): "\(fault.place) cannot be read (\(detail))"
        case .missingKey(let key): "\(fault.place) has no '\(key)'"
        case .unknownKey(let key, let nearest):
            "\(fault.place) has an unknown key '\(safe(key))'"
                + (nearest.map { ", did you mean '\($0)'?" } ?? "")
        case .wrongType(let expected): "\(fault.place) must be \(type(expected))"
        case .badValue(let value, let expected): "\(fault.place): '\(safe(value))' must be \(expected)"
        case .unknownValue(let value, let known, let nearest):
            "\(fault.place): '\(safe(value))' cannot stand here"
                + (nearest.map { ", did you mean '\($0)'?" } ?? ", but: \(known.joined(separator: ", "))")
        case .badCell(let problem): "\(fault.place): \(self.problem(problem))"
        case .contradiction(let value, let other):
            "\(fault.place): '\(safe(value))' contradicts '\(safe(other))'"
        case .unknownName(let name, let nearest):
            "\(fault.place) names '\(safe(name))', which there is not"
                + (nearest.map { ", did you mean '\($0)'?" } ?? "")
        case .repeated(let name): "\(fault.place) repeats '\(safe(name))'"
        }
    }
}

extension ConfigurationFault {
    /// `patrol.yaml:12:5`.
    var place: String {
        file + (line > 0 ? ":\(line)" : "") + (column > 0 ? ":\(column)" : "")
    }
}

/// Text that came from outside, made harmless for a terminal: no control or direction characters, and not too long.
func safe(_ text: String) -> String {
    String(
        text.prefix(60).map { character in
            FreeText.forbidden(in: String(character), allowingLines: false) == nil ? character : "?"
        }
    )
}
