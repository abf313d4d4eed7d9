import Crypto
import Foundation
import GRDB
import PatrolModel

extension LedgerTransaction {
    /// Takes a city's catalogue: all of it, or, on somebody's word, what can be read of it.
    mutating func importCatalogue(_ filing: ImportCatalogue) throws -> Event {
        try requireActor().person.require(.catalogueImport)
        guard !filing.rows.isEmpty else { throw PatrolError.emptyCatalogue }
        let merge = CatalogueMerge(filing.rows, into: try allCategories()) { _ in
            filing.keepingMissing != true
        }
        guard merge.faults.isEmpty || filing.acceptingReadable == true else {
            throw PatrolError.badCatalogue(faults: merge.faults)
        }
        return try append(.catalogue(CatalogueImport(source: filing.source, merge: merge)))
    }

    /// The configuration's own file, where it says something else than when it was last adopted; what somebody has
    /// filed since stays until then.
    /// - Returns: what it brought; nil where it says what it said.
    mutating func adoptCatalogue(_ rows: [CatalogueRow]) throws -> CatalogueImport? {
        guard !rows.isEmpty else { return nil }
        let file = "catalogue.csv"
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // What it says, wherever in the file it stands.
        let digest = EventChain.hex(Data(SHA256.hash(data: try encoder.encode(rows.map(\.cells)))))
        let sql = "SELECT digest FROM catalogue_file WHERE digest IS NOT NULL ORDER BY event DESC LIMIT 1"
        guard try String.fetchOne(db, sql: sql) != digest else { return nil }
        let own = try String.fetchSet(
            db,
            sql: """
                SELECT c.code FROM category c LEFT JOIN catalogue_file f ON f.event = c.event
                WHERE f.event IS NULL OR f.digest IS NOT NULL
                """
        )
        // What somebody else's file brought is not this file's to retire.
        let merge = CatalogueMerge(rows, into: try allCategories(), retiring: own.contains)
        guard merge.faults.isEmpty else {
            throw PatrolError.badConfiguration(
                faults: merge.faults.map {
                    ConfigurationFault(file: file, line: $0.line, problem: .badCell($0.problem))
                }
            )
        }
        let adopted = CatalogueImport(source: file, digest: digest, merge: merge)
        try append(.catalogue(adopted))
        return adopted
    }

    /// What a hazard is filed under.
    /// - Throws: as ``Catalogue/grounds(category:condition:)``.
    func grounds(category: String, condition: Int?) throws -> Grounds {
        let named = try db.categories("code = ?1 OR name = ?1", [category])
        // Only where it is none are all of them read, to find the one that may have been meant.
        let catalogue = Catalogue(named.isEmpty ? try allCategories() : named)
        return try catalogue.grounds(category: category, condition: condition)
    }

    /// The code of the category that is meant by a code or a name, retired or not; as typed where there is none.
    func categoryCode(_ typed: String) throws -> String {
        let sql = """
            SELECT code FROM category WHERE code = ?1 OR name = ?1 ORDER BY code <> ?1, retired, code LIMIT 1
            """
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [typed]) ?? typed
    }

    func allCategories() throws -> [Catalogue.Category] {
        try db.categories("true", [])
    }
}

extension Database {
    /// Categories with all of their conditions, retired ones too, by code.
    func categories(_ condition: String, _ arguments: StatementArguments) throws -> [Catalogue.Category] {
        let sql = "SELECT code, name, class, retired, radius FROM category WHERE \(condition) ORDER BY code"
        return try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments).map { row in
            Catalogue.Category(
                code: row[0],
                name: row[1],
                group: row[2],
                conditions: try conditions(of: row[0]),
                isRetired: row[3],
                radius: row[4]
            )
        }
    }

    private func conditions(of category: String) throws -> [Catalogue.Condition] {
        let sql = """
            SELECT number, text, time_limit, closing, retired FROM condition WHERE category = ? ORDER BY number
            """
        return try Row.fetchAll(cachedStatement(sql: sql), arguments: [category]).map { row in
            guard let limit = TimeLimit(row[2] as String) else { throw PatrolError.internalFailure }
            return Catalogue.Condition(
                number: row[0],
                text: row[1],
                limit: limit,
                closing: row[3],
                isRetired: row[4]
            )
        }
    }
}
