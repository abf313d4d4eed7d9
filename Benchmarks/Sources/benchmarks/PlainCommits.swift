import CSQLite
import Foundation

/// SQLite alone: one row a commit, WAL and `synchronous=FULL`, with a prepared statement and nothing else. A program of its
/// own, so that its disk can be another; prints what each commit took in milliseconds.
struct PlainCommits {
    let path: String
    let rows: Int
    /// Of each row's body.
    let bytes: Int

    func run() throws {
        let db = try Database(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        try db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        try db.execute(
            "CREATE TABLE IF NOT EXISTS filing (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT"
        )
        let insert = try db.statement("INSERT INTO filing (body) VALUES (?)")
        let body = Value.text([CChar](repeating: 0x61, count: bytes) + [0])
        var times: [Double] = []
        for _ in 0..<rows {
            let start = ContinuousClock.now
            try insert.run([body])
            times.append((ContinuousClock.now - start).milliseconds)
        }
        print(times.map { String($0) }.joined(separator: "\n"))
    }

    /// Runs it on a disk.
    static func measure(rows: Int, bytes: Int, in folder: String, on disk: Disk) throws -> [Double] {
        let output = folder + "/commits"
        try? FileManager.default.removeItem(atPath: output)
        _ = try Command(
            path: CommandLine.arguments[0],
            arguments: ["commit", folder + "/commits.sqlite", "\(rows)", "\(bytes)"],
            environment: disk.environment,
            output: output
        ).time()
        return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").compactMap {
            Double($0)
        }
    }
}
