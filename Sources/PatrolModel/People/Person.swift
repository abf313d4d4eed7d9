/// What somebody may do here. A person may have several.
package enum Role: String, Hashable, Codable, Sendable, CaseIterable {
    /// Walks the district and files (巡查员).
    case inspector
    /// A responsible unit's liaison: sees and answers its own hazards only (责任单位联络员).
    case unit
    /// A street office: inspects and answers within its own (街道).
    case subdistrict
    /// Orders, and reassigns (派遣员).
    case dispatcher
    /// Supervises, verifies, grants (科长、督查员).
    case supervisor
    /// Strikes off major hazards and audit findings (领导小组).
    case leadingGroup = "leading-group"
    /// Reads all (审计).
    case auditor
    /// Keeps the machine; types for others.
    case admin
}

/// Somebody the configuration knows.
package struct Person: Hashable, Codable, Sendable {
    /// Unique in the district, what `--as` takes, and what the record keeps: letters, digits, `-`, `_`, `.`.
    package let id: String
    package let name: String
    /// The Unix user whose processes speak for this person.
    package let user: String?
    /// Sorted by name, without repeats.
    package let roles: [Role]
    /// The responsible unit they belong to.
    package let unit: String?
    /// The street office they belong to.
    package let subdistrict: String?
    /// The number of the enforcement certificate (执法证号), which an officer of an administrative inspection needs; nobody
    /// else's.
    package let certificate: String?

    package init(
        id: String,
        name: String,
        user: String? = nil,
        roles: Set<Role>,
        unit: String? = nil,
        subdistrict: String? = nil,
        certificate: String? = nil
    ) {
        self.id = id
        self.name = name
        self.user = user
        self.roles = roles.sorted { $0.rawValue < $1.rawValue }
        self.unit = unit
        self.subdistrict = subdistrict
        self.certificate = certificate
    }

    package func has(_ role: Role) -> Bool {
        roles.contains(role)
    }

    /// The same person with the roles a Unix group lends.
    package func adding(_ granted: Set<Role>) -> Person {
        Person(
            id: id,
            name: name,
            user: user,
            roles: Set(roles).union(granted),
            unit: unit,
            subdistrict: subdistrict,
            certificate: certificate
        )
    }
}

/// Who acts, and who typed it; the same person unless a clerk types from paper.
package struct Actor: Hashable, Sendable {
    package let person: Person
    package let typist: Person

    package init(_ person: Person, typedBy typist: Person? = nil) {
        self.person = person
        self.typist = typist ?? person
    }

    package func signature(at instant: Instant) -> Signature {
        Signature(person: person.id, typedBy: typist.id, at: instant)
    }
}

/// Who did something, who typed it, and when it was recorded.
package struct Signature: Hashable, Codable, Sendable {
    package let person: String
    package let typedBy: String
    /// The instant of the transaction that recorded it.
    package let at: Instant

    package init(person: String, typedBy: String, at: Instant) {
        self.person = person
        self.typedBy = typedBy
        self.at = at
    }
}
