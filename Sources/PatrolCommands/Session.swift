import ArgumentParser
import FoundationEssentials
import PatrolClient
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// One run of a verb: the daemon to ask, the screen to print on, and the form to print in.
struct Session {
    let client: PatrolClient
    let switches: Switches
    let screen: Screen

    init(_ switches: Switches) {
        client = PatrolClient(socket: switches.socketPath, onBehalfOf: switches.person)
        self.switches = switches
        screen = Terminal.screen
    }

    var phrases: any Phrases { Speech.phrases }

    /// Asks the daemon, after it has been given what waits in the outbox.
    func ask<Answer>(_ question: (PatrolClient) throws -> Answer) throws -> Answer {
        Courier(client).deliverFirst()
        defer { Speech.learn(client.language) }
        return try question(client)
    }

    func get<Body: Decodable>(_ path: [String], _ query: [(String, String?)] = []) throws -> Body {
        try ask { try $0.get(path, query) }
    }

    /// Sends a filing and prints its receipt: as JSON, as its number, or as a sentence. Where it cannot reach the
    /// daemon it is kept, and the run ends with status 75.
    func file(
        _ act: Act,
        with files: [EvidenceFile] = [],
        key: String?,
        observedAt: String? = nil,
        _ sentence: (ReceiptBody) -> Notice
    ) throws {
        _ = try switches.form(of: .one)
        let receipt = try send(act, with: files, key: key, observedAt: observedAt)
        try tell(receipt, sentence(receipt))
    }

    func tell(_ receipt: ReceiptBody, _ notice: Notice) throws {
        switch try switches.form(of: .one) {
        case .json: try Output.json(receipt)
        case .quiet: Output.line(receipt.id)
        case .table, .csv: Output.lines(phrases.notice(notice).wrapped(to: screen.width))
        }
    }

    /// Sends a filing; where it cannot reach the daemon it is kept, that is said, and the run ends with status 75.
    func send(
        _ act: Act,
        with files: [EvidenceFile] = [],
        key: String? = nil,
        observedAt: String? = nil
    ) throws -> ReceiptBody {
        let key = try key.map { text throws(PatrolError) in try FilingKey(text) }
        guard files.count <= Evidence.most else {
            throw PatrolError.tooMuchEvidence(files: files.count, limit: Evidence.most)
        }
        // Before it could be kept: what nobody can read is worth asking again, and not worth keeping.
        for time in [observedAt.map { TypedTime($0) }, act.servedAt].compactMap({ $0 }) where !time.isReadable
        {
            throw PatrolError.unreadableTime(text: String(time.text.prefix(40)))
        }
        defer { Speech.learn(client.language) }
        do {
            return try Courier(client).send(act.filing(key: key, observedAt: observedAt), with: files)
        } catch let kept as Courier.Kept {
            Speech.learn(client.language)
            try tell(kept)
            throw ExitCode(ExitStatus.kept.rawValue)
        }
    }

    private func tell(_ kept: Courier.Kept) throws {
        Output.error(phrases.notice(.kept(number: kept.number, key: kept.key.text, obstacle: kept.obstacle)))
        if switches.json { try Output.json(KeptBody(outbox: kept.number, key: kept.key.text)) }
    }

    /// Prints a list: the daemon's JSON, passed on unread; numbers; CSV; or a table. Every row of it, a row at a time.
    func list<Row: Decodable>(
        _ path: [String],
        _ query: [(String, String?)] = [],
        of: Row.Type,
        id: KeyPath<Row, String>,
        empty: Notice = .noRows,
        columns: (any Phrases) -> [Column<Row>]
    ) throws {
        let form = try switches.form(of: .many)
        let answer = try ask { try $0.answer(path, query) }
        if form == .json { return try answer.forEachPart { Output.bytes($0) } }
        let rows = Rows<Row> { body in try client.forEach(Row.self, in: answer, body) }
        try print(rows, form, id: id, empty: empty, Listing(phrases, columns(phrases)))
    }

