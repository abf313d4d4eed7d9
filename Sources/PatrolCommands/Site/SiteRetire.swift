import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol site retire`
struct SiteRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("retire", of: "site", .siteRetire)

    @Argument(help: ArgumentHelp(.siteCodes), completion: Completer.sites)
    var sites: [String]

    @Option(help: ArgumentHelp(.lastDay, valueName: "date"))
    var on: String?

    @Option(help: ArgumentHelp(.retireReason))
    var reason: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let last = try on.map { text throws(PatrolError) in try CivilDate(typed: text) }
        let retirement = RetireSites(sites, on: last, reason: reason)
        try Session(switches).file(.retireSites(retirement), key: key) { _ in
            .retired(sites: sites.count)
        }
    }
}
