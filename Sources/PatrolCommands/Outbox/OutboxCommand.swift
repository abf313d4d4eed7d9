import ArgumentParser

/// `patrol outbox`
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: Speech.help(.outbox),
        subcommands: [OutboxListCommand.self, OutboxRetryCommand.self, OutboxDropCommand.self]
    )

    @OptionGroup var switches: Switches
}
