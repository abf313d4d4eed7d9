/// What somebody looks for: every part of it must be there, in whatever order.
package struct SearchQuestion: Hashable, Sendable {
    /// As it was typed, without white space around it.
    package let text: String
    /// Parts of words, in lower case.
    package let parts: [String]
    /// The phrases of the index that stand for them, in FTS5's own notation (sqlite.org/fts5.html, 3). Their tokens
    /// have letters, digits and `-_./` in them and nothing that FTS5 would read.
    package let expression: String

    /// Characters, not bytes.
    package static let limit = 100

    /// - Throws: ``PatrolError/searchTooVague(text:)`` where nothing of it has two
    ///   characters side by side that are letters or digits, ``PatrolError/searchTooLong(length:limit:)``.
    package init(_ typed: String) throws(PatrolError) {
        text = String(typed.trimmingSpaces)
        guard !text.isEmpty else { throw .searchTooVague(text: "") }
        guard text.count <= Self.limit else { throw .searchTooLong(length: text.count, limit: Self.limit) }
        var (parts, phrases): ([String], [String]) = ([], [])
        for run in SearchTokens.runs(text) {
            let tokens = SearchTokens.phrase(run)
            var part = ""
            part.unicodeScalars.append(contentsOf: run)
            // A single character beside others narrows nothing that could be found quickly.
            guard !tokens.isEmpty, !parts.contains(part) else { continue }
            parts.append(part)
            phrases.append("\"" + tokens.joined(separator: " ") + "\"")
        }
        guard !parts.isEmpty else { throw .searchTooVague(text: String(text.prefix(40))) }
        self.parts = parts
        expression = phrases.joined(separator: " AND ")
    }
}

extension SearchQuestion {
    /// How well a document answers.
    package enum Fit: Int, Comparable, Sendable {
        /// Its number or code, or a site's name, is what was typed.
        case exact
        /// All that was typed stands in its title as it was typed.
        case titleAsTyped
        /// Each part stands in its title.
        case title
        /// What was typed is somewhere in it.
        case elsewhere

        package static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
    }

    package func fit(_ entry: SearchEntry) -> Fit {
        let whole = String.folded(text)
        if entry.names.contains(where: { isName($0, whole) }) { return .exact }
        let title = entry.title.map { Array(String.folded($0).utf8) }
        if title.contains(where: { $0.has(whole.utf8) }) { return .titleAsTyped }
        return parts.allSatisfy { part in title.contains { $0.has(part.utf8) } } ? .title : .elsewhere
    }

    /// Also a number said without its year, or without its zeros: `123` is `H-2026-000123`.
    private func isName(_ name: String, _ whole: String) -> Bool {
        if String.folded(name) == whole { return true }
        guard let count = Int(whole), whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        let pieces = name.split(separator: "-")
        return pieces.count == 3 && pieces[0].utf8.count == 1 && Int(pieces[2]) == count
    }

    /// Where it was found: the first line that has the longest part, cut to a few words around it.
    package func snippet(_ entry: SearchEntry) -> String {
        let part = parts.max { $0.count < $1.count } ?? ""
        for line in entry.lines where !line.isEmpty {
            let folded = String.folded(line)
            guard let place = folded.firstRange(of: part) else { continue }
            return line.around(folded[..<place.lowerBound].count, length: part.count)
        }
        return entry.lines.first ?? ""
    }
}

extension [UInt8] {
    /// Whether a text's bytes stand in this one's somewhere.
    fileprivate func has(_ part: String.UTF8View) -> Bool {
        guard let first = part.first, part.count <= count else { return part.isEmpty }
        return (0...count - part.count).contains { place in
            self[place] == first && self[place...].starts(with: part)
        }
    }
}

extension String {
    /// In lower case and half width, as the index has it.
    static func folded(_ text: String) -> String {
        var folded = ""
        folded.unicodeScalars.append(contentsOf: SearchTokens.folded(text))
        return folded
    }

    /// A few words around a place, in characters; with an ellipsis where something is left out.
    fileprivate func around(_ place: Int, length: Int) -> String {
        let (before, after) = (12, 24)
        guard count > before + length + after else { return self }
        let start = max(0, min(place, count - length) - before)
        let middle = dropFirst(start).prefix(before + length + after)
        return (start > 0 ? "…" : "") + middle + (start + middle.count < count ? "…" : "")
    }
}
