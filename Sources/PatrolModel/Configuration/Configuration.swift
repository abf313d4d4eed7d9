/// What the bureau has decided: adopted whole, as an event, since deadlines and duties rest on it.
package struct Configuration: Hashable, Codable, Sendable {
    package struct District: Hashable, Codable, Sendable {
        /// The administrative division's code, GB/T 2260, such as 420106; every row is unique under it.
        package let code: String
        package let name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    package let district: District
    /// A name of the tz database.
    package let zone: String
    /// The language of the journal.
    package let language: String
    package let rules: Rules
    package let people: [Person]
    /// Roles that membership of a Unix group lends, by group.
    package let groups: [String: [Role]]
    /// Responsible units that no site names, such as a utility that owns covers all over the city.
    package let units: [String]
    /// The kinds of sites there are; a roster that names another is refused, since no programme would ever visit it.
    /// Empty in events of the first version.
    package let siteKinds: [String]
    package let programmes: [Programme]
    package let calendar: WorkCalendar
    /// The systems that hazards are uploaded to; nil where there is none.
    package let uploads: [UploadSystem]?
    /// Of events of the first version alone; since then the catalogue has events of its own.
    package let catalogue: Catalogue?

    package init(
        district: District,
        zone: String,
        language: String = "zh",
        rules: Rules = Rules(),
        people: [Person],
        groups: [String: [Role]] = [:],
        units: [String] = [],
        siteKinds: [String],
        programmes: [Programme],
        calendar: WorkCalendar = WorkCalendar(),
        uploads: [UploadSystem] = []
    ) {
        self.district = district
        self.zone = zone
        self.language = language
        self.rules = rules
        self.people = people
        self.groups = groups
        self.units = units
        self.siteKinds = siteKinds
        self.programmes = programmes
        self.calendar = calendar
        self.uploads = uploads.isEmpty ? nil : uploads
        catalogue = nil
    }

    /// - Throws: ``PatrolError/unknownSystem(id:nearest:)``.
    package func upload(to id: String) throws(PatrolError) -> UploadSystem {
        let systems = uploads ?? []
        guard let system = systems.first(where: { $0.id == id }) else {
            throw .unknownSystem(id: String(id.prefix(40)), nearest: id.nearest(in: systems.map(\.id)))
        }
        return system
    }

    /// - Throws: ``PatrolError/unknownPerson(id:nearest:)``.
    package func person(_ id: String) throws(PatrolError) -> Person {
        guard let person = people.first(where: { $0.id == id }) else {
            throw .unknownPerson(id: String(id.prefix(40)), nearest: id.nearest(in: people.map(\.id)))
        }
        return person
    }

    /// The name to show for a person's id: the id itself where nobody has it any more.
    package func name(_ id: String) -> String {
        people.first { $0.id == id }?.name ?? id
    }

    /// - Throws: ``PatrolError/unknownProgramme(id:nearest:)``.
    package func programme(_ id: String) throws(PatrolError) -> Programme {
        guard let programme = programmes.first(where: { $0.id == id }) else {
            throw .unknownProgramme(
                id: String(id.prefix(40)),
                nearest: id.nearest(in: programmes.map(\.id))
            )
        }
        return programme
    }
}

extension Configuration {
    private enum Keys: String, CodingKey {
        case district, zone, language, rules, people, groups, units, siteKinds, programmes, calendar,
            uploads, catalogue
    }

    /// Reads events of the first version too.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        district = try container.decode(District.self, forKey: .district)
        zone = try container.decode(String.self, forKey: .zone)
        language = try container.decode(String.self, forKey: .language)
        rules = try container.decode(Rules.self, forKey: .rules)
        people = try container.decode([Person].self, forKey: .people)
        groups = try container.decode([String: [Role]].self, forKey: .groups)
        units = try container.decode([String].self, forKey: .units)
        siteKinds = try container.decodeIfPresent([String].self, forKey: .siteKinds) ?? []
        programmes = try container.decode([Programme].self, forKey: .programmes)
        calendar = try container.decodeIfPresent(WorkCalendar.self, forKey: .calendar) ?? WorkCalendar()
        uploads = try container.decodeIfPresent([UploadSystem].self, forKey: .uploads)
        catalogue = try container.decodeIfPresent(Catalogue.self, forKey: .catalogue)
    }
}
