import PatrolModel

/// Reads `people` of `patrol.yaml`.
struct PeopleReader {
    let faults: Faults
    /// The street offices that `patrol.yaml` lists; empty is any.
    let subdistricts: [String]

    func people(_ settings: YAMLMap) -> [Person] {
        var people: [Person] = []
        let maps = settings.maps("people")
        if maps.isEmpty { settings.fault("people", .missingKey("people")) }
        for map in maps {
            let person = person(map)
            if people.contains(where: { $0.id == person.id }) { map.fault("id", .repeated(person.id)) }
            if let user = person.user, people.contains(where: { $0.user == user }) {
                map.fault("user", .repeated(user))
            }
            if let certificate = person.certificate,
                people.contains(where: { $0.certificate == certificate })
            {
                map.fault("certificate", .repeated(certificate))
            }
            people.append(person)
        }
        return people
    }

    func roles(_ map: YAMLMap, _ key: String) -> [Role] {
        map.marked(key).compactMap { text, fault in
            if let role = Role(rawValue: text) { return role }
            let known = Role.allCases.map(\.rawValue)
            fault(.unknownValue(text, of: known, nearest: text.nearest(in: known)))
            return nil
        }
    }

    private func certificate(_ map: YAMLMap) -> String? {
        let certificate = map.text("certificate")
        if FreeText.forbidden(in: certificate ?? "", allowingLines: false) != nil {
            map.fault("certificate", .badCell(.controlCharacter))
        }
        return certificate
    }

    private func person(_ map: YAMLMap) -> Person {
        let person = Person(
            id: map.identifier("id"),
            name: map.required("name"),
            user: map.text("user"),
            roles: Set(roles(map, "roles")),
            unit: map.text("unit"),
            subdistrict: map.text("subdistrict"),
            certificate: certificate(map)
        )
        if person.roles.isEmpty { map.fault("roles", .missingKey("roles")) }
        if person.has(.unit), person.unit == nil { map.fault("unit", .missingKey("unit")) }
        if person.has(.subdistrict), person.subdistrict == nil {
            map.fault("subdistrict", .missingKey("subdistrict"))
        }
        if let subdistrict = person.subdistrict, !subdistricts.isEmpty, !subdistricts.contains(subdistrict) {
            map.fault(
                "subdistrict",
                .unknownName(subdistrict, nearest: subdistrict.nearest(in: subdistricts))
            )
        }
        map.refuseUnknownKeys()
        return person
    }
}
