extension Migration005 {
    /// The numbers of batches and of complaints get series of their own; the table is made anew, since its constraint
    /// changes.
    static let uploadSQL = """
        CREATE TABLE numbering_005 (
            series TEXT NOT NULL CHECK (series IN ('H', 'I', 'O', 'U', 'C')),
            year INTEGER NOT NULL,
            last INTEGER NOT NULL CHECK (last >= 1),
            PRIMARY KEY (series, year)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO numbering_005 SELECT series, year, last FROM numbering;
        DROP TABLE numbering;
        ALTER TABLE numbering_005 RENAME TO numbering;

        CREATE TABLE upload_batch (
            number TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (sequence),
            system TEXT NOT NULL CHECK (system <> ''),
            items INTEGER NOT NULL CHECK (items >= 1)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX upload_batch_by_system ON upload_batch (system, event);
        CREATE TABLE upload_item (
            batch TEXT NOT NULL REFERENCES upload_batch (number),
            hazard TEXT NOT NULL REFERENCES hazard (id),
            -- The hazard's own event that was sent.
            event INTEGER NOT NULL REFERENCES event (sequence),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            PRIMARY KEY (batch, hazard)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE upload_receipt (
            event INTEGER PRIMARY KEY REFERENCES event (sequence),
            system TEXT NOT NULL CHECK (system <> ''),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            accepted INTEGER NOT NULL CHECK (accepted >= 0),
            refused INTEGER NOT NULL CHECK (refused >= 0),
            CHECK (accepted + refused > 0)
        ) STRICT;
        CREATE INDEX upload_receipt_by_content ON upload_receipt (system, digest, event);
        -- How a hazard that was sent stands with a system: what was sent last, and what was answered to that.
        CREATE TABLE upload_state (
            hazard TEXT NOT NULL REFERENCES hazard (id),
            system TEXT NOT NULL CHECK (system <> ''),
            batch TEXT NOT NULL REFERENCES upload_batch (number),
            event INTEGER NOT NULL REFERENCES event (sequence),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            state TEXT NOT NULL CHECK (state IN ('sent', 'accepted', 'refused')),
            -- The other system's number for it, kept when it is sent again.
            external TEXT CHECK (external <> ''),
            reason TEXT CHECK (reason <> ''),
            answered_by INTEGER REFERENCES upload_receipt (event),
            PRIMARY KEY (hazard, system),
            UNIQUE (system, external),
            CHECK ((state = 'sent') = (answered_by IS NULL)),
            CHECK (state <> 'sent' OR reason IS NULL),
            CHECK (state <> 'accepted' OR external IS NOT NULL),
            CHECK (state <> 'refused' OR reason IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        """
}
