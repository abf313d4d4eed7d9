import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol event list`
struct EventListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "event", .eventList)

    @Option(help: ArgumentHelp(.entity))
    var entity: String?

    @OptionGroup var limit: LimitSwitch
    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).list(
            [Route.events],
            [("entity", entity)] + limit.query,
            of: EventBody.self,
            id: \.name
        ) { phrases in
            [
                Column(.sequence, .whole) { "\($0.sequence)" },
                Column(.at, .whole) { "\($0.at.minute)" },
                Column(.did, .whole) { Cell(phrases.happened($0.event.verb)) },
                Column(.about, .cut(to: 20)) { "\($0.event.entity)" },
                Column(.who, .cut(to: 8)) { event in
                    let envelope = event.event
                    return Cell(
                        phrases.who(
                            envelope.onBehalfOf ?? envelope.actor,
                            typedBy: envelope.onBehalfOf == nil ? nil : envelope.actor
                        )
                    )
                },
            ]
        }
    }
}

extension EventBody {
    /// What `--quiet` prints of an event.
    fileprivate var name: String { String(sequence) }
}
