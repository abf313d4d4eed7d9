import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard case`
struct HazardCaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("case", of: "hazard", .hazardCase)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards())
    var hazard: String

    @Option(help: ArgumentHelp(.caseNumber))
    var number: String?

    @Option(help: ArgumentHelp(.caseOutcome, valueName: "text"))
    var outcome: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        _ = try [Given("--number", number != nil), Given("--outcome", outcome != nil)].requiredWay()
        let act = Act.prosecute(ProsecuteHazard(hazard: hazard, number: number, outcome: outcome))
        try Session(switches).file(act, key: key) {
            $0.notice(of: number.map { .caseOpened(number: $0) } ?? .caseConcluded)
        }
    }
}
