import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard return`
struct HazardReturnCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("return", of: "hazard", .hazardReturn)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.ordered))
    var hazard: String

    @Option(name: [.customLong("reason"), .customLong("note")], help: ArgumentHelp(.returnReason))
    var reason: String

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let act = Act.sendBack(ReturnHazard(hazard: hazard, reason: reason))
        try Session(switches).file(act, key: key) { $0.notice(of: .returned) }
    }
}
