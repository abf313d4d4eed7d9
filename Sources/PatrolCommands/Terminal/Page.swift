import Glibc
import PatrolReports

/// Lines on their way out: straight to a pipe or a file; on a terminal through `$PAGER` where they do not fit on it.
final class Page {
    private let height: Int?
    /// What fits on the screen so far, or what is to be written in one go.
    private var held: [UInt8] = []
    private var lines = 0
    private var pager: Pager?

    init(_ screen: Screen) {
        height = screen.height
    }

    func add(_ line: String) {
        held += Array(line.utf8) + [UInt8(ascii: "\n")]
        lines += 1
        if let height {
            if lines >= height, pager == nil { pager = Pager.start() }
            guard pager != nil || lines >= height else { return }
        }
        if held.count > 65536 || pager != nil { flush() }
    }

    func add(_ lines: [String]) {
        for line in lines { add(line) }
    }

    /// Waits until a pager has been left.
    func end() {
        flush()
        pager?.wait()
    }

    private func flush() {
        if let pager { pager.write(held) } else { Output.bytes(held) }
        held.removeAll(keepingCapacity: true)
    }
}

/// The reader's own program for long texts (`$PAGER`, else less(1) where there is one).
private final class Pager {
    private let pid: pid_t
    private let descriptor: Int32
    private var hasLeft = false

    private init(pid: pid_t, descriptor: Int32) {
        self.pid = pid
        self.descriptor = descriptor
    }

    /// Nil where there is none, or none is wanted.
    static func start() -> Pager? {
        let command = getenv("PAGER").map { String(cString: $0) } ?? "less"
        guard let program = command.split(separator: " ").first, program != "cat", isThere(String(program))
        else { return nil }
        // As git(1) does: leave at once what fits, keep colours, do not clear the screen.
        setenv("LESS", "FRX", 0)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        var pid = pid_t()
        let line: [String] = ["sh", "-c", command]
        let words = line.map { text in strdup(text) } + [nil]
        defer { for word in words { free(word) } }
        let status = posix_spawn(&pid, "/bin/sh", &actions, nil, words, environ)
        close(ends[0])
        guard status == 0 else {
            close(ends[1])
            return nil
        }
        // Whoever leaves the pager early has read enough; the keys that end a program are the pager's while it is
        // there.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGINT, SIG_IGN)
        return Pager(pid: pid, descriptor: ends[1])
    }

    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !hasLeft {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                hasLeft = true
                return
            }
            rest = rest.dropFirst(count)
        }
    }

    func wait() {
        close(descriptor)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    }

    private static func isThere(_ program: String) -> Bool {
        if program.contains("/") { return access(program, X_OK) == 0 }
        let folders = Terminal.value("PATH")?.split(separator: ":") ?? ["/usr/bin", "/bin"]
        return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    }
}
