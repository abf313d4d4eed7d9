import GRDB

/// The first schema. Frozen: what ships is never edited, a change is a new migration.
enum Migration001 {
    static let identifier = "001-hazards-and-daily-duties"

    static let sql = eventSQL + siteSQL + dutySQL + hazardSQL + reminderSQL

    /// What an event says of itself is read out of its hashed bytes, so that the two cannot disagree.
    private static let eventSQL = """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY,
            body TEXT NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            at INTEGER NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.at')) STORED,
            verb TEXT NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.verb')) STORED,
            entity TEXT NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.entity')) STORED,
            key TEXT GENERATED ALWAYS AS (json_extract(body, '$.filing.key')) STORED,
            CHECK (json_extract(body, '$.sequence') = sequence)
        ) STRICT;
        CREATE INDEX event_by_entity ON event (entity, sequence);
        CREATE UNIQUE INDEX event_by_key ON event (key) WHERE key IS NOT NULL;
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
        CREATE TRIGGER event_is_only_appended BEFORE INSERT ON event
        WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event)
        BEGIN SELECT RAISE(ABORT, 'events are only appended, in sequence'); END;

        CREATE TABLE ledger (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            district TEXT NOT NULL,
            incarnation INTEGER NOT NULL CHECK (incarnation >= 1)
        ) STRICT;
        CREATE TABLE configuration (
            event INTEGER PRIMARY KEY REFERENCES event (sequence),
            district TEXT NOT NULL,
            zone TEXT NOT NULL
        ) STRICT;
        CREATE TABLE numbering (
            series TEXT NOT NULL CHECK (series IN ('H', 'I', 'O')),
            year INTEGER NOT NULL,
            last INTEGER NOT NULL CHECK (last >= 1),
            PRIMARY KEY (series, year)
        ) STRICT, WITHOUT ROWID;

        """

    private static let siteSQL = """
        CREATE TABLE site (
            code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 40),
            event INTEGER NOT NULL REFERENCES event (sequence),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind <> ''),
            subdistrict TEXT NOT NULL CHECK (subdistrict <> ''),
            responsible_unit TEXT NOT NULL CHECK (responsible_unit <> ''),
            tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
            active_from TEXT,
            active_to TEXT CHECK (active_to IS NULL OR active_from IS NULL OR active_to >= active_from)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX site_by_unit ON site (responsible_unit);

        """

    private static let dutySQL = """
        CREATE TABLE period (
            programme TEXT NOT NULL,
            key TEXT NOT NULL,
            starts_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
            settled_by INTEGER REFERENCES event (sequence),
            PRIMARY KEY (programme, key),
            UNIQUE (programme, starts_at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX period_by_end ON period (ends_at);
        CREATE INDEX period_running ON period (ends_at, programme) WHERE settled_by IS NULL;
        CREATE TABLE inspection (
            id TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (sequence),
            site TEXT NOT NULL REFERENCES site (code),
            result TEXT NOT NULL CHECK (result IN ('ok', 'hazard', 'absent', 'refused')),
            observed_at INTEGER NOT NULL,
            filed_at INTEGER NOT NULL CHECK (filed_at >= observed_at),
            filed_by TEXT NOT NULL,
            typed_by TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX inspection_by_site ON inspection (site, observed_at);
        CREATE TABLE duty (
            programme TEXT NOT NULL,
            period TEXT NOT NULL,
            site TEXT NOT NULL REFERENCES site (code),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            target_date TEXT NOT NULL,
            assignee TEXT,
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missed')),
            inspection TEXT REFERENCES inspection (id),
            late INTEGER NOT NULL CHECK (late IN (0, 1)),
            PRIMARY KEY (programme, period, site, ordinal),
            FOREIGN KEY (programme, period) REFERENCES period (programme, key),
            CHECK ((state = 'done') = (inspection IS NOT NULL)),
            CHECK (late = 0 OR state = 'done')
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX duty_open ON duty (programme, period) WHERE state = 'open';

        """

    private static let hazardSQL = """
        CREATE TABLE hazard (
            id TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (sequence),
            site TEXT NOT NULL REFERENCES site (code),
            subdistrict TEXT NOT NULL,
            responsible_unit TEXT NOT NULL,
            category TEXT NOT NULL,
            category_name TEXT NOT NULL,
            condition INTEGER NOT NULL,
            condition_text TEXT NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('general', 'major')),
            description TEXT NOT NULL CHECK (description <> ''),
            inspection TEXT REFERENCES inspection (id),
            state TEXT NOT NULL CHECK (state IN ('reported', 'ordered', 'rectified', 'verified', 'closed')),
            observed_at INTEGER NOT NULL,
            reported_at INTEGER NOT NULL CHECK (reported_at >= observed_at),
            reported_by TEXT NOT NULL,
            due_at INTEGER NOT NULL CHECK (due_at > observed_at),
            overdue_since INTEGER CHECK (overdue_since = due_at),
            order_number TEXT UNIQUE,
            served_at INTEGER CHECK (served_at >= observed_at),
            rework_count INTEGER NOT NULL CHECK (rework_count >= 0),
            rework_due_at INTEGER,
            rectified_at INTEGER CHECK (rectified_at >= served_at),
            rectified_by TEXT,
            rectified_typed_by TEXT,
            verified_at INTEGER,
            verified_by TEXT,
            verified_typed_by TEXT,
            typists_count INTEGER CHECK (typists_count IN (0, 1)),
            closed_at INTEGER,
            closed_by TEXT,
            CHECK ((state = 'reported') = (order_number IS NULL)),
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
        CREATE INDEX hazard_running ON hazard (due_at, id) WHERE state IN ('reported', 'ordered');
        CREATE INDEX hazard_by_site ON hazard (site);

        """

    private static let reminderSQL = """
        CREATE TABLE reminder (
            id TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (sequence),
            kind TEXT NOT NULL CHECK (kind IN ('hazard-overdue', 'duties-missed', 'morning')),
            said_by INTEGER REFERENCES event (sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reminder_unsaid ON reminder (event) WHERE said_by IS NULL;
        """
}
