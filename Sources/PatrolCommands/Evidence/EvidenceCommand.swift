import ArgumentParser

/// `patrol evidence`
struct EvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: Speech.help(.evidence),
        subcommands: [EvidenceListCommand.self, EvidenceSaveCommand.self]
    )

    @OptionGroup var switches: Switches
}
