import GRDB
import GRDBSQLite
import Glibc

/// What SQLite said while a file was examined.
struct SQLiteFailure: Error {
    let code: Int32
    let message: String

    init(_ connection: OpaquePointer?) {
        code = sqlite3_extended_errcode(connection)
        message = String(cString: sqlite3_errmsg(connection))
    }

    /// Without the reason within its kind.
    var primaryCode: Int32 { code & 0xFF }
}

/// A statement read by its columns' own bytes: they are hashed and compared where SQLite keeps them, and no text is
/// mended, cut at a NUL or taken for another spelling of itself on the way.
final class RawStatement {
    private let connection: OpaquePointer
    private var statement: OpaquePointer?

    init(_ connection: OpaquePointer, _ sql: String) throws {
        self.connection = connection
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
            throw SQLiteFailure(connection)
        }
    }

    convenience init(_ db: Database, _ sql: String) throws {
        guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        try self.init(connection, sql)
    }

    deinit { sqlite3_finalize(statement) }

    /// Moves on to the next row; false where there is none.
    func next() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw SQLiteFailure(connection)
        }
    }

    func bind(_ value: Int64, to place: Int32) {
        sqlite3_bind_int64(statement, place, value)
    }

    /// Begins again, with what is bound.
    func reset() { sqlite3_reset(statement) }

    var columnCount: Int32 { sqlite3_column_count(statement) }

    func type(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

    /// The bytes of a text or a BLOB, until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    func isNull(_ column: Int32) -> Bool { type(column) == SQLITE_NULL }

    /// The value as it is shown to people; nil for NULL.
    func text(_ column: Int32) -> String? {
        switch type(column) {
        case SQLITE_NULL: nil
        case SQLITE_INTEGER: String(integer(column))
        case SQLITE_FLOAT: String(real(column))
        case SQLITE_BLOB: "x'" + bytes(column).map { Hexadecimal.of($0) }.joined() + "'"
        default: String(decoding: bytes(column), as: UTF8.self)
        }
    }

    /// The order in which SQLite sorts values by their bytes: NULL, numbers, texts, BLOBs.
    func compare(_ column: Int32, with other: RawStatement, _ theirs: Int32) -> Int {
        let (mine, yours) = (type(column), other.type(theirs))
        guard mine == yours else { return RawStatement.rank(mine) - RawStatement.rank(yours) }
        switch mine {
        case SQLITE_NULL: return 0
        case SQLITE_INTEGER:
            let (left, right) = (integer(column), other.integer(theirs))
            return left < right ? -1 : left > right ? 1 : 0
        case SQLITE_FLOAT:
            let (left, right) = (real(column), other.real(theirs))
            return left < right ? -1 : left > right ? 1 : 0
        default: return bytes(column).order(to: other.bytes(theirs))
        }
    }

    private static func rank(_ type: Int32) -> Int {
        switch type {
        case SQLITE_NULL: 0
        case SQLITE_INTEGER: 1
        case SQLITE_FLOAT: 2
        case SQLITE_TEXT: 3
        default: 4
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Negative, zero or positive, as memcmp(3) has it; of two that begin alike the shorter comes first.
    func order(to other: UnsafeRawBufferPointer) -> Int {
        let common = Swift.min(count, other.count)
        if common > 0, let mine = baseAddress, let yours = other.baseAddress {
            let order = memcmp(mine, yours, common)
            if order != 0 { return Int(order) }
        }
        return count - other.count
    }
}
