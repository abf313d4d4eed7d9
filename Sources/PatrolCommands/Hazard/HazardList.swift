import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension HazardState: ExpressibleByArgument {}

/// `patrol hazard list`
struct HazardListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "hazard", .hazardList)

    @Option(help: ArgumentHelp(.state))
    var state: HazardState?

    @Option(help: ArgumentHelp(.siteCode), completion: Completer.sites)
    var site: String?

    @Option(help: ArgumentHelp(.dueDay, valueName: "date"))
    var due: String?

    @Flag(help: ArgumentHelp(.sentBack))
    var returned = false

    @Flag(help: ArgumentHelp(.supervisedOnly))
    var supervised = false

    @Flag(help: ArgumentHelp(.undecidedOnly))
    var undecided = false

    @OptionGroup var narrowing: HazardNarrowing
    @OptionGroup var limit: LimitSwitch
    @OptionGroup var switches: Switches

    func run() throws {
        let query = [
            ("state", state?.rawValue), ("site", site), ("due", due), ("returned", returned ? "true" : nil),
            ("supervised", supervised ? "true" : nil), ("undecided", undecided ? "true" : nil),
        ]
        try Session(switches).list(
            [Route.hazards],
            query + narrowing.query + limit.query,
            hazards: HazardColumns.all
        )
    }
}

/// Switches that narrow a list of hazards.
struct HazardNarrowing: ParsableArguments {
    @Option(help: ArgumentHelp(.unitFilter))
    var unit: String?

    @Option(help: ArgumentHelp(.subdistrict))
    var subdistrict: String?

    @Option(help: ArgumentHelp(.category), completion: Completer.categories)
    var category: String?

    var query: [(String, String?)] {
        [("unit", unit), ("subdistrict", subdistrict), ("category", category)]
    }
}

/// How many rows a list may have.
struct LimitSwitch: ParsableArguments {
    @Option(help: ArgumentHelp(.limitRows, valueName: "rows"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 {
            throw ValidationError("The value '\(limit)' is invalid for '--limit <rows>'")
        }
    }

    var query: [(String, String?)] { [("limit", limit.map(String.init))] }
}
