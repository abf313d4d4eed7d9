extension Migration005 {
    /// Which photos and documents the record names, and what each proves.
    static let evidenceSQL = """
        CREATE TABLE evidence (
            -- The hazard's number, or the inspection's.
            subject TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event (sequence),
            hazard TEXT REFERENCES hazard (id),
            inspection TEXT REFERENCES inspection (id),
            -- Which of the subject's files it is, from 1.
            ordinal INTEGER NOT NULL CHECK (ordinal > 0),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            bytes INTEGER NOT NULL CHECK (bytes > 0),
            type TEXT NOT NULL CHECK (type IN ('jpeg', 'png', 'webp', 'heic', 'pdf')),
            name TEXT NOT NULL CHECK (name <> ''),
            moment TEXT NOT NULL CHECK (moment IN ('before', 'after', 'scene', 'document')),
            CHECK (subject IS coalesce(hazard, inspection)),
            CHECK ((hazard IS NULL) <> (inspection IS NULL)),
            PRIMARY KEY (subject, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX evidence_by_hash ON evidence (sha256);

        """
}
