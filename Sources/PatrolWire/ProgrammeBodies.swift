package import PatrolModel

/// A programme as `--json` prints it, with how its running period stands.
package struct ProgrammeBody: Codable, Hashable, Sendable {
    package var id: String
    package var name: String
    package var siteKinds: [String]
    package var tags: [String]
    package var anyTags: [String]
    package var subdistricts: [String]
    package var cadence: Cadence
    package var times: Int
    package var manner: Programme.Manner
    package var roles: [Role]
    package var checklist: [ChecklistItemBody]
    /// Which closed hazards it looks back at; absent where it goes over sites.
    package var lookBack: LookBackPlan?
    /// How many officers with certificates an inspection of it takes; absent where that is one.
    package var officers: Int?
    /// Sites it goes over today; of look-backs, those with a closed hazard whose day is still to come.
    package var sites: Int
    /// The period that runs or, on a day the cadence leaves out, the last; null before the first.
    @OrNull package var period: PeriodBody?
    package var open: Int
    package var done: Int
    package var missed: Int
    package var excused: Int

    package init(_ programme: Programme, sites: Int, period: PeriodBody?, duties: [DutyState: Int]) {
        id = programme.id
        name = programme.name
        siteKinds = programme.siteKinds
        tags = programme.tags
        anyTags = programme.anyTags
        subdistricts = programme.subdistricts
        cadence = programme.cadence
        times = programme.times
        manner = programme.manner
        roles = programme.roles
        checklist = ChecklistItemBody.items(of: programme)
        lookBack = programme.lookBack
        officers = programme.officers > 1 ? programme.officers : nil
        self.sites = sites
        self.period = period
        open = duties[.open] ?? 0
        done = duties[.done] ?? 0
        missed = duties[.missed] ?? 0
        excused = duties[.excused] ?? 0
    }
}

/// One item of a checklist; the category is absent where none is named.
package struct ChecklistItemBody: Codable, Hashable, Sendable {
    package var number: Int
    package var text: String
    package var category: String?

    /// A programme's, numbered from 1.
    package static func items(of programme: Programme) -> [ChecklistItemBody] {
        programme.checklist.enumerated().map { place, item in
            ChecklistItemBody(number: place + 1, text: item.text, category: item.category)
        }
    }
}

/// What a programme that is owed at a site has looked at there; no items where it has no checklist.
package struct SiteChecklistBody: Codable, Hashable, Sendable {
    package var programme: String
    package var programmeName: String
    package var items: [ChecklistItemBody]
    /// As ``ProgrammeBody/officers``.
    package var officers: Int?

    package init(_ programme: Programme) {
        self.programme = programme.id
        programmeName = programme.name
        items = ChecklistItemBody.items(of: programme)
        officers = programme.officers > 1 ? programme.officers : nil
    }
}

/// One period and how many duties it has, or will have with the sites of today.
package struct PeriodBody: Codable, Hashable, Sendable {
    package var period: String
    package var firstDate: String
    package var lastDate: String
    package var opensAt: String
    package var dueAt: String
    /// Its days were found in a year whose working days are not published.
    package var provisional: Bool
    package var duties: Int

    package init(
        period: String,
        firstDate: String,
        lastDate: String,
        opensAt: String,
        dueAt: String,
        provisional: Bool,
        duties: Int
    ) {
        self.period = period
        self.firstDate = firstDate
        self.lastDate = lastDate
        self.opensAt = opensAt
        self.dueAt = dueAt
        self.provisional = provisional
        self.duties = duties
    }
}

/// A programme with the longest time that one of its sites has really gone without a visit of it; in JSON one object.
package struct ProgrammeDetailBody: Codable, Hashable, Sendable {
    package var programme: ProgrammeBody
    package var longestGap: GapBody?

    package init(programme: ProgrammeBody, longestGap: GapBody?) {
        self.programme = programme
        self.longestGap = longestGap
    }

    private enum Keys: String, CodingKey { case longestGap }

    package init(from decoder: any Decoder) throws {
        programme = try ProgrammeBody(from: decoder)
        longestGap = try decoder.container(keyedBy: Keys.self)
            .decodeIfPresent(GapBody.self, forKey: .longestGap)
    }

    package func encode(to encoder: any Encoder) throws {
        try programme.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(longestGap, forKey: .longestGap)
    }
}

/// The time between two visits of a site, or from the last until now.
package struct GapBody: Codable, Hashable, Sendable {
    package var site: String
    package var siteName: String
    package var from: String
    package var to: String
    package var seconds: Int64
    /// It has not ended: no visit since.
    package var running: Bool

    package init(site: String, siteName: String, from: String, to: String, seconds: Int64, running: Bool) {
        self.site = site
        self.siteName = siteName
        self.from = from
        self.to = to
        self.seconds = seconds
        self.running = running
    }
}
