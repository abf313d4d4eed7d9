import Glibc

/// Somebody who presses Ctrl-C, or hangs up, while an answer is waited for: the waiting ends, and what was to be filed is
/// kept instead of being lost between here and there.
package enum Interruption {
    /// Written by the handler, read by the one thread there is.
    nonisolated(unsafe) private static var signal: sig_atomic_t = 0

    /// The signal that came; nil where none has.
    package static var received: Int32? { signal == 0 ? nil : Int32(signal) }

    /// From now on SIGINT, SIGTERM and SIGHUP end a system call (`EINTR`), and not the program.
    package static func watch() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { Interruption.signal = sig_atomic_t($0) }
        for number in watched { sigaction(number, &action, nil) }
    }

    /// They end the program again.
    package static func unwatch() {
        signal = 0
        var action = sigaction()
        for number in watched { sigaction(number, &action, nil) }
    }

    private static let watched = [SIGINT, SIGTERM, SIGHUP]
}
