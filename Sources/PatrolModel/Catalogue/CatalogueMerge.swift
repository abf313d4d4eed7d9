/// What a file makes of the catalogue in force. Codes and numbers are added, renamed and retired, never deleted and
/// never given to something else, so that what was filed under one keeps its meaning.
package struct CatalogueMerge: Sendable {
    package private(set) var added: [Catalogue.Category] = []
    package private(set) var changed: [Catalogue.Category] = []
    package private(set) var retired: [Catalogue.Category] = []
    /// Of every row that cannot be read or contradicts the record, in the order of the file.
    package private(set) var faults: [RowFault] = []

    private let present: [String: Catalogue.Category]
    private var readings: [String: [CatalogueRow.Reading]] = [:]
    private var order: [String] = []
    private var lines: [String: Int] = [:]
    /// Codes that a faulty row names: what is known of them is left as it is.
    private var doubtful: Set<String> = []
    private var hasNameless = false

    /// - Parameters:
    ///   - rows: the file's, merged cells already carried down.
    ///   - present: every category there has ever been.
    ///   - retiring: of what the file does not mention, whether a category is retired for it.
    package init(
        _ rows: [CatalogueRow],
        into present: [Catalogue.Category],
        retiring: (String) -> Bool = { _ in true }
    ) {
        self.present = Dictionary(uniqueKeysWithValues: present.map { ($0.code, $0) })
        for row in rows { read(row) }
        for code in order { merge(code) }
        if !hasNameless { retireMissing(retiring) }
        faults.sort { $0.line < $1.line }
    }

    private mutating func read(_ row: CatalogueRow) {
        switch row.reading() {
        case .failure(let found): doubt(row[.category], found.faults)
        case .success(let reading):
            if let problem = contradiction(reading) {
                let column = problem.column.rawValue
                doubt(
                    reading.category,
                    [RowFault(line: row.line, column: column, problem: problem.problem)]
                )
            } else {
                if readings[reading.category] == nil {
                    order.append(reading.category)
                    lines[reading.name] = reading.line
                }
                readings[reading.category, default: []].append(reading)
            }
        }
    }

    /// Where it cannot be told which category a row speaks of, it may be any.
    private mutating func doubt(_ code: String, _ found: [RowFault]) {
        faults += found
        if Site.isCode(code), present[code] != nil { doubtful.insert(code) } else { hasNameless = true }
    }

    private typealias Contradiction = (column: CatalogueRow.Column, problem: RowFault.Problem)

    private func contradiction(_ reading: CatalogueRow.Reading) -> Contradiction? {
        let earlier = readings[reading.category] ?? []
        if let first = earlier.first, first.name != reading.name {
            return (.categoryName, .otherName(first.name, firstLine: first.line))
        }
        if let radius = reading.radius,
            let other = earlier.first(where: { $0.radius != nil && $0.radius != radius })
        {
            return (.radius, .otherRadius(String(other.radius ?? 0), firstLine: other.line))
        }
        if let same = earlier.first(where: { $0.text == reading.text }) {
            return (.text, .repeatedCondition(firstLine: same.line))
        }
        if let number = reading.number, let same = earlier.first(where: { $0.number == number }) {
            return (.condition, .repeatedCondition(firstLine: same.line))
        }
        if earlier.isEmpty, let line = lines[reading.name] {
            return (.categoryName, .repeatedName(reading.name, firstLine: line))
        }
        guard let known = present[reading.category] else {
            // A spreadsheet takes 0103 for a number and drops its zero; an E may stand before it since.
            let code = reading.category
            let whole = code.hasPrefix("E") ? "E0" + code.dropFirst() : "0" + code
            return present[whole] == nil ? nil : (.category, .lostZero(code, whole: whole))
        }
        if let number = reading.number,
            let same = known.conditions.first(where: { $0.text == reading.text }), same.number != number
        {
            return (.condition, .movedCondition(same.number))
        }
        if known.isRetired, known.name != reading.name { return (.category, .retiredCode(known.name)) }
        if let number = reading.number,
            let condition = known.conditions.first(where: { $0.number == number && $0.isRetired }),
            condition.text != reading.text
        {
            return (.condition, .retiredCondition(condition.text))
        }
        return nil
    }

    private mutating func merge(_ code: String) {
        guard let rows = readings[code], let first = rows.first else { return }
        let former = present[code]
        var conditions: [Int: Catalogue.Condition] = [:]
        for condition in former?.conditions ?? [] {
            conditions[condition.number] = doubtful.contains(code) ? condition : condition.retiring
        }
        // Numbers that the file gives come first, so that none is given to another row before.
        for row in rows.filter({ $0.number != nil }) + rows.filter({ $0.number == nil }) {
            let same = former?.conditions.first { $0.text == row.text }
            let number = row.number ?? same?.number ?? (conditions.keys.max() ?? 0) + 1
            conditions[number] = Catalogue.Condition(
                number: number,
                text: row.text,
                limit: row.limit,
                closing: row.closing
            )
        }
        let category = Catalogue.Category(
            code: code,
            name: first.name,
            group: first.group,
            conditions: Array(conditions.values),
            // A file without the column, such as the city's, does not speak of it.
            radius: rows.contains(where: \.hasRadius)
                ? rows.lazy.compactMap(\.radius).first : former?.radius
        )
        if former == nil {
            added.append(category)
        } else if category != former {
            changed.append(category)
        }
    }

    private mutating func retireMissing(_ retiring: (String) -> Bool) {
        retired = present.values.filter {
            !$0.isRetired && readings[$0.code] == nil && !doubtful.contains($0.code) && retiring($0.code)
        }.map(\.retiring).sorted { $0.code < $1.code }
    }
}
