extension Migration005 {
    /// Who was at an inspection, whoever filed it first; without rows where that was one, and no programme asked for more.
    static let officerSQL = """
        CREATE TABLE inspection_officer (
            inspection TEXT NOT NULL REFERENCES inspection (id),
            place INTEGER NOT NULL CHECK (place >= 1),
            person TEXT NOT NULL CHECK (person <> ''),
            certificate TEXT CHECK (certificate <> ''),
            PRIMARY KEY (inspection, place),
            UNIQUE (inspection, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX inspection_officer_by_person ON inspection_officer (person);

        """
}
