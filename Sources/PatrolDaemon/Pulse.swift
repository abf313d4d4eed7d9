import Synchronization
import Systemd

/// Signs of life for the service manager. Each comes of work that was done: where the work hangs, none comes, and the
/// service manager starts the daemon anew.
final class Pulse: Sendable {
    private struct State {
        var isStarting = true
        var last: ContinuousClock.Instant?
    }

    /// Within what time a sign is expected; nil where none is.
    private let watchdog: Duration?
    private let state = Mutex(State())

    /// Not more often than this, however fast the work goes.
    private static let shortestPause = Duration.seconds(1)
    /// Seconds that starting may take on from its last sign of life.
    private static let patience = 60

    init(watchdog: Duration?) {
        self.watchdog = watchdog
    }

    /// How long whoever gives the signs may sleep.
    var longestSleep: Duration {
        let usual = Duration.seconds(Scheduler.longestSleep)
        return watchdog.map { min($0 / 2, usual) } ?? usual
    }

    /// One of many steps is done. It counts for the start, and for a turn that has much to catch up with.
    func step() {
        let isStarting: Bool? = state.withLock { state in
            let now = ContinuousClock.now
            if let last = state.last, now - last < Pulse.shortestPause { return nil }
            state.last = now
            return state.isStarting
        }
        switch isStarting {
        case true?: ServiceManager.extendTimeout(seconds: Pulse.patience)
        case false?: beat()
        case nil: break
        }
    }

    /// Whether it has been said that the daemon is ready.
    var isRunning: Bool { state.withLock { !$0.isStarting } }

    func started() {
        state.withLock { $0.isStarting = false }
    }

    /// A whole turn is done.
    func beat() {
        if watchdog != nil, isRunning { ServiceManager.alive() }
    }
}
