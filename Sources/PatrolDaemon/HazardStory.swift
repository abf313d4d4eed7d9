import Glibc
import PatrolLedger
import PatrolModel
import PatrolText
import Synchronization
import Systemd

/// Puts a line for each step of a hazard's life into the journal, so that `journalctl PATROL_HAZARD=…` tells its story.
///
/// How far it has got lies in a file of the state folder: the next daemon goes on from there. What a crash makes it say
/// twice bears the same `PATROL_EVENT`. The record is the ledger; a lost file loses nothing but lines of the past.
final class HazardStory: Sendable {
    private let ledger: Ledger
    private let writer: JournalWriter
    private let file: Int32
    /// The last event that was looked at; nil until the file was read.
    private let told = Mutex<Int64?>(nil)

    private static let page = 500
    /// Digits of a position, so that each is written over the one before in one piece.
    private static let width = 19

    init(ledger: Ledger, writer: JournalWriter, folder: StateFolder) {
        self.ledger = ledger
        self.writer = writer
        file = open(folder.path + "/journal-position", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    }

    deinit { if file >= 0 { close(file) } }

    /// Says what was recorded since the last time.
    func goOn() async throws {
        let head = try await ledger.head().sequence
        var position = told.withLock { $0 } ?? written(notBehind: head)
        while position < head {
            let steps = try await ledger.hazardEvents(after: position, limit: HazardStory.page)
            for step in steps { try await tell(step.event()) }
            // What was recorded behind the head meanwhile has been told with the rest.
            let last = steps.last?.sequence ?? position
            position = steps.count == HazardStory.page ? last : max(head, last)
            // Without anything told it is soon looked through again.
            if !steps.isEmpty { write(position) }
        }
        told.withLock { [position] in $0 = position }
    }

    /// Where there is no file the story begins now; where the ledger has fewer events, it was put back to an earlier
    /// state.
    private func written(notBehind head: Int64) -> Int64 {
        var bytes = [UInt8](repeating: 0, count: HazardStory.width)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count == bytes.count, let position = Int64(String(decoding: bytes, as: UTF8.self)),
            position <= head
        else {
            write(head)
            return head
        }
        return position
    }

    private func write(_ position: Int64) {
        let digits = String(position)
        let line = String(repeating: "0", count: HazardStory.width - digits.count) + digits + "\n"
        _ = pwrite(file, line, line.utf8.count, 0)
    }

    /// What has a line of its own already, that a deadline passed or has become firm, is not said again.
    private func tell(_ event: Event) async throws {
        guard case .hazard(let verb, let hazard) = event.entry, verb != .overdue, verb != .recompute else {
            return
        }
        let site = try await ledger.site(hazard.site, sight: .everything)
        let zone = ledger.rulebook.zone
        let person = event.onBehalfOf ?? event.actor
        let failed = verb == .verify && hazard.stage.verification == nil
        let step = ReminderLine.Step(
            hazard: hazard.id,
            verb: failed ? "hazard.verify-failed" : event.entry.verb,
            site: site.name,
            what: hazard.what,
            unit: hazard.stage.order?.unit,
            person: ledger.rulebook.configuration.name(person),
            due: hazard.clock.isRunning ? zone.iso8601(hazard.dueAt).readable : nil
        )
        writer.write(
            JournalMessage(
                kind: .hazardRecorded,
                priority: .info,
                text: ledger.rules.phrases.reminder(.step(step)),
                fields: [
                    ("PATROL_HAZARD", hazard.id), ("PATROL_VERB", event.entry.verb),
                    ("PATROL_STATE", hazard.state.rawValue), ("PATROL_SITE", hazard.site),
                    ("PATROL_UNIT", hazard.responsibleUnit), ("PATROL_PERSON", person),
                    ("PATROL_EVENT", String(event.sequence)),
                ] + (hazard.clock.isRunning ? [("PATROL_DUE", zone.iso8601(hazard.dueAt))] : [])
            )
        )
    }
}
