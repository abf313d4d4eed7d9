import ArgumentParser

/// `patrol hazard`
struct HazardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hazard",
        abstract: Speech.help(.hazard),
        subcommands: [
            HazardReportCommand.self, HazardListCommand.self, HazardShowCommand.self,
            HazardOrderCommand.self, HazardRectifyCommand.self, HazardVerifyCommand.self,
            HazardCloseCommand.self,
        ]
    )

    @OptionGroup var switches: Switches
}
