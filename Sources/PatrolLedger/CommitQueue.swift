import GRDB
import PatrolModel

/// The one writer. What waits at once shares a transaction and so one fsync, each in a savepoint of its own; whoever
/// waits is answered only after the outer COMMIT is on disk.
actor CommitQueue {
    private struct Work: Sendable {
        let perform: @Sendable (Database, Instant) throws -> Void
        let finish: @Sendable ((any Error)?) -> Void
    }

    /// SQLite gave up the whole transaction under one piece of work, and everybody's with it.
    private struct BatchAborted: Error {}

    private let pool: DatabasePool
    private let clock: any WallClock
    private var waiting: [Work] = []
    private var isDraining = false

    /// As many as one transaction takes: a bound on how long the first waits for the last.
    private static let largestBatch = 256

    init(pool: DatabasePool, clock: any WallClock) {
        self.pool = pool
        self.clock = clock
    }

    /// Runs `body` in the next transaction and returns its result once that is committed.
    func perform<Output: Sendable>(
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
                    }
                )
            )
            drainIfIdle()
        }
    }

    /// The drain is a task of its own: a filer who goes away must not roll back the others' transaction.
    private func drainIfIdle() {
        guard !isDraining else { return }
        isDraining = true
        Task { await drain() }
    }

    private func drain() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(CommitQueue.largestBatch))
            waiting.removeFirst(batch.count)
            await commit(batch)
        }
        isDraining = false
    }

    private func commit(_ batch: [Work]) async {
        do {
            let outcomes = try await transact(batch)
            for (work, error) in zip(batch, outcomes) { work.finish(error) }
        } catch  where batch.count > 1 {
            // One of them broke the transaction: run each alone, so that only the one that cannot be done fails.
            for work in batch { await commit([work]) }
        } catch {
            batch.first?.finish(error)
        }
    }

    /// One transaction; the outcome of each piece of work, nil where it was done.
    private func transact(_ batch: [Work]) async throws -> [(any Error)?] {
        try await pool.writeWithoutTransaction { [clock] db in
            var outcomes: [(any Error)?] = []
            try db.inTransaction(.immediate) {
                let at = clock.now()
                guard batch.count > 1 else {
                    // Alone it needs no savepoint, for which SQLite would copy every page it touches.
                    let refusal = try batch.first.flatMap { try CommitQueue.refusal(of: $0, in: db, at: at) }
                    outcomes = [refusal]
                    return refusal == nil ? .commit : .rollback
                }
                for work in batch { outcomes.append(try CommitQueue.attempt(work, in: db, at: at)) }
                return .commit
            }
            return outcomes
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
