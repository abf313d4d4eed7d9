import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard downgrade`
struct HazardDowngradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("downgrade", of: "hazard", .hazardDowngrade)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards())
    var hazard: String

    @Option(name: [.customLong("reason"), .customLong("note")], help: ArgumentHelp(.downgradeReason))
    var reason: String

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let act = Act.downgrade(DowngradeHazard(hazard: hazard, reason: reason))
        try Session(switches).file(act, key: key) { $0.notice(of: .downgraded) }
    }
}
