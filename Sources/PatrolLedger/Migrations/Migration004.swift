/// Reminders by rule: what a rule has said of which deadline, and what came of handing it to the rule's command. Frozen:
/// what ships is never edited.
enum Migration004 {
    static let identifier = "004-reminder-rules"

    static let sql = """
        CREATE TABLE reminder_004 (
            id TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event (sequence),
            kind TEXT NOT NULL CHECK (kind IN (
                'hazard-overdue', 'duties-missed', 'morning', 'deadline-firm', 'calendar-missing',
                'catalogue-adopted', 'deadline-reminder')),
            said_by INTEGER REFERENCES event (sequence),
            rule TEXT CHECK (rule <> ''),
            hook TEXT CHECK (hook IN ('pending', 'done', 'failed')),
            hook_by INTEGER REFERENCES event (sequence),
            CHECK (hook IS NULL OR rule IS NOT NULL),
            CHECK ((coalesce(hook, 'pending') = 'pending') = (hook_by IS NULL))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO reminder_004 (id, event, kind, said_by) SELECT id, event, kind, said_by FROM reminder;
        DROP TABLE reminder;
        ALTER TABLE reminder_004 RENAME TO reminder;
        CREATE INDEX reminder_unsaid ON reminder (event) WHERE said_by IS NULL;
        CREATE INDEX reminder_unhooked ON reminder (rule, event) WHERE hook = 'pending';

        CREATE TABLE hazard_reminded (
            hazard TEXT NOT NULL REFERENCES hazard (id),
            rule TEXT NOT NULL CHECK (rule <> ''),
            terms TEXT NOT NULL CHECK (terms <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('order', 'rectification', 'rework', 'verification')),
            due_at INTEGER NOT NULL,
            event INTEGER NOT NULL REFERENCES event (sequence),
            PRIMARY KEY (hazard, rule, kind, due_at, terms)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hazard_verifying ON hazard (verify_due_at, id) WHERE state = 'rectified';
        CREATE INDEX hazard_reworking ON hazard (rework_due_at, id)
            WHERE state = 'ordered' AND rework_due_at IS NOT NULL;
        """
}
