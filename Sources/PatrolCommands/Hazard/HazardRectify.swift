import ArgumentParser
import PatrolClient
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard rectify`
struct HazardRectifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("rectify", of: "hazard", .hazardRectify)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.ordered))
    var hazard: String

    @Option(name: [.customLong("note"), .customLong("action")], help: ArgumentHelp(.action))
    var note: String

    @Option(help: ArgumentHelp(.photoRectified, valueName: "file"), completion: .file())
    var photo: [String] = []

    @OptionGroup var when: WhenSwitches
    @OptionGroup var switches: Switches

    func run() throws {
        let files = try [EvidenceFile](photo, .after)
        let claim = RectifyHazard(
            hazard: hazard,
            action: note,
            reason: when.reason,
            evidence: files.attachments
        )
        try Session(switches).file(
            .rectify(claim),
            with: files,
            key: when.key,
            observedAt: when.observedAt
        ) { receipt in
            .rectified(hazard: receipt.id)
        }
    }
}
