package import PatrolModel

/// What a search found, the best first.
package struct SearchBody: Codable, Hashable, Sendable {
    package var rows: [Row]
    /// How many there are in all; at least so many where they were not counted further.
    package var found: Int
    package var counted: Bool

    /// A hazard or a site; what only the one has is null of the other.
    package struct Row: Codable, Hashable, Sendable {
        package var kind: SearchEntry.Kind
        package var id: String
        /// A hazard's description, a site's name.
        package var title: String
        @OrNull package var state: HazardState?
        @OrNull package var severity: Hazard.Severity?
        /// Where the text was found, a few words around it.
        package var snippet: String
        package var site: String
        package var siteName: String
        package var subdistrict: String
        package var responsibleUnit: String
        /// When it was observed.
        @OrNull package var at: String?

        package init(
            kind: SearchEntry.Kind,
            id: String,
            title: String,
            state: HazardState? = nil,
            severity: Hazard.Severity? = nil,
            snippet: String,
            site: String,
            siteName: String,
            subdistrict: String,
            responsibleUnit: String,
            at: String? = nil
        ) {
            self.kind = kind
            self.id = id
            self.title = title
            self.state = state
            self.severity = severity
            self.snippet = snippet
            self.site = site
            self.siteName = siteName
            self.subdistrict = subdistrict
            self.responsibleUnit = responsibleUnit
            self.at = at
        }
    }

    package init(rows: [Row], found: Int, counted: Bool) {
        self.rows = rows
        self.found = found
        self.counted = counted
    }
}
