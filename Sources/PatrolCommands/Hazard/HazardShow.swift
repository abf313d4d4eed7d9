import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol hazard show`
struct HazardShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("show", of: "hazard", .hazardShow)

    @Argument(help: ArgumentHelp(.hazardNumber), completion: Completer.hazards())
    var hazard: String

    @Flag(help: ArgumentHelp(.explain))
    var explain = false

    @OptionGroup var moment: AsOfSwitch
    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).show(
            [Route.hazards, hazard],
            moment.query,
            of: HazardDetailBody.self,
            id: \.hazard.id
        ) {
            HazardSheet.lines($0, $1, $2, explaining: explain)
        }
    }
}

/// A hazard on a sheet: what it is, why its deadline is when it is, and what has been done.
enum HazardSheet {
    static func lines(
        _ detail: HazardDetailBody,
        _ phrases: any Phrases,
        _ screen: Screen,
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
        sheet.add(.position, detail.basis.position?.description)
        let others = detail.basis.notDuplicateOf
        sheet.add(.toldApart, others.isEmpty ? nil : others.joined(separator: phrases.comma))
        sheet.add(.unit, hazard.responsibleUnit)
        sheet.add(.order, hazard.order)
        sheet.add(.observed, phrases.time(hazard.observedAt))
        sheet.add(.lateReason, detail.basis.lateReason)
        let service = detail.basis.service.map { "  " + phrases.service($0) } ?? ""
        sheet.add(.served, hazard.servedAt.map { phrases.time($0) + service })
        // What was fixed on the spot has nothing left to be ordered, and so no deadline but the verifier's.
        let wasFixed = hazard.order == nil && hazard.rectifiedAt != nil
        let deadlines = detail.basis.deadlines.dropFirst(wasFixed ? 1 : 0)
        // A clock that stands still has no deadline to tell of, only a remainder.
        let stands = hazard.state == .suspended || hazard.state == .void
        if !wasFixed, !stands {
            sheet.add(
                phrases.name(deadlines.first?.kind ?? .rectification),
                phrases.time(hazard.dueAt) + (hazard.provisional ? phrases.notice(.provisional) : "")
            )
        }
        if !deadlines.isEmpty, !stands { sheet.add(.deadline, basis(Array(deadlines), phrases, explaining)) }
        sheet.add(.overdue, hazard.overdue ? phrases.overdue(hazard) : nil)
        for lapse in detail.basis.lapses {
            let guess = lapse.provisional ? phrases.notice(.provisional) : ""
            sheet.add(.everOverdue, "\(phrases.name(lapse.kind))  \(phrases.time(lapse.dueAt))\(guess)")
        }
        if hazard.reworkCount > 0 { sheet.add(.rework, String(hazard.reworkCount)) }
        sheet.add(.reworkDue, hazard.reworkDueAt.map(phrases.time))
        sheet.add(.verifyDue, hazard.state == .rectified ? hazard.verifyDueAt.map(phrases.time) : nil)
        add(detail.life, of: hazard, to: &sheet, phrases)
        sheet.add(.closing, detail.basis.closingCondition)
        sheet.add(.closed, hazard.closedOnTime.map { phrases.label($0 ? .onTime : .late) })
        let possible = detail.life.possible.map(\.verb)
        sheet.add(.possible, possible.isEmpty ? nil : phrases.moves(possible))
        return [title(hazard, phrases)] + sheet.lines(width: screen.width)
            + evidence(detail.basis.evidence, phrases, screen)
            + history(detail.basis.history, phrases, screen)
    }

    /// Its number and state, and what a reader must not miss.
    private static func title(_ hazard: HazardBody, _ phrases: any Phrases) -> String {
        let marks = [
            hazard.supervised ? phrases.label(.supervised) : nil,
            hazard.returned ? phrases.label(.returned) : nil,
        ]
        return ([hazard.id, phrases.state(hazard.state)] + marks.compactMap { $0 }).joined(separator: "  ")
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

    /// Before and after together, whenever they were filed.
    private static func evidence(
        _ evidence: [EvidenceBody],
        _ phrases: any Phrases,
        _ screen: Screen
    ) -> [String] {
        guard !evidence.isEmpty else { return [] }
        let listing = Listing(phrases, EvidenceColumns.all(phrases))
        return ["", phrases.label(.evidence)] + listing.lines(evidence.together, on: screen, indent: 2)
    }

    /// What was said stands under its line, whole: this is where it is read.
    private static func history(
        _ history: [HistoryBody],
        _ phrases: any Phrases,
        _ screen: Screen
    ) -> [String] {
        let listing = Listing<HistoryBody>(
            phrases,
            [
                Column(.at, .whole) { "\($0.at.minute)" },
                Column(.did, .whole) { Cell(phrases.happened($0.happened)) },
                Column(.state, .whole) { Cell(phrases.state($0.state)) },
                Column(.who, .cut(to: 20)) { Cell(phrases.who($0.personName, typedBy: $0.typedByName)) },
            ]
        )
        let lines = listing.lines(history, on: screen, indent: 2)
        let told = zip(lines.dropFirst(), history).flatMap { line, event in
            let content = event.note ?? event.dueAt.map(phrases.time) ?? ""
            let kept = event.keptAt.map { phrases.notice(.keptSince(phrases.time($0))) } ?? ""
            let told = [content, kept].filter { !$0.isEmpty }
            return [line]
                + told.flatMap { $0.split(separator: "\n") }
                .flatMap { String($0).wrapped(to: screen.width.map { $0 - 6 }) }.map { "      " + $0 }
        }
        return ["", phrases.label(.history), lines[0]] + told
    }
}

extension HistoryBody {
    /// A verification that sent the claim back is told from one that passed, and what was fixed on the spot from what
    /// was left to be ordered.
    fileprivate var happened: String {
        switch (verb, state) {
        case ("hazard.verify", .ordered), ("hazard.verify", .reported): "hazard.verify-failed"
        case ("hazard.report", .rectified): "hazard.report-fixed"
        default: verb
        }
    }
}

extension Phrases {
    /// By how much, and how much of it in office hours.
    fileprivate func overdue(_ hazard: HazardBody) -> String {
        notice(
            .overdueBy(
                length: duration(seconds: hazard.overdueSeconds),
                inOffice: hours(seconds: hazard.overdueWorkingSeconds / 60 * 60)
            )
        )
    }
}
