import ArgumentParser
import PatrolText
import PatrolWire

/// `patrol overdue`
struct OverdueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "overdue", abstract: Speech.help(.overdue))

    @OptionGroup var narrowing: HazardNarrowing
    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        try session.list(
            [Route.overdue],
            narrowing.query,
            of: HazardBody.self,
            id: \.id,
            empty: .nothingOverdue
        ) { HazardTable.overdue($0, session.phrases) }
    }
}
