import ArgumentParser
import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolText
import PatrolWire

/// `patrold restore`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: PatroldCommand.text(.restore)
    )

    @Argument(help: ArgumentHelp("\(PatroldCommand.text(.restoreFile))"))
    var file: String

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.stateFolder))"))
    var state = "/var/lib/patrol"

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.restoreConfig))"))
    var config: String?

    @OptionGroup var heads: HeadSwitch
    @OptionGroup var language: LanguageSwitch

    func run() throws {
        let phrases = PatroldCommand.language.phrases
        let district = try config.map {
            try ConfigurationFolder(path: $0).rulebook().configuration.district.code
        }
        let noted = try heads.noted()
        guard access(file, R_OK) == 0 else { throw PatrolError.unreadableFile(path: file) }
        let folder = try StateFolder(path: state)
        let restoration = LedgerRestoration(
            from: file,
            to: folder.ledger,
            heads: noted,
            at: SystemClock().now(),
            user: UnixUser.name
        )
        let outcome = try restoration.run(of: district)
        let zone = LedgerZone.of(folder.ledger)
        lines(outcome, { zone?.iso8601($0) ?? $0.compact }, phrases).forEach { print($0) }
        withExtendedLifetime(folder) {}
    }

    private func lines(
        _ outcome: LedgerRestoration.Outcome,
        _ iso: (Instant) -> String,
        _ phrases: any Phrases
    ) -> [String] {
        let restoration = outcome.restoration
        let since = outcome.last.map { phrases.time(iso($0)) }
        var lines = [
            outcome.isResumed
                ? phrases.trust(.resumed(source: restoration.source))
                : phrases.trust(
                    .restored(
                        source: file,
                        events: restoration.sourceHead.event,
                        carriedOver: restoration.carriedOver
                    )
                )
        ]
        if !outcome.mended.isEmpty { lines.append(phrases.trust(.mended(faults: outcome.mended.count))) }
        lines.append(
            phrases.trust(
                .recordGoesTo(event: restoration.recovered, time: since, incarnation: restoration.incarnation)
            )
        )
        lines.append(
            phrases.trust(
                restoration.missing.map {
                    .missing(from: $0.lowerBound, through: $0.upperBound, since: since)
                } ?? .nothingMissing
            )
        )
        lines += outcome.lacking.map { phrases.fault($0) }
        if !outcome.lacking.isEmpty {
            lines.append(phrases.trust(.evidenceLacking(files: outcome.lacking.count)))
        }
        if let replaced = outcome.replaced { lines.append(phrases.trust(.movedAside(path: replaced))) }
        return lines
    }
}

/// The zone that a ledger's days are of: the one its configuration named last.
enum LedgerZone {
    /// Nil where it cannot be read.
    static func of(_ ledger: String) -> Zone? {
        LedgerVerification.zone(of: ledger).flatMap(ZoneDatabase.zone(named:))
    }
}
