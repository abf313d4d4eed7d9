/// Two commands timed in turn, A B A B …, so that a machine whose speed drifts slows both alike.
struct Pair {
    let name: String
    /// What ours stands beside.
    var beside = "sqlite3"
    let ours: (Int) -> Command
    let theirs: (Int) -> Command
    /// The most that ours may take, as a multiple of theirs; nil where none is promised yet.
    var atMost: Double?

    /// Runs the pairs, after some that do not count, and gives one line of the report.
    func measure(rounds: Int, warmup: Int = 3) throws -> String {
        var (ours, theirs, ratios): ([Double], [Double], [Double]) = ([], [], [])
        for round in -warmup..<rounds {
            let first = try self.ours(round + warmup).time().milliseconds
            let second = try self.theirs(round + warmup).time().milliseconds
            guard round >= 0 else { continue }
            ours.append(first)
            theirs.append(second)
            ratios.append(first / second)
        }
        let promise = atMost.map { " (at most \($0))" } ?? ""
        return
            "\(name): \(ours.summary) ms, \(beside) \(theirs.summary) ms, ratio \(ratios.median.rounded(2))\(promise)"
    }
}

extension Duration {
    var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    }
}

extension [Double] {
    var median: Double { sorted()[count / 2] }

    /// Median, with minimum and maximum.
    var summary: String {
        "\(median.rounded(2)) [\((self.min() ?? 0).rounded(2)) … \((self.max() ?? 0).rounded(2))]"
    }
}

extension Double {
    func rounded(_ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return String((self * scale).rounded() / scale)
    }
}
