import PatrolModel

/// Whether the index has the words that the searched texts have, each in its place, and no others.
///
/// Both are summed up, word by word in whatever order they come, so that it takes no memory. The index's own words are
/// read through `fts5vocab` (sqlite.org/fts5.html, 8).
enum SearchCheck {
    /// Where the words of the index can be read; made before the file may only be read.
    static let sql = "CREATE VIRTUAL TABLE temp.search_word USING fts5vocab (main, search, instance)"

    static func run(_ file: ExaminedFile, _ faults: inout FaultList) throws {
        guard try file.hasTable("search"), try file.hasTable("searched") else { return }
        let expected = try texts(file)
        // What the index's own tables lack, SQLite says with an error.
        if (try? words(file)) != expected {
            faults.add(LedgerFault(.indexDisagrees, table: "search"))
        }
    }

    private static func texts(_ file: ExaminedFile) throws -> UInt64 {
        let rows = try RawStatement(file.connection, "SELECT row, words, marks FROM searched NOT INDEXED")
        var sum: UInt64 = 0
        while try rows.next() {
            let row = rows.integer(0)
            let entry = SearchEntry(row: row, words: rows.text(1) ?? "", marks: rows.text(2) ?? "")
            for (place, token) in entry.tokens.utf8.split(separator: UInt8(ascii: " ")).enumerated() {
                sum &+= hash(token, row, Int64(place))
            }
        }
        return sum
    }

    private static func words(_ file: ExaminedFile) throws -> UInt64 {
        let rows = try RawStatement(file.connection, "SELECT term, doc, offset FROM temp.search_word")
        var sum: UInt64 = 0
        while try rows.next() { sum &+= hash(rows.bytes(0), rows.integer(1), rows.integer(2)) }
        return sum
    }

    private static func hash(_ token: some Sequence<UInt8>, _ row: Int64, _ place: Int64) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in token { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for value in [row, place] {
            // The finishing steps of SplitMix64, so that near numbers do not cancel out.
            hash = (hash ^ UInt64(bitPattern: value)) &* 0x9e37_79b9_7f4a_7c15
            hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
            hash ^= hash >> 27
        }
        return hash
    }
}
