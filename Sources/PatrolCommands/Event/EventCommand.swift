import ArgumentParser

/// `patrol event`
struct EventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: Speech.help(.event),
        subcommands: [EventListCommand.self, EventVerifyCommand.self]
    )

    @OptionGroup var switches: Switches
}
