package import PatrolModel

/// What a filing has just done to a hazard, for the line that says so.
package enum Deed: Sendable {
    case returned
    case reassigned(order: String)
    case returnTurnedDown
    case progressNoted
    /// `decideBy` is ISO 8601; nil where the daemon does not say.
    case extensionAsked(by: TimeLimit?, decideBy: String?)
    case extensionGranted, extensionDenied
    case referred(to: String, order: String)
    case referralAcknowledged, referralRefused, referralConcluded
    /// The last day that the clock stands still.
    case suspended(until: String)
    case resumed
    case supervised(hasPlan: Bool)
    case voided
    /// Struck out as another report of this one.
    case merged(into: String)
    case voidAsked, voidTurnedDown
    case downgraded
    case caseOpened(number: String)
    case caseConcluded
    case lookedBack
    case rebounded(order: String)
}

/// What is due of a hazard next, by when and from whom.
package struct NextStep: Sendable {
    let state: HazardState
    let kind: DeadlineKind
    /// As a person reads it, marked where it is provisional or past.
    let due: String
    let unit: String

    package init(state: HazardState, kind: DeadlineKind, due: String, unit: String) {
        self.state = state
        self.kind = kind
        self.due = due
        self.unit = unit
    }
}
