import Hummingbird
import PatrolModel
import PatrolWire

/// The morning lists: one's own, somebody's, a unit's, a subdistrict's, or everybody's; each an array of lists.
struct MorningRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.morning)") { request, context in
            let reader = try desk.reader(request, context)
            let sheets = MorningSheets(ledger: desk.ledger, clock: desk.clock)
            let recipients = try await recipients(Query(request), reader, sheets)
            let now = desk.clock.now()
            let page = { @Sendable (rest: ArraySlice<MorningSheets.Recipient>) -> Page? in
                guard let recipient = rest.first else { return nil }
                return Page(
                    sheet: try await sheets.sheet(for: recipient, at: now),
                    rest: rest.dropFirst()
                )
            }
            // There is always one: lists of everybody are asked for by somebody.
            guard let first = try await page(recipients[...]) else { return try JSONBody.response([Int]()) }
            return JSONBody.list(first: first) {
                try await page($0.rest)
            } rows: {
                [$0.sheet]
            } row: {
                try JSONBody.encoder().encode($0)
            }
        }
    }

    private struct Page: Sendable {
        let sheet: MorningSheet
        let rest: ArraySlice<MorningSheets.Recipient>
    }

    /// Whose lists are asked for, provided the reader may see them.
    private func recipients(
        _ query: Query,
        _ reader: Person,
        _ sheets: MorningSheets
    ) async throws -> [MorningSheets.Recipient] {
        let asked = ["person", "unit", "subdistrict", "all"].filter { query[$0] != nil }
        guard asked.count <= 1 else { throw PatrolError.malformedRequest(detail: asked[1]) }
        if let id = query["person"] {
            if id == reader.id { return [.person(reader)] }
            try reader.require(.briefing)
            return [.person(try desk.rulebook.configuration.person(id))]
        }
        if let unit = query["unit"] {
            if !(reader.answersForUnit && reader.unit == unit) { try reader.require(.briefing) }
            try await desk.requireKnown(unit: unit, reader.sight)
            return [.unit(unit)]
        }
        if let subdistrict = query["subdistrict"] {
            let isOwn = reader.has(.subdistrict) && reader.subdistrict == subdistrict
            if !isOwn { try reader.require(.briefing) }
            try await desk.requireKnown(subdistrict: subdistrict, reader.sight)
            return [.subdistrict(subdistrict)]
        }
        guard query["all"] != nil else { return [.person(reader)] }
        try reader.require(.briefing)
        return try await sheets.everybody()
    }
}
