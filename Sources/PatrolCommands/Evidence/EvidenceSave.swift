import ArgumentParser
import Glibc
import PatrolClient
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol evidence save`
struct EvidenceSaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("save", of: "evidence", .evidenceSave)

    @Argument(help: ArgumentHelp(.evidenceOf), completion: Completer.hazards())
    var number: String

    @Argument(help: ArgumentHelp(.evidenceFolder), completion: .directory)
    var folder: String

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let form = try switches.form(of: .one)
        let rows: [EvidenceBody] = try session.get([Route.evidence], [(Route.evidenceOf, number)])
        if mkdir(folder, 0o777) != 0, errno != EEXIST { throw failure(folder) }
        var saved: [SavedEvidence] = []
        for (place, row) in rows.enumerated() {
            let path = "\(folder)/\(row.of)-\(place + 1)-\(row.moment.rawValue).\(row.type.suffix)"
            try save(row, as: path, session)
            saved.append(SavedEvidence(path: path, sha256: row.sha256, moment: row.moment))
        }
        switch form {
        case .json: try Output.json(saved)
        case .quiet: Output.lines(saved.map(\.path))
        case .table, .csv:
            Output.line(
                session.phrases.notice(
                    saved.isEmpty ? .noEvidence : .evidenceSaved(files: saved.count, folder: folder)
                )
            )
        }
    }

    /// What is there already from an earlier run stays; nobody's file is written over.
    private func save(_ row: EvidenceBody, as path: String, _ session: Session) throws {
        var status = stat()
        if stat(path, &status) == 0, Int64(status.st_size) == row.bytes { return }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        do {
            let answer = try session.client.answer([Route.evidence, row.sha256])
            try answer.forEachPart { part in
                guard Output.write(part, to: file) else { throw failure(path) }
            }
        } catch {
            unlink(path)
            throw error
        }
    }

    private func failure(_ path: String) -> PatrolError {
        .cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
}

/// What `--json` prints of a file that was saved.
private struct SavedEvidence: Encodable {
    let path: String
    let sha256: String
    let moment: Evidence.Moment
}
