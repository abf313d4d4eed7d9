/// What a right is asked over: where it lies and whose it is.
package struct Subject: Sendable {
    /// How an error names it: a site's code or a hazard's number.
    package let name: String
    package let subdistrict: String?
    package let unit: String?

    package init(name: String, subdistrict: String? = nil, unit: String? = nil) {
        self.name = name
        self.subdistrict = subdistrict
        self.unit = unit
    }
}

extension Person {
    /// - Throws: ``PatrolError/notAllowed(verb:person:roles:)`` where no role has the verb,
    ///   ``PatrolError/outOfScope(verb:person:subject:)`` where one has it but not over this.
    package func require(_ verb: Verb, over subject: Subject? = nil) throws(PatrolError) {
        let held = roles.filter(verb.roles.contains)
        guard !held.isEmpty else { throw .notAllowed(verb: verb, person: id, roles: verb.roles) }
        guard let subject else { return }
        guard held.contains(where: { covers(subject, as: $0) }) else {
            throw .outOfScope(verb: verb, person: id, subject: subject.name)
        }
    }

    private func covers(_ subject: Subject, as role: Role) -> Bool {
        switch role {
        case .unit: unit != nil && unit == subject.unit
        case .subdistrict:
            (subdistrict != nil && subdistrict == subject.subdistrict)
                || (unit != nil && unit == subject.unit)
        default: true
        }
    }

    /// Only a supervisor or an administrator files for somebody else.
    package var mayActForOthers: Bool { has(.supervisor) || has(.admin) }

    /// What this person's lists may show.
    package var sight: Sight {
        if roles.contains(where: { $0 != .unit && $0 != .subdistrict }) { return .everything }
        return .own(
            subdistrict: has(.subdistrict) ? subdistrict : nil,
            unit: has(.unit) || has(.subdistrict) ? unit : nil
        )
    }
}

/// How much of the district a list may show; lists filter by it, so that nobody is told of what they may not see.
package enum Sight: Hashable, Sendable {
    case everything
    /// What lies in the street office's area, and what the unit has been ordered to put right.
    case own(subdistrict: String?, unit: String?)

    package func covers(_ subject: Subject) -> Bool {
        switch self {
        case .everything: true
        case .own(let subdistrict, let unit):
            (subdistrict != nil && subdistrict == subject.subdistrict)
                || (unit != nil && unit == subject.unit)
        }
    }
}
