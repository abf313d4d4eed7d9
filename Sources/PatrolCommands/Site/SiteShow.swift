import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol site show`
struct SiteShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("show", of: "site", .siteShow)

    @Argument(help: ArgumentHelp(.siteCode), completion: Completer.sites)
    var site: String

    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).show([Route.sites, site], of: Site.self, id: \.code) { site, phrases, screen in
            var sheet = Sheet(phrases)
            sheet.add(.subdistrict, site.subdistrict)
            sheet.add(.kind, site.kind)
            sheet.add(.unit, site.responsibleUnit)
            sheet.add(.tags, site.tags.isEmpty ? nil : site.tags.joined(separator: " "))
            sheet.add(.position, site.position?.description)
            sheet.add(.activeFrom, site.activeFrom.map { phrases.time($0.description) })
            sheet.add(.activeTo, site.activeTo.map { phrases.time($0.description) })
            return ["\(site.code)  \(site.name)"] + sheet.lines(width: screen.width)
        }
    }
}
