import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol today`
struct TodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("today", .today)

    @Option(help: ArgumentHelp(.person))
    var person: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        let form = try switches.form(of: .many)
        let today: TodayBody = try session.get([Route.today], [("person", person)])
        switch form {
        case .json: try Output.json(today.duties)
        case .quiet: Output.lines(today.duties.map(\.subject))
        case .csv: try session.list(today.duties, id: \.subject, columns: DutyColumns.all)
        case .table:
            let page = Page(session.screen)
            page.add(lines(today, session.phrases, session.screen))
            page.end()
        }
    }

    /// What is best done by today in full, a line a site, since one visit does all that is owed there; what the
    /// running periods hold besides in a line a programme.
    private func lines(_ today: TodayBody, _ phrases: any Phrases, _ screen: Screen) -> [String] {
        let (overdue, duties) = (today.overdue, today.duties.filter { $0.targetDate <= today.date })
        let all = Visit.visits(duties, phrases)
        let (visits, lookBacks) = (all.filter { !$0.isLookBack }, all.filter(\.isLookBack))
        let inspects = today.roles.contains(where: Verb.inspectionFile.roles.contains)
        // Whoever neither inspects nor oversees those who do has no duties to be told of.
        let hasDuties = inspects || today.roles.contains(where: Verb.survey.roles.contains)
        var lines = [
            phrases.notice(
                .today(
                    date: phrases.day(today.date),
                    name: today.personName,
                    duties: hasDuties ? all.count : nil,
                    overdue: overdue.count
                )
            )
        ]
        if !overdue.isEmpty { lines += ["", screen.painted(phrases.notice(.overdueTitle), .alarm)] }
        let late = Listing(phrases, TodayCommand.late(phrases, today.roles))
        let lateLayout = late.layout(overdue, width: screen.width.map { $0 - 4 })
        for group in overdue.inGroups(by: \.subdistrict) {
            lines += ["  " + group.key] + late.lines(group.rows, lateLayout, on: screen, indent: 4)
        }
        lines += orders(today, phrases, screen)
        if all.isEmpty, hasDuties { lines += ["", phrases.notice(.nothingToday)] }
        let listing = Listing(phrases, Visit.columns(phrases, withCommand: inspects))
        let layout = listing.layout(visits, width: screen.width.map { $0 - 2 })
        for group in visits.inGroups(by: \.subdistrict) {
            lines += ["", group.key] + listing.lines(group.rows, layout, on: screen, indent: 2)
        }
        if !lookBacks.isEmpty {
            let looksBack = today.roles.contains(where: Verb.hazardLookBack.roles.contains)
            let columns = Visit.lookBackColumns(phrases, withCommand: looksBack)
            lines += ["", phrases.notice(.lookBacksTitle)]
            lines += Listing(phrases, columns).lines(lookBacks, on: screen, indent: 2)
        }
        return lines + later(today.duties.filter { $0.targetDate > today.date }, phrases)
    }

    /// What a unit has still time for.
    private func orders(_ today: TodayBody, _ phrases: any Phrases, _ screen: Screen) -> [String] {
        guard !today.orders.isEmpty else { return [] }
        let roles = today.roles
        let listing = Listing<HazardBody>(
            phrases,
            [
                Column(.due, .whole) { "\($0.dueAt.minute)" },
                Column(.what, .cut(to: 8)) { "\($0.categoryName)" },
                Column(.site, .cut(to: 8)) { "\($0.siteName)" },
                Column(.fileWith, .whole) { "\($0.next(for: roles))" },
            ]
        )
        return ["", phrases.notice(.ordersTitle)] + listing.lines(today.orders, on: screen, indent: 2)
    }

    /// By how much, and the command with which whoever reads this can take it a step further.
    private static func late(_ phrases: any Phrases, _ roles: [Role]) -> [Column<HazardBody>] {
        [
            Column(.overdue, .whole) { Cell(phrases.roughly(seconds: $0.overdueSeconds), .alarm) },
            Column(.what, .cut(to: 8)) { "\($0.categoryName)" },
            Column(.site, .cut(to: 8)) { "\($0.siteName)" },
            Column(.fileWith, .whole) { "\($0.next(for: roles))" },
            Column(.working, .spare) { Cell(phrases.roughHours(seconds: $0.overdueWorkingSeconds)) },
            Column(.unit, .spare) { Cell($0.servedAt == nil ? "" : $0.responsibleUnit) },
        ]
    }

    private func later(_ duties: [DutyBody], _ phrases: any Phrases) -> [String] {
        let groups = Dictionary(grouping: duties, by: \.programme).sorted { $0.key < $1.key }
        return (groups.isEmpty ? [] : [""])
            + groups.map { programme, duties in
                phrases.notice(
                    .laterInPeriod(
                        programme: duties[0].programmeName,
                        duties: duties.count,
                        next: phrases.time(duties.map(\.targetDate).min() ?? ""),
                        command: "patrol duty list --state open --programme \(programme)"
                    )
                )
            }
    }
}

extension HazardBody {
    /// The command of the next step that one of the roles may take; a look at it where none may.
    fileprivate func next(for roles: [Role]) -> String {
        // An inspector may claim that somebody else's hazard is fixed, but seldom has fixed it.
        let own: Set<Role> = [.unit, .subdistrict]
        let verb = step.flatMap { verb in
            verb.roles.contains { roles.contains($0) && (verb != .hazardRectify || own.contains($0)) }
                ? verb : nil
        }
        switch verb {
        case .hazardOrder: return "patrol hazard order \(id)"
        case .hazardReassign: return "patrol hazard reassign \(id) --unit …"
        case .hazardRectify: return "patrol hazard rectify \(id) --note …"
        case .hazardVerify: return "patrol hazard verify \(id) --note …"
        case .hazardClose: return "patrol hazard close \(id)"
        default: return "patrol hazard show \(id)"
        }
    }

    /// What takes it on.
    private var step: Verb? {
        switch state {
        case .reported: returned ? .hazardReassign : .hazardOrder
        case .ordered: .hazardRectify
        case .rectified: .hazardVerify
        case .verified: .hazardClose
        case .suspended, .closed, .void: nil
        }
    }
}
