import Foundation
import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// Programmes as a list and one by one, and the periods they will have.
struct ProgrammeRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.programmes)") { request, context in
            try await list(request, context)
        }
        router.get("\(Route.programmes)/:id") { request, context in
            try await show(request, context)
        }
        router.get("\(Route.programmes)/:id/preview") { request, context in
            try await preview(request, context)
        }
    }

    private func list(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        var bodies: [ProgrammeBody] = []
        for programme in desk.rulebook.configuration.programmes {
            let body = try await body(programme, sight)
            if sight == .everything || body.sites > 0 { bodies.append(body) }
        }
        return try JSONBody.response(bodies)
    }

    private func show(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let programme = try await programme(context, sight)
        let zone = desk.rulebook.zone
        let now = desk.clock.now()
        let gap = try await desk.ledger.longestGap(of: programme, at: now, sight: sight)
        let detail = ProgrammeDetailBody(
            programme: try await body(programme, sight),
            longestGap: gap.map {
                GapBody(
                    site: $0.site,
                    siteName: $0.siteName,
                    from: zone.iso8601($0.from),
                    to: zone.iso8601($0.to),
                    seconds: $0.to - $0.from,
                    running: $0.isRunning
                )
            }
        )
        return try JSONBody.response(detail)
    }

    /// The most periods one question may ask for.
    private static let mostPeriods = 400

    private func preview(_ request: Request, _ context: PatrolContext) async throws -> Response {
        let sight = try desk.reader(request, context).sight
        let programme = try await programme(context, sight)
        let (query, zone) = (Query(request), desk.rulebook.zone)
        var (from, periods) = (zone.day(containing: desk.clock.now()), 10)
        if let text = query["from"] {
            guard let date = CivilDate(text) else { throw PatrolError.unreadableDate(text: text) }
            from = date
        }
        if let text = query["periods"] {
            guard let count = Int(text), (1...ProgrammeRoutes.mostPeriods).contains(count) else {
                throw PatrolError.malformedRequest(detail: "periods=1…\(ProgrammeRoutes.mostPeriods)")
            }
            periods = count
        }
        let found = try await desk.ledger.preview(programme, from: from, periods: periods, sight: sight)
        return try JSONBody.response(
            found.map { PeriodBody($0.period, isProvisional: $0.isProvisional, duties: $0.duties, zone) }
        )
    }

    /// Whoever sees only their own sees the programmes that go over it, and a responsible unit none: what is to be
    /// inspected is no business of its.
    private func programme(_ context: PatrolContext, _ sight: Sight) async throws -> Programme {
        let id = try context.parameters.text("id")
        let programme = try desk.rulebook.configuration.programme(id)
        if sight == .everything { return programme }
        guard try await body(programme, sight).sites > 0 else {
            throw PatrolError.unknownProgramme(id: String(id.prefix(40)), nearest: nil)
        }
        return programme
    }

    private func body(_ programme: Programme, _ sight: Sight) async throws -> ProgrammeBody {
        let now = desk.clock.now()
        let record = try await desk.ledger.programme(programme, at: now, sight: sight)
        let period = record.period.map {
            PeriodBody(
                $0,
                isProvisional: record.isProvisional,
                duties: record.duties.values.reduce(0, +),
                desk.rulebook.zone
            )
        }
        return ProgrammeBody(programme, sites: record.sites, period: period, duties: record.duties)
    }
}

extension PeriodBody {
    init(_ period: Period, isProvisional: Bool, duties: Int, _ zone: Zone) {
        self.init(
            period: period.key,
            firstDate: period.first.description,
            lastDate: period.last.description,
            opensAt: zone.iso8601(period.start),
            dueAt: zone.iso8601(period.end),
            provisional: isProvisional,
            duties: duties
        )
    }
}
