import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol site list`
struct SiteListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "site", .siteList)

    @Option(help: ArgumentHelp(.subdistrict))
    var subdistrict: String?

    @Option(help: ArgumentHelp(.kind))
    var kind: String?

    @OptionGroup var limit: LimitSwitch
    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).list(
            [Route.sites],
            [("subdistrict", subdistrict), ("kind", kind)] + limit.query,
            of: Site.self,
            id: \.code
        ) { phrases in
            [
                Column(.code, .whole) { "\($0.code)" },
                Column(.name, .cut(to: 16)) { "\($0.name + $0.mark(phrases))" },
                Column(.kind, .whole) { "\($0.kind)" },
                Column(.subdistrict, .whole) { "\($0.subdistrict)" },
                Column(.unit, .spare) { "\($0.responsibleUnit)" },
                Column(.tags, .spare) { "\($0.tags.joined(separator: " "))" },
            ]
        }
    }
}

extension Site {
    /// Behind the name of one that has a last day.
    fileprivate func mark(_ phrases: any Phrases) -> String {
        activeTo.map { " [\(phrases.label(.activeTo)) \($0)]" } ?? ""
    }
}
