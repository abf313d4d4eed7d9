import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension RosterComparison.Key: ExpressibleByArgument {}

/// `patrol site compare`
struct SiteCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("compare", of: "site", .siteCompare)

    @Argument(help: ArgumentHelp(.compareFile), completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: ArgumentHelp(.compareBy))
    var by = RosterComparison.Key.code

    @Option(help: ArgumentHelp(.kind))
    var kind: String?

    @Option(help: ArgumentHelp(.subdistrict))
    var subdistrict: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let theirs = try RosterFile.rows(
            try InputFile.text(file),
            file: file,
            required: [by == .code ? .code : .name]
        )
        let query = [("kind", kind), ("subdistrict", subdistrict)]
        let ours: [Site] = try session.get([Route.sites], query)
        let found = RosterComparison(ours, theirs, by: by).differences
        try session.list(found, id: \.site, empty: .compared(new: 0, gone: 0, changed: 0)) { phrases in
            [
                Column(.difference, .whole) { Cell(phrases.difference($0.difference)) },
                Column(.code, .whole) { "\($0.site)" },
                Column(.name, .cut(to: 12)) { "\($0.name)" },
                Column(.field, .whole) { row in
                    Cell(row.field.flatMap { RosterRow.Column(rawValue: $0) }.map(phrases.column) ?? "")
                },
                Column(.ours, .cut(to: 8)) { "\($0.ours ?? "")" },
                Column(.theirs, .cut(to: 8)) { "\($0.theirs ?? "")" },
            ]
        }
        guard !found.isEmpty, try switches.form(of: .many) == .table else { return }
        func count(_ difference: RosterDifference) -> Int {
            found.filter { $0.difference == difference }.count
        }
        Output.line(
            session.phrases.notice(
                .compared(new: count(.new), gone: count(.gone), changed: count(.changed))
            )
        )
    }
}
