/// A recurring patrol (巡查计划): which sites, how often, and by whom.
package struct Programme: Hashable, Codable, Sendable {
    /// What an undone duty of it is called: roads are left unwalked (漏巡), premises unchecked (漏查).
    package enum Manner: String, Hashable, Codable, Sendable, CaseIterable { case patrol, check }

    /// Letters, digits, `-`, `_` and `.`; unique in the district.
    package let id: String
    package let name: String
    /// The ``Site/kind`` it goes over.
    package let siteKind: String
    /// Tags a site must all have; empty is no condition.
    package let tags: [String]
    package let cadence: Cadence
    package let manner: Manner
    /// Person by subdistrict; a subdistrict that is not listed has its duties open to every inspector.
    package let assignees: [String: String]

    package init(
        id: String,
        name: String,
        siteKind: String,
        tags: [String] = [],
        cadence: Cadence,
        manner: Manner = .patrol,
        assignees: [String: String] = [:]
    ) {
        self.id = id
        self.name = name
        self.siteKind = siteKind
        self.tags = tags
        self.cadence = cadence
        self.manner = manner
        self.assignees = assignees
    }

    package func covers(_ site: Site) -> Bool {
        site.kind == siteKind && tags.allSatisfy(site.tags.contains)
    }

    /// The duties a period has: one for each covered site that is active on the period's first day, by code.
    package func duties(in period: Period, over sites: [Site], zone: Zone) -> [PlannedDuty] {
        let day = zone.date(period.start)
        return sites.filter { covers($0) && $0.isActive(on: day) }
            .map {
                PlannedDuty(site: $0.code, ordinal: 1, assignee: assignees[$0.subdistrict], targetDate: day)
            }
            .sorted { $0.site < $1.site }
    }
}
