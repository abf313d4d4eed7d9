import Foundation
import GRDB
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolLedger

/// `PATROL_UPGRADE_ROUNDS=20 swift test --filter UpgradeCrashTests` kills more daemons.
@Suite(.serialized) struct `An upgrade that is killed` {
    private static let rounds =
        ProcessInfo.processInfo.environment["PATROL_UPGRADE_ROUNDS"].flatMap(Int.init) ?? 2

    /// A few minutes after the last event of each, so that nothing has fallen due since.
    @Test(arguments: [("001", "2026-11-24 16:30"), ("002", "2026-11-24 19:30")])
    func leavesTheLedgerWhollyOldOrWhollyNewAndIsFinishedByTheNextStart(
        _ version: String,
        _ time: String
    ) async throws {
        try await Blocking.run {
            let large = try LargeLedger(version)
            let clock = try StoppedClock(at: Zone.shanghai.at(time))
            var random = SeededGenerator(seed: UInt64(version) ?? 0)
            for round in 1...Self.rounds {
                let daemon = try UpgradingDaemon(on: large.path, clock: clock)
                let bytes = Int64.random(in: large.logSize / 20...large.logSize * 9 / 10, using: &random)
                #expect(try daemon.kill(whenLogHas: bytes) == 128 + SIGKILL)
                if try LogicalContent.digest(ofLedgerAt: daemon.ledger) != large.digest {
                    try await isWhollyNew(daemon.ledger)
                }
                #expect(try daemon.startAndStop() == 0)
                try await isWhollyNew(daemon.ledger, replaying: round == Self.rounds)
            }
        }
    }

    /// Every row is what its events make of it, so that none is missing and none is of the old kind.
    private func isWhollyNew(_ path: String, replaying: Bool = true) async throws {
        let applied = try await DatabaseQueue(path: path).read { db in
            try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
        }
        #expect(applied == Schema.migrations.map(\.identifier))
        if replaying { #expect(try Replay.differences(ofLedgerAt: path).prefix(3) == []) }
    }
}

/// A daemon with a ledger of an earlier version in its state folder.
private struct UpgradingDaemon {
    private let folder: TemporaryFolder
    private let clock: StoppedClock
    var ledger: String { folder.file("state/ledger.sqlite") }
    private var path: String { folder.path }

    init(on ledger: String, clock: StoppedClock) throws {
        (folder, self.clock) = (try TemporaryFolder(), clock)
        try TestConfiguration(typistsCount: false).write(to: folder, under: "config")
        try FileManager.default.createDirectory(atPath: path + "/state", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: ledger, toPath: folder.file("state/ledger.sqlite"))
    }

    private var arguments: [String] {
        [
            "run", "--config", path + "/config", "--state", path + "/state", "--socket", path + "/socket",
            "--log", "stderr",
        ]
    }

    private func environment(_ more: [String: String] = [:]) -> [String: String] {
        clock.environment.merging(["TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"]) { $1 }.merging(more) {
            $1
        }
    }

    /// Kills it in the middle of its one transaction, as far on as the write-ahead log has grown.
    func kill(whenLogHas bytes: Int64) throws -> Int32 {
        let program = try BackgroundProgram.start(
            RunningDaemon.binaries + "/patrold",
            arguments,
            environment: environment(),
            log: path + "/log"
        )
        let deadline = ContinuousClock.now + .seconds(60)
        // Once it listens, the upgrade is over, whatever size the log has come to.
        while fileSize(ledger + "-wal") < bytes, access(path + "/socket", F_OK) != 0,
            ContinuousClock.now < deadline
        {
            usleep(200)
        }
        return program.stop(SIGKILL)
    }

    func startAndStop() throws -> Int32 {
        try BackgroundProgram.startNotifying(
            RunningDaemon.binaries + "/patrold",
            arguments,
            environment: environment(["NOTIFY_SOCKET": path + "/notify"]),
            notify: path + "/notify",
            log: path + "/log"
        ).stop(SIGTERM)
    }
}

private func fileSize(_ path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
}
