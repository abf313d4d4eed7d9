import GRDB
import PatrolModel

/// The one writer. What waits at once shares a transaction and so one fsync, each in a savepoint of its own; whoever
/// waits is answered only after the outer COMMIT is on disk, the files are seen to be in place and the chain's new head
/// is written down beside them.
actor CommitQueue {
    private struct Work: Sendable {
        let perform: @Sendable (Database, Instant) throws -> Void
        let finish: @Sendable ((any Error)?) -> Void
        /// Done once it is committed, and before the next transaction begins: nothing else comes after it in its own.
        let onCommit: (@Sendable () -> Void)?
    }

    /// SQLite gave up the whole transaction under one piece of work, and everybody's with it.
    private struct BatchAborted: Error {}

    /// What a transaction came to.
    private struct Commit: Sendable {
        /// Of each piece of work; nil where it was done.
        var refusals: [PatrolError?] = []
        var head: ChainHead?
    }

    private let pool: DatabasePool
    private let clock: any WallClock
    private let files: FilesInPlace
    private let acknowledged: AcknowledgedHead
    private let checkpointer: Checkpointer
    private let health: LedgerHealth
    private var lastSequence: Int64 = 0
    /// When a damaged ledger may be read through again.
    private var nextLook = SuspendingClock.now
    private var waiting: [Work] = []
    private var isDraining = false

    /// As many as one transaction takes: a bound on how long the first waits for the last.
    private static let largestBatch = 256

    /// - Throws: ``PatrolError/cannotOpen(path:detail:)``, SQLite's errors.
    init(pool: DatabasePool, clock: any WallClock, files: FilesInPlace, health: LedgerHealth) throws {
        self.pool = pool
        self.clock = clock
        self.files = files
        self.health = health
        checkpointer = try Checkpointer(pool)
        acknowledged = try AcknowledgedHead(besideLedger: pool.path)
    }

    /// Runs `body` in the next transaction and returns its result once that is committed. `onCommit` is called in
    /// between, before anything that is recorded later.
    func perform<Output: Sendable>(
        onCommit: (@Sendable () -> Void)? = nil,
        _ body: @escaping @Sendable (Database, Instant) throws -> Output
    ) async throws -> Output {
        try await withCheckedThrowingContinuation { continuation in
            let result = ResultBox<Output>()
            waiting.append(
                Work(
                    perform: { db, at in result.set(try body(db, at)) },
                    finish: { error in
                        if let error {
                            continuation.resume(throwing: error)
                        } else if let output = result.get() {
                            continuation.resume(returning: output)
                        } else {
                            continuation.resume(throwing: PatrolError.internalFailure)
                        }
                    },
                    onCommit: onCommit
                )
            )
            drainIfIdle()
        }
    }

    /// The last event that was acknowledged since it was opened; nil while something waits to be committed.
    var atRest: Int64? { waiting.isEmpty && !isDraining ? lastSequence : nil }

    /// The drain is a task of its own: a filer who goes away must not roll back the others' transaction.
    private func drainIfIdle() {
        guard !isDraining else { return }
        isDraining = true
        Task { await drain() }
    }

    private func drain() async {
        while !waiting.isEmpty {
            let batch = nextBatch()
            waiting.removeFirst(batch.count)
            await commit(batch)
        }
        isDraining = false
    }

    private func nextBatch() -> [Work] {
        let most = waiting.prefix(CommitQueue.largestBatch)
        let last = most.firstIndex { $0.onCommit != nil } ?? most.endIndex - 1
        return Array(most[...last])
    }

    private func commit(_ batch: [Work]) async {
        do {
            try await requireSound()
            let commit = try await transact(batch)
            // It is in the chain, whether a receipt can be given for it or not.
            for (work, refusal) in zip(batch, commit.refusals) where refusal == nil { work.onCommit?() }
            try acknowledge(commit.head)
            for (work, refusal) in zip(batch, commit.refusals) { work.finish(refusal) }
        } catch  where batch.count > 1 && CommitQueue.mayBeOneOfThem(error) {
            // One of them broke the transaction: run each alone, so that only the one that cannot be done fails.
            for work in batch { await commit([work]) }
        } catch {
            let told = health.note(cause(of: error))
            for work in batch { work.finish(told) }
        }
        await checkpoint()
    }

    /// A full disk may have room for the small ones; what a disk or a lock refuses, it refuses to all.
    private static func mayBeOneOfThem(_ error: any Error) -> Bool {
        switch LedgerTrouble(error) {
        case nil, .diskFull, .outOfMemory: true
        default: false
        }
    }

    /// Nothing is added to a ledger that is gone or damaged: it could be lost, or do further harm. Whether it still is
    /// damaged is looked at again, for no more than a tenth of the time.
    private func requireSound() async throws {
        try health.requirePresent()
        try files.require()
        guard health.current == .damaged else { return }
        let start = SuspendingClock.now
        guard start >= nextLook else { throw PatrolError.ledgerUnavailable(trouble: .damaged) }
        defer { nextLook = .now + (.now - start) * 10 }
        let found = try await pool.writeWithoutTransaction { db in
            // What is in memory was read before: the file itself is to be read.
            try db.execute(sql: "PRAGMA shrink_memory")
            return try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        }
        guard found == "ok" else { throw PatrolError.ledgerUnavailable(trouble: .damaged) }
        health.noteSound()
    }

    /// That the files are gone explains whatever else went wrong.
    private func cause(of error: any Error) -> any Error {
        do { try files.require() } catch let gone { return gone }
        return error
    }

    /// Between the commit and its receipts: none is given for what would be gone with this process, or could be lost
    /// without being missed.
    private func acknowledge(_ head: ChainHead?) throws {
        try files.require()
        guard let head, head.sequence > lastSequence else { return }
        try acknowledged.record(head)
        lastSequence = head.sequence
        health.noteCommit()
    }

    /// After the answers, so that nobody waits for it. That it fails loses nothing: all is in the write-ahead log.
    private func checkpoint() async {
        do {
            if try await checkpointer.runIfDue() { health.noteCheckpoint(nil) }
        } catch {
            health.noteCheckpoint(error)
        }
    }

    /// Makes the head that was acknowledged last through a power cut.
    nonisolated func synchronizeHead() {
        acknowledged.synchronize()
    }

    private func transact(_ batch: [Work]) async throws -> Commit {
        try await pool.writeWithoutTransaction { [clock] db in
            var commit = Commit()
            try db.inTransaction(.immediate) {
                let at = clock.now()
                if batch.count == 1, let work = batch.first {
                    // Alone it needs no savepoint, for which SQLite would copy every page it touches.
                    commit.refusals = [try CommitQueue.refusal(of: work, in: db, at: at)]
                } else {
                    for work in batch {
                        commit.refusals.append(try CommitQueue.attempt(work, in: db, at: at))
                    }
                }
                guard commit.refusals.contains(nil) else { return .rollback }
                commit.head = try EventChain.writtenHead(db)
                return .commit
            }
            return commit
        }
    }

    /// The refusal where a rule refused it, and nothing of it is left then; anything else, such as a full disk, is
    /// thrown and ends the transaction.
    private static func attempt(_ work: Work, in db: Database, at: Instant) throws -> PatrolError? {
        var refusal: PatrolError?
        try db.inSavepoint {
            refusal = try self.refusal(of: work, in: db, at: at)
            return refusal == nil ? .commit : .rollback
        }
        guard db.isInsideTransaction else { throw BatchAborted() }
        return refusal
    }

    private static func refusal(of work: Work, in db: Database, at: Instant) throws -> PatrolError? {
        do {
            try work.perform(db, at)
            return nil
        } catch let error as PatrolError {
            return error
        }
    }
}

/// Carries a result out of the writer's closure; touched there first, and only after the commit here.
private final class ResultBox<Output: Sendable>: @unchecked Sendable {
    private var output: Output?

    func set(_ output: Output) { self.output = output }
    func get() -> Output? { output }
}
