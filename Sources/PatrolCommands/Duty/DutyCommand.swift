import ArgumentParser

/// `patrol duty`
struct DutyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty",
        abstract: Speech.help(.duty),
        subcommands: [DutyListCommand.self]
    )

    @OptionGroup var switches: Switches
}
