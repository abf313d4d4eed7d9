import PatrolModel

/// Reads one file of the folder `programmes`.
struct ProgrammeReader {
    let people: [Person]
    /// The kinds of sites that `patrol.yaml` lists.
    let siteKinds: [String]
    /// The street offices that it lists; empty is any.
    let subdistricts: [String]
    /// The codes of the catalogue's file; empty where it could not be read.
    let categories: [String]

    func programme(_ map: YAMLMap) -> Programme {
        let lookBack = lookBack(map)
        let verb: Verb = lookBack == nil ? .inspectionFile : .hazardLookBack
        let programme = Programme(
            id: map.identifier("id"),
            name: map.required("name"),
            siteKinds: lookBack == nil ? kinds(map) : [],
            tags: map.texts("tags"),
            anyTags: map.texts("anyTags"),
            subdistricts: map.texts("subdistricts"),
            cadence: cadence(map, ofLookBacks: lookBack != nil),
            times: map.integer("times", in: 1...31, default: 1),
            manner: map.choice("manner", default: lookBack == nil ? Programme.Manner.patrol : .check),
            roles: roles(map, with: verb),
            assignees: assignees(map, with: verb),
            checklist: checklist(map),
            lookBack: lookBack,
            officers: map.integer("officers", in: 1...5, default: 1)
        )
        if !subdistricts.isEmpty { map.refuseUnknown("subdistricts", known: subdistricts) }
        let days = programme.cadence.shortestSpan
        if programme.times > days {
            map.fault("times", .badValue("\(programme.times)", expected: "1 … \(days)"))
        }
        requireOfficers(programme, map)
        map.refuseUnknownKeys()
        return programme
    }

    /// Which closed hazards it looks at again; nothing that narrows sites or asks for visits stands beside it.
    private func lookBack(_ map: YAMLMap) -> LookBackPlan? {
        guard let plan = map.map("lookBack") else { return nil }
        for key in ["siteKind", "siteKinds", "tags", "anyTags", "times", "checklist"]
        where map.keys.contains(key) {
            map.fault(key, .contradiction(key, with: "lookBack"))
        }
        let codes = plan.texts("categories")
        // Where the catalogue could not be read, that is fault enough.
        if !categories.isEmpty { plan.refuseUnknown("categories", known: categories) }
        let severity = plan.text("severity").map { _ in
            plan.choice("severity", default: Hazard.Severity.general)
        }
        // Asked for first, so that one that is missing is told and not taken for a day.
        let isGiven = !plan.required("after").isEmpty
        let after = isGiven ? plan.integer("after", in: LookBackPlan.days, default: 1) : 1
        plan.refuseUnknownKeys()
        return LookBackPlan(after: after, severity: severity, categories: codes)
    }

    /// `siteKind` or `siteKinds`, each a kind that there is.
    private func kinds(_ map: YAMLMap) -> [String] {
        let several = map.texts("siteKinds")
        guard let one = map.text("siteKind") else {
            if several.isEmpty { map.fault("siteKinds", .missingKey("siteKind")) }
            // Where no kinds could be read at all, which of them are missing is not to be said of every programme
            // again.
            if !siteKinds.isEmpty { map.refuseUnknown("siteKinds", known: siteKinds) }
            return several
        }
        if !several.isEmpty { map.fault("siteKinds", .contradiction("siteKinds", with: "siteKind")) }
        if !siteKinds.isEmpty, !siteKinds.contains(one) {
            map.fault("siteKind", .unknownName(one, nearest: one.nearest(in: siteKinds)))
        }
        return [one]
    }

    /// What nobody could ever do is a slip: there must be so many who may file for it, each with a certificate.
    private func requireOfficers(_ programme: Programme, _ map: YAMLMap) {
        guard programme.officers > 1, !people.isEmpty else { return }
        let officers = people.filter { person in
            person.certificate != nil && Verb.inspectionFile.roles.contains(where: person.has)
        }
        if officers.count < programme.officers {
            map.fault("officers", .fewOfficers(needed: programme.officers, found: officers.count))
        }
    }

