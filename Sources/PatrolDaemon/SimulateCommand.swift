import ArgumentParser
import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire
import Synchronization

/// `patrold simulate`: what a configuration will ask for, played with the real scheduler on a ledger of its own.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: PatroldCommand.text(.simulate)
    )

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.config))"))
    var config = "/etc/patrol"

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.roster))"))
    var sites: String

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.fromDate))"))
    var from: String?

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.days))"))
    var days = 365

    @Option(help: ArgumentHelp("\(PatroldCommand.text(.simulationState))"))
    var state: String?

    func validate() throws {
        guard (1...3660).contains(days) else {
            throw ValidationError("The value '\(days)' is invalid for '--days <days>'")
        }
    }

    func run() async throws {
        let rulebook = try ConfigurationFolder(path: config).rulebook()
        let zone = rulebook.zone
        var first = zone.day(containing: SystemClock().now())
        if let from {
            guard let date = CivilDate(from) else { throw PatrolError.unreadableDate(text: from) }
            first = date
        }
        let folder = state ?? NSTemporaryDirectory() + "patrol-simulation-\(UUID().uuidString)"
        defer { if state == nil { try? FileManager.default.removeItem(atPath: folder) } }
        let clock = SimulatedClock(zone.startOfDay(first))
        let elapsed = ContinuousClock.now
        let lock = try StateFolder(path: folder)
        guard !FileManager.default.fileExists(atPath: lock.ledger) else {
            throw PatrolError.ledgerExists(path: lock.ledger)
        }
        let ledger = try await Ledger.open(path: lock.ledger, rulebook: rulebook, clock: clock)
        try await importSites(ledger)
        for day in 1...days {
            // To the last second of each day: what begins with the next is not of this span.
            clock.set(zone.startOfDay(first.adding(days: day)) + -1)
            try await ledger.settle()
        }
        try await report(ledger, first, elapsed)
        try ledger.close()
    }

    private func importSites(_ ledger: Ledger) async throws {
        guard let bytes = FileManager.default.contents(atPath: sites) else {
            throw PatrolError.unreadableFile(path: sites)
        }
        let rows = try RosterFile.rows(Array(bytes), file: sites)
        let actor = Actor(Person(id: Event.daemon, name: Event.daemon, roles: [.admin]))
        _ = try await ledger.file(
            .importSites(ImportSites(rows)),
            key: SystemClock().newKey(),
            canonical: [],
            observedAt: nil,
            by: actor
        )
    }

    private func report(
        _ ledger: Ledger,
        _ first: CivilDate,
        _ started: ContinuousClock.Instant
    ) async throws {
        let phrases = PatroldCommand.language.phrases
        let programmes = ledger.rulebook.programmes
        let listing = Listing<ProgrammeLoad>(
            phrases,
            [
                Column(.code, .whole) { "\($0.programme)" },
                Column(.cadence, .whole) { load in
                    Cell(
                        programmes[load.programme].map { phrases.cadence($0.cadence, times: $0.times) } ?? ""
                    )
                },
                Column(.periods, .whole) { "\($0.periods)" },
                Column(.duties, .whole) { "\($0.duties)" },
                Column(.busiest, .whole) { "\($0.busiestDay)" },
            ]
        )
        for line in listing.lines(try await ledger.load(), on: Screen()) { print(line) }
        let status = try await ledger.status(at: Instant(seconds: 0))
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        print(
            phrases.notice(
                .simulated(
                    events: status.events,
                    from: first.description,
                    to: first.adding(days: days - 1).description,
                    seconds: String((seconds * 100).rounded() / 100)
                )
            )
        )
    }
}

/// A clock that the simulation sets.
private final class SimulatedClock: WallClock {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    func now() -> Instant { instant.withLock { $0 } }

    func set(_ instant: Instant) { self.instant.withLock { $0 = instant } }
}
