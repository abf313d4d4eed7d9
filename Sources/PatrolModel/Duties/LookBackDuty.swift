extension Programme {
    /// Whether it looks back at what is closed of this kind there.
    package func looksBack(at severity: Hazard.Severity, _ category: String, in subdistrict: String) -> Bool {
        guard let lookBack else { return false }
        return lookBack.covers(severity, category)
            && (subdistricts.isEmpty || subdistricts.contains(subdistrict))
    }

    /// The day on which a closed hazard is to be looked at again; nil where it is not closed, or none of this
    /// programme's.
    package func lookBackDay(of hazard: Hazard, zone: Zone) -> CivilDate? {
        guard let lookBack, case .closed(let closure) = hazard.stage,
            looksBack(at: hazard.severity, hazard.grounds.category, in: hazard.subdistrict)
        else { return nil }
        return zone.day(containing: closure.struckOff.at).adding(days: lookBack.after)
    }

    /// The duty to look back at a closed hazard in a period; nil where its day does not lie in it.
    ///
    /// `ordinal` is 1, and more where it was closed, reopened and closed again within the period. Where it joins late, it
    /// is not best done before `earliest`.
    package func lookBack(
        at hazard: Hazard,
        ordinal: Int,
        in period: Period,
        among people: [Person],
        zone: Zone,
        notBefore earliest: CivilDate? = nil
    ) -> PlannedDuty? {
        guard let day = lookBackDay(of: hazard, zone: zone), period.first <= day, day <= period.last else {
            return nil
        }
        return lookBack(at: hazard, ordinal: ordinal, on: max(day, earliest ?? day), among: people)
    }

    /// The duty to look back at a closed hazard, whatever its day.
    package func lookBack(
        at hazard: Hazard,
        ordinal: Int,
        on day: CivilDate,
        among people: [Person]
    ) -> PlannedDuty {
        PlannedDuty(
            site: hazard.site,
            ordinal: ordinal,
            assignee: whoLooksBack(at: hazard, among: people),
            targetDate: day,
            hazard: hazard.id
        )
    }

    /// Who is asked to look back: the subdistrict's own assignee or, where that one had a hand in it, another
    /// inspector, in turn by the hazard's number, so that the load is spread and nobody chooses; nil where nobody is
    /// left, and whoever may can do it.
    func whoLooksBack(at hazard: Hazard, among people: [Person]) -> String? {
        let free = people.filter { counts($0) && hazard.mayBeLookedBackAt(by: $0) }
        if let own = assignees[hazard.subdistrict], free.contains(where: { $0.id == own }) { return own }
        let inspectors = free.filter { $0.has(.inspector) }.map(\.id).sorted()
        guard !inspectors.isEmpty else { return nil }
        let turn = hazard.id.utf8.suffix(6).reduce(0) { $0 * 10 + Int($1 & 15) }
        return inspectors[turn % inspectors.count]
    }
}

extension Hazard {
    /// Whether somebody has the right to look back at it, and neither did nor typed any part of its rectification, its
    /// verification and its closing, nor belongs to the responsible unit.
    package func mayBeLookedBackAt(by person: Person) -> Bool {
        guard Verb.hazardLookBack.roles.contains(where: person.has) else { return false }
        return !hands.contains(person.id) && (person.unit == nil || person.unit != responsibleUnit)
    }

    private var hands: [String] {
        let closed: Signature? = if case .closed(let closure) = stage { closure.struckOff } else { nil }
        return [stage.rectification?.claimed, stage.verification?.checked, closed].compactMap { $0 }
            .flatMap { [$0.person, $0.typedBy] }
    }
}
