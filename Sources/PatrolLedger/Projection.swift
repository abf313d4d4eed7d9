import Foundation
import GRDB
import PatrolModel

/// The only code that writes any table but `event`; from the events alone, so that a replay gives the same rows.
enum Projection {
    static func apply(_ event: Event, to db: Database) throws {
        switch event.entry {
        case .begin(let beginning):
            try db.run(
                "INSERT INTO ledger (only, district, incarnation) VALUES (1, ?, ?)",
                [beginning.district, beginning.incarnation]
            )
        case .restoration(let restoration):
            try db.run("UPDATE ledger SET incarnation = ?", [restoration.incarnation])
        case .configuration(let configuration):
            try ConfigurationProjection.write(configuration, event, db)
        case .catalogue(let catalogue): try ConfigurationProjection.write(catalogue, event, db)
        case .sites(_, let roster):
            for site in roster.all { try write(site, event, db) }
        case .opening(let opening): try open(opening, event, db)
        case .settlement(let settlement): try settle(settlement, event, db)
        case .morning(let digest):
            let reminder = MorningDigest.reminder(digest.date, digest.rule)
            try remind(reminder, "morning", event, db, rule: digest.rule)
        case .calendarGap(let gap):
            try remind("calendar/\(gap.year)/\(gap.month)", "calendar-missing", event, db)
        case .inspection(let inspection): try write(inspection, event, db)
        case .hazard(_, let hazard): try HazardProjection.write(hazard, event, db)
        case .upload(let batch): try UploadProjection.write(batch, event, db)
        case .uploadReceipt(let receipt): try UploadProjection.write(receipt, event, db)
        case .firing(let firing): try fire(firing, event, db)
        case .hook(let run):
            try db.run(
                "UPDATE reminder SET hook = ?, hook_by = ? WHERE id = ? AND hook = 'pending'",
                [run.outcome.rawValue, event.sequence, run.reminder]
            )
        case .said(let said):
            for reminder in said.reminders {
                try db.run("UPDATE reminder SET said_by = ? WHERE id = ?", [event.sequence, reminder])
            }
        }
    }

