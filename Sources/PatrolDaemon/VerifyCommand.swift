import ArgumentParser
import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolText

/// `patrold verify`: exits with 0 where the ledger is intact, 65 where it has faults.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: PatroldCommand.text(.verifyLedger)
    )

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.stateFolder))"))
    var state = "/var/lib/patrol"

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.ledgerFile))"))
    var ledger: String?

    @OptionGroup var heads: HeadSwitch

    @Option(parsing: .upToNextOption, help: ArgumentHelp("\(PatroldCommand.text(.onlyChecks))"))
    var only: [LedgerCheck] = []

    @Flag(help: ArgumentHelp("\(PatroldCommand.text(.verifyJSON))"))
    var json = false

    @OptionGroup var language: LanguageSwitch

    func run() throws {
        let path = ledger ?? state + "/ledger.sqlite"
        let checks = only.isEmpty ? Set(LedgerCheck.allCases) : Set(only)
        let report = try examine(path, checks, try heads.noted())
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            report.lines(PatroldCommand.language.phrases).forEach { print($0) }
        }
        if !report.intact { throw ExitCode(65) }
    }

    /// A timer tells apart a file that is not there (`EX_NOINPUT`) and one that cannot be read (`EX_IOERR`).
    private func examine(
        _ path: String,
        _ checks: Set<LedgerCheck>,
        _ noted: [NotedHead]
    ) throws -> VerificationReport {
        do {
            return try LedgerVerification.verify(path, only: checks, heads: noted)
        } catch {
            guard case .cannotOpen = error else { throw error }
            StandardError.write("patrold: " + PatroldCommand.language.phrases.refusal(error) + "\n")
            throw ExitCode(access(path, F_OK) == 0 ? 74 : 66)
        }
    }
}

extension LedgerCheck: ExpressibleByArgument {}

extension VerificationReport {
    /// One line a fault and a note, then the whole in one.
    func lines(_ phrases: any Phrases) -> [String] {
        var lines = faults.map { phrases.fault($0) }
        for code in LedgerFault.Code.allCases {
            if let count = unlisted[code.rawValue] { lines.append(phrases.trust(.unlisted(code, count))) }
        }
        lines += notes.map(phrases.note)
        let count = faults.count + unlisted.values.reduce(0, +)
        let (head, incarnation) = (head, incarnation)
        lines.append(
            phrases.trust(
                intact
                    ? .intact(events: events, head: head, incarnation: incarnation)
                    : .faulty(faults: count, events: events, head: head, incarnation: incarnation)
            )
        )
        return lines
    }
}
