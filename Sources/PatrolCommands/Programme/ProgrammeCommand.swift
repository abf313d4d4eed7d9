import ArgumentParser

/// `patrol programme`
struct ProgrammeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: Speech.help(.programmeCommand),
        subcommands: [ProgrammeListCommand.self, ProgrammeShowCommand.self, ProgrammePreviewCommand.self]
    )

    @OptionGroup var switches: Switches
}
