import ArgumentParser
import Glibc
import PatrolModel
import PatrolText
import PatrolWire

/// `patrold deadline`: what a calendar and office hours make of a limit, before they are put in force.
struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline",
        abstract: PatroldCommand.text(.deadlineCommand)
    )

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.config))"))
    var config = "/etc/patrol"

    @Argument(help: ArgumentHelp("\(PatroldCommand.text(.limitArgument))"))
    var limit: String

    @Argument(help: ArgumentHelp("\(PatroldCommand.text(.startTimes))"))
    var start: [String]

    func run() throws {
        let clock = try ConfigurationFolder(path: config).rulebook().clock
        guard let limit = TimeLimit(self.limit) else {
            throw PatrolError.unreadableLimit(text: self.limit)
        }
        let begins: Deadline.Start = limit.isUrgent ? .observation : .service
        let (zone, phrases) = (clock.almanac.zone, PatroldCommand.language.phrases)
        let today = zone.day(containing: SystemClock().now())
        guard start != ["-"] else { return try stream(limit, begins, clock, today) }
        for text in start {
            let from = try TypedTime(text).instant(in: zone, today: today)
            let explanation = clock.explanation(clock.deadline(of: limit, begins, from: from))
            print(phrases.deadline(explanation))
            for step in explanation.steps { print("  " + phrases.step(step)) }
        }
    }

    /// One deadline a line, for as many as anybody likes.
    private func stream(
        _ limit: TimeLimit,
        _ begins: Deadline.Start,
        _ clock: DeadlineClock,
        _ today: CivilDate
    ) throws {
        let zone = clock.almanac.zone
        while let line = readLine() {
            let from = try TypedTime(line).instant(in: zone, today: today)
            print(zone.iso8601(clock.deadline(of: limit, begins, from: from).at))
        }
    }
}
