import CSQLite
import Foundation
import Glibc

/// What a search costs the daemon among a million hazards, beside sqlite3 looking through the same texts with `LIKE`.
///
/// A thousand hazards are filed, ordered, fixed and verified as people do it, and each is then repeated a thousand times
/// under a number of its own: its event and its row, in SQL. The daemon makes the index itself, as of any ledger
/// that was written before there was one. The copies' events are no chain, so the ledger serves for reading alone.
struct Search {
    static let hazards = 1_000_000
    private static let seeds = 1_000

    let programs: String
    let house: House
    let folder: String

    private struct Question {
        let name: String
        let words: [String]
        var person = "supervisor"
    }

    private static let questions = [
        Question(name: "a word that each of them has", words: ["井盖"]),
        Question(name: "a rare word", words: ["消火栓"]),
        Question(name: "a word that none has", words: ["盖井盖"]),
        Question(name: "two common words", words: ["井盖", "积水"]),
        Question(name: "four common words", words: ["垃圾", "路灯", "围挡", "油烟"]),
        Question(name: "a part of a number", words: ["123"]),
        Question(name: "two digits", words: ["12"]),
        Question(name: "a whole number", words: ["H-2026-500500"]),
        Question(name: "a part of a code", words: ["wc-r-01"]),
        Question(name: "a common word, a street office's own", words: ["井盖"], person: "shuiguohu"),
        Question(name: "a common word, a unit's own", words: ["井盖"], person: "roads-liaison"),
        Question(name: "a rare word, a unit's own", words: ["消火栓"], person: "roads-liaison"),
    ]

    func measure() throws -> [String] {
        try fill()
        house.stop()
        try multiply()
        let size = try bytes()
        let clock = ContinuousClock()
        let began = clock.now
        let daemon = try start()
        defer {
            kill(daemon, SIGTERM)
            _ = Command.wait(daemon)
        }
        let indexing = (clock.now - began).milliseconds / 1000
        return [
            "indexing \(Search.hazards) hazards at a first start: \(indexing.rounded(0)) s, "
                + "\((try bytes() - size) / Search.hazards) bytes each"
        ] + (try Search.questions.map { try measure($0, daemon) })
    }

    /// So often that a clock of hundredths of a second tells tenths of a millisecond.
    private func measure(_ question: Question, _ daemon: pid_t) throws -> String {
        let command = house.command(["search"] + question.words + ["--json", "--as", question.person])
        for _ in 0..<5 { _ = try command.time() }
        let rounds = 100
        let before = try Search.ticks(daemon)
        for _ in 0..<rounds { _ = try command.time() }
        let ours =
            Double(try Search.ticks(daemon) - before) * 1000 / Double(sysconf(Int32(_SC_CLK_TCK)))
            / Double(rounds)
        let condition = question.words.map { "words LIKE '%\($0)%'" }.joined(separator: " AND ")
        let sql =
            "SELECT row FROM searched WHERE \(condition) ORDER BY marks NOT LIKE '@o%', row DESC LIMIT 20"
        let plain = Command(path: "/usr/bin/sqlite3", arguments: ["-readonly", house.ledger, sql])
        let theirs = try (0..<3).map { _ in try plain.measure().cpu * 1000 }.median
        return
            "searching a million hazards, \(question.name): \(ours.rounded(1)) ms of CPU (at most 20), LIKE \(theirs.rounded(0)) ms, ratio \((ours / theirs).rounded(4))"
    }

    /// Of CPU, in all of its threads (proc(5)).
    private static func ticks(_ daemon: pid_t) throws -> Int {
        let line = try String(contentsOfFile: "/proc/\(daemon)/stat", encoding: .utf8)
        let fields = line.drop { $0 != ")" }.split(separator: " ").dropFirst()
        return fields.dropFirst(11).prefix(2).reduce(0) { $0 + (Int($1) ?? 0) }
    }

    private func start() throws -> pid_t {
        let daemon = try Command(path: programs + "/patrold", arguments: house.daemonArguments)
            .spawn(log: folder + "/search-log")
        while (try? house.command(["status"]).time()) == nil {
            guard kill(daemon, 0) == 0 else {
                throw Command.Failure(description: "patrold ended; see \(folder)/search-log")
            }
            usleep(100_000)
        }
        return daemon
    }

