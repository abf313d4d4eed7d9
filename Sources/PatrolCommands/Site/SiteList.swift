import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol site list`
struct SiteListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Speech.help(.siteList))

    @Option(help: ArgumentHelp(.subdistrict))
    var subdistrict: String?

    @Option(help: ArgumentHelp(.kind))
    var kind: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let query = [("subdistrict", subdistrict), ("kind", kind)]
        try session.list([Route.sites], query, of: Site.self, id: \.code) { sites in
            var table = Table([.code, .name, .kind, .subdistrict, .unit, .tags], session.phrases)
            for site in sites {
                table.add([
                    site.code, site.name + site.mark(session.phrases), site.kind, site.subdistrict,
                    site.responsibleUnit,
                    site.tags.joined(separator: " "),
                ])
            }
            return table
        }
    }
}

extension Site {
    /// Behind the name of one that has a last day.
    fileprivate func mark(_ phrases: any Phrases) -> String {
        activeTo.map { " [\(phrases.label(.activeTo)) \($0)]" } ?? ""
    }
}
