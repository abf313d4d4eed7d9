import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol programme list`
struct ProgrammeListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Speech.help(.programmeList)
    )

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let phrases = session.phrases
        try session.list([Route.programmes], of: ProgrammeBody.self, id: \.id) { programmes in
            var table = Table(
                [.code, .name, .cadence, .siteCount, .period, .open, .done, .missed],
                phrases
            )
            for programme in programmes {
                table.add([
                    programme.id, programme.name, phrases.cadence(programme.cadence, times: programme.times),
                    String(programme.sites),
                    programme.period?.period ?? "", String(programme.open), String(programme.done),
                    String(programme.missed),
                ])
            }
            return table
        }
    }
}
