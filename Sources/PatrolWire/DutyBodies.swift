package import PatrolModel

/// A duty as `--json` prints it.
package struct DutyBody: Codable, Hashable, Sendable {
    package var id: String
    package var programme: String
    package var programmeName: String
    package var site: String
    package var siteName: String
    /// Of a look-back: the closed hazard's number; else null.
    @OrNull package var hazard: String?
    /// Of a look-back: what the hazard was; else null.
    @OrNull package var categoryName: String?
    package var subdistrict: String
    package var period: String
    package var opensAt: String
    /// The end of its period: it may be done at any time before.
    package var dueAt: String
    package var targetDate: String
    @OrNull package var assignee: String?
    @OrNull package var assigneeName: String?
    package var state: DutyState
    /// Whether an undone one is a 漏巡 or a 漏查.
    package var manner: Programme.Manner
    @OrNull package var inspection: String?
    package var filedLate: Bool

    package init(
        id: String,
        programme: String,
        programmeName: String,
        site: String,
        siteName: String,
        hazard: String?,
        categoryName: String?,
        subdistrict: String,
        period: String,
        opensAt: String,
        dueAt: String,
        targetDate: String,
        assignee: String?,
        assigneeName: String?,
        state: DutyState,
        manner: Programme.Manner,
        inspection: String?,
        filedLate: Bool
    ) {
        self.id = id
        self.programme = programme
        self.programmeName = programmeName
        self.site = site
        self.siteName = siteName
        self.hazard = hazard
        self.categoryName = categoryName
        self.subdistrict = subdistrict
        self.period = period
        self.opensAt = opensAt
        self.dueAt = dueAt
        self.targetDate = targetDate
        self.assignee = assignee
        self.assigneeName = assigneeName
        self.state = state
        self.manner = manner
        self.inspection = inspection
        self.filedLate = filedLate
    }
}

extension DutyBody {
    /// What is to be looked at: the hazard's number, else the site's code.
    package var subject: String { hazard ?? site }
}

/// What somebody has before them today.
package struct TodayBody: Codable, Hashable, Sendable {
    package var date: String
    package var person: String
    package var personName: String
    /// By which a command is offered that the person may run.
    package var roles: [Role]
    /// Overdue hazards that concern the person, worst first.
    package var overdue: [HazardBody]
    package var duties: [DutyBody]
    /// What the person's unit has been ordered to put right and is not overdue, the soonest due first.
    package var orders: [HazardBody]

    package init(
        date: String,
        person: String,
        personName: String,
        roles: [Role],
        overdue: [HazardBody],
        duties: [DutyBody],
        orders: [HazardBody]
    ) {
        self.date = date
        self.person = person
        self.personName = personName
        self.roles = roles
        self.overdue = overdue
        self.duties = duties
        self.orders = orders
    }
}
