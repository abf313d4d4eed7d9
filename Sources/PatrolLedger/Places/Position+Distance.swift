import Glibc
import PatrolModel

extension Position {
    /// The mean radius of the earth, in metres (IUGG R₁). The ellipsoid differs by half a percent at most.
    private static let earth = 6_371_008.8

    /// The great-circle distance in metres, by the haversine formula, which is exact for small distances too.
    func distance(to other: Position) -> Double {
        let (mine, yours) = (latitude.radians, other.latitude.radians)
        let north = sin((yours - mine) / 2)
        let east = sin((other.longitude - longitude).radians / 2)
        let haversine = north * north + cos(mine) * cos(yours) * east * east
        return 2 * Position.earth * asin(min(1, haversine.squareRoot()))
    }

    /// A rectangle that holds whatever is within a radius, in metres; all round the earth where it would reach a pole
    /// or the 180th meridian, which only makes it too large.
    func box(radius: Double) -> PositionBox {
        let angle = radius / Position.earth
        // Each side a millionth of a degree further out, so that no rounding cuts the circle.
        let reach = Int((angle.degrees * 1e6).rounded(.up)) + 1
        let latitudes = max(-90_000_000, microLatitude - reach)...min(90_000_000, microLatitude + reach)
        let around = -180_000_000...180_000_000
        let ratio = sin(angle) / cos(latitude.radians)
        guard angle < .pi / 2, abs(ratio) < 1, latitudes.lowerBound > -90_000_000,
            latitudes.upperBound < 90_000_000
        else { return PositionBox(latitudes: latitudes, longitudes: around) }
        let width = Int((asin(ratio).degrees * 1e6).rounded(.up)) + 1
        let longitudes = microLongitude - width...microLongitude + width
        let isWhole = around.contains(longitudes.lowerBound) && around.contains(longitudes.upperBound)
        return PositionBox(latitudes: latitudes, longitudes: isWhole ? longitudes : around)
    }
}

/// Latitudes and longitudes in millionths of a degree, both ends included.
struct PositionBox: Hashable {
    let latitudes: ClosedRange<Int>
    let longitudes: ClosedRange<Int>

    func contains(_ position: Position) -> Bool {
        latitudes.contains(position.microLatitude) && longitudes.contains(position.microLongitude)
    }
}

extension Double {
    fileprivate var radians: Double { self * .pi / 180 }
    fileprivate var degrees: Double { self * 180 / .pi }
}
