package import PatrolLedger
package import PatrolModel

/// A real ledger file in a folder of its own, on a clock set by hand.
package final class TestLedger: Sendable {
    package let folder: TemporaryFolder
    package let clock: TestClock
    package let ledger: Ledger

    package var path: String { folder.file("ledger.sqlite") }

    package init(
        at: Instant,
        rulebook: Rulebook = .sample(),
        in folder: TemporaryFolder? = nil,
        sites: [Site] = []
    ) async throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        clock = TestClock(at)
        ledger = try await Ledger.open(
            path: folder.file("ledger.sqlite"),
            rulebook: rulebook,
            clock: clock
        )
        try await ledger.advanceSchedule()
        if !sites.isEmpty {
            let rows = sites.enumerated().map { RosterRow(line: $0.offset + 2, $0.element) }
            _ = try await file(.importSites(ImportSites(rows)), by: .admin)
        }
    }

    /// Files an act under a new key, or a given one.
    @discardableResult
    package func file(
        _ act: Act,
        by person: Person,
        typedBy typist: Person? = nil,
        observedAt: String? = nil,
        key: FilingKey? = nil,
        keptAt: Instant? = nil
    ) async throws -> Receipt {
        let actor = Actor(person, typedBy: typist)
        return try await ledger.file(
            act,
            key: key ?? .random(),
            canonical: Array("\(person.id) \(actor.typist.id) \(act) \(observedAt ?? "")".utf8),
            observedAt: observedAt.map { TypedTime($0) },
            keptAt: keptAt,
            by: actor
        )
    }

    /// Closes the ledger and replays it: what its tables hold that its events do not lead to.
    package func closeAndReplay() async throws -> [Replay.Difference] {
        let chain = try await ledger.verifyChain()
        try ledger.close()
        guard chain.brokenAt == nil else {
            return [
                Replay.Difference(table: "event", row: "broken at \(chain.brokenAt ?? 0)", isInLedger: true)
            ]
        }
        return try Replay.differences(ofLedgerAt: path)
    }
}

extension FilingKey {
    package static func random() -> FilingKey {
        FilingKey(
            milliseconds: UInt64.random(in: 0..<1 << 48),
            random: (.random(in: 0...UInt64.max), .random(in: 0...UInt64.max))
        )
    }
}
