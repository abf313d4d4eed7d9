import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol catalogue import`
struct CatalogueImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("import", of: "catalogue", .catalogueImport)

    @Argument(help: ArgumentHelp(.file), completion: .file(extensions: ["csv"]))
    var file: String

    @Flag(help: ArgumentHelp(.acceptReadable))
    var acceptReadable = false

    @Flag(help: ArgumentHelp(.keepMissing))
    var keepMissing = false

    @Flag(name: .customLong("events"), help: ArgumentHelp(.eventSheet))
    var eventSheet = false

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    /// Every fault is listed on standard output, whether the rest is taken or nothing is.
    func run() throws {
        let rows = try CatalogueFile.rows(try InputFile.text(file), file: file, eventSheet: eventSheet)
        let name = file == "-" ? "-" : String(file.split(separator: "/").last ?? "-")
        let act = ImportCatalogue(
            source: name,
            rows: rows,
            acceptingReadable: acceptReadable,
            keepingMissing: keepMissing
        )
        let session = Session(switches)
        do {
            _ = try switches.form(of: .one)
            let receipt = try session.send(.importCatalogue(act), key: key)
            let unread = receipt.unread ?? []
            if !switches.json { try session.list(unread) }
            let notice = Notice.catalogueImported(
                added: receipt.added ?? 0,
                changed: receipt.changed ?? 0,
                retired: receipt.retiredCodes ?? [],
                unread: unread.count
            )
            try session.tell(receipt, notice)
        } catch PatrolError.badCatalogue(let faults) {
            try session.list(faults)
            throw PatrolError.badCatalogue(faults: faults)
        }
    }
}
