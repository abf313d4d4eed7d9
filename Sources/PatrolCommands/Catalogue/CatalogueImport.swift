import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol catalogue import`
struct CatalogueImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Speech.help(.catalogueImport)
    )

    @Argument(help: ArgumentHelp(.file))
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
            try session.file(.importCatalogue(act), key: key) { receipt in
                list(receipt.unread ?? [], session.phrases)
                return .catalogueImported(
                    added: receipt.added ?? 0,
                    changed: receipt.changed ?? 0,
                    retired: receipt.retiredCodes ?? [],
                    unread: receipt.unread?.count ?? 0
                )
            }
        } catch PatrolError.badCatalogue(let faults) {
            if switches.json { try Output.json(faults) } else { list(faults, session.phrases) }
            throw PatrolError.badCatalogue(faults: faults)
        }
    }

    private func list(_ faults: [RowFault], _ phrases: any Phrases) {
        guard !faults.isEmpty else { return }
        var table = Table([.place, .problem], phrases)
        for fault in faults { table.add([phrases.place(fault), phrases.problem(fault.problem)]) }
        Output.lines(table.lines())
    }
}
