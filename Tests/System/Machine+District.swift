import Foundation
import PatrolLedger
import PatrolTestSupport
import Testing

/// A district at work on a machine.
extension Machine {
    static let ledger = "/var/lib/patrol/ledger.sqlite"

    /// Installs the package, lets the people in, and has the administrator import the roster.
    func openDistrict(_ package: String? = nil) throws {
        try install(try package ?? Package.current)
        try admitPeople()
        try copy(Machine.clone + "/config/sites.csv", to: "/srv/sites.csv")
        let imported = try patrol("patrol-admin", "site", "import", "/srv/sites.csv")
        try #require(imported.status == 0, "\(imported.error)")
    }

    /// Files a hazard of a kind that is due two hours after it was seen; its number.
    func reportHazard(at site: String = "WC-R-001", observedAt: String? = nil) throws -> String {
        var words = ["hazard", "report", "--site", site, "--category", "0103", "--condition", "1"]
        words += ["--describe", "雨水井盖缺失", "--new"]
        if let observedAt { words += ["--observed-at", observedAt] }
        let outcome = try run(as: "patrol-inspector1", ["/usr/bin/patrol"] + words + ["--quiet"])
        try #require(outcome.status == 0, "\(outcome.error)")
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What the ledger's file says, asked by another program.
    func query(_ sql: String) throws -> [[String]] {
        let said = try done("sqlite3", "-readonly", "-separator", "\u{1F}", Machine.ledger, sql)
        return said.split(separator: "\n").map { line in
            line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Stops the service; its ledger is intact, and its tables are what the events make of them.
    func ledgerHolds(location: SourceLocation = #_sourceLocation) throws {
        try done("systemctl", "stop", "patrold.socket", "patrold.service")
        let verified = try run(as: "patrol", ["patrold", "verify"])
        #expect(verified.status == 0, "\(verified.output)\(verified.error)", sourceLocation: location)
        let differences = try Replay.differences(ofLedgerAt: file(Machine.ledger))
        #expect(differences == [], sourceLocation: location)
    }
}

/// People who file one inspection after the other, in shells of their own on a machine, until they are told to stop.
final class Filers {
    struct Receipt: Decodable, Hashable {
        let id: String
        let key: String
        let event: Int64
    }

    /// Everybody whose inspections count, and where each of them walks.
    static let all = [
        "patrol-inspector1": "WC-R-004", "patrol-inspector2": "WC-R-007", "patrol-shuiguohu": "WC-R-001",
        "patrol-auditor": "WC-R-012",
    ]

    private let machine: Machine
    private let folder: TemporaryFolder
    private let shells: [BackgroundProgram]

    init(on machine: Machine) throws {
        self.machine = machine
        let folder = try TemporaryFolder()
        self.folder = folder
        try? FileManager.default.removeItem(atPath: machine.file("/run-over"))
        // A line per filing: what was printed where it was recorded, else the status and the reason.
        let script = """
            while ! test -e /run-over; do
                if said=$(patrol inspect "$0" --json 2>/tmp/said-$$); then printf '%s' "$said" | tr -d '\\n'; echo
                else echo "status $?: $(cat /tmp/said-$$)"; fi
            done
            """
        shells = try Filers.all.map { user, site in
            try machine.start(as: user, ["sh", "-c", script, site], log: folder.file(user))
        }
    }

    /// Waits until each has filed so many.
    func haveFiled(_ count: Int) throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while try Filers.all.keys.contains(where: { try lines($0).count < count }) {
            try #require(ContinuousClock.now < deadline, "they do not get on")
            usleep(20_000)
        }
    }

    /// Lets each finish what is under way.
    /// - Returns: the receipts, and every line that is none.
    func finish() throws -> (receipts: [Receipt], refusals: [String]) {
        try machine.write("", to: "/run-over")
        for shell in shells { shell.stop(0) }
        var (receipts, refusals): ([Receipt], [String]) = ([], [])
        for user in Filers.all.keys {
            for line in try lines(user) {
                if let receipt = try? JSONDecoder().decode(Receipt.self, from: Data(line.utf8)) {
                    receipts.append(receipt)
                } else {
                    refusals.append("\(user): \(line)")
                }
            }
        }
        return (receipts, refusals)
    }

    /// Nothing waits in anybody's outbox.
    func haveNothingLeft(location: SourceLocation = #_sourceLocation) throws {
        for user in Filers.all.keys {
            let left = try machine.patrol(user, "outbox", "list", "--quiet")
            #expect(left.output == "" && left.status == 0, "\(user): \(left)", sourceLocation: location)
        }
    }

    private func lines(_ user: String) throws -> [String] {
        try String(contentsOfFile: folder.file(user), encoding: .utf8).split(separator: "\n").map(String.init)
    }
}

extension Machine {
    /// Each receipt is in the record, once.
    func records(_ receipts: [Filers.Receipt], location: SourceLocation = #_sourceLocation) throws {
        let rows = try query("SELECT entity, key, sequence FROM event WHERE key IS NOT NULL")
        let recorded = Set(
            rows.map { Filers.Receipt(id: $0[0], key: $0[1], event: Int64($0[2]) ?? 0) }
        )
        #expect(Set(receipts).count == receipts.count, sourceLocation: location)
        #expect(recorded.count == rows.count, sourceLocation: location)
        #expect(Set(receipts).subtracting(recorded).isEmpty, sourceLocation: location)
    }
}
