import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol morning`
struct MorningCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("morning", .morning)

    @Option(help: ArgumentHelp(.morningPerson))
    var person: String?

    @Option(help: ArgumentHelp(.morningUnit))
    var unit: String?

    @Option(help: ArgumentHelp(.morningSubdistrict))
    var subdistrict: String?

    @Flag(help: ArgumentHelp(.morningAll))
    var all = false

    @Option(help: ArgumentHelp(.printedWidth, valueName: "columns"))
    var width: Int?

    @OptionGroup var switches: Switches

    /// Narrower than the first, a line has no room for a hazard's number and its deadline.
    private static let widths = 80...250

    func validate() throws {
        if let width, !MorningCommand.widths.contains(width) {
            throw ValidationError("The value '\(width)' is invalid for '--width <columns>'")
        }
    }

    func run() throws {
        let query = [
            ("person", person), ("unit", unit), ("subdistrict", subdistrict), ("all", all ? "true" : nil),
        ]
        guard query.filter({ $0.1 != nil }).count <= 1 else {
            throw UsageError(.severalOf(["--person", "--unit", "--subdistrict", "--all"]))
        }
        let session = Session(switches)
        let form = try switches.form(of: .many)
        let found: [MorningSheet] = try session.get([Route.morning], query)
        let sheets = all ? found.filter { !$0.isEmpty } : found
        switch form {
        case .json: try Output.json(sheets)
        case .quiet: Output.lines(sheets.map(\.recipient.id))
        case .csv:
            try session.list(sheets.flatMap(MorningLine.all), id: \.number, columns: MorningLine.columns)
        case .table:
            print(sheets, session)
            guard sheets.count < found.count else { return }
            // To whoever prints, and not on paper.
            let empty = found.count - sheets.count
            Output.note(session.phrases.morning(.leftOut(empty: empty, of: found.count)))
        }
    }

    /// Each begins a page of the printer's; on a terminal it stands apart.
    private func print(_ sheets: [MorningSheet], _ session: Session) {
        let isTerminal = session.screen.height != nil
        let screen = Screen(
            width: width ?? max(MorningCommand.widths.lowerBound, session.screen.width ?? 80),
            height: session.screen.height,
            hasColours: session.screen.hasColours
        )
        let (paper, page) = (MorningPaper(session.phrases, screen), Page(screen))
        for (place, sheet) in sheets.enumerated() {
            if place > 0, isTerminal { page.add(["", ""]) }
            page.add((place > 0 && !isTerminal ? "\u{0C}" : "") + paper.title(sheet))
            page.add(paper.lines(sheet))
        }
        page.end()
    }
}
