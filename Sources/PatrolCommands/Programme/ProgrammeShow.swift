import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol programme show`
struct ProgrammeShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("show", of: "programme", .programmeShow)

    @Argument(help: ArgumentHelp(.programmeId), completion: Completer.programmes)
    var programme: String

    @OptionGroup var switches: Switches

    func run() throws {
        try Session(switches).show(
            [Route.programmes, programme],
            of: ProgrammeDetailBody.self,
            id: \.programme.id,
            lines: ProgrammeSheet.lines
        )
    }
}

/// A programme on a sheet: how often, over what, and how far.
enum ProgrammeSheet {
    static func lines(
        _ detail: ProgrammeDetailBody,
        _ phrases: any Phrases,
        _ screen: Screen
    ) -> [String] {
        let programme = detail.programme
        func joined(_ texts: [String], _ separator: String = " ") -> String? {
            texts.isEmpty ? nil : texts.joined(separator: separator)
        }
        var sheet = Sheet(phrases)
        sheet.add(.cadence, phrases.cadence(programme.cadence, times: programme.times))
        sheet.add(.kind, joined(programme.siteKinds))
        sheet.add(.lookBack, programme.lookBack.map { phrases.notice(.lookBackPlan($0)) })
        sheet.add(.tags, joined(programme.tags + programme.anyTags))
        sheet.add(.subdistrict, joined(programme.subdistricts))
        sheet.add(.role, joined(programme.roles.map(phrases.role)))
        sheet.add(.officers, programme.officers.map(String.init))
        sheet.add(.sites, String(programme.sites))
        if let period = programme.period {
            sheet.add(
                .period,
                "\(period.period)  \(period.dates)"
                    + (period.provisional ? phrases.notice(.provisional) : "")
            )
            sheet.add(.openNow, String(programme.open))
            sheet.add(.done, String(programme.done))
            sheet.add(.missed, String(programme.missed))
            sheet.add(.excused, String(programme.excused))
        }
        sheet.add(
            .longestGap,
            detail.longestGap.map { gap in
                "\(gap.site) \(gap.siteName)  "
                    + phrases.notice(
                        .gap(
                            from: phrases.time(gap.from),
                            to: phrases.time(gap.to),
                            length: phrases.duration(seconds: gap.seconds),
                            running: gap.running
                        )
                    )
            }
        )
        sheet.add(.checklist, joined(programme.checklist.map(\.line), "\n"))
        return ["\(programme.id)  \(programme.name)"] + sheet.lines(width: screen.width)
    }
}

extension ChecklistItemBody {
    /// `3  燃气报警器工作正常（0126）`.
    fileprivate var line: String { "\(number)  \(text)" + (category.map { "（\($0)）" } ?? "") }
}

extension PeriodBody {
    /// `2026-11-01 – 2026-11-30`; one day alone stands once.
    var dates: String { firstDate == lastDate ? firstDate : "\(firstDate) – \(lastDate)" }
}
