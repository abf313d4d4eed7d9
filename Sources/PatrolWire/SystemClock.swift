import Glibc
package import PatrolModel

/// The system's wall clock. This file alone reads it.
package struct SystemClock: WallClock {
    package init() {}

    package func now() -> Instant {
        Instant(seconds: Int64(time().tv_sec))
    }

    /// Milliseconds of the same clock, for keys and for how long something takes.
    package func milliseconds() -> UInt64 {
        let now = time()
        return UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
    }

    private func time() -> timespec {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return now
    }

    /// A new filing key. The time in it only puts keys in order; nothing is judged by it.
    package func newKey() -> FilingKey {
        FilingKey(
            milliseconds: milliseconds(),
            random: (UInt64.random(in: 0...UInt64.max), UInt64.random(in: 0...UInt64.max))
        )
    }
}
