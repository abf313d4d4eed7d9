import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol site import`
struct SiteImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("import", of: "site", .siteImport)

    @Argument(help: ArgumentHelp(.file), completion: .file(extensions: ["csv"]))
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
