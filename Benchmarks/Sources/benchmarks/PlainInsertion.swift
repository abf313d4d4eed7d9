import CSQLite
import Foundation

/// Inserts the rows of a finished ledger into a new file of the same schema, an event and what it brought in a
/// transaction each, with prepared statements and nothing else; prints the seconds that took.
struct PlainInsertion {
    let source: String
    let target: String

    /// Tables whose rows come with the event that opened their period or imported them.
    private static let tables = ["site", "period", "duty"]

    func run() throws {
        let from = try Database(source, SQLITE_OPEN_READONLY)
        let schema = try from.rows(
            """
            SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
            AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
            ORDER BY type = 'trigger', rowid
            """
        ).compactMap { $0[0].text }
        let events = try from.rows("SELECT sequence, body, hash FROM event ORDER BY sequence")
        let verbs = try from.rows("SELECT verb, entity FROM event ORDER BY sequence")
        var rows: [String: [String: [[Value]]]] = [:]
        var settlements: [Int64: [Value]] = [:]
        rows["site.import"] = ["site": try from.rows("SELECT * FROM site")]
        for table in ["period", "duty"] {
            let key = table == "period" ? "programme || '/' || key" : "programme || '/' || period"
            for row in try from.rows("SELECT \(key), * FROM \(table)") {
                var cells = Array(row.dropFirst())
                // The event that settled a period comes later than the period.
                if table == "period", let settled = cells.last?.integer {
                    settlements[settled] = [cells[cells.count - 1], cells[0], cells[1]]
                    cells[cells.count - 1] = .null
                }
                rows[row[0].text ?? "", default: [:]][table, default: []].append(cells)
            }
        }
        // A period that was opened twice, before and after its sites came, has its rows with the second.
        var last: [String: Int] = [:]
        for (place, verb) in verbs.enumerated() {
            let name = verb[0].text == "period.open" ? verb[1].text ?? "" : verb[0].text ?? ""
            if rows[name] != nil { last[name] = place }
        }
        let to = try Database(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        try to.execute("PRAGMA journal_mode = WAL")
        for sql in schema { try to.execute(sql) }
        try to.execute("PRAGMA synchronous = FULL")
        try to.execute("PRAGMA foreign_keys = ON")
        let placed = Dictionary(uniqueKeysWithValues: last.map { ($0.value, rows[$0.key] ?? [:]) })
        let clock = ContinuousClock()
        let start = clock.now
        try insert(events, placed, settlements, into: to)
        let elapsed = clock.now - start
        print(elapsed / .seconds(1))
    }

    private func insert(
        _ events: [[Value]],
        _ placed: [Int: [String: [[Value]]]],
        _ settlements: [Int64: [Value]],
        into db: Database
    ) throws {
        var statements: [String: Statement] = [:]
        let event = try db.statement("INSERT INTO event (sequence, body, hash) VALUES (?, ?, ?)")
        let settle = try db.statement("UPDATE period SET settled_by = ? WHERE programme = ? AND key = ?")
        for (place, row) in events.enumerated() {
            try db.execute("BEGIN IMMEDIATE")
            try event.run(row)
            if let settlement = settlements[Int64(place + 1)] { try settle.run(settlement) }
            for table in PlainInsertion.tables {
                for row in placed[place]?[table] ?? [] {
                    if statements[table] == nil {
                        let marks = row.map { _ in "?" }.joined(separator: ", ")
                        statements[table] = try db.statement("INSERT INTO \(table) VALUES (\(marks))")
                    }
                    try statements[table]?.run(row)
                }
            }
            try db.execute("COMMIT")
        }
    }
}

/// A value as SQLite gives it.
enum Value {
    case null
    case integer(Int64)
    case text([CChar])
    case blob([UInt8])

    var integer: Int64? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    var text: String? {
        guard case .text(let characters) = self else { return nil }
        return String(decoding: characters.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// As little of SQLite's C interface as these rows need.
final class Database {
    private var handle: OpaquePointer?

    init(_ path: String, _ flags: Int32) throws {
        try check(sqlite3_open_v2(path, &handle, flags, nil))
    }

    deinit { sqlite3_close_v2(handle) }

    func execute(_ sql: String) throws {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    func statement(_ sql: String) throws -> Statement {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
        return Statement(statement, self)
    }

    func rows(_ sql: String) throws -> [[Value]] { try statement(sql).rows() }

    func check(_ code: Int32) throws {
        guard code != SQLITE_OK, code != SQLITE_DONE, code != SQLITE_ROW else { return }
        throw Command.Failure(description: String(cString: sqlite3_errmsg(handle)))
    }
}

final class Statement {
    private let handle: OpaquePointer?
    private let database: Database

    init(_ handle: OpaquePointer?, _ database: Database) {
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    func run(_ row: [Value]) throws {
        for (index, value) in row.enumerated() { try database.check(bind(value, Int32(index + 1))) }
        try database.check(sqlite3_step(handle))
        try database.check(sqlite3_reset(handle))
    }

    /// Without a copy where the value outlives the step.
    private func bind(_ value: Value, _ index: Int32) -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .text(let characters):
            characters.withUnsafeBufferPointer {
                sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count - 1), nil)
            }
        case .blob(let bytes):
            bytes.withUnsafeBufferPointer {
                sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), nil)
            }
        }
    }

    func rows() throws -> [[Value]] {
        var rows: [[Value]] = []
        while true {
            let code = sqlite3_step(handle)
            guard code == SQLITE_ROW else {
                try database.check(code)
                return rows
            }
            rows.append((0..<sqlite3_column_count(handle)).map { column($0) })
        }
    }

    private func column(_ index: Int32) -> Value {
        let count = Int(sqlite3_column_bytes(handle, index))
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, index) else { return .null }
            let bytes = UnsafeBufferPointer(start: start, count: count)
            return .text(bytes.map { CChar(bitPattern: $0) } + [0])
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, index) else { return .null }
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}
