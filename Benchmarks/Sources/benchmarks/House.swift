import CSQLite
import Foundation
import Glibc

/// The daemon on the reference configuration, with its roster imported.
struct House {
    private let patrol: String
    private let environment: [String: String]
    private let daemon: pid_t
    let ledger: String
    let socket: String
    let daemonArguments: [String]
    /// What `patrold` is run with for this house's disk.
    let diskEnvironment: [String: String]

    init(programs: String, folder: String, environment disk: [String: String] = [:]) throws {
        patrol = programs + "/patrol"
        diskEnvironment = disk
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let config = URL(fileURLWithPath: programs).deletingLastPathComponent().path + "/config"
        try FileManager.default.copyItem(atPath: config, toPath: folder + "/config")
        let file = folder + "/config/patrol.yaml"
        let settings = try String(contentsOfFile: file, encoding: .utf8)
        try settings.replacing("user: patrol-admin\n", with: "user: \(NSUserName())\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        socket = folder + "/s"
        environment = ["PATROL_SOCKET": socket, "PATROL_OUTBOX": folder + "/outbox", "LC_ALL": "zh_CN.UTF-8"]
        ledger = folder + "/state/ledger.sqlite"
        daemonArguments = [
            "run", "--config", folder + "/config", "--state", folder + "/state", "--socket", socket, "--log",
            "stderr",
        ]
        daemon = try Command(
            path: programs + "/patrold",
            arguments: daemonArguments,
            environment: disk
        ).spawn(log: folder + "/log")
        while access(socket, F_OK) != 0 {
            guard kill(daemon, 0) == 0 else {
                throw Command.Failure(description: "patrold ended; see \(folder)/log")
            }
            usleep(10_000)
        }
        _ = try Command(
            path: patrol,
            arguments: ["site", "import", config + "/sites.csv"],
            environment: environment
        ).time()
    }

    func command(_ arguments: [String]) -> Command {
        Command(path: patrol, arguments: arguments, environment: environment)
    }

    func inspection(_ round: Int) -> Command {
        command(["inspect", "WC-R-001", "--as", "inspector-1", "--note", "第\(round)次"])
    }

    /// On average, of those so far.
    func bytesOfAnEvent() throws -> Int {
        let rows = try Database(ledger, SQLITE_OPEN_READONLY).rows(
            "SELECT CAST(avg(length(CAST(body AS BLOB))) AS INTEGER) FROM event WHERE key IS NOT NULL"
        )
        return Int(rows[0][0].integer ?? 0)
    }

    /// The ledger beside its events as they are listed. It is stopped for that, so that nothing waits beside the file.
    func sizeOfItsLedger() throws -> String {
        let list = ledger + "-events.json"
        var command = command(["event", "list", "--json", "--as", "auditor"])
        command.output = list
        _ = try command.time()
        stop()
        let files = FileManager.default
        let sizes = try [ledger, list].map { try files.attributesOfItem(atPath: $0)[.size] as? Int ?? 0 }
        let ratio = Double(sizes[0]) / Double(sizes[1])
        return
            "the ledger: \(sizes[0] >> 20) MiB, event list --json \(sizes[1] >> 20) MiB, ratio \(ratio.rounded(2)) (at most 2.5)"
    }

    /// Once is enough, and twice does no harm.
    func stop() {
        guard kill(daemon, SIGTERM) == 0 else { return }
        _ = Command.wait(daemon)
    }
}
