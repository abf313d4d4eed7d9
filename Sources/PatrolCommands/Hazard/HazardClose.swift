import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard close`
struct HazardCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("close", of: "hazard", .hazardClose)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.verified))
    var hazard: String

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).file(.close(CloseHazard(hazard: hazard)), key: key) { receipt in
            .closed(hazard: receipt.id)
        }
    }
}
