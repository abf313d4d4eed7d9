import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard close`
struct HazardCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: Speech.help(.hazardClose))

    @Argument(help: ArgumentHelp(.hazardNumber))
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
