import Foundation
import GRDB
package import PatrolModel

/// The record as it stood at a moment: after one of its events, and by the rules in force then.
package struct Cut: Sendable {
    /// The moment that was asked for; lateness is reckoned at it.
    package let at: Instant
    /// The last event that had been recorded by then.
    package let event: Int64
    /// The configuration adopted last by then, in today's zone.
    package let rulebook: Rulebook
}

extension Ledger {
    /// What had been recorded by a moment.
    ///
    /// Events bear the instant of their commit, in order, so that the last of them is found in a few steps and needs no
    /// index. Where the system clock was set back, two events may bear one instant with others between them; one of the
    /// two is then the last, the same each time.
    /// - Throws: ``PatrolError/beforeLedger(time:began:)``.
    package func cut(at: Instant) async throws -> Cut {
        let current = rulebook
        return try await pool.read { db in
            guard let event = try Cut.lastEvent(by: at, db) else {
                let began = try db.recordingInstant(of: 1) ?? at
                throw PatrolError.beforeLedger(
                    time: current.zone.iso8601(at),
                    began: current.zone.iso8601(began)
                )
            }
            return Cut(at: at, event: event, rulebook: try Cut.rules(by: event, current, db))
        }
    }
}

extension Cut {
    fileprivate static func lastEvent(by at: Instant, _ db: Database) throws -> Int64? {
        let last = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0
        var (found, tooLate): (Int64, Int64) = (0, last + 1)
        while found + 1 < tooLate {
            let middle = found + (tooLate - found) / 2
            if let recorded = try db.recordingInstant(of: middle), recorded <= at {
                found = middle
            } else {
                tooLate = middle
            }
        }
        return found > 0 ? found : nil
    }

    fileprivate static func rules(by event: Int64, _ current: Rulebook, _ db: Database) throws -> Rulebook {
        let sql = """
            SELECT e.body FROM event e WHERE e.sequence =
            (SELECT max(event) FROM configuration WHERE event <= ?)
            """
        guard let body = try String.fetchOne(db, sql: sql, arguments: [event]),
            case .configuration(let then) = try EventCoding.decode(Data(body.utf8)).entry,
            then != current.configuration
        else { return current }
        return Rulebook(configuration: then, zone: current.zone, subdistricts: current.subdistricts)
    }
}

extension Database {
    fileprivate func recordingInstant(of event: Int64) throws -> Instant? {
        let statement = try cachedStatement(sql: "SELECT at FROM event WHERE sequence = ?")
        return try Int64.fetchOne(statement, arguments: [event]).map { Instant(seconds: $0) }
    }

    /// What sites were called at a cut: as the roster calls them now, and out of the imports for those it has changed
    /// since.
    func names(ofSites codes: Set<String>, at cut: Cut) throws -> [String: String] {
        var (names, changed): ([String: String], Set<String>) = ([:], [])
        for code in codes {
            let statement = try cachedStatement(sql: "SELECT name, event FROM site WHERE code = ?")
            guard let row = try Row.fetchOne(statement, arguments: [code]) else { continue }
            names[code] = row[0]
            if row[1] > cut.event { changed.insert(code) }
        }
        guard !changed.isEmpty else { return names }
        let sql = """
            SELECT body FROM event WHERE entity = 'sites' AND verb = 'site.import' AND sequence <= ?
            ORDER BY sequence DESC
            """
        let imports = try String.fetchCursor(self, sql: sql, arguments: [cut.event])
        while !changed.isEmpty, let body = try imports.next() {
            guard case .sites(_, let roster) = try EventCoding.decode(Data(body.utf8)).entry else { continue }
            for site in roster.all where changed.remove(site.code) != nil { names[site.code] = site.name }
        }
        return names
    }
}
