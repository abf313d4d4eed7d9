import Foundation
import Glibc

/// benchmarks FOLDER_OF_THE_RELEASE_PROGRAMS PYTHON [ROUNDS]
/// benchmarks insert LEDGER TARGET
///
/// Every row is a ratio against something real in the same run, on the same disk.
@MainActor func run() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "insert", arguments.count == 3 {
        return try PlainInsertion(source: arguments[2], target: arguments[3]).run()
    }
    let programs = URL(fileURLWithPath: arguments.first ?? "dist").path
    let python = arguments.dropFirst().first ?? "python3"
    let rounds = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 60
    let folder = programs + "/benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try filings(programs, folder, rounds)
    print(try Deadlines(programs: programs, python: python, folder: folder).measure())
    for line in try YearOfDuties(programs: programs, folder: folder).measure() { print(line) }
}

@MainActor func filings(_ programs: String, _ folder: String, _ rounds: Int) throws {
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

do {
    try run()
} catch {
    FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
    exit(1)
}
