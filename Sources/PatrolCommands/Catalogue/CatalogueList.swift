import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol catalogue list`
struct CatalogueListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "catalogue", .catalogueList)

    @Argument(help: ArgumentHelp(.searchText))
    var text: String?

    @Flag(help: ArgumentHelp(.withRetired))
    var retired = false

    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).list(
            [Route.catalogue],
            [("text", text), ("retired", retired ? "true" : nil)],
            of: ConditionBody.self,
            id: \.name,
            columns: ConditionColumns.all
        )
    }
}

/// Conditions in columns.
enum ConditionColumns {
    static func all(_ phrases: any Phrases) -> [Column<ConditionBody>] {
        [
            Column(.code, .whole) { "\($0.category)" },
            Column(.name, .cut(to: 12)) { "\($0.categoryName)" },
            Column(.condition, .cut(to: 20)) { condition in
                let text = "\(condition.condition) \(condition.text)"
                return condition.retired
                    ? Cell("\(text) [\(phrases.label(.retired))]", .faint) : Cell(text)
            },
            Column(.limit, .whole) { Cell(phrases.limit($0.timeLimit)) },
        ]
    }
}

extension ConditionBody {
    /// What `--quiet` prints of a condition, as `--category` and `--condition` take it.
    fileprivate var name: String { "\(category) \(condition)" }
}
