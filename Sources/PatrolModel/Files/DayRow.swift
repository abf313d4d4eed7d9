/// One line of a day that was kept on paper, its cells still text.
package struct DayRow: Sendable {
    /// The columns such a file may have.
    package enum Column: String, Sendable, CaseIterable {
        case site, observedAt, result, programme, note, hazardCategory, hazardCondition, severity, describe
        case fixed, action, reason, isNew, position, with

        /// The headings a file may use for it, the English before the Chinese.
        package var headings: [String] {
            switch self {
            case .site: ["site", "code", "编号", "巡查对象"]
            case .observedAt: ["time", "observed_at", "observedat", "时间"]
            case .result: ["result", "结果"]
            case .programme: ["programme", "计划", "巡查计划"]
            case .note: ["note", "备注"]
            case .hazardCategory: ["category", "小类", "小类代码"]
            case .hazardCondition: ["condition", "条件", "条件序号"]
            case .severity: ["severity", "等级"]
            case .describe: ["describe", "description", "问题描述"]
            case .fixed: ["fixed", "立行立改"]
            case .action: ["action", "整改内容"]
            case .reason: ["reason", "迟报原因"]
            case .isNew: ["new", "新问题"]
            case .position: ["at", "position", "位置", "经纬度"]
            case .with: ["with", "同行人员"]
            }
        }

        /// A file without one of these is refused whole.
        package static let required: [Column] = [.site, .observedAt]
    }

    /// 1 is the file's first line; a quoted cell may span lines, and then the row's first counts.
    package let line: Int
    let cells: [Column: String]

    subscript(column: Column) -> String {
        String((cells[column] ?? "").trimmingSpaces)
    }
}

/// One visit of such a day, as it would be filed alone.
package struct DayVisit: Hashable, Sendable {
    package let line: Int
    package let inspect: Inspect
    /// With its date, whatever was written.
    package let observedAt: TypedTime
}

extension DayRow {
    private static let results: [(words: [String], result: Inspection.Result)] = [
        (["正常", "ok"], .ok), (["有隐患", "hazard"], .hazard), (["到访不遇", "absent"], .absent),
        (["拒检", "refused"], .refused),
    ]
    private static let severities: [(words: [String], severity: Hazard.Severity)] = [
        (["一般", "general"], .general), (["重大", "major"], .major),
    ]
    private static let answers: [(words: [String], answer: Bool)] = [
        (["是", "yes"], true), (["否", "no"], false),
    ]

    /// Reads one row.
    /// - Parameters:
    ///   - date: the day of times that stand alone; nil where the file must say it.
    ///   - reason: why rows that do not say so themselves are filed late.
    /// - Returns: the visit, or every fault of the row.
    package func visit(on date: CivilDate?, reason: String?) -> Result<DayVisit, RowFaults> {
        var faults: [RowFault] = []
        func fault(_ column: Column, _ problem: RowFault.Problem) {
            faults.append(RowFault(line: line, column: column.rawValue, problem: problem))
        }
        func text(_ column: Column) -> String? { self[column].isEmpty ? nil : self[column] }
        func word<Value>(_ column: Column, _ known: [(words: [String], value: Value)]) -> Value? {
            guard let text = text(column) else { return nil }
            if let found = known.first(where: { $0.words.contains(text.lowercased()) }) { return found.value }
            fault(column, .unknownWord(text, of: known.flatMap(\.words)))
            return nil
        }
        if self[.site].isEmpty { fault(.site, .empty) }
        let observedAt = time(on: date) { fault(.observedAt, $0) }
        let result = word(.result, DayRow.results.map { ($0.words, $0.result) })
        let severity = word(.severity, DayRow.severities.map { ($0.words, $0.severity) })
        let fixed = word(.fixed, DayRow.answers.map { ($0.words, $0.answer) })
        let isNew = word(.isNew, DayRow.answers.map { ($0.words, $0.answer) })
        let position = text(.position).flatMap { Position($0) }
        if let text = text(.position), position == nil { fault(.position, .notAPosition(text)) }
        var condition: Int?
        if let text = text(.hazardCondition) {
            condition = Int(text.halfWidth)
            if (condition ?? 0) < 1 { fault(.hazardCondition, .notANumber(text)) }
        }
        // An answer that cannot be read is fault enough.
        if text(.action) != nil, fixed == false || text(.fixed) == nil {
            fault(.action, .refused(.actionWithoutFix))
        }
        let details: [Column] = [.hazardCondition, .severity, .describe, .action, .position]
        if text(.hazardCategory) != nil {
            if text(.describe) == nil { fault(.describe, .empty) }
        } else if fixed == true || isNew == true || details.contains(where: { text($0) != nil }) {
            fault(.hazardCategory, .empty)
        }
        guard faults.isEmpty, let observedAt else { return .failure(RowFaults(faults)) }
        let hazard = text(.hazardCategory).map {
            HazardDetails(
                category: $0,
                condition: condition,
                severity: severity,
                describe: self[.describe],
                fixed: fixed == true,
                action: text(.action),
                position: position,
                isNew: isNew == true
            )
        }
        let inspect = Inspect(
            site: self[.site],
            programme: text(.programme),
            result: result,
            note: text(.note),
            reason: text(.reason) ?? reason,
            hazard: hazard,
            with: companions
        )
        return .success(DayVisit(line: line, inspect: inspect, observedAt: observedAt))
    }

