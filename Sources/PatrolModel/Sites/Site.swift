/// One thing that is inspected (巡查对象): a road section, a gas station, a group of manholes, a river reach.
package struct Site: Hashable, Codable, Sendable {
    /// Unique for ever in a district; never reused. Letters, digits, `-`, `_` and `.`, at most 40 characters.
    package let code: String
    package let name: String
    /// What sort of thing it is, in the roster's own words, such as 主干道; programmes choose by it.
    package let kind: String
    /// The street office it lies in (街道).
    package let subdistrict: String
    /// Whom an order about it goes to, unless the order says otherwise.
    package let responsibleUnit: String
    /// Sorted, without repeats.
    package let tags: [String]
    /// The first day it is inspected; nil is always.
    package let activeFrom: CivilDate?
    /// The last day it is inspected; nil is for ever.
    package let activeTo: CivilDate?
    /// Where it is, or its middle; nil where nobody has said.
    package let position: Position?

    package init(
        code: String,
        name: String,
        kind: String,
        subdistrict: String,
        responsibleUnit: String,
        tags: [String] = [],
        activeFrom: CivilDate? = nil,
        activeTo: CivilDate? = nil,
        position: Position? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.subdistrict = subdistrict
        self.responsibleUnit = responsibleUnit
        self.tags = Set(tags).sorted()
        self.activeFrom = activeFrom
        self.activeTo = activeTo
        self.position = position
    }

    package func isActive(on date: CivilDate) -> Bool {
        (activeFrom.map { $0 <= date } ?? true) && (activeTo.map { date <= $0 } ?? true)
    }

    /// Whether it is active on a day between two, both included.
    package func isActive(from first: CivilDate, to last: CivilDate) -> Bool {
        (activeFrom.map { $0 <= last } ?? true) && (activeTo.map { first <= $0 } ?? true)
    }

    /// The same site, inspected for the last time on a day.
    package func retired(after last: CivilDate) -> Site {
        Site(
            code: code,
            name: name,
            kind: kind,
            subdistrict: subdistrict,
            responsibleUnit: responsibleUnit,
            tags: tags,
            activeFrom: activeFrom,
            activeTo: last,
            position: position
        )
    }

    /// Whether a text can be a site's code.
    package static func isCode(_ text: String) -> Bool {
        // By scalars: a joiner or a mark would make two codes that look the same.
        !text.isEmpty && text.unicodeScalars.count <= 40 && text.unicodeScalars.allSatisfy(isCodeScalar)
    }

    private static func isCodeScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
        default: "-_.".unicodeScalars.contains(scalar)
        }
    }

    /// This site as a roster row says it is, with what the row's file has no column for as it was. A blank last day
    /// does not bring back what was retired: a first day after it does.
    package func keeping(_ former: Site, where row: RosterRow) -> Site {
        let from = row.has(.activeFrom) ? activeFrom : former.activeFrom
        var to = activeTo ?? former.activeTo
        if activeTo == nil, let last = former.activeTo, let from, last < from { to = nil }
        return Site(
            code: code,
            name: name,
            kind: kind,
            subdistrict: subdistrict,
            responsibleUnit: responsibleUnit,
            tags: row.has(.tags) ? tags : former.tags,
            activeFrom: from,
            activeTo: to,
            position: row.has(.latitude) || row.has(.longitude) ? position : former.position
        )
    }
}
