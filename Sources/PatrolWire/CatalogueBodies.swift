package import PatrolModel

/// One condition of the catalogue as `--json` prints it.
package struct ConditionBody: Codable, Hashable, Sendable {
    package var category: String
    package var categoryName: String
    @OrNull package var group: String?
    package var condition: Int
    package var text: String
    package var timeLimit: TimeLimit
    @OrNull package var closing: String?
    package var retired: Bool

    package init(_ category: Catalogue.Category, _ condition: Catalogue.Condition) {
        self.category = category.code
        categoryName = category.name
        group = category.group
        self.condition = condition.number
        text = condition.text
        timeLimit = condition.limit
        closing = condition.closing
        retired = category.isRetired || condition.isRetired
    }
}

/// A category with each form it has had, the newest last.
package struct CategoryBody: Codable, Hashable, Sendable {
    package struct Version: Codable, Hashable, Sendable {
        package var event: Int64
        package var at: String
        package var person: String
        /// The file it came from.
        package var source: String
        package var name: String
        package var retired: Bool
        package var conditions: [ConditionBody]

        package init(
            event: Int64,
            at: String,
            person: String,
            source: String,
            _ category: Catalogue.Category
        ) {
            self.event = event
            self.at = at
            self.person = person
            self.source = source
            name = category.name
            retired = category.isRetired
            conditions = category.conditions.map { ConditionBody(category, $0) }
        }
    }

    package var code: String
    package var name: String
    @OrNull package var group: String?
    /// Within how many metres another of its hazards is proposed as the same one; null is the bureau's own radius.
    @OrNull package var radius: Int?
    package var retired: Bool
    package var conditions: [ConditionBody]
    package var history: [Version]

    package init(_ category: Catalogue.Category, history: [Version]) {
        code = category.code
        name = category.name
        group = category.group
        radius = category.radius
        retired = category.isRetired
        conditions = category.conditions.map { ConditionBody(category, $0) }
        self.history = history
    }
}
