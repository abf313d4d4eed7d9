import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard supervise`
struct HazardSuperviseCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("supervise", of: "hazard", .hazardSupervise)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards())
    var hazard: String

    @OptionGroup var plan: PlanSwitches

    @Option(help: ArgumentHelp(.superviseNote))
    var note: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let supervise = SuperviseHazard(hazard: hazard, plan: try plan.plan(), note: note)
        try Session(switches).file(.supervise(supervise), key: key) {
            $0.notice(of: .supervised(hasPlan: supervise.plan != nil))
        }
    }
}

/// The six parts of a major hazard's plan: all of them, or none.
struct PlanSwitches: ParsableArguments {
    @Option(help: ArgumentHelp(.planLeader))
    var leader: String?

    @Option(help: ArgumentHelp(.planMeasures))
    var measures: String?

    @Option(help: ArgumentHelp(.planFunds))
    var funds: String?

    @Option(help: ArgumentHelp(.planInCharge, valueName: "person"))
    var inCharge: String?

    @Option(help: ArgumentHelp(.planDeadline, valueName: "date"))
    var deadline: String?

    @Option(help: ArgumentHelp(.planContingency))
    var contingency: String?

    private var parts: [(name: String, value: String?)] {
        [
            ("--leader", leader), ("--measures", measures), ("--funds", funds), ("--in-charge", inCharge),
            ("--deadline", deadline), ("--contingency", contingency),
        ]
    }

    /// Nil where nothing of a plan was typed.
    /// - Throws: ``UsageError`` that names the missing parts, ``PatrolError/unreadableDate(text:)``.
    func plan() throws -> RectificationPlan? {
        let missing = parts.filter { $0.value == nil }.map(\.name)
        guard missing.count < parts.count else { return nil }
        guard let leader, let measures, let funds, let inCharge, let deadline, let contingency else {
            throw UsageError(.incompletePlan(missing: missing))
        }
        return RectificationPlan(
            leader: leader,
            measures: measures,
            funds: funds,
            personInCharge: inCharge,
            deadline: try CivilDate(typed: deadline),
            contingency: contingency
        )
    }
}
