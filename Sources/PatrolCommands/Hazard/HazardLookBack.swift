import ArgumentParser
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

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let look = try look()
        try Session(switches).file(.lookBack(look), key: key) { receipt in
            receipt.notice(of: look.failed ? .rebounded(order: receipt.order ?? "") : .lookedBack)
        }
    }

    /// Whom it is ordered to is only asked where there is something to order.
    private func look() throws(UsageError) -> LookBackHazard {
        let order = [Given("--unit", unit != nil)] + service.given
        if !failed, order.contains(where: \.isGiven) { throw UsageError(.missingArgument("--fail")) }
        return LookBackHazard(
            hazard: hazard,
            failed: failed,
            note: note,
            unit: unit,
            service: service.service,
            servedAt: service.time
        )
    }
}
