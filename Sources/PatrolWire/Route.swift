/// The paths of the daemon's interface, version 1.
package enum Route {
    package static let filings = "/v1/filings"
    package static let status = "/v1/status"
    package static let today = "/v1/today"
    package static let morning = "/v1/morning"
    package static let overview = "/v1/overview"
    package static let sites = "/v1/sites"
    /// Below a site.
    package static let checklists = "checklists"
    package static let hazards = "/v1/hazards"
    /// Photos and documents: put and got by their SHA-256 below it; a list of one number's with ``evidenceOf``.
    package static let evidence = "/v1/evidence"
    package static let evidenceOf = "of"
    package static let search = "/v1/search"
    package static let overdue = "/v1/overdue"
    package static let duties = "/v1/duties"
    package static let programmes = "/v1/programmes"
    package static let catalogue = "/v1/catalogue"
    package static let uploads = "/v1/uploads"
    package static let events = "/v1/events"
    package static let reload = "/v1/configuration/reload"
    package static let verification = "/v1/events/verification"

    /// Names the person a request is made for, where that is not the caller (`--as`).
    package static let onBehalfOf = "Patrol-On-Behalf-Of"

    /// On an answer that tells what the record said at a moment: that moment, in ISO 8601, and the number of the last
    /// event recorded by then (`2026-11-23T23:59:59+08:00 1234`). It is asked for by ``asOfQuery``.
    package static let asOf = "Patrol-As-Of"
    package static let asOfQuery = "asOf"

    /// Bytes a request's body may have; a roster may have more.
    package static let bodyLimit = 256 * 1024
    package static let rosterLimit = 16 * 1024 * 1024
}
