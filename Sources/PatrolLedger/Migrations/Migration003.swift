/// Hazards that were found and fixed in one visit, and so were never ordered. Frozen: what ships is never edited.
///
/// The table is made anew, since its constraints change; every row of it stays as it was.
enum Migration003 {
    static let identifier = "003-fixed-on-the-spot"

    static let sql = """
        CREATE TABLE hazard_003 (
            id TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (sequence),
            site TEXT NOT NULL REFERENCES site (code),
            subdistrict TEXT NOT NULL,
            responsible_unit TEXT NOT NULL,
            category TEXT NOT NULL,
            category_name TEXT NOT NULL,
            condition INTEGER NOT NULL,
            condition_text TEXT NOT NULL,
            time_limit TEXT NOT NULL CHECK (time_limit <> ''),
            severity TEXT NOT NULL CHECK (severity IN ('general', 'major')),
            description TEXT NOT NULL CHECK (description <> ''),
            inspection TEXT REFERENCES inspection (id),
            state TEXT NOT NULL CHECK (state IN ('reported', 'ordered', 'rectified', 'verified', 'closed')),
            observed_at INTEGER NOT NULL,
            reported_at INTEGER NOT NULL CHECK (reported_at >= observed_at),
            reported_by TEXT NOT NULL,
            due_start TEXT NOT NULL CHECK (due_start IN ('observation', 'service', 'resumption')),
            due_from INTEGER NOT NULL CHECK (due_from >= observed_at),
            due_at INTEGER NOT NULL CHECK (due_at > observed_at),
            due_provisional INTEGER NOT NULL CHECK (due_provisional IN (0, 1)),
            provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
            overdue_since INTEGER CHECK (overdue_since > observed_at),
            noticed INTEGER NOT NULL CHECK (noticed IN (0, 1)),
            order_number TEXT UNIQUE,
            served_at INTEGER CHECK (served_at >= observed_at),
            rework_count INTEGER NOT NULL CHECK (rework_count >= 0),
            rework_due_at INTEGER,
            rectified_at INTEGER CHECK (rectified_at >= coalesce(served_at, observed_at)),
            rectified_by TEXT,
            rectified_typed_by TEXT,
            verify_due_at INTEGER,
            verified_at INTEGER,
            verified_by TEXT,
            verified_typed_by TEXT,
            typists_count INTEGER CHECK (typists_count IN (0, 1)),
            closed_at INTEGER,
            closed_by TEXT,
            CHECK (due_provisional <= provisional),
            CHECK (noticed = 0 OR overdue_since IS NOT NULL),
            CHECK (due_start <> 'service' OR due_from = served_at),
            CHECK (state <> 'reported' OR order_number IS NULL),
            CHECK (state <> 'ordered' OR order_number IS NOT NULL),
            CHECK ((order_number IS NULL) = (served_at IS NULL)),
            CHECK ((state IN ('rectified', 'verified', 'closed')) = (rectified_at IS NOT NULL)),
            CHECK ((rectified_at IS NULL) = (rectified_by IS NULL)),
            CHECK ((rectified_at IS NULL) = (rectified_typed_by IS NULL)),
            CHECK ((state IN ('verified', 'closed')) = (verified_at IS NOT NULL)),
            CHECK ((verified_at IS NULL) = (verified_by IS NULL)),
            CHECK ((verified_at IS NULL) = (typists_count IS NULL)),
            CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
            CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
            CHECK (state <> 'verified' OR severity = 'major'),
            CHECK (verified_by <> rectified_by),
            CHECK (closed_by <> rectified_by),
            CHECK (severity = 'general' OR closed_by <> verified_by),
            CHECK (typists_count = 0 OR (
                verified_by <> rectified_typed_by AND verified_typed_by <> rectified_by
                AND verified_typed_by <> rectified_typed_by))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO hazard_003
        SELECT
            id, event, site, subdistrict, responsible_unit, category, category_name, condition,
            condition_text, time_limit, severity, description, inspection, state, observed_at,
            reported_at, reported_by, due_start, due_from, due_at, due_provisional, provisional,
            overdue_since, noticed, order_number, served_at, rework_count, rework_due_at,
            rectified_at, rectified_by, rectified_typed_by, verify_due_at, verified_at, verified_by,
            verified_typed_by, typists_count, closed_at, closed_by
        FROM hazard;
        DROP TABLE hazard;
        ALTER TABLE hazard_003 RENAME TO hazard;
        CREATE INDEX hazard_running ON hazard (due_at, id) WHERE state IN ('reported', 'ordered');
        CREATE INDEX hazard_by_site ON hazard (site);
        CREATE INDEX hazard_provisional ON hazard (id) WHERE provisional = 1;
        """
}
