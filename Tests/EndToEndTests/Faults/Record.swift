import Foundation
import PatrolLedger
import PatrolModel
import PatrolTestSupport

/// What a stopped daemon's ledger says was filed, asked of the file by another program.
enum Record {
    struct Unreadable: Error { let detail: String }

    /// Every filing's key, event and what it made.
    static func read(_ ledger: String) throws -> [Ordeal.Receipt] {
        try query(ledger, "SELECT key, sequence, entity FROM event WHERE key IS NOT NULL ORDER BY sequence")
            .map {
                row in Ordeal.Receipt(key: row[0], event: Int64(row[1]) ?? 0, id: row[2])
            }
    }

    static func query(_ ledger: String, _ sql: String) throws -> [[String]] {
        let script = """
            import sqlite3, sys
            for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print("\\t".join(str(c) for c in row))
            """
        let outcome = try Program("/usr/bin/python3").run(
            ["-I", "-c", script, ledger, sql].map { Array($0.utf8) },
            environment: [:]
        )
        guard outcome.status == 0 else { throw Unreadable(detail: outcome.error) }
        return outcome.output.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
