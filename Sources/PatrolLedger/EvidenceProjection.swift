import GRDB
import PatrolModel

/// One row a file that the record names.
enum EvidenceProjection {
    /// A hazard's events repeat what was filed before.
    static func write(_ hazard: Hazard, _ event: Event, _ db: Database) throws {
        for (place, evidence) in hazard.evidence.enumerated() where evidence.filed.at == event.at {
            try write(evidence.file, place, of: hazard.id, hazard: hazard.id, inspection: nil, event, db)
        }
    }

    static func write(_ inspection: Inspection, _ event: Event, _ db: Database) throws {
        for (place, file) in (inspection.evidence ?? []).enumerated() {
            try write(file, place, of: inspection.id, hazard: nil, inspection: inspection.id, event, db)
        }
    }

    private static func write(
        _ file: Evidence,
        _ place: Int,
        of subject: String,
        hazard: String?,
        inspection: String?,
        _ event: Event,
        _ db: Database
    ) throws {
        try db.run(
            """
            INSERT INTO evidence
            (subject, event, hazard, inspection, ordinal, sha256, bytes, type, name, moment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subject, ordinal) DO NOTHING
            """,
            [
                subject, event.sequence, hazard, inspection, place + 1, file.sha256, file.bytes,
                file.type.rawValue, file.name, file.moment.rawValue,
            ]
        )
    }
}
