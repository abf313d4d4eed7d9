import Foundation
import Glibc
package import PatrolModel
import Synchronization

/// A clock that stands still for other programs until it is moved (libfaketime), so that what they print of times is
/// always the same. Their timers run on.
package final class StoppedClock: Sendable {
    package struct NotInstalled: Error, CustomStringConvertible {
        package var description: String { "libfaketime is not installed: run Scripts/setup" }
    }

    private let time: FakeTime
    private let instant: Mutex<Instant>

    /// - Throws: ``NotInstalled`` where Debian's libfaketime is not.
    package init(at instant: Instant) throws {
        time = try FakeTime()
        self.instant = Mutex(instant)
    }

    package func move(to instant: Instant) {
        self.instant.withLock { $0 = instant }
    }

    /// What makes a program live by it.
    package var environment: [String: String] {
        time.environment.merging([
            "FAKETIME_FMT": "%s", "FAKETIME": String(instant.withLock { $0.seconds }),
        ]) { $1 }
    }
}

/// A clock that runs, and jumps when it is told to, under programs that go on running (libfaketime).
package final class SteppedClock: Sendable {
    private let time: FakeTime
    private let file: String

    /// By the machine's clock until it is told otherwise, in a file of `folder`.
    package init(in folder: TemporaryFolder) throws {
        time = try FakeTime()
        file = try folder.write("+0", to: "clock")
    }

    /// Seconds before or after the machine's clock.
    package func step(to offset: Int64) throws {
        try (offset < 0 ? String(offset) : "+\(offset)").write(
            toFile: file,
            atomically: true,
            encoding: .utf8
        )
    }

    /// What makes a program live by it.
    package var environment: [String: String] {
        time.environment.merging(["FAKETIME_TIMESTAMP_FILE": file, "FAKETIME_NO_CACHE": "1"]) { $1 }
    }
}

/// What programs under libfaketime have in common.
private final class FakeTime: Sendable {
    private let library: String
    /// The names of what libfaketime shares between programs.
    private let shared: String

    init() throws {
        guard let library = FakeTime.library else { throw StoppedClock.NotInstalled() }
        self.library = library
        // A program that finds nothing shared makes it and puts its names into its own environment, which moves that
        // away from its arguments; and Swift's runtime looks for those before it. So a shell makes it for all of them,
        // and does not end, which would remove it, but becomes another program.
        let script = "printf %s \"$FAKETIME_SHARED\"; exec /bin/true"
        shared = try Program("/bin/sh").run(
            ["-c", script].map { Array($0.utf8) },
            environment: ["LD_PRELOAD": library, "FAKETIME": "+0"]
        ).output
    }

    deinit {
        for name in shared.split(separator: " ") {
            shm_unlink(String(name))
            // A semaphore's file has a prefix of its own (sem_overview(7)).
            shm_unlink("/sem." + name.dropFirst())
        }
    }

    /// Timers run on.
    var environment: [String: String] {
        [
            "LD_PRELOAD": library, "FAKETIME_SHARED": shared, "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        ]
    }

    /// The form for programs of several threads, in whatever architecture's folder Debian has put it.
    private static let library: String? = {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
        return folders.sorted().map { "/usr/lib/\($0)/faketime/libfaketimeMT.so.1" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()
}
