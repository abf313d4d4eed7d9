import PatrolModel

extension LedgerTransaction {
    /// Who makes an inspection, enough of them for every programme whose duty it would do, whose checklist it answers, or
    /// that it names. A visit that found nobody, or was not let in, is made by as many: it is an inspection all the same.
    /// - Throws: ``PatrolError/unknownPerson(id:nearest:)``, and as ``Officers``.
    func officers(
        _ inspect: Inspect,
        by filer: Person,
        at site: Site,
        doing due: [Inspection.Settled],
        _ checks: [AnsweredChecklist]
    ) throws(PatrolError) -> Officers {
        var companions: [Person] = []
        for id in inspect.with ?? [] { companions.append(try configuration.person(id)) }
        let officers = try Officers(filer, with: companions, at: site)
        let named = [inspect.programme].compactMap { $0 } + checks.map(\.programme)
        let programmes = Set(due.map(\.duty.programme) + named).compactMap { rulebook.programmes[$0] }
        // The one that asks for most is named where several do, and always the same.
        for programme in programmes.sorted(by: { ($1.officers, $0.id) < ($0.officers, $1.id) }) {
            try officers.requireEnough(for: programme, at: site)
        }
        return officers
    }
}
