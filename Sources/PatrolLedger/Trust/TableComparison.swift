import GRDBSQLite

/// Walks a table of two databases side by side, both in the order of its key, so that it needs no more memory for a
/// million rows than for one.
struct TableComparison {
    let table: String
    let shape: TableShape
    private let ours: RawStatement
    private let theirs: RawStatement

    /// Nil where the two are not of the same shape: the schema's check names that.
    /// - Throws: ``SQLiteFailure``.
    init?(_ table: String, _ ours: OpaquePointer, _ theirs: OpaquePointer) throws {
        shape = try TableShape(table, theirs)
        guard try TableShape(table, ours) == shape else { return nil }
        self.table = table
        let columns = (shape.key + shape.columns).map(\.quotedDatabaseIdentifier).joined(separator: ", ")
        let key = shape.key.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
        // Out of the table itself: an index may say something else.
        let sql = "SELECT \(columns) FROM \(table.quotedDatabaseIdentifier) NOT INDEXED ORDER BY \(key)"
        self.ours = try RawStatement(ours, sql)
        self.theirs = try RawStatement(theirs, sql)
    }

    func run(_ report: (Replay.Difference) -> Void) throws {
        var (mine, yours) = (try ours.next(), try theirs.next())
        while mine || yours {
            let order = mine && yours ? keyOrder() : mine ? -1 : 1
            if order < 0 {
                report(Replay.Difference(table: table, row: key(ours), isInLedger: true))
                mine = try ours.next()
            } else if order > 0 {
                report(Replay.Difference(table: table, row: key(theirs), isInLedger: false))
                yours = try theirs.next()
            } else {
                let columns = differing()
                if !columns.isEmpty {
                    report(
                        Replay.Difference(table: table, row: key(ours), isInLedger: true, columns: columns)
                    )
                }
                (mine, yours) = (try ours.next(), try theirs.next())
            }
        }
    }

    private func keyOrder() -> Int {
        for column in 0..<Int32(shape.key.count) {
            let order = ours.compare(column, with: theirs, column)
            if order != 0 { return order }
        }
        return 0
    }

    private func differing() -> [String] {
        shape.columns.enumerated().compactMap { place, name in
            let column = Int32(shape.key.count + place)
            return ours.compare(column, with: theirs, column) == 0 ? nil : name
        }
    }

    private func key(_ row: RawStatement) -> String {
        (0..<Int32(shape.key.count)).map { row.text($0) ?? "NULL" }.joined(separator: "/")
    }
}