    /// The ids of a cell that names several, whatever stands between them.
    private var companions: [String] {
        self[.with].split { ";；,，、".contains($0) || $0.isWhitespace }.map(String.init)
    }

    /// With the date it lacks, and in one form for one reading, as far as that can be told without the zone.
    private func time(on date: CivilDate?, _ fault: (RowFault.Problem) -> Void) -> TypedTime? {
        let plain = self[.observedAt].halfWidth.trimmingSpaces
        if plain.isEmpty {
            fault(.empty)
            return nil
        }
        if let time = CivilTime(plain) {
            if let date { return TypedTime("\(date) \(time)") }
            fault(.timeWithoutDate(self[.observedAt]))
            return nil
        }
        guard let separator = plain.firstIndex(where: { $0 == " " || $0 == "T" }),
            let day = DayRow.day(plain[..<separator])
        else {
            fault(.notATime(self[.observedAt]))
            return nil
        }
        let clock = plain[plain.index(after: separator)...].drop { $0 == " " }
        return TypedTime(CivilTime(clock).map { "\(day) \($0)" } ?? "\(day)T\(clock)")
    }

    /// A spreadsheet saves `2026/1/5` of what was typed as 2026-01-05.
    private static func day(_ text: Substring) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return CivilDate(parts.map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-"))
    }
}

extension DayRow.Column {
    /// Where that stands which the daemon refuses a row for; nil where it is the row as a whole.
    package init?(of error: PatrolError) {
        switch error {
        case .unknownSite, .siteNotActive, .outOfScope: self = .site
        case .unreadableTime, .futureTime: self = .observedAt
        case .lateWithoutReason: self = .reason
        case .unknownProgramme, .programmeNotForSite: self = .programme
        case .unknownCategory, .retiredCategory, .ambiguousCategory: self = .hazardCategory
        case .unknownCondition, .conditionNeeded: self = .hazardCondition
        case .resultContradictsHazard: self = .result
        case .actionWithoutFix: self = .action
        case .looksLikeDuplicate: self = .isNew
        case .unknownPerson, .officersNeeded, .officerWithoutCertificate, .officerOfUnit, .officerNamedTwice:
            self = .with
        case .emptyText(let field): self.init(of: field)
        case .textTooLong(let field, _, _): self.init(of: field)
        case .controlCharacter(let field, _, _): self.init(of: field)
        default: return nil
        }
    }

    /// Nil of what a day's file has no column for.
    private init?(of field: FreeText.Field) {
        switch field {
        case .note: self = .note
        case .description: self = .describe
        case .reason: self = .reason
        case .action: self = .action
        case .unit, .name, .measures, .funds, .contingency, .plan, .caseNumber, .fileName: return nil
        }
    }
}
