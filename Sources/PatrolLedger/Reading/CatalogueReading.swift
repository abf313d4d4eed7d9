import Foundation
import GRDB
package import PatrolModel

/// A form that a category has had, and the event that gave it.
package struct CategoryVersion: Sendable {
    package let event: Event
    package let source: String
    package let category: Catalogue.Category
}

extension Ledger {
    /// Every category with all of its conditions, retired ones too, by code.
    package func catalogue() async throws -> Catalogue {
        try await pool.read { db in Catalogue(try db.categories("true", [])) }
    }

    /// A category by its code or its name, and every form it has had, the oldest first.
    /// - Throws: ``PatrolError/unknownCategory(code:nearest:)``.
    package func category(_ name: String) async throws -> (Catalogue.Category, [CategoryVersion]) {
        try await pool.read { db in
            let category = try db.category(named: name)
            let sql = """
                SELECT e.body FROM catalogue_file f JOIN event e ON e.sequence = f.event ORDER BY f.event
                """
            let versions = try String.fetchAll(db, sql: sql).compactMap { body -> CategoryVersion? in
                let event = try EventCoding.decode(Data(body.utf8))
                guard case .catalogue(let file) = event.entry,
                    let version = file.all.first(where: { $0.code == category.code })
                else { return nil }
                return CategoryVersion(event: event, source: file.source, category: version)
            }
            return (category, versions)
        }
    }

    /// The clock that an adopted configuration gave, by which the deadlines of its time explain themselves.
    package func clock(adoptedBy event: Int64) async throws -> DeadlineClock {
        let current = rulebook
        return try await pool.read { db in
            let sql = """
                SELECT e.body FROM configuration c JOIN event e ON e.sequence = c.event WHERE c.event = ?
                """
            guard let body = try String.fetchOne(db, sql: sql, arguments: [event]),
                case .configuration(let then) = try EventCoding.decode(Data(body.utf8)).entry
            else { return current.clock }
            return DeadlineClock(
                almanac: Almanac(zone: current.zone, calendar: then.calendar),
                hours: then.rules.officeHours,
                reading: then.rules.workingDay,
                adoption: event
            )
        }
    }
}

extension Ledger {
    /// - Throws: ``PatrolError/unknownCategory(code:nearest:)``,
    ///   ``PatrolError/ambiguousCategory(name:codes:)``.
    package func requireCategory(_ name: String) async throws {
        _ = try await pool.read { db in try db.category(named: name) }
    }
}

extension Database {
    /// The category a code or a name means; one in force before one that is retired.
    fileprivate func category(named name: String) throws -> Catalogue.Category {
        let named = try categories("code = ?1 OR name = ?1", [name])
        let inForce = named.filter { !$0.isRetired }
        if inForce.count > 1, !inForce.contains(where: { $0.code == name }) {
            throw PatrolError.ambiguousCategory(name: String(name.prefix(40)), codes: inForce.map(\.code))
        }
        guard let category = named.first(where: { $0.code == name }) ?? inForce.first ?? named.first else {
            let all = try categories("true", []).flatMap { [$0.code, $0.name] }
            throw PatrolError.unknownCategory(code: String(name.prefix(40)), nearest: name.nearest(in: all))
        }
        return category
    }
}