    /// Prints rows that are at hand already.
    func list<Row: Codable>(
        _ rows: [Row],
        id: KeyPath<Row, String>,
        empty: Notice = .noRows,
        columns: (any Phrases) -> [Column<Row>]
    ) throws {
        let form = try switches.form(of: .many)
        if form == .json { return try Output.json(rows) }
        let all = Rows<Row> { body in try rows.forEach(body) }
        try print(all, form, id: id, empty: empty, Listing(phrases, columns(phrases)))
    }

    private func print<Row>(
        _ rows: Rows<Row>,
        _ form: Switches.Form,
        id: KeyPath<Row, String>,
        empty: Notice,
        _ listing: Listing<Row>
    ) throws {
        let page = Page(form == .table ? screen : Screen())
        defer { page.end() }
        switch form {
        case .json: break
        case .quiet: try rows.forEach { page.add($0[keyPath: id]) }
        case .csv:
            Output.bytes(CSV.mark + listing.csvHeadings)
            try rows.forEach { Output.bytes(listing.csv($0)) }
        case .table:
            page.add(momentLines)
            if try rows.print(listing, on: page, screen) { return }
            page.add(phrases.notice(empty))
        }
    }

    /// Prints what is wrong with a file, place by place.
    func list(_ faults: [RowFault]) throws {
        if switches.json { return try Output.json(faults) }
        guard !faults.isEmpty else { return }
        let phrases = phrases
        let listing = Listing<RowFault>(
            phrases,
            [
                Column(.place, .whole) { Cell(phrases.place($0)) },
                Column(.problem, .last) { Cell(phrases.problem($0.problem)) },
            ]
        )
        let page = Page(screen)
        page.add(listing.lines(faults, on: screen))
        page.end()
    }

    /// Prints one thing: as the daemon's JSON, as its number, or as lines that fit the screen.
    func show<Body: Decodable>(
        _ path: [String],
        _ query: [(String, String?)] = [],
        of: Body.Type,
        id: KeyPath<Body, String>,
        lines: (Body, any Phrases, Screen) -> [String]
    ) throws {
        let form = try switches.form(of: .one)
        let answer = try ask { try $0.answer(path, query) }
        if form == .json { return Output.bytes(try answer.bytes) }
        let body: Body = try client.decode(answer)
        if form == .quiet { return Output.line(body[keyPath: id]) }
        let page = Page(screen)
        page.add(momentLines + lines(body, phrases, screen))
        page.end()
    }

    /// The moment that the last answer speaks of, where that is not now: nobody must take it for today's.
    private var momentLines: [String] {
        guard let moment = client.asOf else { return [] }
        return phrases.notice(.asOf(time: moment.at, event: moment.event)).wrapped(to: screen.width)
    }
}

/// What `--json` prints of a filing that was kept.
struct KeptBody: Encodable {
    /// Its number in the outbox.
    let outbox: Int
    let key: String
}

extension Act {
    /// The time that an order bears itself.
    fileprivate var servedAt: TypedTime? {
        switch self {
        case .order(let order): order.servedAt
        case .reassign(let decision): decision.servedAt
        case .refer(let referral): referral.servedAt
        case .lookBack(let look): look.servedAt
        default: nil
        }
    }

    /// In its envelope, under a new key unless there is one.
    func filing(key: FilingKey? = nil, observedAt: String? = nil) -> Filing {
        Filing(key: key ?? SystemClock().newKey(), act: self, observedAt: observedAt.map { TypedTime($0) })
    }
}

extension ReceiptBody {
    /// The deadline, marked where it is provisional.
    var due: String {
        // Both in the district's offset, so that they compare as they stand.
        Speech.phrases.time(dueAt ?? "") + (provisional == true ? Speech.phrases.notice(.provisional) : "")
            + (dueAt.map { $0 < at } == true ? Speech.phrases.notice(.alreadyLate) : "")
    }
}

extension String {
    /// `2026-11-23 17:55` of `2026-11-23T17:55:10+08:00`, as it may be typed again.
    var minute: String { String(prefix(16)).replacing("T", with: " ") }
}
