import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

extension Suspension.Ground: ExpressibleByArgument {}

/// `patrol hazard suspend`
struct HazardSuspendCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("suspend", of: "hazard", .hazardSuspend)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards())
    var hazard: String

    @Option(help: ArgumentHelp(.suspendUntil, valueName: "date"))
    var until: String

    @Option(help: ArgumentHelp(.suspendReason))
    var reason: String

    @Option(help: ArgumentHelp(.interimMeasures))
    var measures: String

    @Option(help: ArgumentHelp(.suspendGround))
    var ground: Suspension.Ground?

    @Option(help: ArgumentHelp(.planNumber, valueName: "number"))
    var plan: String?

    @Option(help: ArgumentHelp(.planEntered, valueName: "date"))
    var planEntered: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let suspend = try suspend()
        try Session(switches).file(.suspend(suspend), key: key) {
            $0.notice(of: .suspended(until: suspend.until.description))
        }
    }

    private func suspend() throws -> SuspendHazard {
        let plan = try enteredPlan()
        return SuspendHazard(
            hazard: hazard,
            ground: ground ?? (plan == nil ? .other : .works),
            reason: reason,
            measures: measures,
            until: try CivilDate(typed: until),
            plan: plan
        )
    }

    /// A plan has a number and a day, and is one of works; works without a plan are the ledger's to refuse.
    private func enteredPlan() throws -> EnteredPlan? {
        guard plan != nil || planEntered != nil else { return nil }
        let number = try plan.required("--plan <number>")
        let entered = try planEntered.required("--plan-entered <date>")
        if let ground, ground != .works {
            throw UsageError(.notTogether("--plan", with: "--ground \(ground.rawValue)"))
        }
        return EnteredPlan(number: number, enteredOn: try CivilDate(typed: entered))
    }
}
