import ArgumentParser
import PatrolClient
import PatrolText

/// `patrol outbox drop`
struct OutboxDropCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("drop", of: "outbox", .outboxDrop)

    @Argument(help: ArgumentHelp(.outboxNumbers))
    var numbers: [Int]

    @OptionGroup var switches: Switches

    func run() throws {
        let outbox = Outbox.ofThisUser()
        let phrases = Session(switches).phrases
        try outbox.locked {
            for item in try outbox.items(numbers) {
                try outbox.drop(item.number)
                let filing = item.entry?.filing
                Output.line(
                    phrases.notice(
                        .dropped(
                            number: item.number,
                            verb: filing?.act.verb,
                            about: filing?.act.subject ?? "",
                            key: filing?.key.text
                        )
                    )
                )
            }
        }
    }
}
