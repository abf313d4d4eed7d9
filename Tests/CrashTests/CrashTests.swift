import Foundation
import PatrolTestSupport
import Testing

/// The release programs, killed at moments that chance chooses while 32 people file: `make crash-test`. Its seed is
/// printed; with the same in PATROL_CRASH_SEED the filers choose the same and the daemon is killed after the same times.
@Suite(.serialized, .enabled(if: Kills.rounds > 0, "takes minutes: run make crash-test"))
struct `A daemon that is killed` {
    private let seed = Kills.seed

    @Test func hasEveryReceiptThatItGave() async throws {
        try await Blocking.run {
            var bout = try Bout(name: "the disk as it is", seed: seed, syncDelay: nil)
            #expect(try bout.fight(rounds: Kills.rounds / 2).isEmpty)
        }
    }

    /// So that the kills fall into commits.
    @Test func hasEveryReceiptThatItGaveOnASlowDisk() async throws {
        try await Blocking.run {
            var bout = try Bout(name: "each fsync 4 ms longer", seed: seed &+ 1, syncDelay: 4000)
            #expect(try bout.fight(rounds: Kills.rounds - Kills.rounds / 2).isEmpty)
        }
    }

    @Test func beginsALedgerThoughItsFirstStartWasBrokenOff() async throws {
        try await Blocking.run {
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<max(5, Kills.rounds / 10) {
                let daemon = try RunningDaemon()
                try daemon.launch()
                usleep(UInt32.random(in: 0...120_000, using: &generator))
                daemon.stop(SIGKILL)
                try daemon.start()
                #expect(daemon.stop() == 0)
                #expect(try daemon.replay() == [])
            }
        }
    }
}

/// What the environment asks for.
enum Kills {
    static let rounds = number("PATROL_CRASH_ROUNDS").map { Int($0) } ?? 0
    static let seed = {
        let seed = number("PATROL_CRASH_SEED") ?? .random(in: 1...UInt64(UInt32.max))
        print("crash-test: PATROL_CRASH_SEED=\(seed)")
        return seed
    }()

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }
}
