import Foundation
import Glibc

/// benchmarks FOLDER_OF_THE_RELEASE_PROGRAMS [ROUNDS]
///
/// Every row is a ratio against plain `sqlite3` in the same run, on the same disk.
@MainActor func run() throws {
    let programs = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? "dist").path
    let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 60
    let folder = programs + "/benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let house = try House(programs: programs, folder: folder)
    defer { house.stop() }

    let plain = folder + "/plain.sqlite"
    let create =
        "PRAGMA journal_mode = WAL; CREATE TABLE filing (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
    _ = try Command(path: "/usr/bin/sqlite3", arguments: [plain, create]).time()

    let rows = [
        Pair(
            name: "process start",
            ours: { _ in Command(path: programs + "/patrol", arguments: ["--help"]) },
            theirs: { _ in Command(path: "/usr/bin/sqlite3", arguments: ["-version"]) }
        ),
        Pair(
            name: "one durable filing",
            ours: { house.inspection($0) },
            theirs: { round in
                let body = #"{"site":"WC-R-001","note":"第\#(round)次"}"#
                let sql = "PRAGMA synchronous = FULL; INSERT INTO filing (body) VALUES ('\(body)');"
                return Command(path: "/usr/bin/sqlite3", arguments: [plain, sql])
            }
        ),
    ]
    for row in rows { print(try row.measure(rounds: rounds)) }
}

/// The daemon on the reference configuration, with its roster imported.
struct House {
    private let patrol: String
    private let environment: [String: String]
    private let daemon: pid_t

    init(programs: String, folder: String) throws {
        patrol = programs + "/patrol"
        let config = URL(fileURLWithPath: programs).deletingLastPathComponent().path + "/config"
        try FileManager.default.copyItem(atPath: config, toPath: folder + "/config")
        let file = folder + "/config/patrol.yaml"
        let settings = try String(contentsOfFile: file, encoding: .utf8)
        try settings.replacing("user: patrol-admin\n", with: "user: \(NSUserName())\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let socket = folder + "/s"
        environment = ["PATROL_SOCKET": socket]
        daemon = try Command(
            path: programs + "/patrold",
            arguments: [
                "run", "--config", folder + "/config", "--state", folder + "/state", "--socket", socket,
                "--log", "stderr",
            ]
        ).spawn(output: folder + "/log")
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

    func inspection(_ round: Int) -> Command {
        Command(
            path: patrol,
            arguments: ["inspect", "WC-R-001", "--as", "inspector-1", "--note", "第\(round)次"],
            environment: environment
        )
    }

    func stop() {
        kill(daemon, SIGTERM)
        _ = Command.wait(daemon)
    }
}

do {
    try run()
} catch {
    FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
    exit(1)
}
