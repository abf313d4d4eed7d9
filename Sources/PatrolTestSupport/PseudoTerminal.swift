import Foundation
import Glibc

/// A program at a terminal of its own, and somebody at the keyboard who reads before they type.
package final class PseudoTerminal {
    private let master: Int32
    private let pid: pid_t
    /// What the screen has shown and nobody has read yet.
    private var unread = ""
    /// Everything the screen has shown.
    package private(set) var shown = ""

    /// TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)).
    private static let lock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    package struct NotShown: Error, CustomStringConvertible {
        let wanted: String
        let shown: String
        package var description: String { "the terminal did not show “\(wanted)”; it showed:\n\(shown)" }
    }

    /// Starts a program on a new terminal of so many columns and lines.
    package init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        columns: UInt16 = 80,
        lines: UInt16 = 24
    ) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (locked, number): (Int32, UInt32) = (0, 0)
        guard master >= 0, ioctl(master, PseudoTerminal.lock, &locked) == 0,
            ioctl(master, PseudoTerminal.number, &number) == 0
        else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a new session opens is its own (tty(4)).
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        pid = try Program.spawn(
            path,
            arguments.map { Array($0.utf8) },
            environment.merging(["TERM": "xterm"]) { given, _ in given },
            &actions,
            inNewSession: true
        )
    }

    deinit {
        kill(pid, SIGKILL)
        close(master)
    }

    /// Waits until the screen shows a text, and goes on reading behind it.
    /// - Returns: what it showed up to and with it.
    /// - Throws: ``NotShown`` where it ends, or shows nothing more for 20 s.
    @discardableResult
    package func read(until text: String) throws -> String {
        while true {
            if let found = unread.range(of: text) {
                let before = String(unread[..<found.upperBound])
                unread = String(unread[found.upperBound...])
                return before
            }
            guard more() else { throw NotShown(wanted: text, shown: shown) }
        }
    }

    /// Types a line and presses Return.
    package func type(_ line: String) {
        send(Array((line + "\n").utf8))
    }

    /// Presses keys without Return.
    package func press(_ keys: String) {
        send(Array(keys.utf8))
    }

    /// Waits for a question and answers it.
    package func answer(_ question: String, _ line: String) throws {
        try read(until: question)
        type(line)
    }

    /// Ctrl-D at the beginning of a line.
    package func endInput() {
        send([4])
    }

    /// Reads to the end and waits for it.
    /// - Returns: the exit status.
    package func wait() -> Int32 {
        while more() {}
        return Program.wait(pid)
    }

    private func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private var pending: [UInt8] = []

    /// False at the end, and after 20 s of nothing.
    private func more() -> Bool {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, 20_000) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        pending += buffer[..<count]
        // A character may come in two parts.
        guard let text = String(validating: pending, as: UTF8.self) else { return true }
        pending = []
        let plain = text.replacingOccurrences(of: "\r\n", with: "\n")
        unread += plain
        shown += plain
        return true
    }
}
