import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// A morning list as it lies on a desk: a box before each row for a pen, and nothing cut.
struct MorningPaper {
    private let phrases: any Phrases
    private let screen: Screen

    init(_ phrases: any Phrases, _ screen: Screen) {
        self.phrases = phrases
        self.screen = screen
    }

    func title(_ sheet: MorningSheet) -> String {
        phrases.morning(.title(district: sheet.districtName, day: phrases.day(sheet.date)))
    }

    /// What stands under the title.
    func lines(_ sheet: MorningSheet) -> [String] {
        let recipient = phrases.morning(
            .recipient(MorningRecipient(sheet.recipient.kind), name: sheet.recipient.name)
        )
        var lines = recipient.wrapped(to: screen.width)
        if sheet.isEmpty { lines += ["", phrases.morning(.nothing)] }
        for (section, hazards) in sheet.hazards { lines += part(sheet, section, hazards) }
        let visits = Visit.visits(sheet.duties, phrases)
        lines += part(sheet, .duties, visits, visitColumns(sheet))
        lines += part(sheet, .missed, sheet.missed, missedColumns(sheet))
        let footer = phrases.morning(
            .footer(time: phrases.time(sheet.at), event: sheet.event, head: String(sheet.head.prefix(12)))
        )
        return lines + [""] + footer.wrapped(to: screen.width)
    }

    /// What is to be seen of a hazard stands under its row, over the whole width.
    private func part(
        _ sheet: MorningSheet,
        _ section: MorningSection,
        _ hazards: [HazardBody]
    ) -> [String] {
        part(sheet, section, hazards, hazardColumns(sheet, section)) { hazard in
            hazard.describe.wrapped(to: screen.width.map { $0 - 4 }).map { "    " + $0 }
        }
    }

    private func part<Row>(
        _ sheet: MorningSheet,
        _ section: MorningSection,
        _ rows: [Row],
        _ columns: [Column<Row>],
        under: (Row) -> [String] = { _ in [] }
    ) -> [String] {
        guard !rows.isEmpty else { return [] }
        let title = phrases.morning(
            .section(section, count: rows.count, until: phrases.time(sheet.dueBefore))
        )
        let listing = Listing(phrases, [Column(.tick, .whole) { _ in "□" }] + columns)
        let layout = listing.layout(rows, width: screen.width)
        return ["", screen.painted(title, section == .overdue || section == .missed ? .alarm : .plain)]
            + layout.headings(screen)
            + rows.flatMap { layout.paperLines(listing.cells($0), screen) + under($0) }
    }

    /// A unit's own list need not name it.
    private func hazardColumns(
        _ sheet: MorningSheet,
        _ section: MorningSection
    ) -> [Column<HazardBody>] {
        let phrases = phrases
        return [
            Column(.number, .whole) { "\($0.id)" },
            Column(.state, section == .toVerify ? .whole : .never) { Cell(phrases.state($0.state)) },
            Column(.what, .cut(to: 8)) { Cell($0.what(phrases)) },
            Column(.site, .cut(to: 10)) { "\($0.siteName)" },
            Column(.unit, sheet.recipient.kind == .unit ? .never : .cut(to: 10)) { hazard in
                let isTold = hazard.servedAt != nil || hazard.rectifiedAt != nil
                let unit = hazard.responsibleUnit
                return Cell(isTold ? unit : phrases.morning(.notTold(unit: unit)))
            },
            Column(.due, .cut(to: 16)) { Cell($0.due(on: section, phrases)) },
        ]
    }

    /// A street office's own list need not name it, and says whose each is.
    private func visitColumns(_ sheet: MorningSheet) -> [Column<Visit>] {
        let (isPlace, comma) = (sheet.recipient.kind == .subdistrict, phrases.comma)
        return [
            Column(.subdistrict, isPlace ? .never : .whole) { "\($0.subdistrict)" },
            Column(.siteCode, .whole) { "\($0.subject)" },
            Column(.site, .cut(to: 10)) { "\($0.place)" },
            Column(.programme, .cut(to: 10)) { "\($0.programmes.joined(separator: comma))" },
            Column(.assignee, isPlace ? .cut(to: 6) : .never) { "\($0.assignees.joined(separator: comma))" },
            Column(.due, .whole) { "\($0.due)" },
        ]
    }

    private func missedColumns(_ sheet: MorningSheet) -> [Column<DutyBody>] {
        let (isPlace, phrases) = (sheet.recipient.kind == .subdistrict, phrases)
        let isOwn = sheet.missed.allSatisfy { $0.assignee == sheet.recipient.id }
        return [
            Column(.subdistrict, isPlace ? .never : .whole) { "\($0.subdistrict)" },
            Column(.siteCode, .whole) { "\($0.subject)" },
            Column(.site, .cut(to: 10)) { Cell($0.place(phrases)) },
            Column(.programme, .cut(to: 10)) { "\($0.programmeName)" },
            Column(.period, .whole) { "\($0.period)" },
            Column(.state, .whole) { Cell(phrases.duty($0), .alarm) },
            Column(.assignee, isOwn ? .never : .spare) { "\($0.assigneeName ?? "")" },
        ]
    }
}

extension MorningSheet {
    /// Its parts that are of hazards, in order.
    var hazards: [(section: MorningSection, rows: [HazardBody])] {
        [
            (.overdue, overdue), (.dueToday, dueToday), (.toOrder, toOrder), (.orders, orders),
            (.toVerify, toVerify),
        ]
    }
}

extension MorningRecipient {
    init(_ kind: MorningSheet.Recipient.Kind) {
        switch kind {
        case .person: self = .person
        case .unit: self = .unit
        case .subdistrict: self = .subdistrict
        }
    }
}

extension HazardBody {
    /// The category; a major one is marked in words.
    func what(_ phrases: any Phrases) -> String {
        (severity == .major ? phrases.severity(.major) + phrases.colon : "") + categoryName
    }

    /// The deadline of what is to be done next, with by how much it has passed; of what waits to be struck off none.
    func due(on section: MorningSection, _ phrases: any Phrases) -> String {
        if section == .toVerify { return state == .rectified ? verifyDueAt?.minute ?? "" : "" }
        let mark = provisional ? phrases.notice(.provisionalMark) : ""
        guard overdueSeconds > 0 else { return dueAt.minute + mark }
        let late = MorningNotice.late(
            length: phrases.roughly(seconds: overdueSeconds),
            inOffice: phrases.roughHours(seconds: overdueWorkingSeconds)
        )
        return dueAt.minute + mark + " " + phrases.morning(late)
    }
}
