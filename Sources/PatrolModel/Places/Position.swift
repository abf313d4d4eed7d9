/// A point on the earth in WGS 84, what a satellite receiver and a telephone say; held in millionths of a degree, a tenth
/// of a metre, so that it is read, written and compared without rounding.
package struct Position: Hashable, Sendable {
    /// −90 000 000 … 90 000 000, north is positive.
    package let microLatitude: Int
    /// −180 000 000 … 180 000 000, east is positive.
    package let microLongitude: Int

    /// Degrees; nil beyond the poles or the 180th meridian. What is finer than a millionth is rounded.
    package init?(latitude: Double, longitude: Double) {
        guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
        self.init(micro: Int((latitude * 1e6).rounded()), Int((longitude * 1e6).rounded()))
    }

    /// Millionths of a degree, known to be in range.
    package init(micro latitude: Int, _ longitude: Int) {
        (microLatitude, microLongitude) = (latitude, longitude)
    }

    /// Reads `30.554312,114.316512`: latitude, comma, longitude, also as a Chinese keyboard types them.
    package init?(_ text: String) {
        let plain = text.halfWidth.replacing("，", with: ",").replacing("．", with: ".")
        let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let latitude = Position.degrees(parts[0].trimmingSpaces, limit: 90),
            let longitude = Position.degrees(parts[1].trimmingSpaces, limit: 180)
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }

    package var latitude: Double { Double(microLatitude) / 1e6 }
    package var longitude: Double { Double(microLongitude) / 1e6 }

    /// Reads decimal degrees, such as `-30.5`; nil where they are none, or beyond the limit.
    package static func degrees(_ text: some StringProtocol, limit: Double) -> Double? {
        guard !text.isEmpty, text.unicodeScalars.allSatisfy("0123456789.+-".unicodeScalars.contains),
            let degrees = Double(text), abs(degrees) <= limit
        else { return nil }
        return degrees
    }

    /// Decimal degrees of millionths: `30.5` of 30 500 000.
    package static func text(_ micro: Int) -> String {
        let (whole, part) = micro.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var digits = String(1_000_000 + part).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return (micro < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : "." + digits)
    }
}

extension Position: CustomStringConvertible {
    /// As it may be typed again.
    package var description: String {
        Position.text(microLatitude) + "," + Position.text(microLongitude)
    }
}

extension Position: Codable {
    private enum Keys: String, CodingKey { case latitude, longitude }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let latitude = try container.decode(Double.self, forKey: .latitude)
        let longitude = try container.decode(Double.self, forKey: .longitude)
        guard let position = Position(latitude: latitude, longitude: longitude) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "beyond the earth")
            )
        }
        self = position
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(latitude, forKey: .latitude)
        try container.encode(longitude, forKey: .longitude)
    }
}
