import Foundation

/// Runs what blocks its thread (sockets, processes) on threads of its own, so that the two or so threads of Swift's
/// concurrency stay free for the servers under test; a few at a time, since each may run a daemon.
package enum Blocking {
    package static func run<Output: Sendable>(
        _ body: @Sendable () async throws -> Output
    ) async throws -> Output {
        try await withTaskExecutorPreference(Threads.shared) { try await body() }
    }

    private final class Threads: TaskExecutor {
        static let shared = Threads()
        private let queue = OperationQueue()

        init() {
            queue.maxConcurrentOperationCount = 4
        }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }
}
