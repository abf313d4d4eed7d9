import Foundation
import Glibc
package import PatrolLedger
import Synchronization

/// A real `patrold` over a real socket in a folder of its own, with the `patrol` beside it.
package final class RunningDaemon: Sendable {
    package let folder: TemporaryFolder
    private let binaries: String
    private let program = Mutex<BackgroundProgram?>(nil)

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
        try TestConfiguration(typistsCount: typistsCount).write(to: folder, under: "config")
    }

    /// Starts the daemon and waits until it says `READY=1`.
    /// - Throws: ``BackgroundProgram/NotReady`` where it ends instead.
    package func start() throws {
        let arguments = [
            "run", "--config", folder.file("config"), "--state", state, "--socket", socket, "--log", "stderr",
        ]
        let notify = folder.file("notify")
        let started = try BackgroundProgram.startNotifying(
            binaries + "/patrold",
            arguments,
            environment: ["NOTIFY_SOCKET": notify, "TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"],
            notify: notify,
            log: folder.file("log")
        )
        program.withLock { $0 = started }
    }

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

    /// Runs `patrol` against it.
    package func patrol(
        _ arguments: [String],
        language: String = "zh",
        input: String = ""
    ) throws -> Program.Outcome {
        try patrol(bytes: arguments.map { Array($0.utf8) }, language: language, input: input)
    }

    package func patrol(
        bytes arguments: [[UInt8]],
        language: String = "zh",
        input: String = ""
    ) throws -> Program.Outcome {
        try Program(binaries + "/patrol").run(
            arguments,
            environment: [
                "PATROL_SOCKET": socket, "LC_ALL": "\(language)_X.UTF-8", "TZ": "America/New_York",
            ],
            input: input
        )
    }

    /// What the tables of the stopped daemon's ledger hold that its events do not lead to.
    package func replay() throws -> [Replay.Difference] {
        try Replay.differences(ofLedgerAt: ledger)
    }
}
