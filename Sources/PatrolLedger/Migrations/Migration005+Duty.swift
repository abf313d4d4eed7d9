extension Migration005 {
    /// Duties are of a subject, a site or a closed hazard. The table is made anew, since its key changes; every row of it
    /// stays as it was.
    static let dutySQL = """
        CREATE TABLE duty_005 (
            programme TEXT NOT NULL,
            period TEXT NOT NULL,
            subject TEXT NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            site TEXT NOT NULL REFERENCES site (code),
            hazard TEXT REFERENCES hazard (id),
            target_date TEXT NOT NULL,
            assignee TEXT,
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missed', 'excused')),
            inspection TEXT REFERENCES inspection (id),
            late INTEGER NOT NULL CHECK (late IN (0, 1)),
            PRIMARY KEY (programme, period, subject, ordinal),
            FOREIGN KEY (programme, period) REFERENCES period (programme, key),
            CHECK (subject = coalesce(hazard, site)),
            CHECK ((state = 'done') = (inspection IS NOT NULL)),
            CHECK (late = 0 OR state = 'done')
        ) STRICT, WITHOUT ROWID;
        INSERT INTO duty_005
        SELECT programme, period, site, ordinal, site, NULL, target_date, assignee, state, inspection, late
        FROM duty;
        DROP TABLE duty;
        ALTER TABLE duty_005 RENAME TO duty;
        CREATE INDEX duty_open ON duty (programme, period) WHERE state = 'open';
        CREATE INDEX duty_by_hazard ON duty (hazard) WHERE hazard IS NOT NULL;

        """
}
