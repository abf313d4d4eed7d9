import Glibc
import PatrolText
import PatrolWire

/// How far a long filing has gone, on one line of a terminal's standard error; nothing anywhere else, and nothing where
/// it is over before anybody wonders.
final class Progress {
    private let isShown: Bool
    private let started = SystemClock().milliseconds()
    private var last: UInt64 = 0
    private var hasLine = false

    /// Bytes from which a filing is long.
    private static let long = 256 * 1024

    init(bytes: Int) {
        isShown = bytes > Progress.long && isatty(STDERR_FILENO) == 1
    }

    func sent(_ bytes: Int, of total: Int) {
        guard isShown else { return }
        // What is sent is a little more than the body: the request's head.
        let now = SystemClock().milliseconds()
        guard bytes >= total || now - last > 100 else { return }
        last = now
        hasLine = true
        let notice: Notice = bytes >= total ? .recording : .sending(percent: bytes * 100 / max(1, total))
        Output.note("\r\u{1B}[K" + Speech.phrases.notice(notice), newline: false)
    }

    func end() {
        if hasLine { Output.note("\r\u{1B}[K", newline: false) }
    }
}
