import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard reassign`
struct HazardReassignCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("reassign", of: "hazard", .hazardReassign)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.reported))
    var hazard: String

    @Option(help: ArgumentHelp(.newUnit))
    var unit: String?

    @OptionGroup var service: ServiceSwitches

    @Flag(help: ArgumentHelp(.rejectReturn))
    var reject = false

    @Option(name: [.customLong("reason"), .customLong("note")], help: ArgumentHelp(.rejectionReason))
    var reason: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let decision = try decision()
        try Session(switches).file(.reassign(decision), key: key) { receipt in
            receipt.notice(of: reject ? .returnTurnedDown : .reassigned(order: receipt.order ?? ""))
        }
    }

    private func decision() throws(UsageError) -> ReassignHazard {
        let way = try [Given("--unit", unit != nil), Given("--reject", reject)].requiredWay()
        guard reject else {
            try [Given("--reason", reason != nil)].refuse(with: way)
            return ReassignHazard(
                hazard: hazard,
                unit: unit,
                service: service.service,
                servedAt: service.time
            )
        }
        try service.given.refuse(with: way)
        return ReassignHazard(hazard: hazard, rejection: try reason.required("--reason <reason>"))
    }
}

/// How and when somebody was told.
struct ServiceSwitches: ParsableArguments {
    @Option(help: ArgumentHelp(.service))
    var service: Order.Service?

    @Option(help: ArgumentHelp(.servedAt, valueName: "time"))
    var servedAt: String?

    var time: TypedTime? { servedAt.map { TypedTime($0) } }

    var given: [Given] {
        [Given("--service", service != nil), Given("--served-at", servedAt != nil)]
    }
}
