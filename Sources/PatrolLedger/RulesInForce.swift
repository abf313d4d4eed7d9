package import PatrolModel
import Synchronization

/// The one place where the rules in force are found: whoever keeps them otherwise goes on by old ones after another
/// configuration has been adopted.
///
/// They change between two commits, so that what was recorded before the event that adopts a configuration was decided
/// by the rules before it, and what is recorded after it by its own.
package final class RulesInForce: Sendable {
    private struct State {
        let rulebook: Rulebook
        /// What is remembered holds for these rules alone.
        let watch: ScheduleWatch
    }

    private let state: Mutex<State>

    package init(_ rulebook: Rulebook) {
        state = Mutex(State(rulebook: rulebook, watch: ScheduleWatch()))
    }

    package var rulebook: Rulebook { state.withLock { $0.rulebook } }

    /// The rules, and what is remembered of what they make due.
    var current: (rulebook: Rulebook, watch: ScheduleWatch) {
        state.withLock { ($0.rulebook, $0.watch) }
    }

    func adopt(_ rulebook: Rulebook) {
        state.withLock { $0 = State(rulebook: rulebook, watch: ScheduleWatch()) }
    }
}
