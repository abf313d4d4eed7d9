/// Calendars, deadlines of every unit, the catalogue as a record of its own, and duties that are no longer owed.
/// Frozen: what ships is never edited.
///
/// Tables whose constraints change are made anew and filled from the old ones. What the new columns say of old rows
/// is what ``Projection`` makes of the old events.
enum Migration002 {
    static let identifier = "002-calendars-deadlines-catalogue"

    static let sql = programmeSQL + catalogueSQL + dutySQL + hazardSQL + reminderSQL

    private static let programmeSQL = """
        CREATE TABLE programme (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            manner TEXT NOT NULL CHECK (manner IN ('patrol', 'check')),
            cadence TEXT NOT NULL CHECK (cadence <> ''),
            in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
            in_force_from INTEGER NOT NULL,
            first_in_force INTEGER NOT NULL CHECK (first_in_force <= in_force_from)
        ) STRICT, WITHOUT ROWID;
        WITH listed AS (
            SELECT c.event AS sequence, e.at, json_extract(p.value, '$.id') AS id, p.value AS body
            FROM configuration c JOIN event e ON e.sequence = c.event,
                json_each(e.body, '$.body.programmes') p
        ), adopted AS (
            SELECT event, lag(event) OVER (ORDER BY event) AS former FROM configuration
        ), latest AS (
            SELECT id, max(sequence) AS sequence FROM listed GROUP BY id
        ), since AS (
            SELECT l.id, max(l.at) AS at FROM listed l JOIN adopted a ON a.event = l.sequence
            WHERE NOT EXISTS (SELECT 1 FROM listed f WHERE f.sequence = a.former AND f.id = l.id)
            GROUP BY l.id
        )
        INSERT INTO programme
        SELECT l.id, json_extract(l.body, '$.name'), json_extract(l.body, '$.manner'),
            json_extract(l.body, '$.cadence'), l.sequence = (SELECT max(event) FROM configuration), s.at,
            (SELECT min(f.at) FROM listed f WHERE f.id = l.id)
        FROM listed l JOIN latest USING (id, sequence) JOIN since s ON s.id = l.id;

        CREATE INDEX site_by_kind ON site (kind);

        """

    private static let catalogueSQL = """
        CREATE TABLE category (
            code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 40),
            event INTEGER NOT NULL REFERENCES event (sequence),
            name TEXT NOT NULL CHECK (name <> ''),
            class TEXT CHECK (class <> ''),
            retired INTEGER NOT NULL CHECK (retired IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX category_by_name ON category (name);
        CREATE TABLE condition (
            category TEXT NOT NULL REFERENCES category (code),
            number INTEGER NOT NULL CHECK (number >= 1),
            text TEXT NOT NULL CHECK (text <> ''),
            time_limit TEXT NOT NULL CHECK (time_limit <> ''),
            closing TEXT CHECK (closing <> ''),
            retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
            PRIMARY KEY (category, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE catalogue_file (
            event INTEGER PRIMARY KEY REFERENCES event (sequence),
            source TEXT NOT NULL CHECK (source <> ''),
            digest TEXT CHECK (length(digest) = 64)
        ) STRICT;
        INSERT INTO category (code, event, name, class, retired)
        SELECT json_extract(c.value, '$.code'), e.sequence, json_extract(c.value, '$.name'), NULL, 0
        FROM configuration a JOIN event e ON e.sequence = a.event,
            json_each(e.body, '$.body.catalogue.categories') c
        WHERE true ORDER BY e.sequence
        ON CONFLICT (code) DO UPDATE SET event = excluded.event, name = excluded.name;
        INSERT INTO condition (category, number, text, time_limit, closing, retired)
        SELECT json_extract(c.value, '$.code'), json_extract(k.value, '$.number'),
            json_extract(k.value, '$.text'), json_extract(k.value, '$.limit'),
            json_extract(k.value, '$.closing'), 0
        FROM configuration a JOIN event e ON e.sequence = a.event,
            json_each(e.body, '$.body.catalogue.categories') c, json_each(c.value, '$.conditions') k
        WHERE true ORDER BY e.sequence
        ON CONFLICT (category, number) DO UPDATE SET text = excluded.text,
            time_limit = excluded.time_limit, closing = excluded.closing;
        CREATE TRIGGER category_is_never_removed BEFORE DELETE ON category
        BEGIN SELECT RAISE(ABORT, 'categories are retired, never removed'); END;
        CREATE TRIGGER condition_is_never_removed BEFORE DELETE ON condition
        BEGIN SELECT RAISE(ABORT, 'conditions are retired, never removed'); END;

        """

