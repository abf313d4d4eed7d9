import Foundation
import PatrolModel

/// The configuration as files: `patrol.yaml`, `catalogue.csv`, `programmes/*.yaml` and `calendar/*.yaml`.
struct ConfigurationFolder {
    let path: String

    /// Reads it all.
    /// - Throws: ``PatrolError/badConfiguration(faults:)`` with every fault there is.
    func rulebook() throws -> Rulebook {
        let faults = Faults()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw PatrolError.badConfiguration(faults: [
                ConfigurationFault(file: path, problem: .missingFolder)
            ])
        }
        let settings = read("patrol.yaml", faults).flatMap {
            YAMLMap.read($0, file: "patrol.yaml", faults: faults)
        }
        let subdistricts = settings?.texts("subdistricts") ?? []
        let people =
            settings.map { PeopleReader(faults: faults, subdistricts: subdistricts).people($0) } ?? []
        let siteKinds = settings?.texts("siteKinds") ?? []
        if siteKinds.isEmpty { settings?.fault("siteKinds", .missingKey("siteKinds")) }
        let catalogue = catalogue(faults)
        let categories = Set(catalogue.map { $0[.category] }.filter { !$0.isEmpty }).sorted()
        let programmes = programmes(
            ProgrammeReader(
                people: people,
                siteKinds: siteKinds,
                subdistricts: subdistricts,
                categories: categories
            ),
            faults
        )
        let calendar = CalendarReader(faults: faults).calendar(maps(in: "calendar", faults))
        let district = settings.flatMap { settings in
            let map = settings.map("district")
            if map == nil { settings.fault("district", .missingKey("district")) }
            let district = map.map {
                Configuration.District(code: $0.identifier("code"), name: $0.required("name"))
            }
            map?.refuseUnknownKeys()
            return district
        }
        let configuration = settings.map { settings in
            Configuration(
                district: district ?? Configuration.District(code: "", name: ""),
                zone: settings.required("zone"),
                language: language(settings),
                rules: RulesReader(settings: settings).rules(),
                people: people,
                groups: groups(settings),
                units: settings.texts("units"),
                siteKinds: siteKinds,
                programmes: programmes,
                calendar: calendar,
                uploads: UploadReader(categories: categories, siteKinds: siteKinds).systems(settings)
            )
        }
        settings?.refuseUnknownKeys()
        let zone = configuration.flatMap { configuration in
            let zone = ZoneDatabase.zone(named: configuration.zone)
            if zone == nil, !configuration.zone.isEmpty {
                let nearest = configuration.zone.nearest(in: ZoneDatabase.names())
                settings?.fault("zone", .unknownName(configuration.zone, nearest: nearest))
            }
            return zone
        }
        guard let configuration, let zone, faults.all.isEmpty else {
            throw PatrolError.badConfiguration(faults: faults.all)
        }
        return Rulebook(
            configuration: configuration,
            zone: zone,
            catalogue: catalogue,
            subdistricts: subdistricts
        )
    }

    private func language(_ settings: YAMLMap) -> String {
        let text = settings.text("language") ?? "zh"
        let known = ["zh", "en"]
        if !known.contains(text) {
            settings.fault("language", .unknownValue(text, of: known, nearest: text.nearest(in: known)))
        }
        return text
    }

    private func groups(_ settings: YAMLMap) -> [String: [Role]] {
        guard let map = settings.map("groups") else { return [:] }
        let reader = PeopleReader(faults: map.faults, subdistricts: [])
        return Dictionary(uniqueKeysWithValues: map.keys.map { ($0, reader.roles(map, $0).sorted()) })
    }

    private func programmes(_ reader: ProgrammeReader, _ faults: Faults) -> [Programme] {
        let files = maps(in: "programmes", faults)
        if files.isEmpty { faults.add("programmes/*.yaml", nil, .missingFile) }
        var programmes: [Programme] = []
        for (_, map) in files {
            let programme = reader.programme(map)
            if programmes.contains(where: { $0.id == programme.id }) {
                map.fault("id", .repeated(programme.id))
            }
            if programmes.contains(where: { $0.name == programme.name }) {
                map.fault("name", .repeated(programme.name))
            }
            programmes.append(programme)
        }
        return programmes
    }

    /// The mappings of a folder's files, in the order of their names.
    private func maps(in folder: String, _ faults: Faults) -> [(name: String, map: YAMLMap)] {
        // What an upgrade lays beside a file that was changed here is nobody's slip.
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? [])
            .filter { !$0.contains(".yaml.dpkg-") }
        // One that is not read must not look as if it were.
        for name in names where !name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            faults.add(folder + "/" + name, nil, .notYAML)
        }
        return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().compactMap { name in
            let file = folder + "/" + name
            guard let text = read(file, faults), let map = YAMLMap.read(text, file: file, faults: faults)
            else { return nil }
            return (file, map)
        }
    }

    private func catalogue(_ faults: Faults) -> [CatalogueRow] {
        let file = "catalogue.csv"
        guard let bytes = FileManager.default.contents(atPath: path + "/" + file) else {
            faults.add(file, nil, .missingFile)
            return []
        }
        return CatalogueReader.rows(Array(bytes), file: file, faults: faults)
    }

    private func read(_ file: String, _ faults: Faults) -> String? {
        guard let bytes = FileManager.default.contents(atPath: path + "/" + file) else {
            faults.add(file, nil, .missingFile)
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            faults.add(file, nil, .unreadable(detail: "UTF-8"))
            return nil
        }
        return text
    }
}

extension [Role] {
    fileprivate func sorted() -> [Role] { sorted { $0.rawValue < $1.rawValue } }
}
