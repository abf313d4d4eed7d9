import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

extension Inspection.Result: ExpressibleByArgument {}
extension Hazard.Severity: ExpressibleByArgument {}

/// `patrol inspect`
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "inspect", abstract: Speech.help(.inspect))

    @Argument(help: ArgumentHelp(.siteCode))
    var site: String

    @Option(help: ArgumentHelp(.programme))
    var programme: String?

    @Option(help: ArgumentHelp(.result))
    var result: Inspection.Result?

    @Option(help: ArgumentHelp(.note))
    var note: String?

    @Flag(help: ArgumentHelp(.withHazard))
    var hazard = false

    @Option(help: ArgumentHelp(.category))
    var category: String?

    @Option(help: ArgumentHelp(.condition))
    var condition: Int?

    @Option(help: ArgumentHelp(.severity))
    var severity: Hazard.Severity?

    @Option(help: ArgumentHelp(.describe))
    var describe: String?

    @OptionGroup var when: WhenSwitches
    @OptionGroup var switches: Switches

    func validate() throws {
        let details: [Any?] = [category, condition, severity, describe]
        if hazard {
            if category == nil { throw ValidationError("Missing expected argument '--category <category>'") }
            if describe == nil { throw ValidationError("Missing expected argument '--describe <describe>'") }
        } else if details.contains(where: { $0 != nil }) {
            throw ValidationError("Missing expected argument '--hazard'")
        }
    }

    func run() throws {
        let details =
            hazard
            ? HazardDetails(
                category: category ?? "",
                condition: condition,
                severity: severity,
                describe: describe ?? ""
            )
            : nil
        let inspect = Inspect(
            site: site,
            programme: programme,
            result: result,
            note: note,
            reason: when.reason,
            hazard: details
        )
        let session = Session(switches)
        try session.file(.inspect(inspect), key: when.key, observedAt: when.observedAt) { receipt in
            .inspected(
                id: receipt.id,
                site: site,
                result: receipt.result ?? .ok,
                settled: receipt.settled ?? [],
                hazard: receipt.hazard
            )
        }
    }
}

/// When a thing was seen or done, and how its filing is told from another.
struct WhenSwitches: ParsableArguments {
    @Option(help: ArgumentHelp(.observedAt, valueName: "time"))
    var observedAt: String?

    @Option(help: ArgumentHelp(.reason))
    var reason: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?
}
