import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol evidence list`
struct EvidenceListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "evidence", .evidenceList)

    @Argument(help: ArgumentHelp(.evidenceOf), completion: Completer.hazards())
    var number: String

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let rows: [EvidenceBody] = try session.get([Route.evidence], [(Route.evidenceOf, number)])
        try session.list(rows.together, id: \.sha256, empty: .noEvidence, columns: EvidenceColumns.all)
    }
}

/// Photos and documents in columns.
enum EvidenceColumns {
    static func all(_ phrases: any Phrases) -> [Column<EvidenceBody>] {
        [
            Column(.kind, .whole) { Cell(phrases.moment($0.moment)) },
            Column(.file, .cut(to: 16)) { "\($0.name)" },
            Column(.size, .whole) { Cell(size($0.bytes)) },
            Column(.at, .whole) { "\($0.at.minute)" },
            Column(.did, .whole) { Cell(phrases.happened($0.with)) },
            Column(.who, .cut(to: 12)) { "\($0.personName)" },
            Column(.content, .csvOnly) { "\($0.sha256)" },
        ]
    }

    /// Of a file, to its largest unit (IEC 80000-13).
    private static func size(_ bytes: Int64) -> String {
        if bytes < 1 << 10 { return "\(bytes) B" }
        return bytes < 1 << 20 ? "\(bytes >> 10) KiB" : "\(bytes >> 20) MiB"
    }
}

extension [EvidenceBody] {
    /// As it was before and as it was after, side by side whenever they were filed; the papers last.
    var together: [EvidenceBody] {
        let order: [Evidence.Moment] = [.scene, .before, .after, .document]
        return order.flatMap { moment in filter { $0.moment == moment } }
    }
}
