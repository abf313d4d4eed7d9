import ArgumentParser
import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolText
import PatrolWire
import Systemd

/// `patrold backup`: a process of its own, which reads while the daemon writes.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: PatroldCommand.text(.backup)
    )

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.stateFolder))"))
    var state = "/var/lib/patrol"

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.backupFolder))"))
    var to: String?

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.keepDays))"))
    var keepDays = 14

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.keepMonths))"))
    var keepMonths = 24

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.log))"))
    var log = JournalWriter.Destination.auto

    @OptionGroup var language: LanguageSwitch

    func validate() throws {
        for (name, value) in [("keep-days", keepDays), ("keep-months", keepMonths)] where value < 0 {
            throw ValidationError("The value '\(value)' is invalid for '--\(name) <\(name)>'")
        }
    }

    func run() throws {
        let (phrases, writer) = (PatroldCommand.language.phrases, JournalWriter(log))
        Courtesy.yieldToEverybody()
        do {
            let made = try make()
            let report = made.report
            let text = phrases.trust(
                .backedUp(path: made.path, events: report.events, head: report.head, removed: made.removed)
            )
            writer.write(
                JournalMessage(
                    kind: .backupMade,
                    priority: .info,
                    text: text,
                    fields: [
                        ("PATROL_EVENT", String(report.events)), ("PATROL_HEAD", report.head),
                        ("PATROL_BACKUP", made.path),
                    ]
                )
            )
            print(text)
            guard !made.lacking.isEmpty else { return }
            made.lacking.forEach { print(phrases.fault($0)) }
            let warning = phrases.trust(.evidenceLacking(files: made.lacking.count))
            writer.write(JournalMessage(kind: .evidenceLacking, priority: .error, text: warning))
            print(warning)
            throw ExitCode(65)
        } catch let error as PatrolError {
            let text = phrases.trust(.backupFailed(reason: phrases.refusal(error)))
            writer.write(JournalMessage(kind: .backupFailed, priority: .error, text: text))
            throw error
        }
    }

    private struct Made {
        let path: String
        let report: VerificationReport
        let lacking: [LedgerFault]
        let removed: Int
    }

    private func make() throws -> Made {
        let ledger = state + "/ledger.sqlite"
        guard access(ledger, F_OK) == 0 else { throw PatrolError.unreadableFile(path: ledger) }
        let folder = try BackupFolder(path: to ?? state + "/backups", besideLedger: ledger)
        let now = SystemClock().now()
        let zone = LedgerZone.of(ledger)
        let (date, time) = zone?.local(now) ?? Zone.utc.local(now)
        let (path, report, lacking) = try folder.add(ledger, date: date, time: time)
        let retention = BackupRetention(days: keepDays, months: keepMonths)
        return Made(
            path: path,
            report: report,
            lacking: lacking,
            removed: try folder.tidy(retention, today: date)
        )
    }
}
