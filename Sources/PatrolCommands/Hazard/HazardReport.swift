import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol hazard report`
struct HazardReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("report", of: "hazard", .hazardReport)

    @Option(help: ArgumentHelp(.siteCode), completion: Completer.sites)
    var site: String

    @Option(help: ArgumentHelp(.category), completion: Completer.categories)
    var category: String

    @Option(help: ArgumentHelp(.condition))
    var condition: Int?

    @Option(help: ArgumentHelp(.severity))
    var severity: Hazard.Severity?

    @Option(help: ArgumentHelp(.describe))
    var describe: String

    @Flag(help: ArgumentHelp(.auditFinding))
    var auditFinding = false

    @OptionGroup var fix: FixSwitches
    @OptionGroup var place: PlaceSwitches
    @OptionGroup var photos: FoundPhotoSwitches
    @OptionGroup var when: WhenSwitches
    @OptionGroup var switches: Switches

    func validate() throws { try photos.require(fix) }

    func run() throws {
        let files = try photos.files(.before)
        let details = HazardDetails(
            category: category,
            condition: condition,
            severity: severity,
            describe: describe,
            fixed: fix.fixed,
            action: fix.action,
            auditFinding: auditFinding,
            position: place.at,
            isNew: place.new,
            evidence: files.attachments
        )
        let report = ReportHazard(site: site, hazard: details, reason: when.reason)
        try Session(switches).file(
            .report(report),
            with: files,
            key: when.key,
            observedAt: when.observedAt
        ) { receipt in
            receipt.state == .rectified
                ? .reportedFixed(hazard: receipt.id)
                : .reported(hazard: receipt.id, kind: receipt.dueFor ?? .rectification, due: receipt.due)
        }
    }
}
