import Foundation
import GRDB
import GRDBSQLite
package import PatrolModel

/// Checks a ledger's file against itself and against what was noted of it elsewhere, and names each fault. It reads
/// only, in one transaction, so that the daemon may go on writing; and it believes nothing: a file that is none, that
/// is cut short, or whose schema is broken, has faults, too.
package struct LedgerVerification {
    /// How many faults of one kind are listed.
    package static let listedFaults = 1000

    private let file: ExaminedFile
    private let checks: Set<LedgerCheck>
    private var faults: FaultList
    private var events = EventCheck()
    private var notes: [LedgerNote] = []

    /// - Parameters:
    ///   - path: the ledger, a backup, or a copy on a medium that cannot be written.
    ///   - checks: what to look at.
    ///   - heads: what was noted elsewhere, besides the file beside the ledger.
    /// - Returns: what was found.
    /// - Throws: ``PatrolError/cannotOpen(path:detail:)`` where the file is not there or cannot be opened.
    ///   ``PatrolError/cannotWrite(path:detail:)`` where there is no room for the replay.
    package static func verify(
        _ path: String,
        only checks: Set<LedgerCheck> = Set(LedgerCheck.allCases),
        heads: [NotedHead] = []
    ) throws(PatrolError) -> VerificationReport {
        // Read first: what is acknowledged later may be in no reading that begins now.
        let acknowledged = try NotedHead.acknowledged(besideLedger: path)
        do {
            while true {
                let file = try ExaminedFile(path: path)
                var verification = LedgerVerification(file: file, checks: checks)
                let report = try verification.run(heads + (acknowledged.map { [$0] } ?? []))
                if report.intact || !file.isDisturbed { return report }
            }
        } catch let error as PatrolError {
            throw error
        } catch let failure as SQLiteFailure {
            var faults = FaultList(limit: listedFaults)
            faults.add(LedgerVerification.fault(failure, in: nil))
            return VerificationReport(events: 0, head: ChainHead.none.hash, incarnation: 0, faults, [])
        } catch {
            throw .cannotOpen(path: path, detail: "\(error)")
        }
    }

    private init(file: ExaminedFile, checks: Set<LedgerCheck>) {
        self.file = file
        self.checks = checks
        faults = FaultList(limit: LedgerVerification.listedFaults)
    }

    private mutating func run(_ heads: [NotedHead]) throws -> VerificationReport {
        guard try file.hasTable("event") else {
            faults.add(LedgerFault(.noLedger))
            return VerificationReport(events: 0, head: ChainHead.none.hash, incarnation: 0, faults, [])
        }
        try attempt(.integrity) { try IntegrityCheck.run($0.file, &$0.faults) }
        try attempt(.references) { try ReferenceCheck.run($0.file, &$0.faults) }
        try attempt(.schema) { try SchemaCheck.run($0.file, &$0.faults) }
        var (count, end): (Int64, ChainHead) = (0, .none)
        if checks.contains(.chain) {
            try attempt(.chain, in: "event") { verification in
                var found = FaultList(limit: LedgerVerification.listedFaults)
                defer { verification.faults.add(found) }
                let walk = try ChainWalk.walk(verification.file.connection) { found.add($0) }
                (count, end) = (walk.events, walk.head)
            }
        }
        if end == .none { try attempt(nil, in: "event") { (count, end) = try $0.lastEvent() } }
        try attempt(.events, in: "event") { try EventCheck.compareColumns($0.file, &$0.faults) }
        var scratch: Scratch?
        try attempt(nil, in: "event") { scratch = try $0.readEvents() }
        try attempt(.replay) { verification in
            try scratch?.compare(with: verification.file) { verification.faults.add($0.fault) }
        }
        notes += events.notes
        try attempt(.evidence, in: "evidence") { verification in
            let store = EvidenceStore(besideLedger: verification.file.path)
            try EvidenceCheck.run(verification.file, store, &verification.faults, &verification.notes)
        }
        try attempt(.heads, in: "event") { try $0.compareHeads(heads) }
        return VerificationReport(
            events: count,
            head: end.hash,
            incarnation: incarnation(),
            district: events.district,
            faults,
            notes
        )
    }

    /// Runs a check that was asked for; what SQLite cannot read is a fault, and the next check goes on.
    private mutating func attempt(
        _ check: LedgerCheck?,
        in table: String? = nil,
        _ body: (inout LedgerVerification) throws -> Void
    ) throws {
        if let check, !checks.contains(check) { return }
        do {
            try body(&self)
        } catch let error as PatrolError {
            // Not the ledger's fault, such as no room for what is built beside it.
            throw error
        } catch let failure as SQLiteFailure {
            faults.add(LedgerVerification.fault(failure, in: table))
        } catch {
            faults.add(LedgerFault(.unreadable, table: table, detail: "\(error)"))
        }
    }

    private static func fault(_ failure: SQLiteFailure, in table: String?) -> LedgerFault {
        failure.primaryCode == SQLITE_NOTADB
            ? LedgerFault(.notADatabase)
            : LedgerFault(.unreadable, table: table, detail: failure.message)
    }

    private func lastEvent() throws -> (Int64, ChainHead) {
        let count = try RawStatement(file.connection, "SELECT count(*) FROM event NOT INDEXED")
        let last = try RawStatement(
            file.connection,
            "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1"
        )
        guard try count.next(), try last.next() else { return (0, .none) }
        return (
            count.integer(0), ChainHead(sequence: last.integer(0), hash: Hexadecimal.of(last.bytes(1)))
        )
    }

    /// One reading of the events serves the events' own check and the replay.
    /// - Returns: the ledger that the events make, where it is asked for and they make one.
    private mutating func readEvents() throws -> Scratch? {
        guard !checks.isDisjoint(with: [.events, .replay]) else { return nil }
        let age = try SchemaCheck.age(file)
        if age == .earlier { notes.append(LedgerNote(.olderSchema)) }
        var scratch: Scratch?
        do {
            scratch = try checks.contains(.replay) && age != .earlier ? Scratch() : nil
        } catch let error as DatabaseError {
            throw error.asUnwritableScratch
        }
        var found = FaultList(limit: LedgerVerification.listedFaults)
        defer { if checks.contains(.events) { faults.add(found) } }
        let rows = try RawStatement(file.connection, ChainWalk.sql)
        while try rows.next() {
            let sequence = rows.integer(0)
            guard let event = events.examine(sequence, rows.bytes(1), &found) else {
                stop(&scratch, at: sequence, "")
                continue
            }
            do {
                try scratch?.apply(event, body: rows.bytes(1), hash: rows.bytes(2))
            } catch let error as DatabaseError where error.isOfTheDisk {
                throw error.asUnwritableScratch
            } catch {
                stop(&scratch, at: sequence, "\(error)")
            }
        }
        return scratch
    }

    /// An event that cannot be replayed leaves nothing to compare the tables with.
    private mutating func stop(_ scratch: inout Scratch?, at sequence: Int64, _ detail: String) {
        guard scratch != nil else { return }
        scratch = nil
        faults.add(LedgerFault(.replayStopped, event: sequence, detail: detail))
    }

    private mutating func compareHeads(_ heads: [NotedHead]) throws {
        var check = HeadCheck(heads)
        let lost = try restorations().compactMap(\.missing)
        try check.run(file, lost: lost, &faults)
        notes += check.notes
    }

    private func restorations() throws -> [Restoration] {
        let rows = try RawStatement(
            file.connection,
            "SELECT body FROM event WHERE entity = 'ledger' ORDER BY sequence"
        )
        var found: [Restoration] = []
        while try rows.next() {
            if case .restoration(let restoration) = try? EventCoding.decode(Data(rows.bytes(0))).entry {
                found.append(restoration)
            }
        }
        return found
    }

    private func incarnation() -> Int {
        guard events.incarnation == 0 else { return events.incarnation }
        let texts = try? file.texts("SELECT incarnation FROM ledger")
        return texts?.first.flatMap { Int($0) } ?? 0
    }
}

extension LedgerVerification {
    /// The name of the zone that the ledger's configuration has; nil where it cannot be read.
    package static func zone(of path: String) -> String? {
        guard let file = try? ExaminedFile(path: path) else { return nil }
        return (try? file.texts("SELECT zone FROM configuration ORDER BY event DESC LIMIT 1"))?.first
    }
}
