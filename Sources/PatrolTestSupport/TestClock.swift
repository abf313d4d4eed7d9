package import PatrolModel
import Synchronization

/// A clock that stands still until it is set.
package final class TestClock: WallClock {
    private let instant: Mutex<Instant>

    package init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    package func now() -> Instant { instant.withLock { $0 } }

    package func set(_ instant: Instant) { self.instant.withLock { $0 = instant } }

    package func advance(hours: Int64 = 0, minutes: Int64 = 0, seconds: Int64 = 0) {
        instant.withLock { $0 = $0 + (hours * 3600 + minutes * 60 + seconds) }
    }
}
