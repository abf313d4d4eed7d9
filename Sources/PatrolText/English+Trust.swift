package import PatrolModel

extension English {
    package func trust(_ notice: TrustNotice) -> String {
        switch notice {
        case .intact(let events, let head, let incarnation):
            "the ledger is intact: \(events) events, chain head \(head)" + generation(incarnation)
        case .faulty(let faults, let events, let head, let incarnation):
            "the ledger has \(faults) \(faults == 1 ? "fault" : "faults")"
                + (events > 0 ? ": \(events) events, chain head \(head)" + generation(incarnation) : "")
        case .unlisted(let code, let count): "and \(count) more of this kind (\(code.rawValue)), not listed"
        case .backedUp(let path, let events, let head, let removed):
            "backed up and verified: \(path), \(events) events, chain head \(head)"
                + (removed > 0 ? "; removed \(removed) older \(removed == 1 ? "backup" : "backups")" : "")
        case .backupFailed(let reason): "no backup was made, those there are were not touched: \(reason)"
        case .mended(let faults):
            "the source has \(faults) \(faults == 1 ? "fault" : "faults") outside its events; its tables were made anew from these"
        case .restored(let source, let events, let carriedOver):
            "restored \(events) events from \(source)"
                + (carriedOver > 0
                    ? ", and carried over \(carriedOver) more from the ledger it replaces" : "")
        case .resumed(let source):
            "ended the restoration from \(source) that had been cut off; to restore from another backup, run it again"
        case .recordGoesTo(let event, let time, let incarnation):
            "the record goes to event \(event)" + (time.map { " (\($0))" } ?? "") + generation(incarnation)
        case .missing(let from, let through, let since):
            "events \(from) to \(through) are missing: they had been acknowledged and could not be restored"
                + (since.map { "; all are later than \($0)" } ?? "") + "; file them again from your notes"
        case .nothingMissing: "everything that is known to have been acknowledged is there"
        case .evidenceLacking(let files):
            "\(files) \(files == 1 ? "file of evidence is" : "files of evidence are") missing or altered, as named above; the ledger itself is whole"
        case .movedAside(let path): "the ledger that was replaced is now \(path); keep it"
        }
    }

    private func generation(_ incarnation: Int) -> String {
        incarnation > 0 ? ", incarnation \(incarnation)" : ""
    }

    package func fault(_ fault: LedgerFault) -> String {
        what(fault) + "; " + remedy(fault.code)
    }

    private func what(_ fault: LedgerFault) -> String {
        let (table, row) = (safe(fault.table ?? ""), safe(fault.row ?? ""))
        let detail = safe(fault.detail ?? "")
        switch fault.code {
        case .notADatabase: return "the file is no ledger, or its beginning is destroyed"
        case .noLedger: return "the file has no events"
        case .unreadable:
            return (table.isEmpty ? "the file" : "table \(table)") + " cannot be read to its end (\(detail))"
        case .damaged: return "the file is damaged" + (table.isEmpty ? "" : " in \(table)") + " (\(detail))"
        case .indexDisagrees: return "the search index \(table) disagrees with the texts it is of"
        case .danglingReference: return "table \(table), \(row) refers to \(detail), which is not there"
        case .objectMissing: return "the \(detail) \(table) is missing"
        case .objectAdded: return "the \(detail) \(table) does not belong there"
        case .objectChanged: return "the \(detail) \(table) is defined otherwise"
        case .migrationMissing: return "the list of migrations lacks \(row)"
        case .migrationUnknown: return "the list of migrations has \(row), which this version does not know"
        case .eventsMissing: return "\(span(fault)) missing"
        case .eventChanged: return "the content of \(span(fault)) was changed, or it was put in"
        case .hashChanged: return "the hash of \(span(fault)) was changed"
        case .eventOutOfPlace: return "\(span(fault)) says that it is event \(detail): the order was changed"
        case .eventUnreadable: return "\(span(fault)) cannot be read"
        case .eventNotCanonical: return "\(span(fault)) is not written as patrold writes it"
        case .columnContradicts: return "\(span(fault)): \(detail) contradicts its content"
        case .foreignDistrict: return "\(span(fault)) is of another district (\(detail))"
        case .wrongIncarnation:
            return "\(span(fault)): incarnation \(detail) does not follow from what is before it"
        case .replayStopped:
            return "\(span(fault)) cannot be replayed, so the tables were not compared"
                + (detail.isEmpty ? "" : " (\(detail))")
        case .rowChanged: return "table \(table), \(row) is not what the events say: \(detail)"
        case .rowMissing: return "table \(table) lacks \(row), which the events have"
        case .rowAdded: return "table \(table) has \(row), which no event made"
        case .tailMissing: return "\(span(fault)) at the end missing (noted in \(detail))"
        case .evidenceMissing: return "the evidence \(row) is missing: there is no \(detail)"
        case .evidenceAltered: return "the evidence \(row) was altered: \(detail) is not what was filed"
        case .evidenceUnreadable: return "the evidence \(row) cannot be read (\(detail))"
        case .historyRewritten:
            return "\(span(fault)) rewritten somewhere (another hash is noted in \(detail))"
        }
    }

    private func remedy(_ code: LedgerFault.Code) -> String {
        switch code {
        case .notADatabase, .noLedger: "check which file it is, or restore a backup with patrold restore"
        case .unreadable, .damaged: "keep the file, look at the disk, and restore with patrold restore"
        case .indexDisagrees, .danglingReference, .rowChanged, .rowMissing, .rowAdded, .columnContradicts,
            .objectMissing,
            .objectAdded,
            .objectChanged, .migrationMissing:
            "the events decide: stop patrold and build it anew with patrold restore ledger.sqlite"
        case .migrationUnknown: "verify it with the version that wrote it"
        case .replayStopped: "see to the faults of the events first"
        case .evidenceMissing, .evidenceAltered:
            "take the file of that name out of evidence beside the backups, or restore with patrold restore"
        case .evidenceUnreadable: "look at its rights and the disk, then verify again"
        case .tailMissing: "keep the file and restore a later backup"
        default: "keep the file as evidence and restore a backup"
        }
    }

    private func span(_ fault: LedgerFault) -> String {
        let first = fault.event ?? 0
        guard let last = fault.through, last != first else { return "event \(first)" }
        return "events \(first) to \(last)"
    }

    package func note(_ note: LedgerNote) -> String {
        let event = note.event ?? 0
        return switch note.code {
        case .clockWentBack: "note: the system's clock went back \(note.seconds) s at event \(event)"
        case .restored:
            note.through.map {
                "note: the ledger was restored from a backup; events \(event) to \($0) could not be restored then"
            }
                ?? "note: the ledger was restored from a backup (event \(event)), and nothing that was known was missing"
        case .headOfMissingEvents:
            "note: a head noted of event \(event) belongs to events that were missing when the ledger was restored"
        case .unnamedEvidence:
            "note: \(note.count ?? 0) files of evidence are named by no filing; they are removed a day after they came"
        case .olderSchema:
            "note: an earlier version wrote the file, so its tables were not compared; the next start brings it up"
        }
    }
}
