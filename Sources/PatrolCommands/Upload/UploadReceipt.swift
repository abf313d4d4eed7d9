import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol upload receipt`
struct UploadReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("receipt", of: "upload", .uploadReceipt)

    @Argument(help: ArgumentHelp(.receiptFile), completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: ArgumentHelp(.system))
    var system: String

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    /// Every fault is listed on standard output, whether this side found it or the daemon did.
    func run() throws {
        let (rows, unread) = try UploadReceiptFile.rows(try InputFile.text(file), file: file)
        let name = file == "-" ? "-" : String(file.split(separator: "/").last ?? "-")
        let act = Act.importUploadReceipt(
            ImportUploadReceipt(system: system, source: name, rows: rows, unread: unread)
        )
        let session = Session(switches)
        _ = try switches.form(of: .one)
        do {
            // A file with a fault in it is not worth keeping: it is to be mended and taken again.
            let receipt =
                try unread.isEmpty ? session.send(act, key: key) : session.ask { try $0.file(act.filing()) }
            let notice = Notice.uploadAnswered(
                system: receipt.system ?? system,
                accepted: receipt.accepted ?? 0,
                refused: receipt.refused ?? 0,
                isRepeated: receipt.recordedBefore == true
            )
            try session.tell(receipt, notice)
        } catch PatrolError.badUploadReceipt(let faults) {
            try session.list(faults)
            throw PatrolError.badUploadReceipt(faults: faults)
        }
    }
}
