import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard resume`
struct HazardResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("resume", of: "hazard", .hazardResume)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.suspended))
    var hazard: String

    @Option(name: [.customLong("reason"), .customLong("note")], help: ArgumentHelp(.resumeReason))
    var reason: String

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let act = Act.resume(ResumeHazard(hazard: hazard, reason: reason))
        try Session(switches).file(act, key: key) { $0.notice(of: .resumed) }
    }
}
