import Crypto
import Foundation
import PatrolModel

extension LedgerTransaction {
    /// A day that was kept on paper: each visit as if it were filed alone, all of them or none and every fault there is.
    ///
    /// A row that has been recorded is not recorded again.
    mutating func file(_ day: InspectDay) throws -> Receipt {
        try requireActor().person.require(.inspectionImport)
        guard day.rows.count <= InspectDay.most else {
            throw PatrolError.dayTooLong(rows: day.rows.count, limit: InspectDay.most)
        }
        defer { tellsNearest = true }
        let keptAt = mark?.keptAt
        var (rows, faults): ([Receipt.Row], [RowFault]) = ([], day.unread ?? [])
        var seen: [[String]: Int] = [:]
        for row in day.rows {
            // A file of another district would keep everybody waiting while each of its codes is compared with all.
            tellsNearest = faults.count < 20
            do {
                rows.append(try file(row, mark(of: row, after: &seen, keptAt: keptAt)))
            } catch let error as PatrolError where error != .internalFailure {
                let column = DayRow.Column(of: error)?.rawValue ?? ""
                faults.append(RowFault(line: row.line, column: column, problem: .refused(error)))
            }
        }
        guard faults.isEmpty else {
            throw PatrolError.badDay(faults: faults.sorted { $0.line < $1.line })
        }
        guard let first = rows.first?.receipt else { throw PatrolError.emptyDay }
        return Receipt(
            id: first.id,
            key: first.key,
            event: first.event,
            at: first.at,
            entry: first.entry,
            rows: rows
        )
    }

    private mutating func file(_ row: InspectDay.Row, _ mark: FilingMark) throws -> Receipt.Row {
        if let first = try receipt(for: mark) { return Receipt.Row(first, isRepeated: true) }
        // Nothing has been appended where it is refused, but the mark would go onto the next row's event.
        self.mark = mark
        defer { self.mark = nil }
        let event = try file(row.inspect, observedAt: row.observedAt)
        return Receipt.Row(
            Receipt(
                id: event.entry.entity,
                key: mark.key,
                event: event.sequence,
                at: event.at,
                entry: event.entry
            ),
            isRepeated: false
        )
    }

    /// A row's key, the same whenever its file is filed, whoever types it and however its time is written: made from
    /// whose visit it is, where, for what and when, the hazard's sort, and which of those alike within the file it is.
    /// What was seen is in the digest alone, so that a row whose words have been changed since is noticed, and not filed
    /// as another.
    private func mark(
        of row: InspectDay.Row,
        after seen: inout [[String]: Int],
        keptAt: Instant?
    ) throws -> FilingMark {
        let inspect = row.inspect
        let person = try requireActor().person.id
        let site = try site(inspect.site).code
        let observed = "\(try rulebook.instant(row.observedAt, now: filedAt).seconds)"
        let fields = [
            person, site, inspect.programme ?? "", observed,
            try inspect.hazard.map { try categoryCode($0.category) } ?? "",
            inspect.hazard?.condition.map(String.init) ?? "",
        ]
        seen[fields, default: 0] += 1
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = String(decoding: try encoder.encode(inspect), as: UTF8.self)
        return FilingMark(
            key: FilingKey(digest: LedgerTransaction.digest(fields + ["\(seen[fields] ?? 1)"])),
            digest: EventChain.hex(Data(LedgerTransaction.digest([person, observed, content]))),
            keptAt: keptAt
        )
    }

    /// Each field with its length before it, so that no two lists read the same.
    private static func digest(_ fields: [String]) -> SHA256.Digest {
        var hash = SHA256()
        for field in fields { hash.update(data: Array("\(field.utf8.count):\(field)".utf8)) }
        return hash.finalize()
    }
}
