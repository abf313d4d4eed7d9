import CSystemd
import Glibc

/// What the daemon tells systemd of its state (sd_notify(3)); nothing happens where it was not started by systemd.
package enum ServiceManager {
    /// Whether anybody listens.
    package static var isListening: Bool { getenv("NOTIFY_SOCKET") != nil }

    package static func ready(_ status: String) {
        sd_notify(0, "READY=1\nSTATUS=\(status)")
    }

    /// What `systemctl status` shows: one line.
    package static func status(_ status: String) {
        sd_notify(0, "STATUS=\(status)")
    }

    package static func stopping(_ status: String) {
        sd_notify(0, "STOPPING=1\nSTATUS=\(status)")
    }

    /// The sign of life that the watchdog waits for.
    package static func alive() {
        sd_notify(0, "WATCHDOG=1")
    }

    /// Asks for more time to start or stop, from now on, because something is still being done.
    package static func extendTimeout(seconds: Int) {
        sd_notify(0, "EXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)")
    }

    /// Within what time it wants a sign of life (sd_watchdog_enabled(3)); nil where it waits for none. Taken once:
    /// programs that this one starts are not asked for any.
    package static func takeWatchdog() -> Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(1, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }
}
