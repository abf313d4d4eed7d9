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
    let queue: CommitQueue
    let clock: any WallClock
    /// The files as they were opened.
    let files: FilesInPlace
    /// Photos and documents.
    package let evidence: EvidenceStore
    let health: LedgerHealth
    package let rules: RulesInForce
    private let onProgress: @Sendable () -> Void
    /// The rules in force at this moment. A change is decided by those it finds within its transaction.
    package var rulebook: Rulebook { rules.rulebook }

    private init(
        path: String,
        clock: any WallClock,
        rules: RulesInForce,
        health: LedgerHealth,
        onProgress: @escaping @Sendable () -> Void
    ) throws {
        pool = try LedgerFile.open(at: path, onProgress: onProgress)
        files = try FilesInPlace(ofLedgerAt: path)
        evidence = EvidenceStore(besideLedger: path)
        queue = try CommitQueue(pool: pool, clock: clock, files: files, health: health)
        self.clock = clock
        self.health = health
        self.rules = rules
        self.onProgress = onProgress
    }

    /// Opens the file, or begins it, and adopts the configuration where it differs from the one last adopted.
    /// `onProgress` is called as the work goes on, here and whenever what time has made due is done step by step.
    /// - Throws: ``PatrolError/newerLedger(path:)``, ``PatrolError/foreignLedger(path:district:)``,
    ///   ``PatrolError/ledgerMissing(path:)``, ``PatrolError/ledgerBehind(path:has:acknowledged:)``,
    ///   ``PatrolError/ledgerRewritten(path:event:)``, ``PatrolError/cannotOpenLedger(path:trouble:detail:)``.
    package static func open(
        path: String,
        rules: RulesInForce,
        clock: any WallClock,
        health: LedgerHealth = LedgerHealth(),
        onProgress: @escaping @Sendable () -> Void = {}
    ) async throws -> Ledger {
        do {
            let ledger = try Ledger(
                path: path,
                clock: clock,
                rules: rules,
                health: health,
                onProgress: onProgress
            )
            try await ledger.begin(by: rules.rulebook)
            return ledger
        } catch {
            guard let trouble = LedgerTrouble(error) else { throw error }
            let detail = (error as? DatabaseError)?.message ?? "\(error)"
            throw PatrolError.cannotOpenLedger(path: path, trouble: trouble, detail: detail)
        }
    }

    /// As ``open(path:rules:clock:health:onProgress:)``, where nobody else has to know the rules.
    package static func open(
        path: String,
        rulebook: Rulebook,
        clock: any WallClock,
        health: LedgerHealth = LedgerHealth()
    ) async throws -> Ledger {
        try await open(path: path, rules: RulesInForce(rulebook), clock: clock, health: health)
    }

    /// What time has made due is first settled by the rules under which it fell due.
    private func begin(by rulebook: Rulebook) async throws {
        let configuration = rulebook.configuration
        let previous = try await queue.perform { [path] db, _ in
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
            _ = try transaction.adopt(after: previous)
        }
    }

    /// Adopts another configuration while filings go on: those recorded before its event are decided by the rules
    /// before it, those after it by its own.
    /// - Returns: what has changed by it.
    /// - Throws: ``PatrolError/districtChanged(ledger:configured:)``, ``PatrolError/zoneChanged(from:to:)``,
    ///   ``PatrolError/badConfiguration(faults:)``, SQLite's errors; the rules are as they were then.
    package func adopt(_ rulebook: Rulebook) async throws -> ConfigurationChange {
        // In steps, so that nobody waits for what has been due for long, and within the transaction for the rest.
        try await settle()
        return try await queue.perform(onCommit: { [rules] in rules.adopt(rulebook) }) { [rules] db, at in
            let (former, watch) = rules.current
            try rulebook.requireSameGround(as: former)
            var schedule = LedgerTransaction(db: db, at: at, rulebook: former, watch: watch)
            while try schedule.doOldest() {}
            var transaction = LedgerTransaction(db: db, at: at, rulebook: rulebook)
            let catalogue = try transaction.adopt(after: former.configuration)
            return ConfigurationChange(from: former, to: rulebook, catalogue: catalogue)
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
    ///   - keptAt: when it was put into an outbox; nil where it comes at once.
    ///   - actor: who files.
    /// - Returns: the receipt, once the event is on disk.
    /// - Throws: ``PatrolError`` where a rule refuses it, SQLite's error where it cannot be written.
    package func file(
        _ act: Act,
        key: FilingKey,
        canonical: [UInt8],
        observedAt: TypedTime?,
        keptAt: Instant? = nil,
        by actor: Actor
    ) async throws -> Receipt {
        try await file(act, key: key, canonical: canonical, observedAt: observedAt, keptAt: keptAt) { _ in
            actor
        }
    }

    /// As ``file(_:key:canonical:observedAt:keptAt:by:)``, by whoever the filer is under the rules in force when it
    /// is recorded.
    package func file(
        _ act: Act,
        key: FilingKey,
        canonical: [UInt8],
        observedAt: TypedTime?,
        keptAt: Instant?,
        filer: @escaping @Sendable (PatrolModel.Configuration) throws -> Actor
    ) async throws -> Receipt {
        let digest = EventChain.hex(Data(SHA256.hash(data: canonical)))
        let mark = FilingMark(key: key, digest: digest, keptAt: keptAt)
        return try await queue.perform { [rules, evidence] db, at in
            let (rulebook, watch) = rules.current
            var transaction = LedgerTransaction(
                db: db,
                at: at,
                rulebook: rulebook,
                actor: try filer(rulebook.configuration),
                mark: mark,
                watch: watch,
                store: evidence
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
        by former: Rulebook? = nil,
        _ step: @escaping @Sendable (inout LedgerTransaction) throws -> Bool
    ) async throws {
        var more = true
        while more {
            try Task.checkCancellation()
            more = try await queue.perform { [rules] db, at in
                let (rulebook, watch) = rules.current
                var transaction = LedgerTransaction(
                    db: db,
                    at: at,
                    rulebook: former ?? rulebook,
                    watch: former == nil ? watch : nil
                )
                return try step(&transaction)
            }
            if more { onProgress() }
        }
    }

    /// Records that reminders have been handed on.
    package func markSaid(_ reminders: [String]) async throws {
        guard !reminders.isEmpty else { return }
        try await queue.perform { [rules] db, at in
            var transaction = LedgerTransaction(db: db, at: at, rulebook: rules.rulebook)
            try transaction.append(.said(RemindersSaid(reminders)))
        }
    }

    /// Records what came of handing a reminder to its rule's command.
    package func record(_ run: HookRun) async throws {
        try await queue.perform { [self] db, at in
            var transaction = LedgerTransaction(db: db, at: at, rulebook: rulebook)
            try transaction.append(.hook(run))
        }
    }

    /// What stands in the way of recording, as the last attempts showed; nil where nothing does.
    package var trouble: LedgerTrouble? { health.current }

    /// The last event of this daemon's that was recorded, 0 where there is none; nil while something is being recorded,
    /// and where the ledger has some trouble.
    package func lastRecorded() async -> Int64? {
        guard health.current == nil, (try? files.require()) != nil else { return nil }
        return await queue.atRest
    }

    /// The head of the chain.
    package func head() async throws -> ChainHead {
        try await pool.read { db in try EventChain.writtenHead(db) }
    }

    /// When the last event was recorded.
    package func lastInstant() async throws -> Instant {
        let sql = "SELECT at FROM event ORDER BY sequence DESC LIMIT 1"
        return Instant(seconds: try await pool.read { db in try Int64.fetchOne(db, sql: sql) } ?? 0)
    }

    /// What a failed reading tells a caller: ``PatrolError/ledgerUnavailable(trouble:)`` where the ledger is the cause.
    package func told(_ error: any Error) -> any Error { health.note(error) }

    /// Folds the write-ahead log into the file and lets go of it.
    /// - Throws: SQLite's errors; all is in the log then, and folded in at the next start.
    package func close() throws {
        defer { queue.synchronizeHead() }
        try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try pool.close()
    }
}
