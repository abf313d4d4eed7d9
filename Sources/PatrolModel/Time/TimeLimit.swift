/// How long a condition may stand before it is overdue (处置时限), as the catalogue writes it.
package enum TimeLimit: Hashable, Sendable {
    /// 紧急工作时: hours that run day and night from the observation on: danger does not wait for paper. 1 … 720.
    case urgentHours(Int)

    /// Reads `2紧急工作时` and `2 urgent hours`; nil for everything else, since a limit is never guessed.
    package init?(_ text: some StringProtocol) {
        let squeezed = String(text.filter { !$0.isWhitespace }).lowercased()
        let digits = squeezed.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let unit = squeezed.dropFirst(digits.count)
        guard let count = CivilDate.number(digits), (1...720).contains(count),
            ["紧急工作时", "紧急小时", "urgenthours", "urgenthour"].contains(unit)
        else { return nil }
        self = .urgentHours(count)
    }

    /// The instant at which a clock started at `start` runs out.
    package func deadline(from start: Instant) -> Instant {
        switch self {
        case .urgentHours(let hours): start + Int64(hours) * 3600
        }
    }

    /// Half of the limit, in seconds: the most a rework may take.
    package var halfInSeconds: Int64 {
        switch self {
        case .urgentHours(let hours): Int64(hours) * 1800
        }
    }
}

extension TimeLimit: CustomStringConvertible {
    /// The form the catalogue and the events keep: `2紧急工作时`.
    package var description: String {
        switch self {
        case .urgentHours(let hours): "\(hours)紧急工作时"
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
