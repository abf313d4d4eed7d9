import ArgumentParser
import Glibc
import PatrolClient
import PatrolModel
import PatrolReports
import PatrolText

/// `patrol outbox list`
struct OutboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("list", of: "outbox", .outboxList)

    @OptionGroup var switches: Switches

    /// Only looks: nothing is delivered.
    func run() throws {
        let rows = try Outbox.ofThisUser().list().map { OutboxRow($0) }
        try Session(switches).list(rows, id: \.id, empty: .outboxEmpty) { phrases in
            [
                Column(.number, .whole) { "\($0.number)" },
                Column(.at, .whole) { "\($0.keptAt ?? "")" },
                Column(.did, .whole) { row in Cell(row.verb.map(phrases.verb) ?? "") },
                Column(.about, .cut(to: 13)) { "\($0.about ?? "")" },
                Column(.person, .spare) { "\($0.person ?? "")" },
                Column(.key, .spare) { "\($0.key ?? "")" },
                Column(.state, .last) { row in
                    switch row.state {
                    case .waiting: Cell(phrases.notice(.waiting), .caution)
                    case .refused:
                        Cell(phrases.notice(.refusedFor(row.reason ?? .internalFailure)), .alarm)
                    case .broken: Cell(phrases.notice(.broken(path: row.path)), .alarm)
                    }
                },
            ]
        }
    }
}

/// A file of the outbox as `--json` prints it.
struct OutboxRow: Codable {
    enum State: String, Codable { case waiting, refused, broken }

    let number: Int
    let state: State
    let path: String
    let key: String?
    let verb: Verb?
    let about: String?
    let person: String?
    let socket: String?
    /// By this machine's clock and zone: the daemon, which knows the district's, has not been reached.
    let keptAt: String?
    let reason: PatrolError?

    var id: String { String(number) }

    init(_ item: OutboxItem) {
        (number, path) = (item.number, item.path)
        let filing = item.entry?.filing
        state = item.entry == nil ? .broken : item.entry?.refusal == nil ? .waiting : .refused
        key = filing?.key.text
        verb = filing?.act.verb
        about = filing?.act.subject
        person = item.entry?.person
        socket = item.entry?.socket
        reason = item.entry?.refusal
        keptAt = filing?.keptAt.map { OutboxRow.minute($0) }
    }

    private static func minute(_ instant: Instant) -> String {
        var (seconds, parts) = (time_t(instant.seconds), tm())
        localtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min))"
    }
}
