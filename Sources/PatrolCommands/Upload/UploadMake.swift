import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol upload make`
struct UploadMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("make", of: "upload", .uploadMake)

    @Option(help: ArgumentHelp(.system))
    var system: String

    @Option(help: ArgumentHelp(.uploadFile, valueName: "path"), completion: .file(extensions: ["csv"]))
    var file: String?

    @Flag(help: ArgumentHelp(.resendRefused))
    var refused = false

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    /// What is recorded and could not be written is written later, by `patrol upload show`.
    func run() throws {
        let session = Session(switches)
        _ = try switches.form(of: .one)
        let receipt = try session.send(
            .makeUpload(MakeUpload(system: system, withRefused: refused)),
            key: key
        )
        try session.tell(
            receipt,
            .uploadMade(
                number: receipt.id,
                system: receipt.system ?? system,
                hazards: receipt.hazards ?? 0,
                file: file
            )
        )
        guard let file else { return }
        let batch: UploadBody = try session.get([Route.uploads, receipt.id])
        try OutputFile.write(UploadPaper.csv(batch), to: file)
    }
}
