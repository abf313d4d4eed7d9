import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol programme preview`
struct ProgrammePreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("preview", of: "programme", .programmePreview)

    @Argument(help: ArgumentHelp(.programmeId), completion: Completer.programmes)
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
        try Session(switches).list(
            [Route.programmes, programme, "preview"],
            [("from", from), ("periods", periods.map(String.init))],
            of: PeriodBody.self,
            id: \.period
        ) { phrases in
            [
                Column(.period, .whole) { "\($0.period)" },
                Column(.opens, .whole) {
                    Cell($0.dates + ($0.provisional ? phrases.notice(.provisional) : ""))
                },
                Column(.duties, .whole) { "\($0.duties)" },
            ]
        }
    }
}
