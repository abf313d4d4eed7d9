import ArgumentParser
import Glibc
import PatrolText

extension ArgumentHelp {
    /// What a switch does, in the language of this run.
    init(_ topic: HelpTopic, valueName: String? = nil) {
        self.init("\(Speech.help(topic))", valueName: valueName)
    }
}

extension CommandConfiguration {
    /// A verb, with what it says of itself, so that it can be parsed without the commands above it.
    static func verb(_ name: String, of noun: String? = nil, _ topic: HelpTopic) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name,
            _superCommandName: noun.map { "patrol " + $0 } ?? "patrol",
            abstract: Speech.help(topic)
        )
    }
}

extension Language: ExpressibleByArgument {}

/// Switches that every verb takes, before or after it.
struct Switches: ParsableArguments {
    @Option(help: ArgumentHelp(.socket, valueName: "path"))
    var socket: String?

    @Option(name: .customLong("as"), help: ArgumentHelp(.asPerson, valueName: "person"))
    var person: String?

    @Flag(help: ArgumentHelp(.json))
    var json = false

    @Flag(help: ArgumentHelp(.csv))
    var csv = false

    @Flag(help: ArgumentHelp(.quiet))
    var quiet = false

    @Option(help: ArgumentHelp(.language))
    var language: Language?

    /// Where the package puts it.
    static let defaultSocket = "/run/patrol/patrold.sock"

    /// `--socket`, else `PATROL_SOCKET`, else where the package puts it.
    /// Absolute, so that what is kept in an outbox is still for the same daemon from another folder.
    var socketPath: String {
        let path = socket ?? getenv("PATROL_SOCKET").map { String(cString: $0) } ?? Switches.defaultSocket
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }

    /// How an answer is printed.
    enum Form: Hashable { case table, json, csv, quiet }

    /// What an answer is: a list, or one thing, which is no table of a spreadsheet's.
    enum Extent { case one, many }

    /// - Throws: ``UsageError`` where two are asked for, or one that an answer of this extent does not have.
    func form(of extent: Extent) throws(UsageError) -> Form {
        let asked: [(Form, Bool)] = [(.json, json), (.csv, csv), (.quiet, quiet)]
        let forms = asked.filter { $0.1 }.map { $0.0 }
        guard forms.count <= 1 else { throw UsageError(.severalOf(["--json", "--csv", "--quiet"])) }
        guard let form = forms.first else { return .table }
        guard form != .csv || extent == .many else { throw UsageError(.csvOfOneThing) }
        return form
    }
}

/// A command that is written wrongly in a way only its verb can tell.
struct UsageError: Error {
    let fault: UsageFault

    init(_ fault: UsageFault) {
        self.fault = fault
    }
}
