import ArgumentParser
import FoundationEssentials
import PatrolClient
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// One run of a verb: the daemon to ask, the language to answer in, and the form to print in.
struct Session {
    let client: PatrolClient
    let phrases: any Phrases
    let switches: Switches

    init(_ switches: Switches) {
        client = PatrolClient(socket: switches.socketPath, onBehalfOf: switches.person)
        phrases = Speech.phrases
        self.switches = switches
    }

    /// Sends a filing and prints its receipt: as JSON, as its number, or as a sentence.
    func file(_ act: Act, key: String?, observedAt: String? = nil, _ sentence: (ReceiptBody) -> Notice) throws
    {
        let key = try key.map { text throws(PatrolError) in try FilingKey(text) } ?? SystemClock().newKey()
        let receipt = try client.file(
            Filing(key: key, act: act, observedAt: observedAt.map { TypedTime($0) })
        )
        if switches.json {
            try Output.json(receipt)
        } else {
            Output.line(switches.quiet ? receipt.id : phrases.notice(sentence(receipt)))
        }
    }

    /// Prints a list: as the daemon's JSON, passed on unread; as numbers; or as a table.
    func list<Row: Decodable>(
        _ path: [String],
        _ query: [(String, String?)] = [],
        of: Row.Type,
        id: KeyPath<Row, String>,
        empty: Notice = .noRows,
        table: ([Row]) -> Table
    ) throws {
        guard !switches.json else { return Output.bytes(try client.bytes(path, query)) }
        let rows: [Row] = try client.get(path, query)
        if switches.quiet {
            Output.lines(rows.map { $0[keyPath: id] })
        } else if rows.isEmpty {
            Output.line(phrases.notice(empty))
        } else {
            Output.lines(table(rows).lines())
        }
    }

    /// Prints one thing: as the daemon's JSON, as its number, or as a sheet.
    func show<Body: Decodable>(
        _ path: [String],
        _ query: [(String, String?)] = [],
        of: Body.Type,
        id: KeyPath<Body, String>,
        sheet: (Body) -> [String]
    ) throws {
        guard !switches.json else { return Output.bytes(try client.bytes(path, query)) }
        let body: Body = try client.get(path, query)
        if switches.quiet { return Output.line(body[keyPath: id]) }
        Output.lines(sheet(body))
    }
}

extension ReceiptBody {
    /// The deadline, marked where it is provisional.
    var due: String {
        (dueAt?.minute ?? "") + (provisional == true ? Speech.phrases.notice(.provisional) : "")
    }
}

extension String {
    /// `2026-11-23 17:55` of `2026-11-23T17:55:10+08:00`.
    var minute: String { String(prefix(16)).replacing("T", with: " ") }
}
