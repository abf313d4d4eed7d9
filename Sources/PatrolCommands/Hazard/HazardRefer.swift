import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard refer`
struct HazardReferCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("refer", of: "hazard", .hazardRefer)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards())
    var hazard: String

    @Option(help: ArgumentHelp(.department, valueName: "department"))
    var to: String?

    @Option(help: ArgumentHelp(.referralService))
    var service: Order.Service?

    @Option(help: ArgumentHelp(.referralServedAt, valueName: "time"))
    var servedAt: String?

    @Flag(help: ArgumentHelp(.acknowledged))
    var acknowledged = false

    @Flag(help: ArgumentHelp(.referralRefused))
    var refused = false

    @Option(help: ArgumentHelp(.referralOutcome, valueName: "text"))
    var outcome: String?

    @Option(name: [.customLong("note"), .customLong("reason")], help: ArgumentHelp(.referralNote))
    var note: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let (act, deed) = try act()
        try Session(switches).file(act, key: key) { $0.notice(of: deed($0)) }
    }

    private func act() throws(UsageError) -> (Act, (ReceiptBody) -> Deed) {
        let way = try [
            Given("--to", to != nil), Given("--acknowledged", acknowledged), Given("--refused", refused),
            Given("--outcome", outcome != nil),
        ].requiredWay()
        try useless(in: way).refuse(with: way)
        if let to {
            let referral = ReferHazard(
                hazard: hazard,
                department: to,
                note: note,
                service: service,
                servedAt: servedAt.map { TypedTime($0) }
            )
            return (.refer(referral), { .referred(to: to, order: $0.order ?? "") })
        }
        if let outcome { return (answer(.outcome, outcome), { _ in .referralConcluded }) }
        if acknowledged { return (answer(.acknowledged, note), { _ in .referralAcknowledged }) }
        return (answer(.refused, try note.required("--reason <reason>")), { _ in .referralRefused })
    }

    private func answer(_ answer: Referral.Answer, _ note: String?) -> Act {
        .answerReferral(AnswerReferral(hazard: hazard, answer: answer, note: note))
    }

    /// The department is told once, and an outcome says all there is to say.
    private func useless(in way: String) -> [Given] {
        let service = [Given("--service", service != nil), Given("--served-at", servedAt != nil)]
        return switch way {
        case "--to": []
        case "--outcome": service + [Given("--note", note != nil)]
        default: service
        }
    }
}
