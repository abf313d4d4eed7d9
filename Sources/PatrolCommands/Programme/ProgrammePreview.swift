import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol programme preview`
struct ProgrammePreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: Speech.help(.programmePreview)
    )

    @Argument(help: ArgumentHelp(.programmeId))
    var programme: String

    @Option(help: ArgumentHelp(.fromDate, valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp(.periods))
    var periods: Int?

    @OptionGroup var switches: Switches

    func validate() throws {
        if let periods, !(1...400).contains(periods) {
            throw ValidationError("The value '\(periods)' is invalid for '--periods <periods>'")
        }
    }

    func run() throws {
        let session = Session(switches)
        let path = [Route.programmes, programme, "preview"]
        let query = [("from", from), ("periods", periods.map(String.init))]
        try session.list(path, query, of: PeriodBody.self, id: \.period) { periods in
            var table = Table([.period, .opens, .duties], session.phrases)
            for period in periods {
                let note = period.provisional ? session.phrases.notice(.provisional) : ""
                table.add([period.period, period.dates + note, String(period.duties)])
            }
            return table
        }
    }
}
