import GRDB
package import PatrolModel

/// A photo or document of a hazard's or an inspection's, with the event that named it.
package struct EvidenceRecord: Sendable {
    package let file: Evidence
    /// The hazard's or the inspection's number.
    package let subject: String
    /// The event's verb, such as `hazard.rectify`.
    package let verb: String
    package let at: Instant
    package let person: String
}

extension Ledger {
    /// What proves one hazard or one inspection, in the order of filing.
    /// - Throws: ``PatrolError/unknownHazard(id:)`` where there is no such number, or the person may not know of it.
    package func evidence(of subject: String, sight: Sight) async throws -> [EvidenceRecord] {
        let number = subject.uppercased()
        if !number.hasPrefix(NumberSeries.inspection.rawValue + "-") {
            _ = try await hazard(number, sight: sight)
        }
        return try await pool.read { db in
            if number.hasPrefix(NumberSeries.inspection.rawValue + "-") {
                let sql =
                    "SELECT s.subdistrict FROM inspection i JOIN site s ON s.code = i.site WHERE i.id = ?"
                guard let subdistrict = try String.fetchOne(db, sql: sql, arguments: [number]),
                    sight.coversInspection(in: subdistrict)
                else { throw PatrolError.unknownHazard(id: String(subject.prefix(40))) }
            }
            let sql = EvidenceRecord.select + " WHERE v.subject = ? ORDER BY v.ordinal"
            return try Row.fetchAll(db, sql: sql, arguments: [number]).compactMap { EvidenceRecord(row: $0) }
        }
    }

    /// The file of a hash, provided the person may see something that it proves.
    /// - Throws: ``PatrolError/unknownEvidence(name:)``.
    package func evidence(_ sha256: String, sight: Sight) async throws -> EvidenceRecord {
        let sql = """
            SELECT v.subject, h.subdistrict, h.responsible_unit, h.served_at, s.subdistrict
            FROM evidence v LEFT JOIN hazard h ON h.id = v.hazard
            LEFT JOIN inspection i ON i.id = v.inspection LEFT JOIN site s ON s.code = i.site
            WHERE v.sha256 = ?
            """
        let record = try await pool.read { db -> EvidenceRecord? in
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [sha256])
            while let row = try rows.next() {
                guard sight.coversEvidence(row) else { continue }
                let sql = EvidenceRecord.select + " WHERE v.sha256 = ? AND v.subject = ? ORDER BY v.ordinal"
                let found = try Row.fetchOne(db, sql: sql, arguments: [sha256, row[0] as String])
                return found.flatMap { EvidenceRecord(row: $0) }
            }
            return nil
        }
        guard let record else { throw PatrolError.unknownEvidence(name: String(sha256.prefix(12))) }
        return record
    }

    /// Removes the uploads that no event names and that came more than a day ago, and what was cut off.
    /// - Returns: how many there were.
    @discardableResult
    package func sweepEvidence() async throws -> Int {
        let before = clock.now() + -86400
        evidence.removeUnfinished(before: before)
        var forgotten: [String] = []
        try evidence.forEachShelf { shelf in
            let old = shelf.filter { evidence.isOlder($0, than: before) }
            guard !old.isEmpty else { return }
            forgotten += try pool.read { db in try old.filter { try !db.namesEvidence($0) } }
        }
        guard !forgotten.isEmpty else { return 0 }
        // A filing may have come in between that names one: within the writer nothing can.
        return try await queue.perform { [evidence, forgotten] db, _ in
            let gone = try forgotten.filter {
                try evidence.isOlder($0, than: before) && !db.namesEvidence($0)
            }
            gone.forEach(evidence.remove)
            return gone.count
        }
    }
}

extension Database {
    fileprivate func namesEvidence(_ sha256: String) throws -> Bool {
        let statement = try cachedStatement(sql: "SELECT 1 FROM evidence WHERE sha256 = ? LIMIT 1")
        return try Int.fetchOne(statement, arguments: [sha256]) != nil
    }
}

extension Sight {
    /// What the bureau saw on its rounds is the street office's to see, and no unit's.
    fileprivate func coversInspection(in place: String) -> Bool {
        guard case .own(let subdistrict, _) = self else { return true }
        return subdistrict == place
    }

    /// As lists of hazards are restricted: a unit sees what it has been told of.
    fileprivate func coversEvidence(_ row: Row) -> Bool {
        guard case .own(let subdistrict, let unit) = self else { return true }
        if let place: String = row[4] { return coversInspection(in: place) }
        let (place, responsible): (String?, String?) = (row[1], row[2])
        let isServed = (row[3] as Int64?) != nil
        return (subdistrict != nil && place == subdistrict)
            || (unit != nil && responsible == unit && isServed)
    }
}

extension EvidenceRecord {
    fileprivate static let select = """
        SELECT v.sha256, v.bytes, v.type, v.name, v.moment, v.subject, e.verb, e.at,
            coalesce(json_extract(e.body, '$.onBehalfOf'), json_extract(e.body, '$.actor'))
        FROM evidence v JOIN event e ON e.sequence = v.event
        """

    fileprivate init?(row: Row) {
        guard let type = EvidenceType(rawValue: row[2]), let moment = Evidence.Moment(rawValue: row[4]) else {
            return nil
        }
        file = Evidence(sha256: row[0], bytes: row[1], type: type, name: row[3], moment: moment)
        (subject, verb, person) = (row[5], row[6], row[8])
        at = Instant(seconds: row[7])
    }
}
