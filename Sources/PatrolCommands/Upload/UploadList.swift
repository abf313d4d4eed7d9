import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol upload list`
struct UploadListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "upload", .uploadList)

    @Option(help: ArgumentHelp(.systemFilter))
    var system: String?

    @Flag(help: ArgumentHelp(.unsent))
    var unsent = false

    @Flag(help: ArgumentHelp(.changed))
    var changed = false

    @Flag(help: ArgumentHelp(.refusedThere))
    var refused = false

    @OptionGroup var limit: LimitSwitch
    @OptionGroup var switches: Switches

    private var states: [(name: String, state: UploadState)] {
        [
            ("--unsent", UploadState.unsent, unsent), ("--changed", .changed, changed),
            ("--refused", .refused, refused),
        ].filter(\.2).map { ($0.0, $0.1) }
    }

    func validate() throws {
        if let other = states.dropFirst().first {
            throw ValidationError("Unexpected argument '\(other.name)'")
        }
    }

    func run() throws {
        try Session(switches).list(
            [Route.uploads],
            [("system", system), ("state", states.first?.state.rawValue)] + limit.query,
            of: UploadLineBody.self,
            id: \.hazard
        ) { phrases in
            [
                Column(.number, .whole) { "\($0.hazard)" },
                Column(.upload, .whole) { Cell(phrases.state($0.uploadState)) },
                Column(.what, .cut(to: 12)) { "\($0.categoryName) \($0.conditionText)" },
                Column(.site, .cut(to: 10)) { "\($0.siteName)" },
                Column(.state, .whole) { Cell(phrases.state($0.state)) },
                Column(.batch, .whole) { "\($0.batch ?? "")" },
                Column(.external, .whole) { "\($0.external ?? "")" },
                Column(.answer, .cut(to: 10)) { "\($0.reason ?? "")" },
                Column(.system, .whole) { "\($0.system)" },
            ]
        }
    }
}
