import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol hazard show`
struct HazardShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: Speech.help(.hazardShow))

    @Argument(help: ArgumentHelp(.hazardNumber))
    var hazard: String

    @Flag(help: ArgumentHelp(.explain))
    var explain = false

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        try session.show([Route.hazards, hazard], of: HazardDetailBody.self, id: \.hazard.id) {
            HazardSheet.lines($0, session.phrases, explaining: explain)
        }
    }
}

/// A hazard on a sheet: what it is, why its deadline is when it is, and what has been done.
enum HazardSheet {
    static func lines(
        _ detail: HazardDetailBody,
        _ phrases: any Phrases,
        explaining: Bool
    ) -> [String] {
        let hazard = detail.hazard
        var sheet = Sheet(phrases)
        sheet.add(.description, hazard.describe)
        sheet.add(
            .category,
            "\(hazard.category) \(hazard.categoryName) / \(hazard.condition) \(hazard.conditionText)"
        )
        sheet.add(.severity, phrases.severity(hazard.severity))
        sheet.add(.site, "\(hazard.site) \(hazard.siteName)  \(hazard.subdistrict)")
        sheet.add(.unit, hazard.responsibleUnit)
        sheet.add(.order, hazard.order)
        sheet.add(.observed, hazard.observedAt.minute)
        sheet.add(.lateReason, detail.basis.lateReason)
        let service = detail.basis.service.map { "  " + phrases.service($0) } ?? ""
        sheet.add(.served, hazard.servedAt.map { $0.minute + service })
        let kind = detail.basis.deadlines.first?.kind ?? .rectification
        sheet.add(
            phrases.name(kind),
            hazard.dueAt.minute + (hazard.provisional ? phrases.notice(.provisional) : "")
        )
        sheet.add(.deadline, basis(detail.basis.deadlines, phrases, explaining))
        sheet.add(.overdue, hazard.overdue ? phrases.duration(seconds: hazard.overdueSeconds) : nil)
        for lapse in detail.basis.lapses {
            let guess = lapse.provisional ? phrases.notice(.provisional) : ""
            sheet.add(.everOverdue, "\(phrases.name(lapse.kind))  \(lapse.dueAt.minute)\(guess)")
        }
        if hazard.reworkCount > 0 { sheet.add(.rework, String(hazard.reworkCount)) }
        sheet.add(.reworkDue, hazard.reworkDueAt?.minute)
        sheet.add(.verifyDue, hazard.state == .rectified ? hazard.verifyDueAt?.minute : nil)
        sheet.add(.closing, detail.basis.closingCondition)
        sheet.add(.closed, hazard.closedOnTime.map { phrases.label($0 ? .onTime : .late) })
        return ["\(hazard.id)  \(phrases.state(hazard.state))"] + sheet.text
            + history(detail.basis.history, phrases)
    }

    /// Each deadline in one sentence, and stretch by stretch where somebody asks for it.
    private static func basis(
        _ deadlines: [DeadlineBody],
        _ phrases: any Phrases,
        _ explaining: Bool
    ) -> String {
        deadlines.flatMap { deadline in
            let name = deadlines.count > 1 ? phrases.name(deadline.kind) + phrases.colon : ""
            let steps = explaining ? deadline.explanation.steps.map { "  " + phrases.step($0) } : []
            return [name + phrases.deadline(deadline.explanation)] + steps
        }.joined(separator: "\n")
    }

    private static func history(_ history: [HistoryBody], _ phrases: any Phrases) -> [String] {
        var table = Table([.at, .did, .who, .state, .content], phrases)
        for line in history {
            let who = phrases.who(line.personName, typedBy: line.typedByName)
            table.add([
                line.at.minute, phrases.happened(line.happened), who, phrases.state(line.state),
                line.note ?? line.dueAt?.minute ?? "",
            ])
        }
        return ["", phrases.label(.history)] + table.lines(indent: 2)
    }
}

extension HistoryBody {
    /// A verification that sent the claim back is told from one that passed.
    fileprivate var happened: String {
        verb == "hazard.verify" && state == .ordered ? "hazard.verify-failed" : verb
    }
}
