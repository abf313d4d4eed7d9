import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol programme list`
struct ProgrammeListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "programme", .programmeList)

    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).list([Route.programmes], of: ProgrammeBody.self, id: \.id) { phrases in
            [
                Column(.code, .whole) { "\($0.id)" },
                Column(.name, .cut(to: 12)) { "\($0.name)" },
                Column(.siteCount, .spare) { "\($0.sites)" },
                Column(.period, .whole) { "\($0.period?.period ?? "")" },
                Column(.open, .whole) { "\($0.open)" },
                Column(.done, .whole) { "\($0.done)" },
                Column(.missed, .whole) { Cell("\($0.missed)", $0.missed > 0 ? .alarm : .plain) },
                Column(.cadence, .spare) { Cell(phrases.cadence($0.cadence, times: $0.times)) },
            ]
        }
    }
}
