import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol catalogue show`
struct CatalogueShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Speech.help(.catalogueShow)
    )

    @Argument(help: ArgumentHelp(.categoryCode))
    var category: String

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        try session.show([Route.catalogue, category], of: CategoryBody.self, id: \.code) { category in
            lines(category, session.phrases)
        }
    }

    private func lines(_ category: CategoryBody, _ phrases: any Phrases) -> [String] {
        let title = "\(category.code)  \(category.name)"
        var sheet = Sheet(phrases)
        sheet.add(.group, category.group)
        sheet.add(.retired, category.retired ? phrases.label(.yes) : nil)
        var table = Table([.condition, .limit, .closing], phrases)
        for condition in category.conditions {
            let note = condition.retired ? " [\(phrases.label(.retired))]" : ""
            table.add([
                "\(condition.condition) \(condition.text)\(note)", phrases.limit(condition.timeLimit),
                condition.closing ?? "",
            ])
        }
        let history = category.history.map { version in
            "  "
                + phrases.notice(
                    .version(
                        at: version.at.minute,
                        person: version.person,
                        source: version.source,
                        name: version.name,
                        retired: version.retired
                    )
                )
        }
        return [title] + sheet.text + [""] + table.lines() + ["", phrases.label(.history)] + history
    }
}
