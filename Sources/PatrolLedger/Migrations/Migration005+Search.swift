extension Migration005 {
    /// What can be searched, as text, and the index of its words.
    ///
    /// The text is an ordinary table, which follows from the events; the index is made from it, keeps no text of its own
    /// and, since nothing is ranked by it, no sizes. Its words come from `SearchTokens`, separated by spaces: SQLite
    /// splits there and nowhere else. A ledger of before is indexed by the migration's last step, in Swift, since SQL knows no such words.
    static let searchSQL = """
        CREATE TABLE searched (
            row INTEGER PRIMARY KEY,
            words TEXT NOT NULL CHECK (words <> ''),
            marks TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE search USING fts5 (
            tokens, content = '', columnsize = 0, tokenize = "ascii tokenchars '-_./@'"
        );
        """
}
