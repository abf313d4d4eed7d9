import CSystemd
import Glibc

/// How a thread that has time lets others go first.
package enum Courtesy {
    /// The lowest priority there is (nice 19), and the disk only when nobody else wants it.
    package static func yieldToEverybody() {
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
        _ = patrol_idle_io()
    }
}
