import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard extend`
struct HazardExtendCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("extend", of: "hazard", .hazardExtend)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.ordered))
    var hazard: String

    @Option(help: ArgumentHelp(.extendBy, valueName: "limit"))
    var by: String?

    @Option(name: [.customLong("reason"), .customLong("note")], help: ArgumentHelp(.extendReason))
    var reason: String?

    @Flag(help: ArgumentHelp(.grantExtension))
    var grant = false

    @Flag(help: ArgumentHelp(.denyExtension))
    var deny = false

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let extend = try extend()
        try Session(switches).file(.extend(extend), key: key) { receipt in
            switch extend.step {
            case .ask: receipt.notice(of: .extensionAsked(by: extend.by, decideBy: receipt.decideBy))
            case .grant: receipt.notice(of: .extensionGranted)
            case .deny: receipt.notice(of: .extensionDenied)
            }
        }
    }

    private func extend() throws -> ExtendHazard {
        let step = try step()
        let limit = try by.map { text throws(PatrolError) in
            guard let limit = TimeLimit(text) else { throw .unreadableLimit(text: text) }
            return limit
        }
        return ExtendHazard(hazard: hazard, step: step, by: limit, reason: reason)
    }

    private func step() throws(UsageError) -> ExtendHazard.Step {
        switch try [Given("--grant", grant), Given("--deny", deny)].way() {
        case "--grant": return .grant
        case "--deny":
            try [Given("--by", by != nil)].refuse(with: "--deny")
            _ = try reason.required("--reason <reason>")
            return .deny
        default:
            _ = try by.required("--by <limit>")
            _ = try reason.required("--reason <reason>")
            return .ask
        }
    }
}
