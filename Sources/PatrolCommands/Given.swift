import PatrolModel
import PatrolText

/// A switch as it is typed, and whether it was: for verbs that are used in more than one way.
struct Given {
    let name: String
    let isGiven: Bool

    init(_ name: String, _ isGiven: Bool) {
        self.name = name
        self.isGiven = isGiven
    }
}

extension [Given] {
    /// Those that were typed.
    private var names: [String] { filter(\.isGiven).map(\.name) }

    /// The way that was chosen; nil where none was.
    /// - Throws: ``UsageError`` where more than one was.
    func way() throws(UsageError) -> String? {
        guard names.count <= 1 else { throw UsageError(.severalOf(map(\.name))) }
        return names.first
    }

    /// The way that was chosen, where there is none by default.
    /// - Throws: ``UsageError`` where none was, or more than one.
    func requiredWay() throws(UsageError) -> String {
        guard let way = try way() else { throw UsageError(.noneOf(map(\.name))) }
        return way
    }

    /// Refuses what this way of using the verb has no use for, so that nobody believes it was recorded.
    /// - Throws: ``UsageError``, naming the first.
    func refuse(with way: String) throws(UsageError) {
        if let name = names.first { throw UsageError(.notTogether(name, with: way)) }
    }
}

extension Optional {
    /// What this way of using the verb cannot do without.
    /// - Throws: ``UsageError`` where it was not typed.
    func required(_ name: String) throws(UsageError) -> Wrapped {
        guard let self else { throw UsageError(.missingArgument(name)) }
        return self
    }
}

extension CivilDate {
    /// - Throws: ``PatrolError/unreadableDate(text:)`` for anything but `2026-11-23`.
    init(typed text: String) throws(PatrolError) {
        guard let date = CivilDate(text) else { throw .unreadableDate(text: text) }
        self = date
    }
}
