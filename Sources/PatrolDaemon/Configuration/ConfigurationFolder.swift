import Foundation
import PatrolModel

/// The configuration as files: `patrol.yaml`, `catalogue.csv` and `programmes/*.yaml`.
struct ConfigurationFolder {
    let path: String

    /// Reads it all.
    /// - Throws: ``PatrolError/badConfiguration(faults:)`` with every fault there is.
    func rulebook() throws -> Rulebook {
        let faults = Faults()
        let settings = read("patrol.yaml", faults).flatMap {
            YAMLMap.read($0, file: "patrol.yaml", faults: faults)
        }
        let people = settings.map { PeopleReader(faults: faults).people($0) } ?? []
        let programmes = programmes(people, faults)
        let catalogue = catalogue(faults)
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
                rules: rules(settings),
                people: people,
                groups: groups(settings),
                units: settings.texts("units"),
                programmes: programmes,
                catalogue: catalogue
            )
        }
        settings?.refuseUnknownKeys()
        let zone = configuration.flatMap { configuration in
            let zone = ZoneDatabase.zone(named: configuration.zone)
            if zone == nil, !configuration.zone.isEmpty {
                settings?.fault("zone", .badValue(configuration.zone, expected: "Asia/Shanghai"))
            }
            return zone
        }
        guard let configuration, let zone, faults.all.isEmpty else {
            throw PatrolError.badConfiguration(faults: faults.all)
        }
        return Rulebook(configuration: configuration, zone: zone)
    }

    private func rules(_ settings: YAMLMap) -> Configuration.Rules {
        var rules = Configuration.Rules()
        rules.lateFilingDays = settings.integer("lateFilingDays", in: 0...31, default: rules.lateFilingDays)
        rules.reasonAfterHours = settings.integer(
            "reasonAfterHours",
            in: 1...720,
            default: rules.reasonAfterHours
        )
        rules.fourEyes = FourEyes(
            typistsCount: settings.boolean("typistsCount", default: rules.fourEyes.typistsCount)
        )
        if let text = settings.text("morning") {
            if let morning = CivilTime(text) {
                rules.morning = morning
            } else {
                settings.fault("morning", .badValue(text, expected: "07:30"))
            }
        }
        return rules
    }

    private func language(_ settings: YAMLMap) -> String {
        let text = settings.text("language") ?? "zh"
        if !["zh", "en"].contains(text) { settings.fault("language", .badValue(text, expected: "zh, en")) }
        return text
    }

    private func groups(_ settings: YAMLMap) -> [String: [Role]] {
        guard let map = settings.map("groups") else { return [:] }
        let reader = PeopleReader(faults: map.faults)
        return Dictionary(uniqueKeysWithValues: map.keys.map { ($0, reader.roles(map, $0).sorted()) })
    }

    private func programmes(_ people: [Person], _ faults: Faults) -> [Programme] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/programmes")) ?? []
        let files = names.filter { $0.hasSuffix(".yaml") }.sorted()
        if files.isEmpty { faults.add("programmes/*.yaml", nil, .missingFile) }
        var programmes: [Programme] = []
        for file in files.map({ "programmes/" + $0 }) {
            guard let text = read(file, faults), let map = YAMLMap.read(text, file: file, faults: faults)
            else {
                continue
            }
            let programme = ProgrammeReader(people: people).programme(map)
            if programmes.contains(where: { $0.id == programme.id }) {
                map.fault("id", .repeated(programme.id))
            }
            programmes.append(programme)
        }
        return programmes
    }

    private func catalogue(_ faults: Faults) -> Catalogue {
        let file = "catalogue.csv"
        guard let bytes = FileManager.default.contents(atPath: path + "/" + file) else {
            faults.add(file, nil, .missingFile)
            return Catalogue([])
        }
        return CatalogueFile.catalogue(Array(bytes), file: file, faults: faults)
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
