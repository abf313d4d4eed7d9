extension String {
    /// The candidate most like this text, where one is close enough to be meant; for "did you mean".
    package func nearest(in candidates: some Collection<String>) -> String? {
        // What nobody could have meant is not worth the time, which grows with the length.
        guard utf8.count <= 120 else { return nil }
        let wanted = Array(lowercased())
        let most = Swift.max(1, wanted.count / 3)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            guard abs(candidate.count - wanted.count) <= most else { continue }
            let distance = String.distance(wanted, Array(candidate.lowercased()))
            if distance < (best?.distance ?? Int.max) { best = (candidate, distance) }
        }
        if let best, best.distance <= most { return best.candidate }
        // A part of a name means the name, such as 瓶装气 for 瓶装气供应站点; the shortest that has it.
        guard wanted.count >= 2 else { return nil }
        return candidates.filter { $0.contains(self) }.min { $0.count < $1.count }
    }

    /// Insertions, deletions, replacements and swaps of neighbours from one to the other (optimal string alignment).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var (before, previous) = ([Int](), Array(0...right.count))
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var least = previous[column] + (character == other ? 0 : 1)
                least = Swift.min(least, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                    least = Swift.min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
