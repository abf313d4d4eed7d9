import Foundation
import Glibc

/// benchmarks FOLDER_OF_THE_RELEASE_PROGRAMS PYTHON [ROUNDS [durability] [hazards] [deadlines] [duties] [service] [search]]
///
/// The service idles for five minutes, or for as many seconds as PATROL_IDLE says.
/// benchmarks insert LEDGER TARGET
/// benchmarks commit TARGET ROWS BYTES
///
/// Every row is a ratio against something real in the same run, on the same disk.
@MainActor func run() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "insert", arguments.count == 3 {
        return try PlainInsertion(source: arguments[2], target: arguments[3]).run()
    }
    if arguments.first == "commit", arguments.count == 4, let rows = Int(arguments[3]),
        let bytes = Int(arguments[4])
    {
        return try PlainCommits(path: arguments[2], rows: rows, bytes: bytes).run()
    }
    let programs = URL(fileURLWithPath: arguments.first ?? "dist").path
    let python = arguments.dropFirst().first ?? "python3"
    let rounds = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 60
    let wanted = arguments.dropFirst(3)
    let folder = programs + "/benchmark-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let parts: [(name: String, measure: () throws -> Void)] = [
        ("durability", { try durability(programs, folder) }),
        ("hazards", { try filings(programs, folder + "/overdue", rounds) }),
        ("deadlines", { print(try Deadlines(programs: programs, python: python, folder: folder).measure()) }),
        ("duties", { try YearOfDuties(programs: programs, folder: folder).measure().forEach { print($0) } }),
        ("search", { try search(programs, folder + "/search") }),
        ("service", { try service(programs, folder + "/service") }),
    ]
    for part in parts where wanted.isEmpty || wanted.contains(part.name) { try part.measure() }
}

@MainActor func durability(_ programs: String, _ folder: String) throws {
    let root = URL(fileURLWithPath: programs).deletingLastPathComponent().path
    let library = root + "/Benchmarks/.build/libpatrol-faults.so"
    let disks = [
        try Disk(name: "each fsync 4 ms longer", syncDelay: Disk.slow, library: library, folder: folder),
        try Disk(name: "the disk as it is", syncDelay: 0, library: library, folder: folder),
    ]
    for (place, disk) in disks.enumerated() {
        let rows = DurableFilings(programs: programs, disk: disk, folder: folder + "/durable-\(place)")
        for line in try rows.measure() { print(line) }
    }
}

@MainActor func filings(_ programs: String, _ folder: String, _ rounds: Int) throws {
    let house = try House(programs: programs, folder: folder)
    var isOver = false
    defer { if !isOver { house.stop() } }
    let plain = folder + "/plain.sqlite"
    let create =
        "PRAGMA journal_mode = WAL; CREATE TABLE filing (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
    _ = try Command(path: "/usr/bin/sqlite3", arguments: [plain, create]).time()
    let rows = [
        Pair(
            name: "process start",
            ours: { _ in Command(path: programs + "/patrol", arguments: ["--help"]) },
            theirs: { _ in Command(path: "/usr/bin/sqlite3", arguments: ["-version"]) },
            atMost: 2.5
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
    let overdue = Overdue(house: house, folder: folder)
    try overdue.fill()
    print(try overdue.pair().measure(rounds: rounds))
    isOver = true
    house.stop()
    print(try Chain(programs: programs, ledger: house.ledger).measure())
}

@MainActor func service(_ programs: String, _ folder: String) throws {
    let house = try House(programs: programs, folder: folder)
    defer { house.stop() }
    try Overdue(house: house, folder: folder).fill()
    let idle = ProcessInfo.processInfo.environment["PATROL_IDLE"].flatMap { Int($0) } ?? 300
    let service = Service(programs: programs, house: house, folder: folder, idle: idle)
    for line in try service.measure() { print(line) }
}

@MainActor func search(_ programs: String, _ folder: String) throws {
    let search = Search(
        programs: programs,
        house: try House(programs: programs, folder: folder),
        folder: folder
    )
    for line in try search.measure() { print(line) }
}

do {
    try run()
} catch {
    FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
    exit(1)
}
