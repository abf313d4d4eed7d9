/// A recurring patrol (巡查计划): which sites, or which closed hazards (回头看), how often, and by whom.
package struct Programme: Hashable, Sendable {
    /// What an undone duty of it is called: roads are left unwalked (漏巡), premises unchecked (漏查).
    package enum Manner: String, Hashable, Codable, Sendable, CaseIterable { case patrol, check }

    /// Letters, digits, `-`, `_` and `.`; unique in the district.
    package let id: String
    package let name: String
    /// The ``Site/kind``s it goes over; none where it looks back at hazards.
    package let siteKinds: [String]
    /// Tags a site must all have; empty is no condition.
    package let tags: [String]
    /// Tags of which a site must have one; empty is no condition.
    package let anyTags: [String]
    /// Street offices in which a site must lie; empty is no condition.
    package let subdistricts: [String]
    package let cadence: Cadence
    /// How often a period each site is visited at least, on different days; what is left undone is not carried over.
    /// 1 … 31.
    package let times: Int
    package let manner: Manner
    /// Whose inspections do its duties; empty is everybody who may file one.
    package let roles: [Role]
    /// Person by subdistrict; a subdistrict that is not listed has its duties open to every inspector.
    package let assignees: [String: String]
    /// What is looked at on each visit (检查表); empty is whatever the inspector sees.
    package let checklist: [ChecklistItem]
    /// Which closed hazards it looks at again, and when; nil where it goes over sites.
    package let lookBack: LookBackPlan?
    /// How many officers with certificates an inspection of it takes (两名以上执法人员), 1 … 5. One is whoever files it,
    /// with a certificate or without; two and more is an administrative inspection (Law on Administrative Penalties,
    /// article 42: at least two, who show their certificates).
    package let officers: Int

    package init(
        id: String,
        name: String,
        siteKinds: [String],
        tags: [String] = [],
        anyTags: [String] = [],
        subdistricts: [String] = [],
        cadence: Cadence,
        times: Int = 1,
        manner: Manner = .patrol,
        roles: [Role] = [],
        assignees: [String: String] = [:],
        checklist: [ChecklistItem] = [],
        lookBack: LookBackPlan? = nil,
        officers: Int = 1
    ) {
        self.id = id
        self.name = name
        self.siteKinds = siteKinds
        self.tags = tags
        self.anyTags = anyTags
        self.subdistricts = subdistricts
        self.cadence = cadence
        self.times = times
        self.manner = manner
        self.roles = roles
        self.assignees = assignees
        self.checklist = checklist
        self.lookBack = lookBack
        self.officers = officers
    }

    package func covers(_ site: Site) -> Bool {
        siteKinds.contains(site.kind) && tags.allSatisfy(site.tags.contains)
            && (anyTags.isEmpty || anyTags.contains(where: site.tags.contains))
            && (subdistricts.isEmpty || subdistricts.contains(site.subdistrict))
    }

    /// Whether a person's inspection, or look-back, does its duties.
    package func counts(_ person: Person) -> Bool {
        // Who may file an inspection at all is asked where it is filed.
        if roles.isEmpty { return lookBack == nil || Verb.hazardLookBack.roles.contains(where: person.has) }
        return roles.contains(where: person.has)
    }

    /// The duties a period has: so many for each covered site that is active on a day of it, by code.
    ///
    /// The days they are best done on are spread over the period's working days (over all of its days where none is
    /// worked), so that the sites of a month do not all wait for its last day, and the visits to one site lie apart.
    /// Where sites join late, none of theirs lies before `earliest`.
    package func duties(
        in period: Period,
        over sites: [Site],
        calendar: WorkCalendar,
        notBefore earliest: CivilDate? = nil
    ) -> [PlannedDuty] {
        let due = sites.filter { covers($0) && $0.isActive(from: period.first, to: period.last) }
            .sorted { $0.code < $1.code }
        let days = period.targetDays(calendar)
        let slots = due.count * times
        return due.enumerated().flatMap { place, site in
            // No more visits than there are days left to make them on.
            (0..<min(times, site.days(of: period, from: earliest))).map { visit in
                let target = days[(visit * due.count + place) * days.count / slots]
                return PlannedDuty(
                    site: site.code,
                    ordinal: visit + 1,
                    assignee: assignees[site.subdistrict],
                    targetDate: site.clamp(max(target, earliest ?? target), to: period)
                )
            }
        }
    }
}

extension Period {
    /// Its working days, and all of its days where none is worked.
    fileprivate func targetDays(_ calendar: WorkCalendar) -> [CivilDate] {
        guard first < last else { return [first] }
        let all = (0...last.daysSinceEpoch - first.daysSinceEpoch).map { first.adding(days: $0) }
        let worked = all.filter { calendar.day($0).isWorked }
        return worked.isEmpty ? all : worked
    }
}

extension Site {
    /// How many days of a period it is active on, from a day on.
    fileprivate func days(of period: Period, from earliest: CivilDate?) -> Int {
        let first = max(period.first, activeFrom ?? period.first, earliest ?? period.first)
        let last = min(period.last, activeTo ?? period.last)
        return max(0, last.daysSinceEpoch - first.daysSinceEpoch + 1)
    }

    fileprivate func clamp(_ date: CivilDate, to period: Period) -> CivilDate {
        min(max(date, activeFrom ?? date), activeTo ?? period.last, period.last)
    }
}

extension Programme: Codable {
    private enum Keys: String, CodingKey {
        case id, name, siteKind, siteKinds, tags, anyTags, subdistricts, cadence, times, manner, roles,
            assignees, checklist, lookBack, officers
    }

    /// Events of the first version name one kind of site, and nothing of what has come since.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        id = try container.decode(String.self, forKey: .id)
        name = try container.decode(String.self, forKey: .name)
        siteKinds =
            try container.decodeIfPresent([String].self, forKey: .siteKinds)
            ?? [container.decode(String.self, forKey: .siteKind)]
        tags = try container.decode([String].self, forKey: .tags)
        anyTags = try container.decodeIfPresent([String].self, forKey: .anyTags) ?? []
        subdistricts = try container.decodeIfPresent([String].self, forKey: .subdistricts) ?? []
        cadence = try container.decode(Cadence.self, forKey: .cadence)
        times = try container.decodeIfPresent(Int.self, forKey: .times) ?? 1
        manner = try container.decode(Manner.self, forKey: .manner)
        roles = try container.decodeIfPresent([Role].self, forKey: .roles) ?? []
        assignees = try container.decode([String: String].self, forKey: .assignees)
        checklist = try container.decodeIfPresent([ChecklistItem].self, forKey: .checklist) ?? []
        lookBack = try container.decodeIfPresent(LookBackPlan.self, forKey: .lookBack)
        officers = try container.decodeIfPresent(Int.self, forKey: .officers) ?? 1
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(siteKinds, forKey: .siteKinds)
        try container.encode(tags, forKey: .tags)
        try container.encode(anyTags, forKey: .anyTags)
        try container.encode(subdistricts, forKey: .subdistricts)
        try container.encode(cadence, forKey: .cadence)
        try container.encode(times, forKey: .times)
        try container.encode(manner, forKey: .manner)
        try container.encode(roles, forKey: .roles)
        try container.encode(assignees, forKey: .assignees)
        // One without is written as it always was.
        if !checklist.isEmpty { try container.encode(checklist, forKey: .checklist) }
        try container.encodeIfPresent(lookBack, forKey: .lookBack)
        if officers > 1 { try container.encode(officers, forKey: .officers) }
    }
}
