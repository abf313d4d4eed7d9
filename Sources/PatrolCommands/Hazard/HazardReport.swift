import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard report`
struct HazardReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Speech.help(.hazardReport)
    )

    @Option(help: ArgumentHelp(.siteCode))
    var site: String

    @Option(help: ArgumentHelp(.category))
    var category: String

    @Option(help: ArgumentHelp(.condition))
    var condition: Int?

    @Option(help: ArgumentHelp(.severity))
    var severity: Hazard.Severity?

    @Option(help: ArgumentHelp(.describe))
    var describe: String

    @OptionGroup var when: WhenSwitches
    @OptionGroup var switches: Switches

    func run() throws {
        let details = HazardDetails(
            category: category,
            condition: condition,
            severity: severity,
            describe: describe
        )
        let report = ReportHazard(site: site, hazard: details, reason: when.reason)
        try Session(switches).file(.report(report), key: when.key, observedAt: when.observedAt) { receipt in
            .reported(hazard: receipt.id, kind: receipt.dueFor ?? .rectification, due: receipt.due)
        }
    }
}
