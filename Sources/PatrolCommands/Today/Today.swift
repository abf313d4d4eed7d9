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

    /// What is best done by today in full; what the running periods hold besides in a line a programme.
    private func lines(_ today: TodayBody, _ phrases: any Phrases) -> [String] {
        let (overdue, duties) = (today.overdue, today.duties.filter { $0.targetDate <= today.date })
        var lines = [
            phrases.notice(
                .today(date: today.date, name: today.personName, duties: duties.count, overdue: overdue.count)
            )
        ]
        if !overdue.isEmpty {
            lines += ["", phrases.notice(.overdueTitle)]
            lines += HazardTable.overdue(overdue, phrases).lines(indent: 2)
        }
        if duties.isEmpty { lines += ["", phrases.notice(.nothingToday)] }
        for group in duties.grouped(by: \.subdistrict) {
            lines += ["", group.key]
            var table = Table([.code, .site, .programme, .due, .fileWith], phrases)
            for duty in group.rows {
                let due = duty.dueAt.minute
                table.add([
                    duty.site, duty.siteName, duty.programmeName, due.lastDay, "patrol inspect \(duty.site)",
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
