package import ArgumentParser
import Glibc
import PatrolModel
import PatrolText

/// `patrold`: the daemon.
package struct PatroldCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "patrold",
        abstract: text(.patrold),
        subcommands: [RunCommand.self, CheckConfigCommand.self, DeadlineCommand.self, SimulateCommand.self]
    )

    package init() {}

    static let language = Language.preferred()

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
            StandardError.write("patrold: " + language.phrases.refusal(error) + "\n")
            Glibc.exit(exitStatus(error.kind))
        } catch {
            explain(error)
        }
    }

    private static func explain(_ error: any Error) -> Never {
        guard exitCode(for: error).rawValue != 0 else {
            print(language.phrases.helpPage(fullMessage(for: error)))
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
        try await Daemon(config: config, state: state, socket: socket, destination: log).run()
    }
}

extension JournalWriter.Destination: ExpressibleByArgument {}
