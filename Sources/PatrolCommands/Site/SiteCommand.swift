import ArgumentParser

/// `patrol site`
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: Speech.help(.site),
        subcommands: [
            SiteImportCommand.self, SiteListCommand.self, SiteShowCommand.self, SiteRetireCommand.self,
            SiteCompareCommand.self,
        ]
    )

    @OptionGroup var switches: Switches
}
