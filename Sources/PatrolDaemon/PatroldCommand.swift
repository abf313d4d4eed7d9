package import ArgumentParser
import Glibc
import PatrolLedger
import PatrolModel
import PatrolText
import PatrolWire
import Systemd

/// `patrold`: the daemon.
package struct PatroldCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "patrold",
        abstract: text(.patrold),
        version: "patrold " + ProductVersion.text,
        subcommands: [
            RunCommand.self, ReloadCommand.self, CheckConfigCommand.self, VerifyCommand.self,
            BackupCommand.self,
            RestoreCommand.self, DeadlineCommand.self, SimulateCommand.self,
        ]
    )

    package init() {}

    static let language = Language.asked(in: CommandLine.arguments) ?? Language.preferred() ?? .zh

    static func text(_ topic: HelpTopic) -> String { language.phrases.help(topic) }

    /// Parses and runs; ends the process with a sysexits status.
    package static func start() async -> Never {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            Glibc.exit(0)
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch let error as PatrolError {
            StandardError.write(priority + "patrold: " + language.phrases.refusal(error) + "\n")
            Glibc.exit(exitStatus(error.kind))
        } catch {
            explain(error)
        }
    }

    /// Why the daemon does not start is an error in the journal too, where systemd sends its standard error there
    /// (sd-daemon(3)). The other commands say it in lines of their own.
    private static var priority: String {
        let isServing = CommandLine.arguments.dropFirst().first == "run"
        return isServing && getenv("JOURNAL_STREAM") != nil ? "<\(Journal.Priority.error.rawValue)>" : ""
    }

    private static func explain(_ error: any Error) -> Never {
        guard exitCode(for: error).rawValue != 0 else {
            // The argument parser breaks lines by characters, and ours are as wide as two: it is to break none.
            setenv("COLUMNS", "100000", 1)
            let text = fullMessage(for: error)
            // Only help is laid out anew; a version stands as it is.
            let isHelp = text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ")
            let lines = isHelp ? HelpPage(text).lines(language.phrases, width: 100) : [text]
            for line in lines { print(line) }
            Glibc.exit(0)
        }
        StandardError.write("patrold: " + language.phrases.usage(UsageFault(message(for: error))) + "\n")
        Glibc.exit(64)
    }

    /// sysexits(3head): what a service manager may restart on, and what needs a person.
    private static func exitStatus(_ kind: PatrolError.Kind) -> Int32 {
        switch kind {
        case .configuration: 78
        case .refused: 1
        case .badData: 65
        case .inputOutput: 74
        case .unavailable: 69
        case .notAllowed: 77
        case .restart: 75
        default: 70
        }
    }
}

/// `patrold run`
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: PatroldCommand.text(.run))

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.config))"))
    var config = "/etc/patrol"

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.stateFolder))"))
    var state = "/var/lib/patrol"

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.daemonSocket))"))
    var socket = "/run/patrol/patrold.sock"

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.log))"))
    var log = JournalWriter.Destination.auto

    func run() async throws {
        // An empty ledger would otherwise be begun beside one that only waits to be put in place.
        guard !LedgerRestoration.isCutOff(state + "/ledger.sqlite") else {
            throw PatrolError.restorationCutOff(state: state)
        }
        try await Daemon(config: config, state: state, socket: socket, destination: log).run()
    }
}

extension JournalWriter.Destination: ExpressibleByArgument {}
