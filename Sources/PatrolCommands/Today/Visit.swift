import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// What one visit to a site does, or one look back at a hazard.
struct Visit {
    let subdistrict: String
    /// The site's code, or the hazard's number.
    let subject: String
    /// The site's name; of a look-back what was closed there.
    let place: String
    let isLookBack: Bool
    let siteName: String
    /// Of a look-back: what the hazard was.
    let what: String
    /// The earliest of its duties' last days.
    var due: String
    var programmes: [String]
    /// Those it is given to by name, each once.
    var assignees: [String]

    /// By subdistrict, those that must be done soonest first.
    static func visits(_ duties: [DutyBody], _ phrases: any Phrases) -> [Visit] {
        var (visits, places): ([Visit], [String: Int]) = ([], [:])
        for duty in duties.sorted(by: { $0.dueAt < $1.dueAt }) {
            if let place = places[duty.subject] {
                visits[place].add(duty)
            } else {
                places[duty.subject] = visits.count
                visits.append(Visit(duty, phrases))
            }
        }
        let order = Dictionary(grouping: visits, by: \.subdistrict)
        return order.keys.sorted().flatMap { order[$0] ?? [] }
    }

    private init(_ duty: DutyBody, _ phrases: any Phrases) {
        (subdistrict, subject, place) = (duty.subdistrict, duty.subject, duty.place(phrases))
        (isLookBack, siteName, what) = (duty.hazard != nil, duty.siteName, duty.categoryName ?? "")
        due = duty.dueAt.minute.lastDay
        (programmes, assignees) = ([duty.programmeName], [duty.assigneeName].compactMap { $0 })
    }

    private mutating func add(_ duty: DutyBody) {
        programmes.append(duty.programmeName)
        if let assignee = duty.assigneeName, !assignees.contains(assignee) { assignees.append(assignee) }
    }
}

extension Visit {
    /// The command is for those who may file with it; others see the code.
    static func columns(_ phrases: any Phrases, withCommand: Bool) -> [Column<Visit>] {
        [
            Column(.code, withCommand ? .spare : .whole) { "\($0.subject)" },
            Column(.site, .cut(to: 28)) { "\($0.siteName)" },
            Column(.due, .whole) { "\($0.due)" },
            Column(.fileWith, withCommand ? .whole : .never) { "patrol inspect \($0.subject)" },
            Column(.programme, .cut(to: 10)) { "\($0.programmes.joined(separator: phrases.comma))" },
        ]
    }

    /// The same of look-backs, whose command is the hazard's own.
    static func lookBackColumns(_ phrases: any Phrases, withCommand: Bool) -> [Column<Visit>] {
        let (verb, end) = withCommand ? ("look-back", " --note …") : ("show", "")
        return [
            Column(.due, .whole) { "\($0.due)" },
            Column(.what, .cut(to: 8)) { "\($0.what)" },
            Column(.site, .cut(to: 8)) { "\($0.siteName)" },
            Column(.fileWith, .whole) { "patrol hazard \(verb) \($0.subject)\(end)" },
            Column(.subdistrict, .spare) { "\($0.subdistrict)" },
            Column(.programme, .spare) { "\($0.programmes.joined(separator: phrases.comma))" },
        ]
    }
}

extension String {
    /// The last day before a period's end, which is a midnight: `11-23` of `2026-11-24 00:00`.
    fileprivate var lastDay: String {
        guard hasSuffix(" 00:00"), let date = CivilDate(prefix(10)) else { return String(dropFirst(5)) }
        return String(date.adding(days: -1).description.dropFirst(5))
    }
}
