import PatrolLedger
package import PatrolModel

/// A district's life, played at random on a clock set by hand. Whoever acts knows how things stand, so that most of what
/// they file is legal; they file at once, so that some of it is not any more.
package actor RandomHistory {
    /// The ledger it is written to: another one, on the same file, after each change of the configuration.
    package private(set) var test: TestLedger
    /// The keys of what was refused, of which nothing may be in the record.
    package private(set) var refused: [FilingKey] = []
    /// How many acts were recorded.
    package private(set) var recorded = 0
    var chance: Chance
    /// The roster as it stands.
    var sites: [Site]
    /// Every hazard that was reported, as it stood when something last happened to it.
    package private(set) var hazards: [String: Hazard] = [:]
    /// Likewise, but for those that are closed.
    private(set) var open: [String: Hazard] = [:]
    /// The hazards of the last batch for another system.
    private(set) var sent: [String] = []
    private var configurations = 0
    /// The day at whose end the configuration is changed.
    private var changeDue: CivilDate
    private let actsPerRound: Int
    /// Of before and after, handed in once; everybody files these.
    let photos: [Attachment]

    /// A round is three quarters of an hour of a day's work.
    package static let roundsPerDay = 16

    /// Begins a ledger; `pace` is about how many acts are filed a day, 16 … 4000.
    package init(seed: UInt64, at start: Instant, pace: Int) async throws {
        chance = Chance(seed: seed)
        sites = (1...8).map { .road("R-\($0)") } + (9...12).map { .road("R-\($0)", subdistrict: "中南路街") }
        // First when the next year's calendar is there, if that is soon.
        let (date, later) = (Zone.shanghai.date(start), Zone.shanghai.date(start).adding(days: 20))
        let turn = CivilDate.of("\(later.year)-01-06")
        changeDue = date < turn && turn < later ? turn : later
        actsPerRound = max(1, pace / RandomHistory.roundsPerDay)
        test = try await TestLedger(
            at: start,
            rulebook: ChangingRules.rulebook(0, on: Zone.shanghai.date(start)),
            sites: sites
        )
        photos = [
            try test.handIn(Photo.png("前"), .before), try test.handIn(Photo.png("后"), .after),
        ]
    }

    package var now: Instant { test.clock.now() }
    package var today: CivilDate { Zone.shanghai.date(now) }

    /// A day's rounds, and after some days another configuration.
    package func day() async throws {
        for _ in 0..<RandomHistory.roundsPerDay { try await round() }
        guard today >= changeDue else { return }
        try await changeConfiguration()
        changeDue = today.adding(days: 20)
    }

    /// Time passes, and then several people file at once.
    package func round() async throws {
        try await pass()
        let filings = (0..<chance.number(1...2 * actsPerRound)).map { _ in filing() }
        try await learn(await RandomHistory.outcomes(of: filings, test.ledger))
    }

    /// Some of the day's working time passes, or the night; what it has made due is done and said.
    package func pass() async throws {
        test.clock.advance(minutes: Int64(chance.number(10...80)), seconds: Int64(chance.number(1...59)))
        let (date, time) = Zone.shanghai.local(now)
        if time.secondOfDay > 20 * 3600 {
            test.clock.set(Zone.shanghai.at("\(date.adding(days: 1)) 07:31"))
        }
        try await test.ledger.advanceSchedule()
        let pending = try await test.ledger.pendingReminders(limit: 10_000)
        try await test.ledger.markSaid(pending.map(\.id))
        for reminder in try await test.ledger.pendingHooks() where isMomentous {
            let run =
                isMomentous
                ? HookRun(reminder: reminder.id, outcome: .failed, attempts: 4, detail: "exit 1")
                : HookRun(reminder: reminder.id, outcome: .done, attempts: 1)
            try await test.ledger.record(run)
        }
    }

    /// The daemon is started anew with another configuration: other rules, other programmes, the calendar of the year
    /// once it has begun.
    package func changeConfiguration() async throws {
        test.clock.advance(minutes: 1)
        try test.ledger.close()
        configurations += 1
        test = try await TestLedger(
            at: now,
            rulebook: ChangingRules.rulebook(configurations, on: today),
            in: test.folder
        )
    }

    /// One time in nine.
    package var isMomentous: Bool { chance.number(1...9) == 1 }

    /// Numbers of hazards that stand somewhere on their way, of one that is closed, and of one that may come.
    package func hazardsToAskFor() -> [String] {
        let numbers = hazards.keys.sorted()
        guard let last = numbers.last, let count = Int(last.suffix(6)) else { return [] }
        let next = String(count + 1 + 1_000_000).dropFirst()
        return [
            chance.one(of: numbers), chance.one(of: open.keys.sorted() + [last]), "\(last.prefix(7))\(next)",
        ]
    }

    /// The whole record's number of events.
    package func events() async throws -> Int64 { try await test.ledger.status(at: now).events }

    private struct Outcome: Sendable {
        let filing: RandomFiling
        let result: Result<Receipt, PatrolError>
    }

    private static func outcomes(of filings: [RandomFiling], _ ledger: Ledger) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            for filing in filings {
                group.addTask {
                    do {
                        let receipt = try await ledger.file(
                            filing.act,
                            key: filing.key,
                            canonical: Array("\(filing.actor) \(filing.act) \(filing.observedAt ?? "")".utf8),
                            observedAt: filing.observedAt.map { TypedTime($0) },
                            by: filing.actor
                        )
                        return Outcome(filing: filing, result: .success(receipt))
                    } catch let error as PatrolError {
                        return Outcome(filing: filing, result: .failure(error))
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func learn(_ outcomes: [Outcome]) async throws {
        for outcome in outcomes {
            guard case .success(let receipt) = outcome.result else {
                // A refusal is an answer; that something broke is none.
                if case .failure(.internalFailure) = outcome.result { throw PatrolError.internalFailure }
                refused.append(outcome.filing.key)
                continue
            }
            recorded += 1
            for entry in [receipt.entry] + (receipt.rows ?? []).map(\.receipt.entry) {
                try await learn(entry)
            }
        }
    }

    private func learn(_ entry: LedgerEntry) async throws {
        switch entry {
        case .hazard(_, let hazard): note(hazard)
        case .inspection(let inspection):
            for id in [inspection.hazard].compactMap({ $0 }) + (inspection.furtherHazards ?? []) {
                note(try await test.ledger.hazard(id, sight: .everything).1)
            }
        case .upload(let batch): sent = batch.items.map(\.row.hazard)
        case .sites(_, let roster):
            for site in roster.all {
                sites.removeAll { $0.code == site.code }
                if site.activeTo == nil { sites.append(site) }
            }
        default: break
        }
    }

    /// Answers come in any order: what has gone further stays as it is.
    private func note(_ hazard: Hazard) {
        // What was filed at once is not always learnt of in that order.
        if let known = hazards[hazard.id], !known.state.isOpen, hazard.reboundCount <= known.reboundCount {
            return
        }
        hazards[hazard.id] = hazard
        open[hazard.id] = hazard.state.isOpen ? hazard : nil
    }
}

/// The same choices in every run.
struct Chance {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// True so often of a hundred times.
    mutating func percent(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[number(0...elements.count - 1)]
    }

    mutating func key() -> FilingKey {
        let random = (generator.next(), generator.next())
        return FilingKey(milliseconds: generator.next() >> 16, random: random)
    }
}
