package import PatrolText

/// Labels with a value each, the values under one another.
package struct Sheet: Sendable {
    private let phrases: any Phrases
    private var rows: [(label: String, value: String)] = []

    package init(_ phrases: any Phrases) {
        self.phrases = phrases
    }

    /// A value that is nil has no line.
    package mutating func add(_ label: Label, _ value: String?) {
        add(phrases.label(label), value)
    }

    /// Under a label that is not always the same.
    package mutating func add(_ label: String, _ value: String?) {
        if let value { rows.append((label, value)) }
    }

    /// A long value is continued under itself; `width` nil lets it run.
    package func lines(width: Int? = nil) -> [String] {
        let margin = (rows.map(\.label.columns).max() ?? 0) + 2
        return rows.flatMap { line in
            line.value.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { String($0).wrapped(to: width.map { max(20, $0 - margin) }) }
                .enumerated().map { place, text in
                    (place == 0 ? line.label : "").padded(to: margin) + text
                }
        }
    }
}
