/// Timeliness, judged at the claim that stands: a claim that failed counts as never made.
package struct HazardClock: Hashable, Sendable {
    package let state: HazardState
    package let dueAt: Instant
    /// When the standing claim says it was fixed.
    package let rectifiedAt: Instant?

    package init(state: HazardState, dueAt: Instant, rectifiedAt: Instant?) {
        self.state = state
        self.dueAt = dueAt
        self.rectifiedAt = rectifiedAt
    }

    /// Whether it runs: from the report until a claim stands.
    package var isRunning: Bool { state == .reported || state == .ordered }

    /// Past its deadline at an instant, with no claim standing. The deadline itself is still in time.
    package func isOverdue(at instant: Instant) -> Bool {
        isRunning && instant > dueAt
    }

    /// How far past the deadline it is, or was when the standing claim was made; 0 where in time. Seconds.
    package func overdueSeconds(at instant: Instant) -> Int64 {
        max(0, (rectifiedAt ?? instant) - dueAt)
    }

    /// Nil until it is closed.
    package var closedOnTime: Bool? {
        guard state == .closed, let rectifiedAt else { return nil }
        return rectifiedAt <= dueAt
    }
}

extension Hazard {
    package var clock: HazardClock {
        HazardClock(state: state, dueAt: dueAt, rectifiedAt: stage.rectification?.rectifiedAt)
    }
}
