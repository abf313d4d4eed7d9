package import PatrolModel

/// A hazard as a line of a table needs it, for a list that is read by somebody and not by a program (`form=line`).
package struct HazardLineBody: Codable, Hashable, Sendable {
    package var id: String
    package var state: HazardState
    package var severity: Hazard.Severity
    package var categoryName: String
    package var conditionText: String
    package var site: String
    package var siteName: String
    package var subdistrict: String
    package var responsibleUnit: String
    /// Whether a unit has been ordered, and whether it has been told.
    package var ordered: Bool
    package var served: Bool
    /// Its unit says that the order is not its own, and nobody has decided on that.
    package var returned: Bool
    package var dueAt: String
    package var dueFor: DeadlineKind
    package var provisional: Bool
    /// Only of what was fixed on the spot, whose deadline is the verifier's.
    package var verifyDueAt: String?
    package var overdueSeconds: Int64
    package var overdueWorkingSeconds: Int64

    package init(_ hazard: HazardBody) {
        id = hazard.id
        state = hazard.state
        severity = hazard.severity
        categoryName = hazard.categoryName
        conditionText = hazard.conditionText
        site = hazard.site
        siteName = hazard.siteName
        subdistrict = hazard.subdistrict
        responsibleUnit = hazard.responsibleUnit
        ordered = hazard.order != nil
        served = hazard.servedAt != nil
        returned = hazard.returned
        dueAt = hazard.dueAt
        dueFor = hazard.dueFor
        provisional = hazard.provisional
        verifyDueAt = hazard.order == nil && hazard.rectifiedAt != nil ? hazard.verifyDueAt ?? "" : nil
        overdueSeconds = hazard.overdueSeconds
        overdueWorkingSeconds = hazard.overdueWorkingSeconds
    }
}

extension HazardBody {
    package var line: HazardLineBody { HazardLineBody(self) }
}
