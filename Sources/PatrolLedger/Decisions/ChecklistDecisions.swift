import PatrolModel

extension LedgerTransaction {
    /// The checklists an inspection answers, each whole, with a hazard reported for what is bad.
    func answered(
        _ inspect: Inspect,
        at site: Site,
        owed candidates: [Inspection.Candidate]
    ) throws(PatrolError) -> [AnsweredChecklist] {
        var (order, lines): ([String], [String: [Check.Line]]) = ([], [:])
        for check in inspect.checks ?? [] {
            let programme = try programme(of: check, inspect, at: site, owed: candidates)
            if lines[programme.id] == nil { order.append(programme.id) }
            lines[programme.id, default: []] += check.answers
        }
        var answered: [AnsweredChecklist] = []
        for id in order {
            let checklist = try configuration.programme(id).answering(lines[id] ?? [])
            if !checklist.bad.isEmpty && inspect.hazards.isEmpty {
                throw .badItemsWithoutHazard(programme: id, numbers: checklist.bad)
            }
            answered.append(checklist)
        }
        return answered
    }

    /// The one that is named, else the only one with a checklist that is still owed there.
    private func programme(
        of check: Check,
        _ inspect: Inspect,
        at site: Site,
        owed candidates: [Inspection.Candidate]
    ) throws(PatrolError) -> Programme {
        if let named = check.programme ?? inspect.programme {
            let programme = try configuration.programme(named)
            // What it opened before it went over other sites may still be done.
            guard programme.covers(site) || candidates.contains(where: { $0.duty.programme == named }) else {
                throw .programmeNotForSite(programme: named, site: site.code)
            }
            return programme
        }
        let owed = Set(candidates.filter { $0.state != .done }.map(\.duty.programme)).sorted()
            .compactMap { rulebook.programmes[$0] }.filter { !$0.checklist.isEmpty }
        guard let only = owed.first else { throw .noChecklistOwed(site: site.code) }
        guard owed.count == 1 else {
            throw .ambiguousChecklist(site: site.code, programmes: owed.map(\.id))
        }
        return only
    }
}
