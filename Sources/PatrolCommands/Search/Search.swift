import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension SearchEntry.Kind: ExpressibleByArgument {}

/// `patrol search`
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("search", .search)

    @Argument(help: ArgumentHelp(.searchWords))
    var text: [String]

    @Option(help: ArgumentHelp(.searchKind))
    var kind: SearchEntry.Kind?

    @Option(help: ArgumentHelp(.searchLimit, valueName: "rows"))
    var limit: Int?

    @OptionGroup var switches: Switches

    func validate() throws {
        if let limit, !(1...200).contains(limit) {
            throw ValidationError("The value '\(limit)' is invalid for '--limit <rows>'")
        }
    }

    func run() throws {
        let (session, words) = (Session(switches), text.joined(separator: " "))
        let form = try switches.form(of: .many)
        // What nobody can look for is said whether a daemon is there or not.
        _ = try SearchQuestion(words)
        let answer: SearchBody = try session.get(
            [Route.search],
            [("q", words), ("kind", kind?.rawValue), ("limit", limit.map(String.init))]
        )
        try session.list(answer.rows, id: \.id, empty: .nothingFound) { SearchCommand.columns($0) }
        let more = answer.found - answer.rows.count
        guard form == .table, !answer.rows.isEmpty, more > 0 || !answer.counted else { return }
        let notice = Notice.moreFound(more, isCounted: answer.counted)
        Output.lines([""] + session.phrases.notice(notice).wrapped(to: session.screen.width))
    }

    private static func columns(_ phrases: any Phrases) -> [Column<SearchBody.Row>] {
        [
            Column(.number, .whole) { "\($0.id)" },
            Column(.state, .whole) { row in
                Cell(row.state.map { phrases.state($0) } ?? phrases.searchKind(row.kind))
            },
            Column(.severity, .csvOnly) { row in Cell(row.severity.map { phrases.severity($0) } ?? "") },
            Column(.siteCode, .csvOnly) { "\($0.site)" },
            Column(.site, .cut(to: 12)) { "\($0.siteName)" },
            Column(.subdistrict, .spare) { "\($0.subdistrict)" },
            Column(.unit, .spare) { "\($0.responsibleUnit)" },
            Column(.at, .spare) { "\($0.at?.minute ?? "")" },
            Column(.what, .csvOnly) { "\($0.title)" },
            Column(.content, .last) { "\($0.snippet)" },
        ]
    }
}
