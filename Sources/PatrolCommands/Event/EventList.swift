import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol event list`
struct EventListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Speech.help(.eventList))

    @Option(help: ArgumentHelp(.entity))
    var entity: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        try session.list([Route.events], [("entity", entity)], of: EventBody.self, id: \.name) { events in
            var table = Table([.sequence, .at, .did, .about, .who], session.phrases)
            for event in events {
                let envelope = event.event
                let who = session.phrases.who(
                    envelope.onBehalfOf ?? envelope.actor,
                    typedBy: envelope.onBehalfOf == nil ? nil : envelope.actor
                )
                table.add([
                    String(event.sequence), event.at.minute, session.phrases.happened(envelope.verb),
                    envelope.entity, who,
                ])
            }
            return table
        }
    }
}

extension EventBody {
    /// What `--quiet` prints of an event.
    fileprivate var name: String { String(sequence) }
}
