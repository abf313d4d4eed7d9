import PatrolModel

/// Reads one file of the folder `programmes`.
struct ProgrammeReader {
    let people: [Person]

    func programme(_ map: YAMLMap) -> Programme {
        let programme = Programme(
            id: map.identifier("id"),
            name: map.required("name"),
            siteKind: map.required("siteKind"),
            tags: map.texts("tags"),
            cadence: cadence(map),
            manner: map.choice("manner", default: Programme.Manner.patrol),
            assignees: assignees(map)
        )
        map.refuseUnknownKeys()
        return programme
    }

    private func cadence(_ map: YAMLMap) -> Cadence {
        _ = map.required("cadence")
        return map.choice("cadence", default: Cadence.daily)
    }

    private func assignees(_ map: YAMLMap) -> [String: String] {
        guard let assigned = map.map("assignees") else { return [:] }
        var assignees: [String: String] = [:]
        for subdistrict in assigned.keys {
            let id = assigned.required(subdistrict)
            assignees[subdistrict] = id
            // Where nobody could be read, who is missing is not to be said of every programme again.
            guard !id.isEmpty, !people.isEmpty else { continue }
            guard let person = people.first(where: { $0.id == id }) else {
                assigned.fault(subdistrict, .unknownName(id, nearest: id.nearest(in: people.map(\.id))))
                continue
            }
            let roles = Verb.inspectionFile.roles
            if !person.roles.contains(where: roles.contains) {
                let expected = roles.map(\.rawValue).joined(separator: ", ")
                assigned.fault(subdistrict, .badValue(id, expected: expected))
            }
        }
        return assignees
    }
}
