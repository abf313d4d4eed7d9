package import ArgumentParser
import Glibc
import PatrolModel
import PatrolText

/// `patrol`: the command line of inspectors, units and supervisors.
package struct PatrolCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "patrol",
        abstract: Speech.help(.patrol),
        subcommands: [
            TodayCommand.self, InspectCommand.self, HazardCommand.self, OverdueCommand.self,
            DutyCommand.self, ProgrammeCommand.self, SiteCommand.self, CatalogueCommand.self,
            EventCommand.self, StatusCommand.self,
        ]
    )

    @OptionGroup var switches: Switches

    package init() {}

    /// Parses, runs, and ends the process with a sysexits status; what went wrong stands on standard error, one line.
    package static func start() -> Never {
        do {
            try requireUTF8()
            var command = try parseAsRoot(CommandLine.arguments.dropFirst().map { $0 })
            try command.run()
            Glibc.exit(ExitStatus.done.rawValue)
        } catch let error as PatrolError {
            Output.error(Speech.phrases.refusal(error))
            Glibc.exit(ExitStatus(error.kind).rawValue)
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch {
            explain(error)
        }
    }

    /// Swift repairs broken arguments in silence, and then the record would say what nobody typed.
    private static func requireUTF8() throws(PatrolError) {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            if String(validatingCString: argument) == nil {
                throw .invalidUTF8(place: "argument \(index)")
            }
        }
    }

    private static func explain(_ error: any Error) -> Never {
        let status = exitCode(for: error)
        guard status.rawValue != 0 else {
            // Help was asked for.
            Output.bytes(Array((Speech.phrases.helpPage(fullMessage(for: error)) + "\n").utf8))
            Glibc.exit(0)
        }
        Output.error(Speech.phrases.usage(UsageFault(message(for: error))))
        Glibc.exit(ExitStatus.usage.rawValue)
    }
}
