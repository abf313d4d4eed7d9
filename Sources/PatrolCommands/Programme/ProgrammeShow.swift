import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol programme show`
struct ProgrammeShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Speech.help(.programmeShow)
    )

    @Argument(help: ArgumentHelp(.programmeId))
    var programme: String

    @OptionGroup var switches: Switches

    func run() throws {
        let session = Session(switches)
        try session.show([Route.programmes, programme], of: ProgrammeDetailBody.self, id: \.programme.id) {
            lines($0, session.phrases)
        }
    }

    private func lines(_ detail: ProgrammeDetailBody, _ phrases: any Phrases) -> [String] {
        let programme = detail.programme
        func joined(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: " ") }
        var sheet = Sheet(phrases)
        sheet.add(.cadence, phrases.cadence(programme.cadence, times: programme.times))
        sheet.add(.kind, joined(programme.siteKinds))
        sheet.add(.tags, joined(programme.tags + programme.anyTags))
        sheet.add(.subdistrict, joined(programme.subdistricts))
        sheet.add(.role, joined(programme.roles.map(phrases.role)))
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
                            from: gap.from.minute,
                            to: gap.to.minute,
                            length: phrases.duration(seconds: gap.seconds),
                            running: gap.running
                        )
                    )
            }
        )
        return ["\(programme.id)  \(programme.name)"] + sheet.text
    }
}

extension PeriodBody {
    /// `2026-11-01 – 2026-11-30`; one day alone stands once.
    var dates: String { firstDate == lastDate ? firstDate : "\(firstDate) – \(lastDate)" }
}
