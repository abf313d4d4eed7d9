import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol site import`
struct SiteImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: Speech.help(.siteImport))

    @Argument(help: ArgumentHelp(.file))
    var file: String

    @Flag(help: ArgumentHelp(.retireMissing))
    var retireMissing = false

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let rows = try RosterFile.rows(try InputFile.text(file), file: file)
        let roster = ImportSites(rows, retiringMissing: retireMissing)
        try Session(switches).file(.importSites(roster), key: key) { receipt in
            .imported(
                added: receipt.added ?? 0,
                changed: receipt.changed ?? 0,
                retired: receipt.retired ?? 0
            )
        }
    }
}
