import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

extension Voiding.Ground: ExpressibleByArgument {}

/// `patrol hazard void`
struct HazardVoidCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("void", of: "hazard", .hazardVoid)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards())
    var hazard: String

    @Option(help: ArgumentHelp(.voidGround))
    var ground: Voiding.Ground?

    @Option(help: ArgumentHelp(.duplicateOf, valueName: "hazard"), completion: Completer.hazards())
    var duplicateOf: String?

    @Flag(help: ArgumentHelp(.confirmVoid))
    var confirm = false

    @Flag(help: ArgumentHelp(.rejectVoid))
    var reject = false

    @Option(name: [.customLong("note"), .customLong("reason")], help: ArgumentHelp(.voidNote))
    var note: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let void = try void()
        try Session(switches).file(.void(void), key: key) { receipt in
            switch void.step {
            case .void where receipt.state != .void: receipt.notice(of: .voidAsked)
            case .void: receipt.notice(of: void.duplicateOf.map { .merged(into: $0) } ?? .voided)
            case .confirm: receipt.notice(of: .voided)
            case .reject: receipt.notice(of: .voidTurnedDown)
            }
        }
    }

    private func void() throws(UsageError) -> VoidHazard {
        let why = [Given("--ground", ground != nil), Given("--duplicate-of", duplicateOf != nil)]
        if let way = try [Given("--confirm", confirm), Given("--reject", reject)].way() {
            try why.refuse(with: way)
            return VoidHazard(hazard: hazard, step: confirm ? .confirm : .reject, note: note)
        }
        guard why.contains(where: \.isGiven) else {
            throw UsageError(.noneOf(["--ground", "--duplicate-of", "--confirm", "--reject"]))
        }
        if let ground, ground != .duplicate, duplicateOf != nil {
            throw UsageError(.notTogether("--duplicate-of", with: "--ground \(ground.rawValue)"))
        }
        if ground == .duplicate { _ = try duplicateOf.required("--duplicate-of <hazard>") }
        return VoidHazard(
            hazard: hazard,
            ground: ground ?? .duplicate,
            note: note,
            duplicateOf: duplicateOf
        )
    }
}
