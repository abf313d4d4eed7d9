import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol site show`
struct SiteShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: Speech.help(.siteShow))

    @Argument(help: ArgumentHelp(.siteCode))
    var site: String

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let phrases = session.phrases
        try session.show([Route.sites, site], of: Site.self, id: \.code) { site in
            var sheet = Sheet(phrases)
            sheet.add(.subdistrict, site.subdistrict)
            sheet.add(.kind, site.kind)
            sheet.add(.unit, site.responsibleUnit)
            sheet.add(.tags, site.tags.isEmpty ? nil : site.tags.joined(separator: " "))
            sheet.add(.activeFrom, site.activeFrom?.description)
            sheet.add(.activeTo, site.activeTo?.description)
            return ["\(site.code)  \(site.name)"] + sheet.text
        }
    }
}
