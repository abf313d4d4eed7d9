/// The paths of the daemon's interface, version 1.
package enum Route {
    package static let filings = "/v1/filings"
    package static let status = "/v1/status"
    package static let today = "/v1/today"
    package static let sites = "/v1/sites"
    package static let hazards = "/v1/hazards"
    package static let overdue = "/v1/overdue"
    package static let duties = "/v1/duties"
    package static let programmes = "/v1/programmes"
    package static let catalogue = "/v1/catalogue"
    package static let events = "/v1/events"
    package static let verification = "/v1/events/verification"

    /// Names the person a request is made for, where that is not the caller (`--as`).
    package static let onBehalfOf = "Patrol-On-Behalf-Of"

    /// Bytes a request's body may have; a roster may have more.
    package static let bodyLimit = 256 * 1024
    package static let rosterLimit = 16 * 1024 * 1024
}
