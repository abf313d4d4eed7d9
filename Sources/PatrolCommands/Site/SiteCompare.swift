import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension RosterComparison.Key: ExpressibleByArgument {}

/// `patrol site compare`
struct SiteCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: Speech.help(.siteCompare)
    )

    @Argument(help: ArgumentHelp(.compareFile))
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
        let ours: [Site] = try session.client.get([Route.sites], query)
        let found = RosterComparison(ours, theirs, by: by).differences
        if switches.json { return try Output.json(found) }
        if switches.quiet { return Output.lines(found.map(\.site)) }
        let phrases = session.phrases
        var table = Table([.difference, .code, .name, .field, .ours, .theirs], phrases)
        for row in found {
            let field = row.field.flatMap { RosterRow.Column(rawValue: $0) }.map(phrases.column)
            table.add([
                phrases.difference(row.difference), row.site, row.name, field ?? "", row.ours ?? "",
                row.theirs ?? "",
            ])
        }
        if !found.isEmpty { Output.lines(table.lines()) }
        func count(_ difference: RosterDifference) -> Int {
            found.filter { $0.difference == difference }.count
        }
        Output.line(
            phrases.notice(
                .compared(new: count(.new), gone: count(.gone), changed: count(.changed))
            )
        )
    }
}
