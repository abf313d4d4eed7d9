import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol status`
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("status", .status)

    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).show([Route.status], of: StatusBody.self, id: \.head) {
            status,
            phrases,
            screen in
            var sheet = Sheet(phrases)
            sheet.add(.district, "\(status.district) \(status.districtName)")
            sheet.add(.now, "\(phrases.time(status.now))  \(status.zone)")
            sheet.add(.ledger, status.ledger)
            sheet.add(.sites, String(status.sites))
            sheet.add(.programmes, String(status.programmes))
            sheet.add(.openDuties, String(status.openDuties))
            sheet.add(.openHazards, String(status.openHazards))
            sheet.add(.overdueHazards, String(status.overdueHazards))
            sheet.add(.awaitingVerification, String(status.awaitingVerification))
            sheet.add(.events, String(status.events))
            sheet.add(.head, status.head)
            return sheet.lines(width: screen.width)
        }
    }
}
