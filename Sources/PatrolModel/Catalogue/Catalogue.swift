/// The district's categories with their conditions and limits (立案结案标准); data, since every city has its own.
package struct Catalogue: Hashable, Codable, Sendable {
    package let categories: [Category]

    package init(_ categories: [Category]) {
        self.categories = categories
    }

    /// One sort of thing that can go wrong (小类), such as 0103, 雨水井盖.
    package struct Category: Hashable, Codable, Sendable {
        /// Unique for ever in a district: retired where it is no longer used, never given to another.
        package let code: String
        package let name: String
        /// The class it belongs to (大类), such as 公用设施.
        package let group: String?
        package let conditions: [Condition]
        /// Nil while it is in force.
        package let retired: Bool?
        /// Within how many metres another of its hazards is likely to be the same one (查重半径); nil is the bureau's own
        /// ``Configuration/Rules/duplicateRadius``.
        package let radius: Int?

        /// Metres that a category's radius may have.
        package static let radii = 1...5000

        package init(
            code: String,
            name: String,
            group: String? = nil,
            conditions: [Condition],
            isRetired: Bool = false,
            radius: Int? = nil
        ) {
            self.code = code
            self.name = name
            self.group = group
            self.conditions = conditions.sorted { $0.number < $1.number }
            retired = isRetired ? true : nil
            self.radius = radius
        }

        package var isRetired: Bool { retired == true }

        /// The same, no longer in force; hazards that were filed under it keep what they were filed with.
        package var retiring: Category {
            Category(
                code: code,
                name: name,
                group: group,
                conditions: conditions.map(\.retiring),
                isRetired: true,
                radius: radius
            )
        }
    }

    /// One state of it that must be put right (立案条件), by when, and what counts as put right (结案条件).
    package struct Condition: Hashable, Codable, Sendable {
        /// Unique in its category, from 1; retired where it is no longer used, never given to another.
        package let number: Int
        package let text: String
        package let limit: TimeLimit
        package let closing: String?
        /// Nil while it is in force.
        package let retired: Bool?

        package init(
            number: Int,
            text: String,
            limit: TimeLimit,
            closing: String? = nil,
            isRetired: Bool = false
        ) {
            self.number = number
            self.text = text
            self.limit = limit
            self.closing = closing
            retired = isRetired ? true : nil
        }

        package var isRetired: Bool { retired == true }

        package var retiring: Condition {
            Condition(number: number, text: text, limit: limit, closing: closing, isRetired: true)
        }
    }

    /// The condition meant by a category's code or name and a number, which may be left out where there is only one.
    /// - Throws: ``PatrolError/unknownCategory(code:nearest:)``, ``PatrolError/retiredCategory(code:name:)``,
    ///   ``PatrolError/ambiguousCategory(name:codes:)``,
    ///   ``PatrolError/conditionNeeded(category:choices:)``, ``PatrolError/unknownCondition(category:choices:)``.
    package func grounds(category code: String, condition number: Int?) throws(PatrolError) -> Grounds {
        let matches = categories.filter { $0.code == code || $0.name == code }
        let inForce = matches.filter { !$0.isRetired }
        // A name that two have is nobody's to guess; a code is one's alone.
        if inForce.count > 1, !inForce.contains(where: { $0.code == code }) {
            throw .ambiguousCategory(name: String(code.prefix(40)), codes: inForce.map(\.code))
        }
        let named = inForce.first { $0.code == code } ?? inForce.first
        guard let category = named ?? matches.first else {
            let names = categories.filter { !$0.isRetired }.flatMap { [$0.code, $0.name] }
            throw .unknownCategory(code: String(code.prefix(40)), nearest: code.nearest(in: names))
        }
        guard !category.isRetired else {
            throw .retiredCategory(code: category.code, name: category.name)
        }
        let conditions = category.conditions.filter { !$0.isRetired }
        let choices = conditions.map { "\($0.number) \($0.text)" }
        guard let number else {
            guard conditions.count == 1 else {
                throw .conditionNeeded(category: category.code, choices: choices)
            }
            return Grounds(category, conditions[0])
        }
        guard let condition = conditions.first(where: { $0.number == number }) else {
            throw .unknownCondition(category: category.code, choices: choices)
        }
        return Grounds(category, condition)
    }
}

/// What a hazard was filed under, copied from the catalogue of that day so that later catalogues do not change it.
package struct Grounds: Hashable, Codable, Sendable {
    package let category: String
    package let categoryName: String
    package let condition: Int
    package let text: String
    package let limit: TimeLimit
    package let closing: String?

    package init(_ category: Catalogue.Category, _ condition: Catalogue.Condition) {
        self.category = category.code
        categoryName = category.name
        self.condition = condition.number
        text = condition.text
        limit = condition.limit
        closing = condition.closing
    }
}

/// What one file changed in the catalogue: whole categories, as they stand afterwards.
package struct CatalogueImport: Hashable, Codable, Sendable {
    /// The file's name.
    package let source: String
    /// SHA-256 of what the configuration's own file said, in hexadecimal; nil where somebody filed another.
    package let digest: String?
    package let added: [Catalogue.Category]
    /// Renamed, or with conditions added, changed or retired.
    package let changed: [Catalogue.Category]
    package let retired: [Catalogue.Category]
    /// What could not be read, and was left out on somebody's word; nil where there was none.
    package let unread: [RowFault]?

    package init(source: String, digest: String? = nil, merge: CatalogueMerge) {
        self.source = source
        self.digest = digest
        added = merge.added
        changed = merge.changed
        retired = merge.retired
        unread = merge.faults.isEmpty ? nil : merge.faults
    }

    /// Every category it touches.
    package var all: [Catalogue.Category] { added + changed + retired }
}
