/// In what a configuration differs from the one in force before it.
package struct ConfigurationChange: Hashable, Codable, Sendable {
    /// How many of a kind of things differ.
    package struct Tally: Hashable, Codable, Sendable {
        package let added: Int
        package let changed: Int
        package let removed: Int

        package init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
            (self.added, self.changed, self.removed) = (added, changed, removed)
        }

        package var isZero: Bool { added == 0 && changed == 0 && removed == 0 }
    }

    /// What is not counted.
    package enum Part: String, Hashable, Codable, Sendable, CaseIterable {
        case district, language, rules, groups, units, siteKinds, subdistricts, calendar, uploads
    }

    package let programmes: Tally
    package let people: Tally
    /// Of the configuration's own catalogue; removed are those retired.
    package let categories: Tally
    package let parts: [Part]

    package init(programmes: Tally, people: Tally, categories: Tally, parts: [Part]) {
        (self.programmes, self.people) = (programmes, people)
        (self.categories, self.parts) = (categories, parts)
    }

    /// `catalogue` is what its own file brought, where it said something new.
    package init(from former: Rulebook, to latter: Rulebook, catalogue: CatalogueImport?) {
        let (old, new) = (former.configuration, latter.configuration)
        programmes = Tally(from: old.programmes, to: new.programmes, by: \.id)
        people = Tally(from: old.people, to: new.people, by: \.id)
        categories = Tally(
            added: catalogue?.added.count ?? 0,
            changed: catalogue?.changed.count ?? 0,
            removed: catalogue?.retired.count ?? 0
        )
        var parts = Part.allCases.filter { part in
            switch part {
            case .district: old.district != new.district
            case .language: old.language != new.language
            case .rules: old.rules != new.rules
            case .groups: old.groups != new.groups
            case .units: old.units != new.units
            case .siteKinds: old.siteKinds != new.siteKinds
            case .subdistricts: former.subdistricts != latter.subdistricts
            case .calendar: old.calendar != new.calendar
            case .uploads: old.uploads != new.uploads
            }
        }
        // That something has changed is said of whatever a configuration may hold, such as the order of its people.
        if old != new, parts.isEmpty, programmes.isZero, people.isZero { parts = [.rules] }
        self.parts = parts
    }

    package var isEmpty: Bool {
        programmes.isZero && people.isZero && categories.isZero && parts.isEmpty
    }
}

extension ConfigurationChange.Tally {
    fileprivate init<Thing: Equatable>(from old: [Thing], to new: [Thing], by id: (Thing) -> String) {
        let before = Dictionary(old.map { (id($0), $0) }) { first, _ in first }
        let after = Dictionary(new.map { (id($0), $0) }) { first, _ in first }
        self.init(
            added: after.keys.count { before[$0] == nil },
            changed: after.count { before[$0.key] != nil && before[$0.key] != $0.value },
            removed: before.keys.count { after[$0] == nil }
        )
    }
}
