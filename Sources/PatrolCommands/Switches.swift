import ArgumentParser
import Glibc
import PatrolText

extension ArgumentHelp {
    /// What a switch does, in the language of this run.
    init(_ topic: HelpTopic, valueName: String? = nil) {
        self.init("\(Speech.help(topic))", valueName: valueName)
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

    @Flag(help: ArgumentHelp(.quiet))
    var quiet = false

    @Option(help: ArgumentHelp(.language))
    var language: Language?

    /// `--socket`, else `PATROL_SOCKET`, else where the package puts it.
    var socketPath: String {
        socket ?? getenv("PATROL_SOCKET").map { String(cString: $0) } ?? "/run/patrol/patrold.sock"
    }
}
