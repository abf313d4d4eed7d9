import Foundation
import Glibc
import PatrolTestSupport
import Synchronization

/// One ledger on which a daemon is started and killed again and again while everybody files.
struct Bout {
    /// Rounds after which everything is compared.
    private static let rounds = 50
    private static let filers = 32
    /// Milliseconds: within them it is killed, from its start in every tenth round, else from when it is ready.
    private static let longestLife: UInt32 = 400

    private let name: String
    private let daemon: RunningDaemon
    private let disk: FaultyDisk?
    private var generator: SeededGenerator
    private let filers: [Filer]
    private var longestStart = Duration.zero

    /// - Parameters:
    ///   - name: for the report.
    ///   - seed: by which filers choose and the daemon is killed.
    ///   - syncDelay: microseconds that each fsync takes longer; nil leaves the disk as it is.
    /// - Throws: ``FaultyDisk/NotBuilt``.
    init(name: String, seed: UInt64, syncDelay: Int?) throws {
        self.name = name
        let daemon = try RunningDaemon()
        self.daemon = daemon
        disk = try syncDelay.map { delay in
            let disk = try FaultyDisk(in: daemon.folder)
            disk.delaySyncs(microseconds: delay)
            return disk
        }
        generator = SeededGenerator(seed: seed)
        filers = try (1...Bout.filers).map { number in
            try Filer(number: number, socket: daemon.socket, seed: seed, in: daemon.folder)
        }
    }

    /// - Returns: every fault found; none where the ledger kept its word.
    /// - Throws: ``BackgroundProgram/NotReady`` where a start needed hands.
    mutating func fight(rounds: Int) throws -> [String] {
        try start()
        filers[0].importRoads()
        for round in 1...rounds {
            if !daemon.isRunning, round % 10 != 0 { try start() }
            try killOnce()
            if round % Bout.rounds == 0 || round == rounds {
                let faults = try examine(after: round)
                guard faults.isEmpty else { return faults }
            }
        }
        return []
    }

    private mutating func start() throws {
        let started = ContinuousClock.now
        try daemon.start(environment: disk?.environment ?? [:])
        longestStart = max(longestStart, ContinuousClock.now - started)
    }

    /// Everybody files until the daemon is killed; where it does not run yet, it is killed as it starts.
    private mutating func killOnce() throws {
        let life = UInt32.random(in: 0...Bout.longestLife, using: &generator) * 1000
        try whileAllFile { [daemon, disk] in
            if !daemon.isRunning { try daemon.launch(environment: disk?.environment ?? [:]) }
            usleep(life)
            daemon.stop(SIGKILL)
        }
    }

    private func whileAllFile(_ body: () throws -> Void) throws {
        let isOver = Flag()
        let group = DispatchGroup()
        for filer in filers {
            group.enter()
            Thread.detachNewThread {
                filer.work(until: isOver.isSet)
                group.leave()
            }
        }
        defer { group.wait() }
        defer { isOver.isSet.store(true, ordering: .relaxed) }
        try body()
    }

    /// Lets everybody have their last answer, stops the daemon as systemd would, and compares.
    private mutating func examine(after round: Int) throws -> [String] {
        try start()
        for filer in filers {
            while filer.hasUnanswered { filer.step() }
        }
        let chain = try daemon.patrol(["event", "verify"])
        let status = daemon.stop()
        let examination = try Examination(ofLedgerAt: daemon.ledger, filers: filers)
        print(
            "crash-test: \(name), \(round) kills: \(examination.receipts) receipts, \(examination.events) events,"
                + " \(examination.faults.count) faults; the slowest start took"
                + " \(Int(longestStart / .milliseconds(1))) ms"
        )
        var faults = examination.faults
        if chain.status != 0 { faults.append("event verify: \(chain.error)") }
        if status != 0 { faults.append("the daemon ended with status \(status): \(daemon.log.suffix(500))") }
        for fault in faults.prefix(10) { print("crash-test: \(fault.prefix(500))") }
        // Seen as it comes, though it goes through a pipe.
        fflush(nil)
        return faults
    }
}

private final class Flag: Sendable {
    let isSet = Atomic(false)
}
