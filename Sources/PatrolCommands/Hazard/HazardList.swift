import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension HazardState: ExpressibleByArgument {}

/// `patrol hazard list`
struct HazardListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Speech.help(.hazardList))

    @Option(help: ArgumentHelp(.state))
    var state: HazardState?

    @Option(help: ArgumentHelp(.siteCode))
    var site: String?

    @OptionGroup var narrowing: HazardNarrowing
    @OptionGroup var switches: Switches

    func run() throws {
        let query = [("state", state?.rawValue), ("site", site)] + narrowing.query
        let session = Session(switches)
        try session.list([Route.hazards], query, of: HazardBody.self, id: \.id) {
            HazardTable.all($0, session.phrases)
        }
    }
}

/// Switches that narrow a list of hazards.
struct HazardNarrowing: ParsableArguments {
    @Option(help: ArgumentHelp(.unit))
    var unit: String?

    @Option(help: ArgumentHelp(.subdistrict))
    var subdistrict: String?

    @Option(help: ArgumentHelp(.category))
    var category: String?

    var query: [(String, String?)] {
        [("unit", unit), ("subdistrict", subdistrict), ("category", category)]
    }
}

/// Hazards in columns.
enum HazardTable {
    static func all(_ hazards: [HazardBody], _ phrases: any Phrases) -> Table {
        var table = Table([.number, .state, .severity, .what, .site, .unit, .due, .overdue], phrases)
        for hazard in hazards {
            table.add([
                hazard.id, phrases.state(hazard.state), phrases.severity(hazard.severity), what(hazard),
                hazard.siteName, hazard.responsibleUnit, due(hazard, phrases), late(hazard, phrases),
            ])
        }
        return table
    }

    static func overdue(_ hazards: [HazardBody], _ phrases: any Phrases) -> Table {
        var table = Table([.number, .overdue, .late, .what, .site, .unit, .due], phrases)
        for hazard in hazards {
            table.add([
                hazard.id, late(hazard, phrases), phrases.name(hazard.dueFor), what(hazard), hazard.siteName,
                // A unit that has not been told is not late.
                hazard.dueFor == .order ? "" : hazard.responsibleUnit, due(hazard, phrases),
            ])
        }
        return table
    }

    private static func what(_ hazard: HazardBody) -> String {
        "\(hazard.categoryName) \(hazard.conditionText)".clipped(to: 40)
    }

    private static func due(_ hazard: HazardBody, _ phrases: any Phrases) -> String {
        hazard.dueAt.minute + (hazard.provisional ? phrases.notice(.provisional) : "")
    }

    private static func late(_ hazard: HazardBody, _ phrases: any Phrases) -> String {
        hazard.overdueSeconds > 0 ? phrases.duration(seconds: hazard.overdueSeconds) : ""
    }
}
