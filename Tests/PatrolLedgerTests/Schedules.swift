import Foundation
import PatrolModel
import PatrolTestSupport

@testable import PatrolLedger

func programme(
    _ id: String,
    _ cadence: Cadence,
    times: Int = 1,
    kinds: [String] = ["main-road"],
    tags: [String] = []
) -> Programme {
    Programme(id: id, name: id, siteKinds: kinds, tags: tags, cadence: cadence, times: times)
}

extension TestLedger {
    /// What the schedule has recorded, one line an event, without what bears the time of recording.
    func schedule() async throws -> [String] {
        var (lines, last): ([String], Int64) = ([], 0)
        while true {
            let page = try await ledger.events(entity: nil, after: last, limit: 500)
            for record in page {
                last = record.sequence
                let event = try record.event()
                // The morning is counted for whoever is there to read it: days nobody ran have none.
                if case .morning = event.entry { continue }
                if case .calendarGap = event.entry { continue }
                let body = try JSONEncoder.sorted.encode(Body(entry: event.entry))
                lines.append(
                    "\(event.entry.verb) \(event.entry.entity) \(String(decoding: body, as: UTF8.self))"
                )
            }
            guard page.count == 500 else { return lines }
        }
    }

    func duties(_ programme: String, _ period: String? = nil) async throws -> [DutyRecord] {
        var filter = DutyFilter()
        (filter.programme, filter.period) = (programme, period)
        return try await ledger.duties(filter, sight: .everything, after: nil, limit: 100_000)
    }

    func periods(_ programme: String) async throws -> [String] {
        var seen: [String] = []
        for duty in try await duties(programme) where seen.last != duty.key.period {
            seen.append(duty.key.period)
        }
        return Set(seen).sorted()
    }
}

private struct Body: Encodable {
    let entry: LedgerEntry
    func encode(to encoder: any Encoder) throws { try entry.encodeBody(to: encoder) }
}

extension JSONEncoder {
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }
}