    private func bytes() throws -> Int {
        let rows = try Database(house.ledger, SQLITE_OPEN_READONLY).rows(
            "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)"
        )
        return Int(rows[0][0].integer ?? 0)
    }
}

extension Search {
    private static let words = [
        "发现", "靠近", "门前", "路口", "井盖", "破损", "下沉", "松动", "异响", "更换", "垃圾", "未清", "行人", "通行", "物业", "路灯", "护栏",
        "围挡", "施工", "噪音", "油烟", "积水", "绿化带", "公交站",
    ]

    /// A day on paper; every tenth is fixed by somebody later, most were fixed on the spot.
    private func fill() throws {
        var random = SystemRandomNumberGenerator()
        let time = Date().addingTimeInterval(-600).formatted(.iso8601)
        let rows = (0..<Search.seeds).map { row in
            var words = (0..<8).map { _ in Search.words.randomElement(using: &random) ?? "" }
            if row % 200 == 0 { words.append("消火栓") }
            return "WC-R-0\(10 + row % 18),\(time),0103,2,\(words.joined())\(row % 300)号,是"
        }
        let path = folder + "/day.csv"
        try ("编号,时间,小类,条件,问题描述,新问题\n" + rows.joined(separator: "\n") + "\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
        _ = try house.command(["inspect", "--file", path, "--as", "inspector-1"]).time()
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        for row in 1...Search.seeds where row % 10 != 0 {
            let number = String(format: "H-%d-%06d", year, row)
            let steps = [
                ["order", number, "--as", "dispatcher"],
                ["rectify", number, "--note", "已更换并清理现场", "--as", "roads-liaison"],
                ["verify", number, "--note", "现场平整", "--as", "inspector-2"],
            ]
            for step in steps { _ = try house.command(["hazard"] + step).time() }
        }
    }

    /// Every seed again and again; what has been indexed of them is thrown away.
    private func multiply() throws {
        let db = try Database(house.ledger, SQLITE_OPEN_READWRITE)
        try db.execute(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN"
        )
        let columns = try db.rows("SELECT name FROM pragma_table_info('hazard')").compactMap { $0[0].text }
        let own = ["id": "n.id", "event": "n.sequence", "order_number": "NULL", "served_at": "h.served_at"]
        let values = columns.map { own[$0] ?? "h." + $0 }.joined(separator: ", ")
        try db.execute(
            """
            CREATE TEMP TABLE seed AS
                SELECT row_number() OVER (ORDER BY id) AS place, id, event FROM hazard ORDER BY id;
            CREATE TEMP TABLE copy AS
                WITH RECURSIVE n (number) AS (
                    SELECT \(Search.seeds + 1) UNION ALL SELECT number + 1 FROM n WHERE number < \(Search.hazards)
                )
                SELECT s.id AS seed, s.event AS event, substr(s.id, 1, 7) || printf('%06d', n.number) AS id,
                    (SELECT max(sequence) FROM event) + n.number - \(Search.seeds) AS sequence
                FROM n JOIN seed s ON s.place = (n.number - 1) % \(Search.seeds) + 1 ORDER BY n.number;
            CREATE TEMP TABLE trigger_sql AS SELECT name, sql FROM sqlite_schema WHERE name = 'event_is_only_appended';
            DROP TRIGGER event_is_only_appended;
            INSERT INTO event (sequence, body, hash)
                SELECT n.sequence, json_set(json_remove(e.body, '$.filing'), '$.sequence', n.sequence,
                    '$.entity', n.id, '$.body.id', n.id), randomblob(32)
                FROM copy n JOIN event e ON e.sequence = n.event ORDER BY n.sequence;
            INSERT INTO hazard (\(columns.joined(separator: ", "))) SELECT \(values)
                FROM copy n JOIN hazard h ON h.id = n.seed ORDER BY n.id;
            UPDATE numbering SET last = \(Search.hazards) WHERE series = 'H';
            DELETE FROM searched;
            INSERT INTO search (search) VALUES ('delete-all');
            """
        )
        for row in try db.rows("SELECT sql FROM trigger_sql") { try db.execute(row[0].text ?? "") }
        try db.execute("COMMIT")
        unlink(house.ledger + "-head")
    }
}
