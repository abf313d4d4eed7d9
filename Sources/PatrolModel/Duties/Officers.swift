/// Who makes an inspection together (执法人员), and whether they are enough for what it would do.
package struct Officers: Sendable {
    /// Whoever files it, and those they name besides, in that order.
    package let people: [Person]

    /// - Parameters:
    ///   - filer: who files the inspection, and was there.
    ///   - companions: who was there besides.
    ///   - site: where.
    /// - Throws: ``PatrolError/officerNamedTwice(person:)``, ``PatrolError/notAllowed(verb:person:roles:)`` and
    ///   ``PatrolError/outOfScope(verb:person:subject:)`` for one who might not have filed it.
    package init(_ filer: Person, with companions: [Person], at site: Site) throws(PatrolError) {
        people = [filer] + companions
        for (place, person) in people.enumerated()
        where people[..<place].contains(where: { $0.id == person.id }) {
            throw .officerNamedTwice(person: person.id)
        }
        let subject = Subject(name: site.code, subdistrict: site.subdistrict)
        for person in companions { try person.require(.inspectionFile, over: subject) }
    }

    /// An inspection that would do a programme's duty is made by as many officers as the programme asks for, each with a
    /// certificate and none of them the site's own (两名以上执法人员, 出示执法证件, 回避).
    /// - Throws: ``PatrolError/officersNeeded(programme:officers:named:)``,
    ///   ``PatrolError/officerWithoutCertificate(programme:person:)``,
    ///   ``PatrolError/officerOfUnit(programme:person:unit:)``.
    package func requireEnough(for programme: Programme, at site: Site) throws(PatrolError) {
        guard programme.officers > 1 else { return }
        guard people.count >= programme.officers else {
            throw .officersNeeded(programme: programme.id, officers: programme.officers, named: people.count)
        }
        for person in people {
            guard person.certificate != nil else {
                throw .officerWithoutCertificate(programme: programme.id, person: person.id)
            }
            guard person.unit != site.responsibleUnit else {
                throw .officerOfUnit(programme: programme.id, person: person.id, unit: site.responsibleUnit)
            }
        }
    }

    /// As the record keeps them.
    package var record: [Inspection.Officer] { people.map { Inspection.Officer($0) } }
}
