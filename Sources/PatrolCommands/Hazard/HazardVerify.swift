import ArgumentParser
import PatrolClient
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard verify`
struct HazardVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("verify", of: "hazard", .hazardVerify)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.rectified))
    var hazard: String

    @Flag(name: .customLong("fail"), help: ArgumentHelp(.failed))
    var failed = false

    @Option(name: [.customLong("note"), .customLong("reason")], help: ArgumentHelp(.verifyNote))
    var note: String?

    @Option(help: ArgumentHelp(.photoVerified, valueName: "file"), completion: .file())
    var photo: [String] = []

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let files = try [EvidenceFile](photo, .after)
        let check = VerifyHazard(
            hazard: hazard,
            failed: failed,
            note: note,
            evidence: files.attachments
        )
        try Session(switches).file(.verify(check), with: files, key: key) { receipt in
            switch receipt.state {
            case .closed: .closed(hazard: receipt.id)
            case .verified: .verified(hazard: receipt.id)
            case .reported: .sentBackToOrder(hazard: receipt.id)
            default: .sentBack(hazard: receipt.id)
            }
        }
    }
}
