package import PatrolModel

/// What a supervisor looks at first: a figure for each thing that wants somebody, as far as the reader may see.
package struct OverviewBody: Codable, Hashable, Sendable {
    package var date: String
    package var now: String
    package var person: String
    package var personName: String
    /// By which figures that can only be 0 are left out.
    package var roles: [Role]
    /// Hazards past their deadline.
    package var overdue: Int
    /// Hazards whose deadline is later today.
    package var dueToday: Int
    /// Duties still open whose period ends with today.
    package var dutiesDueToday: Int
    /// Duties of periods that ended with yesterday and were not done.
    package var missedYesterday: Int
    package var awaitingVerification: Int
    /// Majors that wait for the leading group.
    package var awaitingClosing: Int
    /// Orders that were returned, and extensions and voidings that were asked for.
    package var undecided: Int
    /// Claims that were checked, did not hold, and have not been made again.
    package var returned: Int
    /// Duties still open although somebody went there: nobody found, or not let in.
    package var noAccess: Int

    package init(
        date: String,
        now: String,
        person: String,
        personName: String,
        roles: [Role],
        overdue: Int,
        dueToday: Int,
        dutiesDueToday: Int,
        missedYesterday: Int,
        awaitingVerification: Int,
        awaitingClosing: Int,
        undecided: Int,
        returned: Int,
        noAccess: Int
    ) {
        self.date = date
        self.now = now
        self.person = person
        self.personName = personName
        self.roles = roles
        self.overdue = overdue
        self.dueToday = dueToday
        self.dutiesDueToday = dutiesDueToday
        self.missedYesterday = missedYesterday
        self.awaitingVerification = awaitingVerification
        self.awaitingClosing = awaitingClosing
        self.undecided = undecided
        self.returned = returned
        self.noAccess = noAccess
    }
}
