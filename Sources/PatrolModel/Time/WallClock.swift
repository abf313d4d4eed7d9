/// What tells the time. The daemon has one that reads the system's clock; tests have one that is set by hand.
package protocol WallClock: Sendable {
    func now() -> Instant
}
