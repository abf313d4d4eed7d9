import Foundation

/// A ledger of 100,000 hazards, 5,000 of them overdue, all filed as inspectors file them: days on paper, through the
/// real command and the real daemon.
struct Overdue {
    static let hazards = 100_000
    static let overdue = 5_000
    /// Rows that one file may have.
    private static let rows = 5_000

    private let house: House
    private let folder: String

    init(house: House, folder: String) {
        self.house = house
        self.folder = folder
    }

    /// Files all of them; the overdue ones first, since their time is past.
    func fill() throws {
        let now = Date()
        for file in 0..<(Overdue.hazards / Overdue.rows) {
            let isLate = file * Overdue.rows < Overdue.overdue
            let observed = now.addingTimeInterval(isLate ? -10 * 86400 : -60 * Double(file + 1))
            let path = folder + "/day-\(file).csv"
            try csv(file, observed).write(toFile: path, atomically: true, encoding: .utf8)
            _ = try house.command(["inspect", "--file", path, "--as", "inspector-1", "--reason", "测速"]).time()
        }
    }

    private func csv(_ file: Int, _ observed: Date) -> String {
        let time = observed.formatted(.iso8601)
        let rows = (0..<Overdue.rows).map { row in
            "WC-R-0\(10 + (row + file) % 18),\(time),0103,2,第\(file)批第\(row)件,是"
        }
        return "编号,时间,小类,条件,问题描述,新问题\n" + rows.joined(separator: "\n") + "\n"
    }

    /// The first 100, as a whole process, beside sqlite3 reading the same rows of the same file with the same SQL.
    func pair() -> Pair {
        let sql = """
            SELECT h.*, s.name AS site_name FROM hazard h JOIN site s ON s.code = h.site
            WHERE h.state IN ('reported', 'ordered') AND h.due_at < \(Int(Date().timeIntervalSince1970))
            ORDER BY h.due_at, h.id LIMIT 100
            """
        return Pair(
            name: "the first 100 overdue of \(Overdue.overdue) in \(Overdue.hazards) hazards",
            ours: { _ in house.command(["overdue", "--limit", "100"]) },
            theirs: { _ in Command(path: "/usr/bin/sqlite3", arguments: ["-readonly", house.ledger, sql]) },
            atMost: 4
        )
    }
}
