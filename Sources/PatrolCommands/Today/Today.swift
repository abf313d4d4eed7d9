import ArgumentParser
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

    private func lines(_ today: TodayBody, _ phrases: any Phrases) -> [String] {
        let (duties, overdue) = (today.duties, today.overdue)
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
            var table = Table([.code, .site, .programme, .fileWith], phrases)
            for duty in group.rows {
                table.add([duty.site, duty.siteName, duty.programmeName, "patrol inspect \(duty.site)"])
            }
            lines += table.lines(indent: 2)
        }
        return lines
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
