import ArgumentParser
import PatrolClient
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard look-back`
struct HazardLookBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("look-back", of: "hazard", .hazardLookBack)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.closed))
    var hazard: String

    @Option(name: [.customLong("note"), .customLong("reason")], help: ArgumentHelp(.lookBackNote))
    var note: String?

    @Flag(name: .customLong("fail"), help: ArgumentHelp(.rebounded))
    var failed = false

    @Option(help: ArgumentHelp(.reboundUnit))
    var unit: String?

    @OptionGroup var service: ServiceSwitches

    @Option(help: ArgumentHelp(.photoLookedBack, valueName: "file"), completion: .file())
    var photo: [String] = []

    @Option(help: ArgumentHelp(.observedAt, valueName: "time"))
    var observedAt: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let files = try [EvidenceFile](photo, .after)
        let look = try look(files.attachments)
        try Session(switches).file(.lookBack(look), with: files, key: key, observedAt: observedAt) {
            receipt in
            receipt.notice(of: look.failed ? .rebounded(order: receipt.order ?? "") : .lookedBack)
        }
    }

    /// Whom it is ordered to is only asked where there is something to order.
    private func look(_ evidence: [Attachment]) throws(UsageError) -> LookBackHazard {
        let order = [Given("--unit", unit != nil)] + service.given
        if !failed, order.contains(where: \.isGiven) { throw UsageError(.missingArgument("--fail")) }
        return LookBackHazard(
            hazard: hazard,
            failed: failed,
            note: note,
            unit: unit,
            service: service.service,
            servedAt: service.time,
            evidence: evidence
        )
    }
}
