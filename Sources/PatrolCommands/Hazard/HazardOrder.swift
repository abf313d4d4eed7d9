import ArgumentParser
import PatrolClient
import PatrolModel
import PatrolText
import PatrolWire

extension Order.Service: ExpressibleByArgument {}

/// `patrol hazard order`
struct HazardOrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("order", of: "hazard", .hazardOrder)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards(.reported))
    var hazard: String

    @Option(help: ArgumentHelp(.unit))
    var unit: String?

    @Option(help: ArgumentHelp(.service))
    var service: Order.Service?

    @Option(help: ArgumentHelp(.servedAt, valueName: "time"))
    var servedAt: String?

    @Option(help: ArgumentHelp(.receivedBy, valueName: "name"))
    var receivedBy: String?

    @Option(help: ArgumentHelp(.receipt, valueName: "file"), completion: .file())
    var receipt: [String] = []

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let files = try [EvidenceFile](receipt, .document)
        let order = OrderHazard(
            hazard: hazard,
            unit: unit,
            service: service,
            servedAt: servedAt.map { TypedTime($0) },
            receivedBy: receivedBy,
            evidence: files.attachments
        )
        try Session(switches).file(.order(order), with: files, key: key) { receipt in
            .ordered(
                hazard: receipt.id,
                order: receipt.order ?? "",
                unit: receipt.unit ?? "",
                due: receipt.due
            )
        }
    }
}