    private static func write(_ site: Site, _ event: Event, _ db: Database) throws {
        let tags = String(decoding: try JSONEncoder().encode(site.tags), as: UTF8.self)
        let former = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT latitude, longitude, name FROM site WHERE code = ?"),
            arguments: [site.code]
        )
        try db.run(
            """
            INSERT INTO site
            (code, event, name, kind, subdistrict, responsible_unit, tags, active_from, active_to, latitude, longitude)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET event = excluded.event, name = excluded.name,
            kind = excluded.kind, subdistrict = excluded.subdistrict,
            responsible_unit = excluded.responsible_unit, tags = excluded.tags,
            active_from = excluded.active_from, active_to = excluded.active_to,
            latitude = excluded.latitude, longitude = excluded.longitude
            """,
            [
                site.code, event.sequence, site.name, site.kind, site.subdistrict, site.responsibleUnit, tags,
                site.activeFrom?.description, site.activeTo?.description, site.position?.latitude,
                site.position?.longitude,
            ]
        )
        if let former, Position(row: former, at: 0) != site.position { try HazardPlaces.move(site.code, db) }
        try SearchProjection.write(site, former: former?[2], db)
    }

    private static func open(_ opening: PeriodOpening, _ event: Event, _ db: Database) throws {
        let period = opening.period
        try db.run(
            """
            INSERT INTO period
            (programme, key, cadence, first_date, last_date, starts_at, ends_at, provisional)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (programme, key) DO UPDATE SET cadence = excluded.cadence,
            last_date = excluded.last_date, ends_at = excluded.ends_at
            WHERE ends_at <> excluded.ends_at
            """,
            [
                opening.programme, period.key, (opening.cadence ?? .daily).description,
                period.first.description, period.last.description, period.start.seconds, period.end.seconds,
                opening.provisional == true,
            ]
        )
        // All of its duties at once, read where they were recorded: out of the event's own bytes.
        try db.run(
            """
            INSERT INTO duty
            (programme, period, subject, ordinal, site, hazard, target_date, assignee, state, late)
            SELECT ?, ?, coalesce(json_extract(value, '$.hazard'), json_extract(value, '$.site')),
                json_extract(value, '$.ordinal'), json_extract(value, '$.site'),
                json_extract(value, '$.hazard'), json_extract(value, '$.targetDate'),
                json_extract(value, '$.assignee'), 'open', 0
            FROM json_each((SELECT body FROM event WHERE sequence = ?), '$.body.duties')
            """,
            [opening.programme, period.key, event.sequence]
        )
    }

    private static func settle(_ settlement: PeriodSettlement, _ event: Event, _ db: Database) throws {
        try db.run(
            "UPDATE period SET settled_by = ? WHERE programme = ? AND key = ?",
            [event.sequence, settlement.programme, settlement.period]
        )
        for excused in settlement.excused ?? [] {
            try db.run(
                """
                UPDATE duty SET state = 'excused'
                WHERE programme = ? AND period = ? AND subject = ? AND ordinal = ?
                """,
                [settlement.programme, settlement.period, excused.subject, excused.ordinal]
            )
        }
        // What is still open then is what the event lists: one statement for all of it, and a count to prove it.
        try db.run(
            "UPDATE duty SET state = 'missed' WHERE programme = ? AND period = ? AND state = 'open'",
            [settlement.programme, settlement.period]
        )
        guard db.changesCount == settlement.missed.count else { throw PatrolError.internalFailure }
        guard !settlement.missed.isEmpty else { return }
        try remind("missed/\(settlement.programme)/\(settlement.period)", "duties-missed", event, db)
    }

    private static func write(_ inspection: Inspection, _ event: Event, _ db: Database) throws {
        try advance(.inspection, to: inspection.id, db)
        try db.run(
            """
            INSERT INTO inspection (id, event, site, result, observed_at, filed_at, filed_by, typed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                inspection.id, event.sequence, inspection.site, inspection.result.rawValue,
                inspection.observedAt.seconds, inspection.filed.at.seconds, inspection.filed.person,
                inspection.filed.typedBy,
            ]
        )
        for (place, officer) in (inspection.officers ?? []).enumerated() {
            try db.run(
                "INSERT INTO inspection_officer (inspection, place, person, certificate) VALUES (?, ?, ?, ?)",
                [inspection.id, place + 1, officer.person, officer.certificate]
            )
        }
        try EvidenceProjection.write(inspection, event, db)
        for settled in inspection.settled {
            let duty = settled.duty
            try db.run(
                """
                UPDATE duty SET state = 'done', inspection = ?, late = ?
                WHERE programme = ? AND period = ? AND subject = ? AND ordinal = ?
                """,
                [inspection.id, settled.late, duty.programme, duty.period, duty.subject, duty.ordinal]
            )
        }
    }

    static func remind(
        _ id: String,
        _ kind: String,
        _ event: Event,
        _ db: Database,
        rule: ReminderRule? = nil
    ) throws {
        try db.run(
            "INSERT INTO reminder (id, event, kind, rule, hook) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            [id, event.sequence, kind, rule?.id, rule?.hook == nil ? nil : "pending"]
        )
    }

    private static func fire(_ firing: ReminderFiring, _ event: Event, _ db: Database) throws {
        guard case .deadline(let deadline) = firing.rule.occasion else { throw PatrolError.internalFailure }
        let terms = deadline.terms
        for due in firing.dues {
            try db.run(
                "INSERT INTO hazard_reminded (hazard, rule, terms, kind, due_at, event) VALUES (?, ?, ?, ?, ?, ?)",
                [due.hazard, firing.rule.id, terms, due.kind.rawValue, due.at.seconds, event.sequence]
            )
        }
        let reminder = "rule/\(firing.rule.id)/\(event.sequence)"
        try remind(reminder, "deadline-reminder", event, db, rule: firing.rule)
    }

    /// Keeps count of the numbers given out, read off the number itself.
    static func advance(_ series: NumberSeries, to number: String, _ db: Database) throws {
        let parts = number.split(separator: "-")
        guard parts.count == 3, let year = Int(parts[1]), let count = Int(parts[2]) else {
            throw PatrolError.internalFailure
        }
        try db.run(
            """
            INSERT INTO numbering (series, year, last) VALUES (?, ?, ?)
            ON CONFLICT (series, year) DO UPDATE SET last = excluded.last
            """,
            [series.rawValue, year, count]
        )
    }
}
