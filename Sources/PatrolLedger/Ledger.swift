import Crypto
import Foundation
import GRDB
package import PatrolModel

/// The record of a district in one SQLite file (台账). Every method that changes it is one use case: it decides from
/// the present state, appends events, and answers when they are on disk.
package final class Ledger: Sendable {
    let pool: DatabasePool
    /// Where the file lies.
    package var path: String { pool.path }
    private let queue: CommitQueue
    /// The rules in force.
    package let rulebook: Rulebook

    private init(pool: DatabasePool, clock: any WallClock, rulebook: Rulebook) {
        self.pool = pool
        queue = CommitQueue(pool: pool, clock: clock)
        self.rulebook = rulebook
    }

    /// Opens the file, or begins it, and adopts the configuration where it differs from the one last adopted.
    /// - Throws: ``PatrolError/newerLedger(path:)``, ``PatrolError/foreignLedger(path:district:)``,
    ///   ``PatrolError/cannotOpen(path:detail:)``.
    package static func open(
        path: String,
        rulebook: Rulebook,
        clock: any WallClock
    ) async throws -> Ledger {
        do {
            let ledger = Ledger(pool: try LedgerFile.open(at: path), clock: clock, rulebook: rulebook)
            try await ledger.adopt(rulebook, path: path)
            return ledger
        } catch let error as DatabaseError {
            throw PatrolError.cannotOpen(path: path, detail: error.message ?? "\(error.resultCode)")
        }
    }

    /// What time has made due is first settled by the rules under which it fell due.
    private func adopt(_ rulebook: Rulebook, path: String) async throws {
        let configuration = rulebook.configuration
        let previous = try await queue.perform { db, _ in
            let district = try String.fetchOne(db, sql: "SELECT district FROM ledger")
            if let district, district != configuration.district.code {
                throw PatrolError.foreignLedger(path: path, district: district)
            }
            return try Ledger.lastConfiguration(db)
        }
        if let previous, previous != configuration, previous.zone == configuration.zone {
            try await settle(by: Rulebook(configuration: previous, zone: rulebook.zone))
        }
        try await queue.perform { db, at in
            var transaction = LedgerTransaction(db: db, at: at, rulebook: rulebook)
            if previous == nil {
                let code = configuration.district.code
                try transaction.append(.begin(LedgerBeginning(district: code, incarnation: 1)))
            }
            if previous != configuration {
                try transaction.append(.configuration(configuration))
                if previous?.calendar != configuration.calendar {
                    try transaction.recomputeProvisionalDeadlines()
                }
            }
            try transaction.adoptCatalogue(rulebook.catalogue)
            guard previous != configuration else { return }
            while try transaction.doOldest() {}
            try transaction.addJoiningDuties()
        }
    }

    private static func lastConfiguration(_ db: Database) throws -> PatrolModel.Configuration? {
        let sql = "SELECT body FROM event WHERE sequence = (SELECT max(event) FROM configuration)"
        guard let body = try String.fetchOne(db, sql: sql),
            case .configuration(let configuration) = try EventCoding.decode(Data(body.utf8)).entry
        else { return nil }
        return configuration
    }

    /// Records an act once: the same key with the same bytes gets the first receipt again.
    ///
    /// - Parameters:
    ///   - act: what is to be recorded.
    ///   - key: the filing's key.
    ///   - canonical: what was filed, in one form for one content, with who filed it; told apart by its SHA-256.
    ///   - observedAt: when it was seen or done, as typed; nil is now.
    ///   - actor: who files.
    /// - Returns: the receipt, once the event is on disk.
    /// - Throws: ``PatrolError`` where a rule refuses it, SQLite's error where it cannot be written.
    package func file(
        _ act: Act,
        key: FilingKey,
        canonical: [UInt8],
        observedAt: TypedTime?,
        by actor: Actor
    ) async throws -> Receipt {
        let mark = FilingMark(key: key, digest: EventChain.hex(Data(SHA256.hash(data: canonical))))
        return try await queue.perform { [self] db, at in
            var transaction = LedgerTransaction(
                db: db,
                at: at,
                rulebook: rulebook,
                actor: actor,
                mark: mark
            )
            return try transaction.file(act, observedAt: observedAt)
        }
    }

    /// Opens, settles and notices whatever time has made due, oldest first.
    package func advanceSchedule() async throws {
        try await repeatedly { try $0.advanceSchedule() }
    }

    /// As ``advanceSchedule()``, without what is said of a day in the morning: where nobody reads it, or the rules
    /// it fell due by are not those in force any more.
    package func settle(by former: Rulebook? = nil) async throws {
        try await repeatedly(by: former) { try $0.doOldest() }
    }

    /// One step a transaction, until there is none.
    private func repeatedly(
        by rules: Rulebook? = nil,
        _ step: @escaping @Sendable (inout LedgerTransaction) throws -> Bool
    ) async throws {
        let rules = rules ?? rulebook
        var more = true
        while more {
            try Task.checkCancellation()
            more = try await queue.perform { db, at in
                var transaction = LedgerTransaction(db: db, at: at, rulebook: rules)
                return try step(&transaction)
            }
        }
    }

    /// Records that reminders have been handed on.
    package func markSaid(_ reminders: [String]) async throws {
        guard !reminders.isEmpty else { return }
        try await queue.perform { [self] db, at in
            var transaction = LedgerTransaction(db: db, at: at, rulebook: rulebook)
            try transaction.append(.said(RemindersSaid(reminders)))
        }
    }

    /// Folds the write-ahead log into the file and lets go of it.
    package func close() throws {
        try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try pool.close()
    }
}
