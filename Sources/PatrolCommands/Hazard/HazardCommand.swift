import ArgumentParser

/// `patrol hazard`
struct HazardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hazard",
        abstract: Speech.help(.hazard),
        subcommands: [
            HazardReportCommand.self, HazardListCommand.self, HazardShowCommand.self,
            HazardOrderCommand.self, HazardReturnCommand.self, HazardReassignCommand.self,
            HazardProgressCommand.self, HazardExtendCommand.self, HazardReferCommand.self,
            HazardSuspendCommand.self, HazardResumeCommand.self, HazardSuperviseCommand.self,
            HazardRectifyCommand.self, HazardVerifyCommand.self, HazardCloseCommand.self,
            HazardLookBackCommand.self, HazardDowngradeCommand.self, HazardVoidCommand.self,
            HazardCaseCommand.self,
        ]
    )

    @OptionGroup var switches: Switches
}
