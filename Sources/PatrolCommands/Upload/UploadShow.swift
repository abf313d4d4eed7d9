import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol upload show`
struct UploadShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("show", of: "upload", .uploadShow)

    @Argument(help: ArgumentHelp(.uploadNumber))
    var number: String

    @Option(help: ArgumentHelp(.uploadFile, valueName: "path"), completion: .file(extensions: ["csv"]))
    var file: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let path = [Route.uploads, number]
        guard let file else {
            return try session.show(path, of: UploadBody.self, id: \.number, lines: UploadSheet.lines)
        }
        let form = try switches.form(of: .one)
        let batch: UploadBody = try session.get(path)
        try OutputFile.write(UploadPaper.csv(batch), to: file)
        switch form {
        case .json: try Output.json(batch)
        case .quiet: Output.line(batch.number)
        case .table, .csv:
            let notice = Notice.uploadWritten(number: batch.number, hazards: batch.rows.count, file: file)
            Output.lines(session.phrases.notice(notice).wrapped(to: session.screen.width))
        }
    }
}

/// A batch on a sheet.
enum UploadSheet {
    static func lines(_ batch: UploadBody, _ phrases: any Phrases, _ screen: Screen) -> [String] {
        var sheet = Sheet(phrases)
        sheet.add(.madeAt, phrases.time(batch.madeAt))
        sheet.add(.madeBy, phrases.who(batch.madeBy, typedBy: nil))
        sheet.add(.hazards, String(batch.rows.count))
        let listing = Listing<UploadBody.Row>(
            phrases,
            [
                Column(.number, .whole) { "\($0.row.hazard)" },
                Column(.what, .cut(to: 12)) { "\($0.row.categoryName) \($0.row.conditionText)" },
                Column(.site, .cut(to: 10)) { "\($0.row.siteName)" },
                Column(.state, .whole) { Cell(phrases.state($0.row.state)) },
                Column(.due, .whole) { "\($0.row.dueAt.minute)" },
                Column(.external, .whole) { "\($0.external ?? "")" },
            ]
        )
        return ["\(batch.number)  \(batch.systemName)"] + sheet.lines(width: screen.width) + [""]
            + listing.lines(batch.rows, on: screen)
    }
}
