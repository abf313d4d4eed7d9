/// What the search index keeps of one thing that can be found.
package struct SearchEntry: Hashable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case hazard, site

        /// The rows of its documents: those of what is newer are higher, so that the newest are found first without
        /// sorting. A further kind takes the next ``span``.
        package var rows: ClosedRange<Int64> {
            switch self {
            case .site: Int64.min...(-1)
            case .hazard: 1...SearchEntry.span - 1
            }
        }
    }

    /// How many rows a kind with numbers has: a thousand million a year, until the year 9999 is over.
    static let span: Int64 = 10_000_000_000_000

    package let kind: Kind
    /// Its document's number in the index.
    package let row: Int64
    /// First what it is called, in a fixed order; then whatever was written of it.
    package let lines: [String]
    /// Tokens that no text has: whether it is open, and whom it may be shown to.
    package let marks: [String]

    private init(kind: Kind, row: Int64, lines: [String?], marks: [String]) {
        self.kind = kind
        self.row = row
        // A line break would shift what follows.
        self.lines = lines.map { line in
            guard let line, line.contains(where: \.isNewline) else { return line ?? "" }
            return line.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        self.marks = marks
    }

    /// As it was kept.
    package init(row: Int64, words: String, marks: String = "") {
        kind = row < 0 ? .site : .hazard
        self.row = row
        lines = words.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        self.marks = marks.split(separator: " ").map(String.init)
    }

    /// Its lines as one text.
    package var words: String { lines.joined(separator: "\n") }

    /// All of it as the index takes it.
    package var tokens: String { SearchTokens.of(words) + marks.joined(separator: " ") }

    /// A hazard's or an order's number, a site's code.
    package var id: String { lines.first ?? "" }

    /// A site is neither open nor closed, and stands with what is open.
    package var isOpen: Bool { kind == .site || marks.contains(SearchEntry.open) }

    /// What is found by its whole text.
    var names: ArraySlice<String> { lines.prefix(2) }

    /// What it is about.
    var title: ArraySlice<String> { lines.prefix(kind == .site ? 2 : 5) }
}

extension SearchEntry {
    /// On what is neither closed nor void.
    package static let open = "@o"

    /// On what lies in a street office's area.
    package static func mark(subdistrict: String) -> String { "@s" + stableHash(subdistrict) }

    /// On what a unit may see.
    package static func mark(unit: String) -> String { "@u" + stableHash(unit) }

    /// The same text for the same name in every run, of letters and digits alone.
    private static func stableHash(_ text: String) -> String { String(fnv1a(text), radix: 36) }

    /// FNV-1a of 64 bits (datatracker.ietf.org/doc/html/draft-eastlake-fnv).
    fileprivate static func fnv1a(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension SearchEntry {
    /// By its code, which is all that tells sites apart.
    package init(_ site: Site) {
        self.init(
            kind: .site,
            row: SearchEntry.row(site: site.code),
            lines: [
                site.code, site.name, site.kind, site.subdistrict, site.responsibleUnit,
                site.tags.joined(separator: " "),
            ],
            marks: [
                SearchEntry.mark(subdistrict: site.subdistrict), SearchEntry.mark(unit: site.responsibleUnit),
            ]
        )
    }

    /// Of a million codes two have the same row with a chance of one in ten million; the later is then found instead.
    package static func row(site code: String) -> Int64 { -1 - Int64(fnv1a(code) >> 2) }

    /// Nil where the number is none.
    package init?(_ hazard: Hazard, siteName: String) {
        guard let row = SearchEntry.row(hazard: hazard.id) else { return nil }
        self.init(
            kind: .hazard,
            row: row,
            lines: [
                hazard.id, hazard.stage.order?.number, hazard.describe, hazard.grounds.categoryName,
                hazard.grounds.text, hazard.grounds.category, hazard.site, siteName, hazard.subdistrict,
                hazard.responsibleUnit,
            ] + hazard.laterWords,
            marks: (hazard.state.isOpen ? [SearchEntry.open] : [])
                + [SearchEntry.mark(subdistrict: hazard.subdistrict)]
                // A unit sees what it was told of.
                + (hazard.subject.unit.map { [SearchEntry.mark(unit: $0)] } ?? [])
        )
    }

    /// Where a hazard's lines have its site's name.
    private static let siteNameLine = 7

    /// The same hazard at a site that is called otherwise now.
    package func with(siteName: String) -> SearchEntry {
        var lines = lines
        if lines.indices.contains(SearchEntry.siteNameLine) { lines[SearchEntry.siteNameLine] = siteName }
        return SearchEntry(kind: kind, row: row, lines: lines, marks: marks)
    }

    /// `H-2026-000123` as 2026 thousand million and 123; nil where it is no number.
    package static func row(hazard number: String) -> Int64? {
        let parts = number.split(separator: "-")
        guard parts.count == 3, parts[0] == NumberSeries.hazard.rawValue, let year = Int64(parts[1]),
            let count = Int64(parts[2]),
            (1...9999).contains(year), (1..<1_000_000_000).contains(count)
        else { return nil }
        return year * 1_000_000_000 + count
    }
}

extension Hazard {
    /// What was written of it after it was reported, as far as its latest event has it.
    fileprivate var laterWords: [String] {
        let suspension: Suspension? = if case .suspended(let suspension) = stage { suspension } else { nil }
        return [
            reason, stage.rectification?.action, stage.rectification?.reason, stage.verification?.note,
            stage.sentBack?.reason, stage.returned?.reason, stage.order?.progress?.note,
            stage.order?.extensionAsked?.reason, stage.order?.referral?.note,
            stage.order?.referral?.outcome?.note, suspension?.reason, suspension?.measures,
            suspension?.plan?.number, supervision?.note, supervision?.plan?.measures, lookBack?.note,
            enforcement?.number, enforcement?.outcome?.note, remark,
        ].compactMap { $0 }
    }
}