    /// Of look-backs only those that leave no day out: what was closed so long ago falls on any.
    private func cadence(_ map: YAMLMap, ofLookBacks isOfLookBacks: Bool) -> Cadence {
        let text = map.required("cadence")
        guard !text.isEmpty else { return .daily }
        guard let cadence = Cadence(text), cadence.leavesNoDayOut || !isOfLookBacks else {
            let forms = Cadence.forms.filter { !isOfLookBacks || Cadence($0)?.leavesNoDayOut == true }
            map.fault("cadence", .unknownValue(text, of: forms, nearest: text.nearest(in: forms)))
            return .daily
        }
        return cadence
    }

    /// Each item a text, or a text with the category that a fault of it most likely is.
    private func checklist(_ map: YAMLMap) -> [ChecklistItem] {
        var items: [ChecklistItem] = []
        for entry in map.maps("checklist", orTextsOf: "text") {
            let text = String(entry.required("text").trimmingSpaces)
            if text.count > ChecklistItem.longest {
                entry.fault("text", .badCell(.tooLong(limit: ChecklistItem.longest)))
            }
            if FreeText.forbidden(in: text, allowingLines: false) != nil {
                entry.fault("text", .badCell(.controlCharacter))
            }
            if entry.text("text") != nil, text.isEmpty { entry.fault("text", .badCell(.empty)) }
            if !text.isEmpty, items.contains(where: { $0.text == text }) {
                entry.fault("text", .repeated(text))
            }
            let category = entry.text("category")
            // Where the catalogue could not be read, that is fault enough.
            if let category, !categories.isEmpty, !categories.contains(category) {
                entry.fault("category", .unknownName(category, nearest: category.nearest(in: categories)))
            }
            entry.refuseUnknownKeys()
            items.append(ChecklistItem(text, category: category))
        }
        if items.count > ChecklistItem.most {
            map.fault("checklist", .badValue("\(items.count)", expected: "1 … \(ChecklistItem.most)"))
        }
        return items
    }

    /// Only roles that may file inspections, or look back, at all.
    private func roles(_ map: YAMLMap, with verb: Verb) -> [Role] {
        let allowed = verb.roles
        return map.marked("roles").compactMap { text, fault in
            if let role = Role(rawValue: text), allowed.contains(role) { return role }
            let known = allowed.map(\.rawValue)
            fault(.unknownValue(text, of: known, nearest: text.nearest(in: known)))
            return nil
        }
    }

    private func assignees(_ map: YAMLMap, with verb: Verb) -> [String: String] {
        guard let assigned = map.map("assignees") else { return [:] }
        // A programme that names its own subdistricts has duties in no other.
        let narrowed = map.texts("subdistricts")
        let known = narrowed.isEmpty ? subdistricts : narrowed
        var assignees: [String: String] = [:]
        for subdistrict in assigned.keys {
            if !known.isEmpty, !known.contains(subdistrict) {
                assigned.fault(
                    subdistrict,
                    .unknownName(subdistrict, nearest: subdistrict.nearest(in: known))
                )
            }
            let id = assigned.required(subdistrict)
            assignees[subdistrict] = id
            // Where nobody could be read, who is missing is not to be said of every programme again.
            guard !id.isEmpty, !people.isEmpty else { continue }
            guard let person = people.first(where: { $0.id == id }) else {
                assigned.fault(subdistrict, .unknownName(id, nearest: id.nearest(in: people.map(\.id))))
                continue
            }
            let may =
                verb == .hazardLookBack
                ? verb.roles.contains(where: person.has) : person.mayInspect(in: subdistrict)
            if !may {
                assigned.fault(subdistrict, .mayNotInspect(id, subdistrict: subdistrict))
            }
        }
        return assignees
    }
}

extension Person {
    /// An inspector anywhere, a street office within its own.
    fileprivate func mayInspect(in subdistrict: String) -> Bool {
        has(.inspector) || (has(.subdistrict) && self.subdistrict == subdistrict)
    }
}
