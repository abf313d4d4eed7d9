/// An open hazard that one about to be reported may be: of the same category, at the same site or close by.
package struct DuplicateCandidate: Hashable, Codable, Sendable {
    /// So many are named; whoever has looked at them can tell.
    package static let most = 5
    /// How much of its description is told, in characters.
    private static let longest = 24

    package let hazard: String
    package let site: String
    package let siteName: String
    /// Its beginning, where it is long.
    package let describe: String
    /// ISO 8601 with the district's offset.
    package let observedAt: String
    /// How far off; nil is at the same site.
    package let metres: Int?

    package init(
        hazard: String,
        site: String,
        siteName: String,
        describe: String,
        observedAt: String,
        metres: Int?
    ) {
        let line = describe.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.hazard = hazard
        self.site = site
        self.siteName = siteName
        self.describe =
            line.count > Self.longest ? line.prefix(Self.longest - 1) + "…" : line
        self.observedAt = observedAt
        self.metres = metres
    }
}
