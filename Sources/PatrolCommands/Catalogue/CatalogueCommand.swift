import ArgumentParser

/// `patrol catalogue`
struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: Speech.help(.catalogue),
        subcommands: [CatalogueImportCommand.self, CatalogueListCommand.self, CatalogueShowCommand.self]
    )

    @OptionGroup var switches: Switches
}
