import ArgumentParser

/// `patrol upload`
struct UploadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload",
        abstract: Speech.help(.upload),
        subcommands: [
            UploadListCommand.self, UploadMakeCommand.self, UploadShowCommand.self,
            UploadReceiptCommand.self,
        ]
    )

    @OptionGroup var switches: Switches
}
