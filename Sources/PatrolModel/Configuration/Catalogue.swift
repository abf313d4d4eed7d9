/// The district's categories with their conditions and limits (立案结案标准); data, since every city has its own.
package struct Catalogue: Hashable, Codable, Sendable {
    package let categories: [Category]

    package init(_ categories: [Category]) {
        self.categories = categories
    }

    /// One sort of thing that can go wrong (小类), such as 0103, 雨水井盖.
    package struct Category: Hashable, Codable, Sendable {
        package let code: String
        package let name: String
        package let conditions: [Condition]

        package init(code: String, name: String, conditions: [Condition]) {
            self.code = code
            self.name = name
            self.conditions = conditions
        }
    }

    /// One state of it that must be put right (立案条件), by when, and what counts as put right (结案条件).
    package struct Condition: Hashable, Codable, Sendable {
        /// Unique in its category, from 1.
        package let number: Int
        package let text: String
        package let limit: TimeLimit
        package let closing: String?

        package init(number: Int, text: String, limit: TimeLimit, closing: String? = nil) {
            self.number = number
            self.text = text
            self.limit = limit
            self.closing = closing
        }
    }

    /// The condition meant by a category's code and a number, which may be left out where there is only one.
    /// - Throws: ``PatrolError/unknownCategory(code:nearest:)``,
    ///   ``PatrolError/conditionNeeded(category:choices:)``, ``PatrolError/unknownCondition(category:choices:)``.
    package func grounds(category code: String, condition number: Int?) throws(PatrolError) -> Grounds {
        guard let category = categories.first(where: { $0.code == code || $0.name == code }) else {
            let names = categories.flatMap { [$0.code, $0.name] }
            throw .unknownCategory(code: String(code.prefix(40)), nearest: code.nearest(in: names))
        }
        let choices = category.conditions.map { "\($0.number) \($0.text)" }
        guard let number else {
            guard category.conditions.count == 1 else {
                throw .conditionNeeded(category: category.code, choices: choices)
            }
            return Grounds(category, category.conditions[0])
        }
        guard let condition = category.conditions.first(where: { $0.number == number }) else {
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
