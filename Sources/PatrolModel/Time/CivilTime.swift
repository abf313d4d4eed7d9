/// A time of day on a wall clock, 00:00:00 … 23:59:59, in no particular zone.
package struct CivilTime: Hashable, Sendable {
    /// Seconds after midnight, 0 … 86 399.
    package let secondOfDay: Int

    package init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
            return nil
        }
        secondOfDay = hour * 3600 + minute * 60 + second
    }

    /// Reads `7:30`, `07:30` and `07:30:15`.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, (1...2).contains(parts[0].count),
            parts.dropFirst().allSatisfy({ $0.count == 2 }), let hour = CivilDate.number(parts[0]),
            let minute = CivilDate.number(parts[1])
        else { return nil }
        let second = parts.count == 3 ? CivilDate.number(parts[2]) : 0
        guard let second else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }

    init(secondOfDay: Int) {
        self.secondOfDay = secondOfDay
    }

    package static let midnight = CivilTime(secondOfDay: 0)
}

extension CivilTime: CustomStringConvertible {
    /// `07:30`, or `07:30:15` where there are seconds.
    package var description: String {
        let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        let clock = "\(CivilDate.padded(hour, to: 2)):\(CivilDate.padded(minute, to: 2))"
        return second == 0 ? clock : clock + ":\(CivilDate.padded(second, to: 2))"
    }
}

extension CivilTime: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = CivilTime(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time: \(text)")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
