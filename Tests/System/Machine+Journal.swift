import Foundation
import Glibc
import PatrolTestSupport
import Testing

/// What its journal says.
extension Machine {
    typealias Entry = [String: Any]

    /// A place in the journal: the time of its last entry now, in microseconds. (A cursor would not do: where its own entry
    /// does not match what is asked for, journalctl(1) leaves out the first that does.)
    func place() throws -> Int64 {
        let last = try journal("--lines=1").first
        return try #require(last.map(Machine.time))
    }

    /// Entries after a place that match.
    func entries(after place: Int64, _ matches: String...) throws -> [Entry] {
        let words = ["journalctl", "--no-pager", "--output=json"] + matches
        return try run(as: "root", words).output.split(separator: "\n").map { try Machine.entry($0) }
            .filter { Machine.time($0) > place }
    }

    /// Waits until as many entries after a place match, and gives them. Fails after two minutes.
    @discardableResult
    func awaited(
        _ matches: String...,
        after place: Int64,
        count: Int = 1
    ) throws -> [Entry] {
        let folder = try TemporaryFolder()
        let pipe = try NamedPipe(folder.file("journal"))
        let words = ["journalctl", "--follow", "--no-tail", "--output=json"]
        var follower = try start(as: "root", words + matches, log: pipe.path)
        defer { follower.stop(SIGKILL) }
        var (entries, complaints): ([Entry], String) = ([], "")
        while entries.count < count, let line = pipe.line(within: .seconds(120)) {
            guard line.hasPrefix("{") else {
                complaints += line + "\n"
                // Others have taken all inotify instances of this kernel: it does not follow, and ends.
                if line.contains("Insufficient watch descriptors") {
                    follower.stop(0)
                    usleep(500_000)
                    entries = []
                    follower = try start(as: "root", words + matches, log: pipe.path)
                }
                continue
            }
            let entry = try Machine.entry(line[...])
            if Machine.time(entry) > place { entries.append(entry) }
        }
        guard entries.count == count else {
            throw NeverSaid(
                matches: matches,
                count: entries.count,
                journal: complaints
                    + (try run(as: "root", ["journalctl", "--no-pager", "--lines=60"]).output)
            )
        }
        return entries
    }

    struct NeverSaid: Error, CustomStringConvertible {
        let matches: [String]
        let count: Int
        let journal: String
        var description: String { "\(matches): said \(count) times only\n\(journal)" }
    }

    private static func time(_ entry: Entry) -> Int64 {
        entry.text("__REALTIME_TIMESTAMP").flatMap { Int64($0) } ?? 0
    }

    private static func entry(_ line: Substring) throws -> Entry {
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Entry ?? [:]
    }
}

extension [String: Any] {
    /// A field that occurs once in a journal's entry.
    func text(_ field: String) -> String? { self[field] as? String }
}

/// What another program writes, read here line by line as it comes.
private final class NamedPipe {
    let path: String
    private let descriptor: Int32
    private var pending: [UInt8] = []

    init(_ path: String) throws {
        self.path = path
        guard mkfifo(path, 0o600) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        // Open for both, so that it has no end while nobody writes.
        descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    /// Nil where none comes in time.
    func line(within patience: Duration) -> String? {
        let deadline = ContinuousClock.now + patience
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                defer { pending.removeSubrange(...end) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            let left = (deadline - .now) / .milliseconds(1)
            var waiting = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
            guard left > 0, poll(&waiting, 1, Int32(left)) > 0 else { return nil }
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { pending += buffer[..<count] }
        }
    }
}
