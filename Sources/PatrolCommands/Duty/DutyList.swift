import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension DutyState: ExpressibleByArgument {}

/// `patrol duty list`
struct DutyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "duty", .dutyList)

    @Option(help: ArgumentHelp(.state))
    var state: DutyState?

    @Option(help: ArgumentHelp(.programmeFilter), completion: Completer.programmes)
    var programme: String?

    @Option(help: ArgumentHelp(.period))
    var period: String?

    @Option(help: ArgumentHelp(.subdistrict))
    var subdistrict: String?

    @Option(help: ArgumentHelp(.siteCode), completion: Completer.sites)
    var site: String?

    @Option(help: ArgumentHelp(.endsOn, valueName: "date"))
    var due: String?

    @Flag(help: ArgumentHelp(.noAccess))
    var noAccess = false

    @OptionGroup var limit: LimitSwitch
    @OptionGroup var switches: Switches

    func run() throws {
        let query = [
            ("state", state?.rawValue), ("programme", programme), ("period", period),
            ("subdistrict", subdistrict), ("site", site), ("due", due),
            ("no-access", noAccess ? "true" : nil),
        ]
        try Session(switches).list(
            [Route.duties],
            query + limit.query,
            of: DutyBody.self,
            id: \.id,
            columns: DutyColumns.all
        )
    }
}

/// Duties in columns.
enum DutyColumns {
    static func all(_ phrases: any Phrases) -> [Column<DutyBody>] {
        [
            Column(.subdistrict, .whole) { "\($0.subdistrict)" },
            Column(.code, .whole) { "\($0.subject)" },
            Column(.site, .cut(to: 10)) { Cell($0.place(phrases)) },
            Column(.programme, .cut(to: 10)) { "\($0.programmeName)" },
            Column(.period, .whole) { "\($0.period)" },
            Column(.state, .whole) { Cell(phrases.duty($0), $0.state.tone) },
            Column(.assignee, .spare) { "\($0.assigneeName ?? "")" },
            Column(.target, .csvOnly) { "\($0.targetDate)" },
            Column(.opensAt, .csvOnly) { "\($0.opensAt.minute)" },
            Column(.dueAt, .csvOnly) { "\($0.dueAt.minute)" },
            Column(.dutyId, .csvOnly) { "\($0.id)" },
        ]
    }
}

extension DutyBody {
    /// The site's name; of a look-back what was closed there.
    func place(_ phrases: any Phrases) -> String {
        categoryName.map { phrases.notice(.lookBackAt(what: $0, site: siteName)) } ?? siteName
    }
}

extension DutyState {
    fileprivate var tone: Cell.Tone {
        switch self {
        case .open: .plain
        case .done: .good
        case .missed: .alarm
        case .excused: .faint
        }
    }
}

extension Phrases {
    /// A late filing says so beside the state.
    func duty(_ duty: DutyBody) -> String {
        self.duty(duty.state, duty.manner) + (duty.filedLate ? notice(.filedLate) : "")
    }
}
