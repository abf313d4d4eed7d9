import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

@Suite struct `The distance between two positions` {
    private static func anywhere(_ random: inout SeededGenerator) -> Position {
        Position(
            micro: Int.random(in: -90_000_000...90_000_000, using: &random),
            Int.random(in: -180_000_000...180_000_000, using: &random)
        )
    }

    /// Close by, and now and then at a pole or the 180th meridian.
    private static func near(_ position: Position, _ random: inout SeededGenerator) -> Position {
        let latitude = position.microLatitude + Int.random(in: -40_000...40_000, using: &random)
        let longitude = position.microLongitude + Int.random(in: -60_000...60_000, using: &random)
        return Position(
            micro: min(90_000_000, max(-90_000_000, latitude)),
            longitude > 180_000_000
                ? longitude - 360_000_000 : longitude < -180_000_000 ? longitude + 360_000_000 : longitude
        )
    }

    @Test(arguments: [
        ("30.554312,114.316512", "30.554312,114.316512", 0.0), ("30.5,114.3", "30.500009,114.3", 1.0),
        // A degree of latitude, and of longitude at 60° half of that.
        ("30,114", "31,114", 111_195.1), ("60,0", "60,1", 55_597.5), ("0,179.9999", "0,-179.9999", 22.239),
        ("90,0", "-90,0", 20_015_114.4),
    ])
    func isThatOfTheGreatCircle(_ one: String, _ other: String, _ metres: Double) throws {
        let distance = try #require(Position(one)).distance(to: try #require(Position(other)))
        #expect(abs(distance - metres) <= 0.001 * metres + 0.001)
    }

    @Test func isTheSameBothWays() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<5000 {
            let (one, other) = (Self.anywhere(&random), Self.anywhere(&random))
            #expect(one.distance(to: other) == other.distance(to: one))
        }
    }

    @Test func isWithinNoCircleThatItsBoxCuts() throws {
        var random = SeededGenerator(seed: 13)
        let edges = ["89.999,10", "-89.99,170", "0,179.999", "45,-179.999", "30.55,114.31", "90,0"]
        let centres = edges.compactMap { Position($0) } + (0..<50).map { _ in Self.anywhere(&random) }
        for centre in centres {
            for radius in [1, 30, 5000] {
                let box = centre.box(radius: Double(radius))
                for _ in 0..<200 {
                    let other = Self.near(centre, &random)
                    if centre.distance(to: other) <= Double(radius) { #expect(box.contains(other)) }
                }
            }
        }
    }
}
