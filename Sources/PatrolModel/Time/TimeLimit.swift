/// How long a condition may stand before it is overdue (处置时限), as the catalogue writes it.
package enum TimeLimit: Hashable, Sendable {
    /// 紧急工作时: hours that run day and night from the observation on: danger does not wait for paper. 1 … 720.
    case urgentHours(Int)
    /// 工作时: hours of office time of working days. 1 … 720.
    case workingHours(Int)
    /// 工作日. 1 … 366. What one is, is a setting: ``DeadlineClock/DayReading``.
    case workingDays(Int)
    /// 自然日. 1 … 3660.
    case calendarDays(Int)

    private enum Unit: CaseIterable {
        case urgentHours, workingHours, workingDays, calendarDays

        /// The spellings real workbooks use; 天 alone is a working day in them.
        var spellings: Set<String> {
            switch self {
            case .urgentHours: ["紧急工作时", "紧急工作小时", "紧急小时", "urgenthours", "urgenthour"]
            case .workingHours: ["工作时", "工作小时", "workinghours", "workinghour"]
            case .workingDays: ["工作日", "工作天", "天", "workingdays", "workingday"]
            case .calendarDays: ["自然日", "自然天", "日历日", "日历天", "calendardays", "calendarday"]
            }
        }

        var range: ClosedRange<Int> {
            switch self {
            case .urgentHours, .workingHours: 1...720
            case .workingDays: 1...366
            case .calendarDays: 1...3660
            }
        }
    }

    /// Reads `2紧急工作时`, `4 个工作时`, `５天` and `2 urgent hours`; nil for everything else, such as `种植季节15工作日`, since
    /// a limit is never guessed.
    package init?(_ text: some StringProtocol) {
        let squeezed = String(text.filter { !$0.isWhitespace }).halfWidth.lowercased()
        let digits = squeezed.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        var name = squeezed.dropFirst(digits.count)
        if name.first == "个" { name = name.dropFirst() }
        guard let count = CivilDate.number(digits),
            let unit = Unit.allCases.first(where: { $0.spellings.contains(String(name)) }),
            unit.range.contains(count)
        else { return nil }
        switch unit {
        case .urgentHours: self = .urgentHours(count)
        case .workingHours: self = .workingHours(count)
        case .workingDays: self = .workingDays(count)
        case .calendarDays: self = .calendarDays(count)
        }
    }

    /// Whether it runs from the observation, whoever has been told (急).
    package var isUrgent: Bool {
        if case .urgentHours = self { true } else { false }
    }
}

extension TimeLimit: CustomStringConvertible {
    /// The form the catalogue and the events keep: `2紧急工作时`.
    package var description: String {
        switch self {
        case .urgentHours(let hours): "\(hours)紧急工作时"
        case .workingHours(let hours): "\(hours)工作时"
        case .workingDays(let days): "\(days)工作日"
        case .calendarDays(let days): "\(days)自然日"
        }
    }
}

extension TimeLimit: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let limit = TimeLimit(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not a time limit: \(text)"
            )
        }
        self = limit
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
