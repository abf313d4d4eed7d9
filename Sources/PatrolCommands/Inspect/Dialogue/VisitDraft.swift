import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// A checklist with what was answered at the keyboard.
struct AnsweredList {
    struct Line {
        let item: ChecklistItemBody
        let answer: Check.Answer
    }

    let programme: String
    let programmeName: String
    let lines: [Line]

    var bad: [ChecklistItemBody] { lines.filter { $0.answer == .bad }.map(\.item) }
}

/// A visit as it stands at the keyboard, before it is filed.
struct VisitDraft {
    let site: ChosenSite
    /// Nil where somebody was there: what was found says the rest.
    var result: Inspection.Result?
    var checklists: [AnsweredList] = []
    var hazards: [ChosenHazard] = []
    var note: String?
    /// Who was there besides.
    var companions: [String] = []
    var observedAt: String?
    var reason: String?

    init(site: ChosenSite) {
        self.site = site
    }

    var badItems: [ChecklistItemBody] { checklists.flatMap(\.bad) }

    /// Of the category that looks like one that is open; of all where it was typed otherwise than by its code.
    private func isMeant(_ hazard: ChosenHazard, _ category: String) -> Bool {
        hazard.details.isNew != true
            && (hazard.details.category == category
                || !hazards.contains { $0.details.category == category })
    }

    mutating func insist(onNew category: String) {
        for place in hazards.indices where isMeant(hazards[place], category) {
            hazards[place].details.isNew = true
        }
    }

    /// What is open already is seen again, and not reported again: the visit says so.
    mutating func leaveOut(_ category: String, as open: [String], _ phrases: any Phrases) {
        hazards = hazards.filter { !isMeant($0, category) }
        result = .hazard
        note = ([note].compactMap { $0 } + [open.joined(separator: phrases.comma)]).joined(separator: " ")
    }

    var inspect: Inspect {
        Inspect(
            site: site.code,
            result: result,
            note: note,
            reason: reason,
            hazard: hazards.first?.details,
            furtherHazards: hazards.dropFirst().map(\.details),
            checks: checklists.map { list in
                Check(programme: list.programme, list.lines.map { Check.Line($0.item.number, $0.answer) })
            },
            with: companions
        )
    }

    /// All of it, to be read once more.
    func lines(_ phrases: any Phrases, _ screen: Screen) -> [String] {
        var sheet = Sheet(phrases)
        sheet.add(.site, "\(site.code) \(site.name)")
        sheet.add(.result, phrases.result(result ?? (hazards.isEmpty ? .ok : .hazard)))
        sheet.add(.officers, companions.isEmpty ? nil : companions.joined(separator: phrases.comma))
        for list in checklists {
            sheet.add(
                .checklist,
                phrases.ask(
                    .answered(list.programmeName, items: list.lines.count, bad: list.bad.map(\.number))
                )
            )
        }
        for hazard in hazards {
            let fixed = hazard.details.fixed == true ? phrases.ask(.fixedMark) : ""
            sheet.add(
                .hazard,
                "\(hazard.what)  \(phrases.severity(hazard.details.severity ?? .general))\(fixed)\n"
                    + hazard.details.describe
            )
        }
        sheet.add(.note, note)
        sheet.add(.observed, observedAt ?? phrases.ask(.now))
        return sheet.lines(width: screen.width)
    }
}
