import PatrolReports
import PatrolText
import PatrolWire

/// One row of a morning list, as a spreadsheet has it.
struct MorningLine: Codable {
    let recipient: MorningSheet.Recipient
    /// The part's name in the language of the run.
    let section: String
    /// The hazard's or the duty's.
    let number: String
    let state: String
    let what: String
    let site: String
    let siteName: String
    let subdistrict: String
    let unit: String
    let due: String
    var overdue = ""
    var working = ""
    let describe: String
    let assignee: String

    static func all(_ sheet: MorningSheet) -> [MorningLine] {
        let phrases = Speech.phrases
        func name(_ section: MorningSection) -> String { phrases.morning(.sectionName(section)) }
        return sheet.hazards.flatMap { section, rows in
            rows.map { MorningLine(sheet.recipient, section, name(section), $0, phrases) }
        } + sheet.duties.map { MorningLine(sheet.recipient, name(.duties), $0, phrases) }
            + sheet.missed.map { MorningLine(sheet.recipient, name(.missed), $0, phrases) }
    }

    static func columns(_: any Phrases) -> [Column<MorningLine>] {
        [
            Column(.recipient, .whole) { "\($0.recipient.name)" },
            Column(.recipientCode, .whole) { "\($0.recipient.id)" },
            Column(.section, .whole) { "\($0.section)" },
            Column(.number, .whole) { "\($0.number)" },
            Column(.state, .whole) { "\($0.state)" },
            Column(.what, .whole) { "\($0.what)" },
            Column(.siteCode, .whole) { "\($0.site)" },
            Column(.site, .whole) { "\($0.siteName)" },
            Column(.subdistrict, .whole) { "\($0.subdistrict)" },
            Column(.unit, .whole) { "\($0.unit)" },
            Column(.due, .whole) { "\($0.due)" },
            Column(.overdue, .whole) { "\($0.overdue)" },
            Column(.working, .whole) { "\($0.working)" },
            Column(.describe, .whole) { "\($0.describe)" },
            Column(.assignee, .whole) { "\($0.assignee)" },
        ]
    }
}

extension MorningLine {
    private init(
        _ recipient: MorningSheet.Recipient,
        _ section: MorningSection,
        _ name: String,
        _ hazard: HazardBody,
        _ phrases: any Phrases
    ) {
        (self.recipient, self.section, number) = (recipient, name, hazard.id)
        (state, what) = (phrases.state(hazard.state), hazard.what(phrases))
        (site, siteName, subdistrict) = (hazard.site, hazard.siteName, hazard.subdistrict)
        (unit, describe, assignee) = (hazard.responsibleUnit, hazard.describe, "")
        if section == .toVerify {
            due = hazard.due(on: section, phrases)
        } else {
            due = hazard.dueAt.minute
            guard hazard.overdueSeconds > 0 else { return }
            overdue = phrases.roughly(seconds: hazard.overdueSeconds)
            working = phrases.roughHours(seconds: hazard.overdueWorkingSeconds)
        }
    }

    private init(
        _ recipient: MorningSheet.Recipient,
        _ section: String,
        _ duty: DutyBody,
        _ phrases: any Phrases
    ) {
        (self.recipient, self.section, number) = (recipient, section, duty.id)
        (state, what) = (phrases.duty(duty), duty.programmeName)
        (site, siteName, subdistrict) = (duty.site, duty.siteName, duty.subdistrict)
        (unit, describe, due) = ("", duty.categoryName ?? "", duty.dueAt.minute)
        assignee = duty.assigneeName ?? ""
    }
}
