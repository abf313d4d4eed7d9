import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension DutyState: ExpressibleByArgument {}

/// `patrol duty list`
struct DutyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Speech.help(.dutyList))

    @Option(help: ArgumentHelp(.state))
    var state: DutyState?

    @Option(help: ArgumentHelp(.programmeFilter))
    var programme: String?

    @Option(help: ArgumentHelp(.period))
    var period: String?

    @Option(help: ArgumentHelp(.subdistrict))
    var subdistrict: String?

    @Option(help: ArgumentHelp(.siteCode))
    var site: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let query = [
            ("state", state?.rawValue), ("programme", programme), ("period", period),
            ("subdistrict", subdistrict), ("site", site),
        ]
        let session = Session(switches)
        try session.list([Route.duties], query, of: DutyBody.self, id: \.id) { duties in
            var table = Table(
                [.subdistrict, .code, .site, .programme, .period, .state, .assignee],
                session.phrases
            )
            for duty in duties {
                table.add([
                    duty.subdistrict, duty.site, duty.siteName, duty.programmeName, duty.period,
                    session.phrases.duty(duty), duty.assigneeName ?? "",
                ])
            }
            return table
        }
    }
}

extension Phrases {
    /// A late filing says so beside the state.
    func duty(_ duty: DutyBody) -> String {
        self.duty(duty.state, duty.manner) + (duty.filedLate ? notice(.filedLate) : "")
    }
}
