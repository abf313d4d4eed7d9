import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard progress`
struct HazardProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("progress", of: "hazard", .hazardProgress)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.ordered))
    var hazard: String

    @Option(help: ArgumentHelp(.progressNote))
    var note: String

    @Option(
        name: [.customLong("observed-at"), .customLong("at")],
        help: ArgumentHelp(.progressAt, valueName: "time")
    )
    var observedAt: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let act = Act.noteProgress(NoteProgress(hazard: hazard, note: note))
        try Session(switches).file(act, key: key, observedAt: observedAt) { $0.notice(of: .progressNoted) }
    }
}
