import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol catalogue show`
struct CatalogueShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("show", of: "catalogue", .catalogueShow)

    @Argument(help: ArgumentHelp(.categoryCode), completion: Completer.categories)
    var category: String

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        try session.show(
            [Route.catalogue, category],
            of: CategoryBody.self,
            id: \.code,
            lines: CategorySheet.lines
        )
    }
}

/// A category on a sheet: its conditions, and each form it has had.
enum CategorySheet {
    static func lines(_ category: CategoryBody, _ phrases: any Phrases, _ screen: Screen) -> [String] {
        let title = "\(category.code)  \(category.name)"
        var sheet = Sheet(phrases)
        sheet.add(.group, category.group)
        sheet.add(.radius, category.radius.map { "\($0) m" })
        sheet.add(.retired, category.retired ? phrases.label(.yes) : nil)
        let conditions = Listing<ConditionBody>(
            phrases,
            [
                Column(.condition, .cut(to: 20)) { condition in
                    let note = condition.retired ? " [\(phrases.label(.retired))]" : ""
                    return "\(condition.condition) \(condition.text)\(note)"
                },
                Column(.limit, .whole) { Cell(phrases.limit($0.timeLimit)) },
                Column(.closing, .cut(to: 16)) { "\($0.closing ?? "")" },
            ]
        )
        let history = category.history.map { version in
            "  "
                + phrases.notice(
                    .version(
                        at: phrases.time(version.at),
                        person: version.person,
                        source: version.source,
                        name: version.name,
                        retired: version.retired
                    )
                )
        }
        return [title] + sheet.lines(width: screen.width) + [""]
            + conditions.lines(category.conditions, on: screen)
            + ["", phrases.label(.changes)] + history
    }
}
