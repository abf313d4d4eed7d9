/// Timeliness, judged at the claim that stands: a claim that failed counts as never made.
package struct HazardClock: Hashable, Sendable {
    package let state: HazardState
    package let dueAt: Instant
    /// When it stopped: when the standing claim says it was fixed, or when it was suspended or voided; nil while it runs.
    package let stoppedAt: Instant?

    package init(state: HazardState, dueAt: Instant, stoppedAt: Instant?) {
        self.state = state
        self.dueAt = dueAt
        self.stoppedAt = stoppedAt
    }

    /// Whether it runs: from the report until a claim stands.
    package var isRunning: Bool { state == .reported || state == .ordered }

    /// Past its deadline at an instant, with no claim standing. The deadline itself is still in time.
    package func isOverdue(at instant: Instant) -> Bool {
        isRunning && instant > dueAt
    }

    /// How far past the deadline it is, or was when it stopped; 0 where in time. Seconds.
    package func overdueSeconds(at instant: Instant) -> Int64 {
        max(0, (stoppedAt ?? instant) - dueAt)
    }

    /// Nil until it is closed.
    package var closedOnTime: Bool? {
        guard state == .closed, let stoppedAt else { return nil }
        return stoppedAt <= dueAt
    }
}

extension Hazard {
    package var clock: HazardClock {
        HazardClock(state: state, dueAt: dueAt, stoppedAt: stage.stoppedAt)
    }
}

extension HazardStage {
    var stoppedAt: Instant? {
        switch self {
        case .reported, .ordered: nil
        case .suspended(let suspension): suspension.since
        case .rectified, .verified, .closed: rectification?.rectifiedAt
        case .void(let voiding): voiding.stoppedAt
        }
    }
}
