extension Migration005 {
    /// The table is made anew, since its constraints change; every row of it stays as it was.
    static let lifeSQL = """
        CREATE TABLE hazard_005 (
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
            audit_finding INTEGER NOT NULL CHECK (audit_finding IN (0, 1)),
            description TEXT NOT NULL CHECK (description <> ''),
            inspection TEXT REFERENCES inspection (id),
            state TEXT NOT NULL CHECK (state IN (
                'reported', 'ordered', 'suspended', 'rectified', 'verified', 'closed', 'void')),
            observed_at INTEGER NOT NULL,
            reported_at INTEGER NOT NULL CHECK (reported_at >= observed_at),
            reported_by TEXT NOT NULL,
            due_start TEXT NOT NULL CHECK (due_start IN (
                'observation', 'service', 'resumption', 'return', 'extension')),
            due_from INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            due_provisional INTEGER NOT NULL CHECK (due_provisional IN (0, 1)),
            provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
            overdue_since INTEGER,
            noticed INTEGER NOT NULL CHECK (noticed IN (0, 1)),
            -- When its clock stopped: at the standing claim, or where it was suspended or voided.
            stopped_at INTEGER,
            order_number TEXT UNIQUE,
            served_at INTEGER CHECK (served_at >= observed_at),
            returned INTEGER NOT NULL CHECK (returned IN (0, 1)),
            referred INTEGER NOT NULL CHECK (referred IN (0, 1)),
            extensions INTEGER NOT NULL CHECK (extensions >= 0),
            extension_due_at INTEGER,
            suspended_until TEXT CHECK (length(suspended_until) = 10),
            resumes_at INTEGER,
            supervised INTEGER NOT NULL CHECK (supervised IN (0, 1)),
            planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
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
            rebound_count INTEGER NOT NULL CHECK (rebound_count >= 0),
            looked_back_at INTEGER,
            void_asked INTEGER NOT NULL CHECK (void_asked IN (0, 1)),
            voided_at INTEGER,
            voided_by TEXT,
            voided_second_by TEXT,
            duplicate_of TEXT REFERENCES hazard (id),
            -- Another report of it has given it its deadline, which may have run from an earlier observation.
            merged INTEGER NOT NULL CHECK (merged IN (0, 1)),
            case_number TEXT CHECK (case_number <> ''),
            CHECK (merged = 1 OR (due_from >= observed_at AND due_at > observed_at)),
            CHECK (merged = 1 OR overdue_since IS NULL OR overdue_since > observed_at),
            CHECK (due_provisional <= provisional),
            CHECK (noticed = 0 OR overdue_since IS NOT NULL),
            CHECK (due_start <> 'service' OR merged = 1 OR due_from = served_at),
            CHECK (state <> 'reported' OR order_number IS NULL),
            CHECK (state <> 'ordered' OR order_number IS NOT NULL),
            CHECK ((order_number IS NULL) = (served_at IS NULL)),
            CHECK (returned = 0 OR state = 'reported'),
            CHECK (referred = 0 OR order_number IS NOT NULL),
            CHECK (extension_due_at IS NULL OR state = 'ordered'),
            CHECK ((state = 'suspended') = (resumes_at IS NOT NULL)),
            CHECK ((resumes_at IS NULL) = (suspended_until IS NULL)),
            CHECK ((state IN ('rectified', 'verified', 'closed', 'suspended', 'void')) = (stopped_at IS NOT NULL)),
            CHECK (severity = 'general' OR supervised = 1),
            CHECK (planned <= supervised),
            CHECK ((state IN ('rectified', 'verified', 'closed')) = (rectified_at IS NOT NULL)),
            CHECK ((rectified_at IS NULL) = (rectified_by IS NULL)),
            CHECK ((rectified_at IS NULL) = (rectified_typed_by IS NULL)),
            CHECK ((state IN ('verified', 'closed')) = (verified_at IS NOT NULL)),
            CHECK ((verified_at IS NULL) = (verified_by IS NULL)),
            CHECK ((verified_at IS NULL) = (typists_count IS NULL)),
            CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
            CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
            CHECK (state <> 'verified' OR severity = 'major' OR audit_finding = 1),
            CHECK (verified_by <> rectified_by),
            CHECK (closed_by <> rectified_by),
            CHECK ((severity = 'general' AND audit_finding = 0) OR closed_by <> verified_by),
            CHECK (typists_count = 0 OR (
                verified_by <> rectified_typed_by AND verified_typed_by <> rectified_by
                AND verified_typed_by <> rectified_typed_by)),
            CHECK (void_asked = 0 OR state NOT IN ('closed', 'void')),
            CHECK ((state = 'void') = (voided_at IS NOT NULL)),
            CHECK ((voided_at IS NULL) = (voided_by IS NULL)),
            CHECK (voided_second_by IS NULL OR (state = 'void' AND voided_second_by <> voided_by)),
            CHECK (state <> 'void' OR order_number IS NULL OR voided_second_by IS NOT NULL),
            CHECK (duplicate_of IS NULL OR (state = 'void' AND duplicate_of <> id))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO hazard_005
        SELECT
            id, event, site, subdistrict, responsible_unit, category, category_name, condition,
            condition_text, time_limit, severity, 0, description, inspection, state, observed_at,
            reported_at, reported_by, due_start, due_from, due_at, due_provisional, provisional,
            overdue_since, noticed, rectified_at, order_number, served_at, 0, 0, 0, NULL, NULL, NULL,
            severity = 'major', 0, rework_count, rework_due_at,
            rectified_at, rectified_by, rectified_typed_by, verify_due_at, verified_at, verified_by,
            verified_typed_by, typists_count, closed_at, closed_by, 0, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL
        FROM hazard;
        DROP TABLE hazard;
        ALTER TABLE hazard_005 RENAME TO hazard;
        CREATE INDEX hazard_running ON hazard (due_at, id) WHERE state IN ('reported', 'ordered');
        CREATE INDEX hazard_by_site ON hazard (site);
        CREATE INDEX hazard_provisional ON hazard (id) WHERE provisional = 1;
        CREATE INDEX hazard_verifying ON hazard (verify_due_at, id) WHERE state = 'rectified';
        CREATE INDEX hazard_reworking ON hazard (rework_due_at, id)
            WHERE state = 'ordered' AND rework_due_at IS NOT NULL;
        CREATE INDEX hazard_suspended ON hazard (resumes_at, id) WHERE resumes_at IS NOT NULL;
        CREATE INDEX hazard_extending ON hazard (extension_due_at, id) WHERE extension_due_at IS NOT NULL;
        CREATE INDEX hazard_deciding ON hazard (id)
            WHERE returned = 1 OR extension_due_at IS NOT NULL OR void_asked = 1;
        CREATE INDEX hazard_closed ON hazard (closed_at, id) WHERE state = 'closed';

        """
}
