import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol` alone: the morning in a few figures, each with the command that lists it.
enum Overview {
    static func run(_ switches: Switches) throws {
        let session = Session(switches)
        let form = try switches.form(of: .many)
        let overview: OverviewBody = try session.get([Route.overview])
        if form == .json { return try Output.json(overview) }
        let phrases = session.phrases
        let lines = Line.all(overview)
        guard form == .table else {
            return try session.list(lines, id: \.text, columns: columns)
        }
        let listing = Listing(phrases, columns(phrases))
        let title = phrases.notice(
            .morning(
                day: phrases.day(overview.date),
                name: overview.personName,
                time: String(overview.now.minute.suffix(5))
            )
        )
        Output.lines([title, ""] + listing.lines(lines, on: session.screen) + [""])
        Output.lines(phrases.notice(.helpIsThere).wrapped(to: session.screen.width))
    }

    private struct Line: Codable {
        let figure: String
        let count: Int
        let command: String
        let isUrgent: Bool

        /// What `--quiet` prints.
        var text: String { "\(figure) \(count)" }

        static func all(_ overview: OverviewBody) -> [Line] {
            // A responsible unit has no duties, and sees none.
            let hasDuties = overview.roles.contains { $0 != .unit }
            return Figure.allCases.filter { hasDuties || !$0.countsDuties }.map { figure in
                let (count, command) = figure.value(overview)
                return Line(
                    figure: Speech.phrases.notice(.figure(figure)),
                    count: count,
                    command: command,
                    isUrgent: count > 0 && (figure == .overdue || figure == .missedYesterday)
                )
            }
        }
    }

    private static func columns(_ phrases: any Phrases) -> [Column<Line>] {
        [
            Column(.figure, .whole) { "\($0.figure)" },
            Column(.count, .whole) { Cell(String($0.count), $0.isUrgent ? .alarm : .plain) },
            Column(.command, .whole) { "\($0.command)" },
        ]
    }
}

extension Figure {
    fileprivate var countsDuties: Bool {
        self == .dutiesDueToday || self == .missedYesterday || self == .noAccess
    }

    /// The figure, and the command whose rows it counts.
    fileprivate func value(_ overview: OverviewBody) -> (Int, String) {
        switch self {
        case .overdue: (overview.overdue, "patrol overdue")
        case .dueToday: (overview.dueToday, "patrol hazard list --due today")
        case .dutiesDueToday: (overview.dutiesDueToday, "patrol duty list --due today --state open")
        case .missedYesterday: (overview.missedYesterday, "patrol duty list --due yesterday --state missed")
        case .awaitingVerification: (overview.awaitingVerification, "patrol hazard list --state rectified")
        case .awaitingClosing: (overview.awaitingClosing, "patrol hazard list --state verified")
        case .undecided: (overview.undecided, "patrol hazard list --undecided")
        case .returned: (overview.returned, "patrol hazard list --returned")
        case .noAccess: (overview.noAccess, "patrol duty list --no-access")
        }
    }
}
