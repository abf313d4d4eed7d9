import GRDBSQLite
import Glibc
import PatrolModel

/// A ledger's file opened to be examined: read only, nothing of it believed, and all of it as it is at one moment,
/// while the daemon may go on writing.
final class ExaminedFile {
    let connection: OpaquePointer
    let path: String
    /// Whether the file was taken for one that nobody writes to.
    let isAlone: Bool

    /// - Throws: ``PatrolError/cannotOpen(path:detail:)`` where it is not there or may not be read, ``SQLiteFailure``
    ///   where it is not a database.
    init(path: String) throws {
        self.path = path
        guard access(path, R_OK) == 0 else {
            throw PatrolError.cannotOpen(path: path, detail: String(cString: strerror(errno)))
        }
        // Without a log beside it nobody has it open, and it can lie on a medium that cannot be written.
        isAlone = !ExaminedFile.hasLog(path)
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(
            ExaminedFile.address(path, isAlone: isAlone),
            &opened,
            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
            nil
        )
        guard code == SQLITE_OK, let opened else {
            let failure = SQLiteFailure(opened)
            sqlite3_close(opened)
            throw PatrolError.cannotOpen(path: path, detail: failure.message)
        }
        connection = opened
        sqlite3_busy_timeout(opened, 5000)
        try begin()
    }

    deinit { sqlite3_close_v2(connection) }

    /// Whether a write-ahead log came into being since: then somebody writes to it, and what was read may be torn.
    var isDisturbed: Bool { isAlone && ExaminedFile.hasLog(path) }

    /// Fixes the moment: everything is read in one transaction.
    private func begin() throws {
        // A schema that SQLite thinks broken is read nevertheless, to name what is broken of it.
        try run("PRAGMA writable_schema = ON")
        try run(SearchCheck.sql)
        try run("PRAGMA query_only = ON")
        try run("BEGIN")
        do {
            _ = try RawStatement(connection, "SELECT count(*) FROM sqlite_schema").next()
        } catch let failure as SQLiteFailure
            where [SQLITE_CANTOPEN, SQLITE_READONLY].contains(failure.primaryCode)
        {
            throw PatrolError.cannotOpen(path: path, detail: failure.message)
        }
    }

    private func run(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
            throw SQLiteFailure(connection)
        }
    }

    /// Every value of the first column, as text.
    func texts(_ sql: String) throws -> [String] {
        let rows = try RawStatement(connection, sql)
        var texts: [String] = []
        while try rows.next() { texts.append(rows.text(0) ?? "") }
        return texts
    }

    func hasTable(_ name: String) throws -> Bool {
        try texts("SELECT name FROM sqlite_schema WHERE type = 'table'").contains(name)
    }

    private static func hasLog(_ path: String) -> Bool {
        ["-wal", "-shm", "-journal"].contains { access(path + $0, F_OK) == 0 }
    }

    /// As a URI (sqlite.org/uri.html): percent signs, question marks and hashes of the path mean something in one.
    private static func address(_ path: String, isAlone: Bool) -> String {
        var uri = "file:"
        for character in path.unicodeScalars {
            switch character {
            case "%": uri += "%25"
            case "?": uri += "%3f"
            case "#": uri += "%23"
            default: uri.unicodeScalars.append(character)
            }
        }
        return uri + (isAlone ? "?immutable=1" : "")
    }
}
