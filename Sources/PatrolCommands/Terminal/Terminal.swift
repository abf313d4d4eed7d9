import Glibc
import PatrolReports

/// What standard output is.
enum Terminal {
    /// A terminal's size, or `COLUMNS` where that is set (environ(7)); colours on a terminal alone, and not where
    /// `NO_COLOR` stands (no-color.org).
    static let screen: Screen = {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let size = extent(of: STDOUT_FILENO)
        let asked = value("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        return Screen(
            width: asked ?? (isTerminal ? size?.columns ?? 80 : nil),
            height: isTerminal ? size?.lines ?? 24 : nil,
            hasColours: isTerminal && value("NO_COLOR") == nil && value("TERM") != "dumb"
        )
    }()

    /// Whether somebody sits there who can answer.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Nil where it is absent or empty.
    static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func extent(of descriptor: Int32) -> (columns: Int, lines: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
