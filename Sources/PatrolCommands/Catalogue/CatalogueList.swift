import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol catalogue list`
struct CatalogueListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Speech.help(.catalogueList)
    )

    @Argument(help: ArgumentHelp(.searchText))
    var text: String?

    @Flag(help: ArgumentHelp(.withRetired))
    var retired = false

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let query = [("text", text), ("retired", retired ? "true" : nil)]
        try session.list([Route.catalogue], query, of: ConditionBody.self, id: \.name) {
            ConditionTable.table($0, session.phrases)
        }
    }
}

/// Conditions in columns.
enum ConditionTable {
    static func table(_ conditions: [ConditionBody], _ phrases: any Phrases) -> Table {
        var table = Table([.code, .name, .condition, .limit], phrases)
        for condition in conditions {
            let text = "\(condition.condition) \(condition.text)"
            table.add([
                condition.category, condition.categoryName,
                condition.retired ? "\(text) [\(phrases.label(.retired))]" : text,
                phrases.limit(condition.timeLimit),
            ])
        }
        return table
    }
}

extension ConditionBody {
    /// What `--quiet` prints of a condition, as `--category` and `--condition` take it.
    fileprivate var name: String { "\(category) \(condition)" }
}
