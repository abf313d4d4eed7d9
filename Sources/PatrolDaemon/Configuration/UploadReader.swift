import PatrolModel

/// Reads `uploads` of `patrol.yaml`: the systems that hazards are handed to, and which hazards.
struct UploadReader {
    /// The codes of the catalogue's file; empty where it could not be read.
    let categories: [String]
    let siteKinds: [String]

    func systems(_ settings: YAMLMap) -> [UploadSystem] {
        var systems: [UploadSystem] = []
        for map in settings.maps("uploads") {
            let system = UploadSystem(
                id: map.identifier("system"),
                name: map.required("name"),
                categories: map.texts("categories"),
                siteKinds: map.texts("siteKinds")
            )
            if systems.contains(where: { $0.id == system.id }) { map.fault("system", .repeated(system.id)) }
            if system.categories.isEmpty && system.siteKinds.isEmpty {
                map.fault("system", .missingKey("categories / siteKinds"))
            }
            // Where the catalogue or the kinds could not be read, that is fault enough.
            if !categories.isEmpty { map.refuseUnknown("categories", known: categories) }
            if !siteKinds.isEmpty { map.refuseUnknown("siteKinds", known: siteKinds) }
            map.refuseUnknownKeys()
            systems.append(system)
        }
        return systems
    }
}
