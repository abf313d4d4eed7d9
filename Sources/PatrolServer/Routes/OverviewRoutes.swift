import Hummingbird
import PatrolLedger
import PatrolModel
import PatrolWire

/// A morning in a few figures, each of which some list shows row by row.
struct OverviewRoutes: Sendable {
    let desk: Desk

    func add(to router: Router<PatrolContext>) {
        router.get("\(Route.overview)") { request, context in
            let reader = try desk.reader(request, context)
            return try JSONBody.response(try await overview(for: reader))
        }
    }

    private func overview(for reader: Person) async throws -> OverviewBody {
        let (zone, now, sight) = (desk.rulebook.zone, desk.clock.now(), reader.sight)
        let today = zone.day(containing: now)
        func hazards(_ narrow: (inout HazardFilter) -> Void) async throws -> Int {
            var filter = HazardFilter()
            narrow(&filter)
            return try await desk.ledger.count(filter, sight: sight)
        }
        func duties(_ narrow: (inout DutyFilter) -> Void) async throws -> Int {
            var filter = DutyFilter()
            narrow(&filter)
            return try await desk.ledger.count(filter, sight: sight)
        }
        let (begins, ends) = (zone.startOfDay(today), zone.startOfDay(today.adding(days: 1)))
        let yesterday = zone.startOfDay(today.adding(days: -1))
        return OverviewBody(
            date: today.description,
            now: zone.iso8601(now),
            person: reader.id,
            personName: reader.name,
            roles: reader.roles,
            overdue: try await hazards { $0.overdueAt = now },
            dueToday: try await hazards { $0.dueWithin = max(now, begins)..<ends },
            dutiesDueToday: try await duties { ($0.state, $0.endingWithin) = (.open, (begins, ends)) },
            missedYesterday: try await duties {
                ($0.state, $0.endingWithin) = (.missed, (yesterday, begins))
            },
            awaitingVerification: try await hazards { $0.state = .rectified },
            awaitingClosing: try await hazards { $0.state = .verified },
            undecided: try await hazards { $0.isToBeDecided = true },
            returned: try await hazards { $0.isSentBack = true },
            noAccess: try await duties { $0.hasNoAccess = true }
        )
    }
}
