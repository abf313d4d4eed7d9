extension Array {
    /// Elements with the same key together, the groups in the order of their first elements.
    package func inGroups<Key: Hashable>(by key: KeyPath<Element, Key>) -> [(key: Key, rows: [Element])] {
        var (groups, places): ([(key: Key, rows: [Element])], [Key: Int]) = ([], [:])
        for element in self {
            let name = element[keyPath: key]
            if let place = places[name] {
                groups[place].rows.append(element)
            } else {
                places[name] = groups.count
                groups.append((name, [element]))
            }
        }
        return groups
    }
}
