import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolTestSupport
import Testing

/// A daemon that something is done to, and every receipt it gave: whatever happens, each of them is in the record, once.
final class Ordeal {
    struct Receipt: Hashable {
        let key: String
        let event: Int64
        let id: String
    }

    let daemon: RunningDaemon
    private(set) var receipts: [Receipt] = []
    private var kept = 0

    /// `prepare` runs before the daemon is started for the first time, as for mounting a disk.
    static func with(
        environment: @escaping @Sendable (RunningDaemon) throws -> [String: String] = { _ in [:] },
        limits: [String] = [],
        _ story: @escaping @Sendable (Ordeal) throws -> Void
    ) async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            let ordeal = Ordeal(daemon)
            let environment = try environment(daemon)
            try daemon.start(environment: environment, limits: limits)
            let roster = try daemon.folder.write(TestConfiguration.roster, to: "roster.csv")
            #expect(try daemon.patrol(["site", "import", roster]).status == 0)
            try story(ordeal)
        }
    }

    init(_ daemon: RunningDaemon) {
        self.daemon = daemon
    }

    /// Files an inspection that is recorded.
    func isRecorded(location: SourceLocation = #_sourceLocation) throws {
        let outcome = try daemon.patrol(["inspect", "R-1", "--as", "inspector", "--json"])
        #expect(outcome.status == 0, "\(outcome.error)\n\(daemon.log)", sourceLocation: location)
        guard outcome.status == 0 else { return }
        let fields = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        receipts.append(
            Receipt(
                key: try #require(fields?["key"] as? String, sourceLocation: location),
                event: try #require(fields?["event"] as? Int64, sourceLocation: location),
                id: try #require(fields?["id"] as? String, sourceLocation: location)
            )
        )
    }

    /// Files an inspection that cannot be recorded: the filer is told why, in one line, and it waits in their outbox.
    func isKept(_ why: String..., location: SourceLocation = #_sourceLocation) throws {
        let outcome = try daemon.patrol(["inspect", "R-2", "--as", "inspector"])
        #expect(outcome.status == 75, "\(outcome.status) \(outcome.output)", sourceLocation: location)
        #expect(why.contains { outcome.error.contains($0) }, "\(outcome.error)", sourceLocation: location)
        #expect(outcome.output == "", sourceLocation: location)
        kept += 1
    }

    /// The next command delivers what was kept.
    func isDelivered(location: SourceLocation = #_sourceLocation) throws {
        let outcome = try daemon.patrol(["today", "--as", "inspector"])
        let lines = outcome.error.split(separator: "\n").count
        #expect(outcome.status == 0 && lines == kept, "\(outcome.error)", sourceLocation: location)
        let left = try daemon.patrol(["outbox", "list", "--json"]).output
        #expect(left.filter { !$0.isWhitespace } == "[]", sourceLocation: location)
        kept = 0
    }

    /// How often the daemon said something of this kind.
    func said(_ kind: String) -> Int {
        daemon.log.split(separator: "\n").count { $0.contains("PATROL_KIND=\(kind)") }
    }

    /// Waits until the daemon has said it.
    func hasSaid(_ kind: String, location: SourceLocation = #_sourceLocation) throws {
        let deadline = ContinuousClock.now + .seconds(100)
        while said(kind) == 0, ContinuousClock.now < deadline { usleep(20_000) }
        #expect(said(kind) > 0, "never said \(kind):\n\(daemon.log)", sourceLocation: location)
    }

    /// Stops the daemon; each receipt is in the record once, the chain holds and the tables are what the events make of
    /// them.
    func holds(stop signal: Int32 = SIGTERM, location: SourceLocation = #_sourceLocation) throws {
        if daemon.isRunning { daemon.stop(signal) }
        let recorded = try Record.read(daemon.ledger)
        for receipt in receipts {
            let found = recorded.filter { $0.key == receipt.key }
            #expect(found == [receipt], "of \(recorded.count)", sourceLocation: location)
        }
        #expect(try daemon.replay() == [], sourceLocation: location)
    }
}

/// What an administrator does by hand, as the journal and the messages say.
extension Ordeal {
    /// Runs `patrold` beside the daemon.
    func patrold(_ arguments: String...) throws -> Program.Outcome {
        try Program(RunningDaemon.binaries + "/patrold").run(
            arguments.map { Array($0.utf8) },
            environment: ["LC_ALL": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"]
        )
    }

    /// A backup of the running daemon's ledger; its path.
    func isBackedUp(location: SourceLocation = #_sourceLocation) throws -> String {
        let folder = daemon.folder.file("backups")
        let outcome = try patrold("backup", "--state", daemon.state, "--to", folder)
        #expect(outcome.status == 0, "\(outcome.error)", sourceLocation: location)
        let made = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".sqlite")
        }
        return folder + "/" + (try #require(made.max(), sourceLocation: location))
    }

    /// What it printed.
    func isRestored(from file: String, location: SourceLocation = #_sourceLocation) throws -> String {
        let outcome = try patrold(
            "restore",
            file,
            "--state",
            daemon.state,
            "--config",
            daemon.folder.file("config")
        )
        #expect(outcome.status == 0, "\(outcome.error)\(outcome.output)", sourceLocation: location)
        return outcome.output
    }

    /// Receipts whose events are not in the stopped daemon's ledger are struck off the list, provided that a person was
    /// told of each.
    func forgetWhatIsMissing(asToldBy told: String, location: SourceLocation = #_sourceLocation) throws {
        let recorded = Set(try Record.read(daemon.ledger))
        for receipt in receipts where !recorded.contains(receipt) {
            #expect(told.contains(String(receipt.event)), "\(receipt): \(told)", sourceLocation: location)
        }
        receipts.removeAll { !recorded.contains($0) }
    }

    /// The ledger's files, as they are.
    func files() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: daemon.state)
            // The index is SQLite's own, made anew by whoever reads.
            .filter { $0.hasPrefix("ledger") && !$0.hasSuffix("-shm") }
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, try Data(contentsOf: URL(fileURLWithPath: daemon.state + "/" + $0)))
            }
        )
    }
}
