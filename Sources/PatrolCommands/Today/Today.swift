import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol today`
struct TodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "today", abstract: Speech.help(.today))

    @Option(help: ArgumentHelp(.person))
    var person: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let today: TodayBody = try session.client.get([Route.today], [("person", person)])
        if switches.json { return try Output.json(today.duties) }
        if switches.quiet { return Output.lines(today.duties.map(\.site)) }
        Output.lines(lines(today, session.phrases))
    }

    /// What is best done by today in full, a line a site, since one visit does all that is owed there; what the
    /// running periods hold besides in a line a programme.
    private func lines(_ today: TodayBody, _ phrases: any Phrases) -> [String] {
        let (overdue, duties) = (today.overdue, today.duties.filter { $0.targetDate <= today.date })
        let visits = Visit.visits(duties)
        var lines = [
            phrases.notice(
                .today(date: today.date, name: today.personName, duties: visits.count, overdue: overdue.count)
            )
        ]
        if !overdue.isEmpty {
            lines += ["", phrases.notice(.overdueTitle)]
            lines += HazardTable.overdue(overdue, phrases).lines(indent: 2)
        }
        if visits.isEmpty { lines += ["", phrases.notice(.nothingToday)] }
        for group in visits.grouped(by: \.subdistrict) {
            lines += ["", group.key]
            var table = Table([.code, .site, .due, .fileWith, .programme], phrases)
            for visit in group.rows {
                table.add([
                    visit.site, visit.siteName, visit.due, "patrol inspect \(visit.site)",
                    visit.programmes.joined(separator: phrases.comma),
                ])
            }
            lines += table.lines(indent: 2)
        }
        return lines + later(today.duties.filter { $0.targetDate > today.date }, phrases)
    }

    private func later(_ duties: [DutyBody], _ phrases: any Phrases) -> [String] {
        let groups = Dictionary(grouping: duties, by: \.programme).sorted { $0.key < $1.key }
        return (groups.isEmpty ? [] : [""])
            + groups.map { programme, duties in
                phrases.notice(
                    .laterInPeriod(
                        programme: duties[0].programmeName,
                        duties: duties.count,
                        next: duties.map(\.targetDate).min() ?? "",
                        command: "patrol duty list --state open --programme \(programme)"
                    )
                )
            }
    }
}

/// What one visit to a site does.
private struct Visit {
    let subdistrict: String
    let site: String
    let siteName: String
    /// The earliest of its duties' last days.
    var due: String
    var programmes: [String]

    /// By subdistrict, those that must be done soonest first.
    static func visits(_ duties: [DutyBody]) -> [Visit] {
        var (visits, places): ([Visit], [String: Int]) = ([], [:])
        for duty in duties.sorted(by: { $0.dueAt < $1.dueAt }) {
            if let place = places[duty.site] {
                visits[place].programmes.append(duty.programmeName)
            } else {
                places[duty.site] = visits.count
                visits.append(
                    Visit(
                        subdistrict: duty.subdistrict,
                        site: duty.site,
                        siteName: duty.siteName,
                        due: duty.dueAt.minute.lastDay,
                        programmes: [duty.programmeName]
                    )
                )
            }
        }
        let order = Dictionary(grouping: visits, by: \.subdistrict)
        return order.keys.sorted().flatMap { order[$0] ?? [] }
    }
}

extension String {
    /// The last day before a period's end, which is a midnight: `11-23` of `2026-11-24 00:00`.
    fileprivate var lastDay: String {
        guard hasSuffix(" 00:00"), let date = CivilDate(prefix(10)) else { return String(dropFirst(5)) }
        return String(date.adding(days: -1).description.dropFirst(5))
    }
}

extension Array {
    /// Runs of neighbours with the same key, in their order.
    func grouped(by key: KeyPath<Element, String>) -> [(key: String, rows: [Element])] {
        reduce(into: []) { groups, element in
            if groups.last?.key == element[keyPath: key] {
                groups[groups.count - 1].rows.append(element)
            } else {
                groups.append((element[keyPath: key], [element]))
            }
        }
    }
}