    private static let dutySQL = """
        CREATE TABLE period_002 (
            programme TEXT NOT NULL,
            key TEXT NOT NULL,
            cadence TEXT NOT NULL CHECK (cadence <> ''),
            first_date TEXT NOT NULL CHECK (length(first_date) = 10),
            last_date TEXT NOT NULL CHECK (last_date >= first_date),
            starts_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
            provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
            settled_by INTEGER REFERENCES event (sequence),
            PRIMARY KEY (programme, key)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO period_002
        SELECT programme, key, 'daily', key, key, starts_at, ends_at, 0, settled_by FROM period;
        CREATE TABLE duty_002 (
            programme TEXT NOT NULL,
            period TEXT NOT NULL,
            site TEXT NOT NULL REFERENCES site (code),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            target_date TEXT NOT NULL,
            assignee TEXT,
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missed', 'excused')),
            inspection TEXT REFERENCES inspection (id),
            late INTEGER NOT NULL CHECK (late IN (0, 1)),
            PRIMARY KEY (programme, period, site, ordinal),
            FOREIGN KEY (programme, period) REFERENCES period (programme, key),
            CHECK ((state = 'done') = (inspection IS NOT NULL)),
            CHECK (late = 0 OR state = 'done')
        ) STRICT, WITHOUT ROWID;
        INSERT INTO duty_002
        SELECT programme, period, site, ordinal, target_date, assignee, state, inspection, late FROM duty;
        DROP TABLE duty;
        DROP TABLE period;
        ALTER TABLE period_002 RENAME TO period;
        ALTER TABLE duty_002 RENAME TO duty;
        CREATE INDEX period_by_end ON period (ends_at);
        CREATE INDEX period_running ON period (ends_at, programme) WHERE settled_by IS NULL;
        CREATE INDEX period_by_start ON period (programme, cadence, first_date);
        CREATE INDEX duty_open ON duty (programme, period) WHERE state = 'open';

        """

    private static let hazardSQL = """
        CREATE TABLE hazard_002 (
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
            rectified_at INTEGER CHECK (rectified_at >= served_at),
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
        INSERT INTO hazard_002
        SELECT h.id, h.event, h.site, h.subdistrict, h.responsible_unit, h.category, h.category_name,
            h.condition, h.condition_text, json_extract(e.body, '$.body.grounds.limit'), h.severity,
            h.description, h.inspection, h.state, h.observed_at, h.reported_at, h.reported_by, 'observation',
            h.observed_at, h.due_at, 0, 0, h.overdue_since, h.overdue_since IS NOT NULL, h.order_number, h.served_at, h.rework_count,
            h.rework_due_at, h.rectified_at, h.rectified_by, h.rectified_typed_by, NULL, h.verified_at,
            h.verified_by, h.verified_typed_by, h.typists_count, h.closed_at, h.closed_by
        FROM hazard h JOIN event e ON e.sequence = h.event;
        DROP TABLE hazard;
        ALTER TABLE hazard_002 RENAME TO hazard;
        CREATE INDEX hazard_running ON hazard (due_at, id) WHERE state IN ('reported', 'ordered');
        CREATE INDEX hazard_by_site ON hazard (site);
        CREATE INDEX hazard_provisional ON hazard (id) WHERE provisional = 1;

        """

    private static let reminderSQL = """
        CREATE TABLE reminder_002 (
            id TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (sequence),
            kind TEXT NOT NULL CHECK (kind IN (
                'hazard-overdue', 'duties-missed', 'morning', 'deadline-firm', 'calendar-missing',
                'catalogue-adopted')),
            said_by INTEGER REFERENCES event (sequence)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO reminder_002 SELECT id, event, kind, said_by FROM reminder;
        DROP TABLE reminder;
        ALTER TABLE reminder_002 RENAME TO reminder;
        CREATE INDEX reminder_unsaid ON reminder (event) WHERE said_by IS NULL;
        """
}
