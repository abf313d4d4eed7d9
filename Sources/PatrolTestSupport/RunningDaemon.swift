import Foundation
import Glibc
package import PatrolLedger
package import PatrolModel
import Synchronization

/// A real `patrold` over a real socket in a folder of its own, with the `patrol` beside it.
package final class RunningDaemon: Sendable {
    package let folder: TemporaryFolder
    private let binaries: String
    private let program = Mutex<BackgroundProgram?>(nil)
    /// What it and its client live by; nil is the machine's own clock.
    private let clock: StoppedClock?

    package var socket: String { folder.file("patrold.sock") }
    package var state: String { folder.file("state") }
    package var ledger: String { folder.file("state/ledger.sqlite") }
    package var log: String { (try? String(contentsOfFile: folder.file("log"), encoding: .utf8)) ?? "" }

    /// Where the built programs are: `PATROL_BINARIES`, else beside the test program.
    package static let binaries =
        ProcessInfo.processInfo.environment["PATROL_BINARIES"]
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

    /// Prepares a folder with a configuration of one person per role; the test's own Unix user is the administrator.
    package init(typistsCount: Bool = false) throws {
        folder = try TemporaryFolder()
        binaries = RunningDaemon.binaries
        clock = nil
        try TestConfiguration(typistsCount: typistsCount).write(to: folder, under: "config")
    }

    /// Prepares a folder with the files of a configuration, by their paths within it, and a clock that stands still.
    package init(configuration: [String: String], at instant: Instant) throws {
        folder = try TemporaryFolder()
        binaries = RunningDaemon.binaries
        clock = try StoppedClock(at: instant)
        for (path, text) in configuration { _ = try folder.write(text, to: "config/" + path) }
    }

    /// Lets it and its client live at another instant. It is started anew for that, so that what has become due
    /// meanwhile is settled before anything else happens, in every run in the same order.
    package func move(to instant: Instant) throws {
        let wasRunning = isRunning
        if wasRunning { stop() }
        clock?.move(to: instant)
        if wasRunning { try start() }
    }

    /// Starts the daemon and waits until it says `READY=1`.
    ///
    /// `environment` comes on top of what it is always run with, ``FaultyDisk/environment`` for one; `limits` are
    /// switches of prlimit(1), such as `--nofile=64`; `passing` is a socket that it is to inherit, as from systemd.
    /// - Throws: ``BackgroundProgram/NotReady`` where it ends instead.
    package func start(
        environment more: [String: String] = [:],
        limits: [String] = [],
        passing socket: Int32? = nil
    ) throws {
        let notify = folder.file("notify")
        let command = command(limits, passing: socket)
        let started = try BackgroundProgram.startNotifying(
            command[0],
            Array(command.dropFirst()),
            environment: daemonEnvironment(more).merging(["NOTIFY_SOCKET": notify]) { $1 },
            notify: notify,
            log: folder.file("log"),
            passing: socket
        )
        program.withLock { $0 = started }
    }

    /// Starts the daemon as ``start(environment:limits:passing:)`` does and waits for nothing.
    package func launch(environment more: [String: String] = [:], passing socket: Int32? = nil) throws {
        let command = command([], passing: socket)
        let launched = try BackgroundProgram.start(
            command[0],
            Array(command.dropFirst()),
            environment: daemonEnvironment(more),
            log: folder.file("log"),
            passing: socket
        )
        program.withLock { $0 = launched }
    }

    /// The process that inherits a socket must be told of it by its own number, which nobody knows before it runs.
    private func command(_ limits: [String], passing socket: Int32?) -> [String] {
        let plain = [binaries + "/patrold"] + arguments
        let limited = limits.isEmpty ? plain : ["/usr/bin/prlimit"] + limits + plain
        guard socket != nil else { return limited }
        return ["/bin/sh", "-c", "export LISTEN_PID=$$ LISTEN_FDS=1; exec \"$0\" \"$@\""] + limited
    }

    /// Runs another of its own commands, such as `reload`.
    package func patrold(_ arguments: [String], language: String = "zh") throws -> Program.Outcome {
        try Program(binaries + "/patrold").run(
            arguments.map { Array($0.utf8) },
            environment: ["LC_ALL": "\(language)_X.UTF-8"]
        )
    }

    private var arguments: [String] {
        ["run", "--config", folder.file("config"), "--state", state, "--socket", socket, "--log", "stderr"]
    }

    private func daemonEnvironment(_ more: [String: String]) -> [String: String] {
        var environment = ["TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"]
        environment.merge(clock?.environment ?? [:]) { $1 }
        for (name, value) in more {
            // A clock and a disk of the test's own are both preloaded.
            let before = name == "LD_PRELOAD" ? environment[name].map { $0 + ":" } : nil
            environment[name] = (before ?? "") + value
        }
        return environment
    }

    package var processID: Int32? { program.withLock { $0?.processID } }

    package var isRunning: Bool { program.withLock { $0 != nil } }

    /// Sends a signal and waits for the end.
    /// - Returns: the exit status, 128 and the signal's number where a signal ended it.
    @discardableResult
    package func stop(_ signal: Int32 = SIGTERM) -> Int32 {
        let running = program.withLock { program in
            defer { program = nil }
            return program
        }
        return running?.stop(signal) ?? -1
    }

    /// Runs `patrol` against it; `environment` comes on top of what it is always run with.
    package func patrol(
        _ arguments: [String],
        language: String = "zh",
        environment more: [String: String] = [:],
        input: String = ""
    ) throws -> Program.Outcome {
        try Program(binaries + "/patrol").run(
            arguments.map { Array($0.utf8) },
            environment: environment(language).merging(clock?.environment ?? [:]) { $1 }.merging(more) { $1 },
            input: input
        )
    }

    package func patrol(
        bytes arguments: [[UInt8]],
        language: String = "zh",
        input: String = ""
    ) throws -> Program.Outcome {
        try Program(binaries + "/patrol").run(
            arguments,
            environment: environment(language),
            input: input
        )
    }

    /// What `patrol` is run with: this daemon's socket, and an outbox of its own.
    package func environment(_ language: String = "zh") -> [String: String] {
        [
            "PATROL_SOCKET": socket, "PATROL_OUTBOX": outbox, "LC_ALL": "\(language)_X.UTF-8",
            "TZ": "America/New_York", "PATH": "/usr/bin:/bin",
        ]
    }

    /// Starts `patrol` at a terminal.
    package func patrolAtTerminal(
        _ arguments: [String],
        language: String = "zh",
        more: [String: String] = [:],
        columns: UInt16 = 80
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            binaries + "/patrol",
            arguments,
            environment: environment(language).merging(clock?.environment ?? [:]) { $1 }.merging(more) { $1 },
            columns: columns
        )
    }

    package var outbox: String { folder.file("outbox") }

    /// Starts `patrol` beside the test, so that it can be killed.
    package func startPatrol(_ arguments: [String]) throws -> BackgroundProgram {
        try BackgroundProgram.start(
            binaries + "/patrol",
            arguments,
            environment: environment(),
            log: folder.file("client.log")
        )
    }

    /// What the tables of the stopped daemon's ledger hold that its events do not lead to.
    package func replay() throws -> [Replay.Difference] {
        try Replay.differences(ofLedgerAt: ledger)
    }
}
