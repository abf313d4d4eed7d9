package import ArgumentParser
import Glibc
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol`: the command line of inspectors, units and supervisors.
package struct PatrolCommand: ParsableCommand {
    package static let configuration: CommandConfiguration = {
        var configuration = CommandConfiguration(
            commandName: "patrol",
            abstract: Speech.help(.patrol),
            version: "patrol " + ProductVersion.text,
            subcommands: [
                TodayCommand.self, MorningCommand.self, InspectCommand.self, HazardCommand.self,
                EvidenceCommand.self, OverdueCommand.self, SearchCommand.self,
                DutyCommand.self, ProgrammeCommand.self, SiteCommand.self, CatalogueCommand.self,
                UploadCommand.self, EventCommand.self, OutboxCommand.self, StatusCommand.self,
                CompletionCommand.self,
            ]
        )
        // Set, though empty, it spares a start the search for a switch of the parser's own that prints completions; the
        // scripts themselves are written without it.
        if !CommandLine.arguments.contains("completion") { configuration._superCommandName = "" }
        return configuration
    }()

    @OptionGroup var switches: Switches

    package init() {}

    /// Alone it shows the morning.
    package func run() throws {
        try Overview.run(switches)
    }

    /// Parses, runs, and ends the process with a sysexits status; what went wrong stands on standard error, one line.
    package static func start() -> Never {
        do {
            try requireUTF8()
            if asksForHelp { return help() }
            let (verb, arguments) = verb(CommandLine.arguments.dropFirst())
            var command = try verb.parseAsRoot(Array(arguments))
            try command.run()
            Glibc.exit(ExitStatus.done.rawValue)
        } catch let error as PatrolError {
            Output.error(Speech.phrases.refusal(error))
            Glibc.exit(ExitStatus(error.kind).rawValue)
        } catch let error as UsageError {
            Output.error(Speech.phrases.usage(error.fault))
            Glibc.exit(ExitStatus.usage.rawValue)
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch {
            explain(error)
        }
    }

    /// The verb that the first words name, and the rest: a parser that knows only that one starts sooner. Where switches
    /// stand first, or no verb does, the whole tree is asked.
    private static func verb(
        _ arguments: ArraySlice<String>
    ) -> (any ParsableCommand.Type, ArraySlice<String>) {
        let (command, rest) = deepest(arguments)
        return command.configuration.subcommands.isEmpty ? (command, rest) : (PatrolCommand.self, arguments)
    }

    /// How far the first words go down the tree of commands.
    private static func deepest(
        _ words: ArraySlice<String>
    ) -> (command: any ParsableCommand.Type, rest: ArraySlice<String>) {
        var (command, words): (any ParsableCommand.Type, ArraySlice<String>) = (PatrolCommand.self, words)
        while let next = words.first,
            let below = command.configuration.subcommands.first(where: {
                $0.configuration.commandName == next
            })
        {
            command = below
            words = words.dropFirst()
        }
        return (command, words)
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

    /// The argument parser breaks lines by characters, and ours are as wide as two: it is to break none.
    private static let unbroken = 100_000

    /// A shell that completes a line asks with a word of the parser's own, and the line may have anything in it.
    private static var asksForHelp: Bool {
        guard CommandLine.arguments.dropFirst().first?.hasPrefix("---") != true else { return false }
        return CommandLine.arguments.dropFirst().prefix { $0 != "--" }.contains {
            $0 == "--help" || $0 == "-h"
        }
    }

    /// What is typed besides switches; those that may stand before a verb take their values with them.
    private static var words: [String] {
        var (words, isValue): ([String], Bool) = ([], false)
        for argument in CommandLine.arguments.dropFirst() {
            if isValue {
                isValue = false
            } else if argument.hasPrefix("-") {
                isValue = ["--socket", "--as", "--language"].contains(argument)
            } else {
                words.append(argument)
            }
        }
        return words
    }

    /// The help of the command that the words lead to; nothing else need be right.
    private static func help() -> Never {
        let command = deepest(words[...]).command
        let isVerb = command.configuration.subcommands.isEmpty
        let text =
            isVerb
            ? command.helpMessage(columns: unbroken) : helpMessage(for: command, columns: unbroken)
        show(text)
        Glibc.exit(0)
    }

    private static func show(_ help: String) {
        let page = Page(Terminal.screen)
        page.add(HelpPage(help).lines(Speech.phrases, width: Terminal.screen.width ?? 80))
        page.end()
    }

    /// Help that was asked for as `patrol help`, words for a shell, or a command that is written wrongly.
    private static func explain(_ error: any Error) -> Never {
        let text = fullMessage(for: error, columns: unbroken)
        if text.hasPrefix("Error: ") {
            Output.error(Speech.phrases.usage(fault(UsageFault(message(for: error)))))
            Glibc.exit(ExitStatus.usage.rawValue)
        }
        if text.contains("\nUSAGE: ") || text.hasPrefix("USAGE: ") { show(text) } else { Output.line(text) }
        Glibc.exit(0)
    }

    /// A word that is no command, where one is expected, is told from one too many.
    private static func fault(_ fault: UsageFault) -> UsageFault {
        guard case .unexpectedArgument(let word) = fault else { return fault }
        let command = deepest(words[...]).command
        let names = command.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.isEmpty else { return fault }
        return .unknownVerb(word, nearest: word.nearest(in: names))
    }
}
