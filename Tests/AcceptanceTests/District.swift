import Foundation
import PatrolLedger
import PatrolModel
import PatrolTestSupport
import Testing

/// The tree's district with a Unix user for every role, a ledger of its own, and hazards that are anywhere in their life.
final class District {
    /// One person each; the hazards are at a site of the subdistrict and ordered to the unit.
    static let users: [Role: String] = [
        .inspector: "patrol-inspector1", .unit: "patrol-roads", .subdistrict: "patrol-shuiguohu",
        .dispatcher: "patrol-dispatcher", .supervisor: "patrol-supervisor", .leadingGroup: "patrol-leader1",
        .auditor: "patrol-reader", .admin: "patrol-admin",
    ]

    /// Whom the reference configuration does not have: somebody who only reads, another unit, and
    /// somebody with four roles.
    private static let people = """

        people:
          - {id: reader, name: 只读岗, user: patrol-reader, roles: [auditor]}
          - {id: water, name: 水务联络员, user: patrol-water, roles: [unit], unit: 市水务集团管网养护单位}
          - {id: many, name: 多职岗, user: patrol-many, roles: [inspector, supervisor, leading-group, unit], unit: 区市政道路养护单位}

        """

    private let tree: Tree
    private let daemon: BackgroundProgram
    private let today: CivilDate
    /// Sites of the subdistrict that nothing else is tried on.
    private var spares: [String]
    private var latestUpload = ""

    init(in tree: Tree) throws {
        self.tree = tree
        today = Zone.shanghai.date(Instant(seconds: Int64(Date().timeIntervalSince1970)))
        let script = """
            rm -rf /etc/patrol-rights /var/lib/patrol-rights
            cp -r /etc/patrol /etc/patrol-rights
            install -d -o patrol -g patrol /var/lib/patrol-rights
            for user in reader supervisor2 water many jiyuqiao; do
                id -u patrol-$user >/dev/null 2>&1 || useradd --groups patrol --create-home patrol-$user
            done
            """
        let prepared = try tree.run(as: "root", ["sh", "-eu"], input: script)
        try #require(prepared.status == 0, "\(prepared.error)")
        let path = tree.file("/etc/patrol-rights/patrol.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try Data(text.replacing("\npeople:\n", with: District.people).utf8).write(
            to: URL(fileURLWithPath: path)
        )
        try Photo.png().write(to: URL(fileURLWithPath: tree.file("/tmp/after.png")))
        spares = try String(contentsOfFile: tree.file("/etc/patrol/sites.csv"), encoding: .utf8)
            .split(separator: "\n").filter { $0.contains(",水果湖街,") }.dropFirst(2)
            .compactMap { $0.split(separator: ",").first.map(String.init) }
        // Its journal is not looked at, and none need run.
        daemon = try tree.startDaemon([
            "--config", "/etc/patrol-rights", "--state", "/var/lib/patrol-rights", "--log", "stderr",
        ])
        try done("patrol-admin", "site import /etc/patrol/sites.csv")
    }

    /// Stops its daemon; its tables are what the events make of them.
    func close() throws {
        #expect(daemon.stop(SIGTERM) == 0)
        #expect(try Replay.differences(ofLedgerAt: tree.file("/var/lib/patrol-rights/ledger.sqlite")) == [])
    }

    /// Runs a command line, whose words have no spaces in them, as somebody; `hazard` is what it is about.
    func patrol(_ user: String, _ words: String, _ hazard: String = "") throws -> Program.Outcome {
        let filled = try words.split(separator: " ").map { try fill(String($0), hazard) }
        return try tree.run(as: user, ["/usr/bin/patrol"] + filled)
    }

    /// The same of what must succeed; what it printed.
    @discardableResult
    func done(_ user: String, _ words: String, _ hazard: String = "") throws -> String {
        let outcome = try patrol(user, words, hazard)
        guard outcome.status == 0 else { throw Refused(words: [user, words, hazard], outcome: outcome) }
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A new file's name in the tree, that nobody owns yet.
    func newFile(_ text: String? = nil) throws -> String {
        let name = "/tmp/rights-\(UUID().uuidString)"
        if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: tree.file(name))) }
        return name
    }

    private func fill(_ word: String, _ hazard: String) throws -> String {
        switch word {
        case "{hazard}": hazard
        case "{soon}": today.adding(days: 30).description
        case "{spare}": try spare()
        case "{upload}": latestUpload
        case "{batch}", "{folder}": try newFile()
        case "{day}": try newFile("编号,时间\n\(spare()),\(today) 00:00\n")
        case "{answers}": try newFile("隐患编号,接收编号,接收结果,原因\n\(hazard),G-\(hazard),接收,\n")
        default: word
        }
    }

    private func spare() throws -> String {
        let site = spares.popLast()
        return try #require(site, "no site is left")
    }
}

extension District {
    /// A hazard that other people than those of ``users`` have brought so far, but for the unit and the leading group.
    func hazard(_ scene: Right.Scene) throws -> String {
        let isUpload = scene == .unsent || scene == .sent
        let isMajor = scene == .major || scene == .verified
        let hazard = try report(isUpload ? "0111" : "0103", isMajor ? "--severity major" : "")
        for (user, words) in steps(to: scene) {
            let printed = try done(user, words, hazard)
            if words.hasPrefix("upload make") { latestUpload = printed }
        }
        return hazard
    }

    /// Reports one of a limit of two working days; its number.
    func report(_ category: String = "0103", _ more: String = "") throws -> String {
        let words =
            "hazard report --site WC-R-001 --category \(category) --condition 3 --describe 松动 --new --quiet"
        return try done("patrol-inspector2", "\(words) \(more)")
    }

    private func steps(to scene: Right.Scene) -> [(String, String)] {
        let ordered = ("patrol-inspector2", "hazard order {hazard}")
        let rectified = ("patrol-roads", "hazard rectify {hazard} --note 已加固 --photo /tmp/after.png")
        let verified = ("patrol-inspector2", "hazard verify {hazard} --note 牢固")
        let planned = ("patrol-supervisor2", "hazard supervise {hazard} \(Right.plan)")
        let suspended = "hazard suspend {hazard} --until {soon} --reason 随改造 --measures 设警示牌"
        return switch scene {
        case .reported, .major, .unsent: []
        case .ordered: [ordered]
        case .returned: [ordered, ("patrol-roads", "hazard return {hazard} --reason 非本单位管养")]
        case .asked: [ordered, ("patrol-roads", "hazard extend {hazard} --by 1工作日 --reason 须定制")]
        case .referred: [("patrol-supervisor2", "hazard refer {hazard} --to 区市政道路养护单位")]
        case .suspended: [("patrol-supervisor2", suspended)]
        case .rectified: [ordered, rectified]
        case .verified: [planned, ordered, rectified, verified]
        case .closed: [ordered, rectified, verified]
        case .voidAsked: [ordered, ("patrol-supervisor2", "hazard void {hazard} --ground unfounded")]
        case .sent: [("patrol-admin", "upload make --system gas --file {batch} --quiet")]
        }
    }
}
