import Foundation
import Glibc
import PatrolTestSupport

/// A Debian tree without Swift in which the release programs run, each by a real Unix user of that tree.
struct Tree: Sendable {
    let path: String

    /// Set by `make acceptance`.
    static let current = ProcessInfo.processInfo.environment["PATROL_TREE"].map { Tree(path: $0) }

    static let whySkipped = "needs root and a Debian tree: run make acceptance as root"

    private static let environment = [
        "TZ": "America/New_York", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "zh_CN.UTF-8",
    ]

    func file(_ name: String) -> String { path + name }

    /// Runs a program of the tree as one of its users, with that user's groups.
    func run(as user: String, _ words: [String], input: String = "") throws -> Program.Outcome {
        try Program("/usr/sbin/chroot").run(
            arguments(user, words).map { Array($0.utf8) },
            environment: Tree.environment,
            input: input
        )
    }

    func patrol(_ user: String, _ words: String...) throws -> Program.Outcome {
        try run(as: user, ["/usr/bin/patrol"] + words)
    }

    /// Runs `patrol --json`, which must succeed.
    func json(_ user: String, _ words: String...) throws -> Any {
        let outcome = try run(as: user, ["/usr/bin/patrol"] + words + ["--json"])
        guard outcome.status == 0 else { throw Refused(words: words, outcome: outcome) }
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    }

    struct Refused: Error {
        let words: [String]
        let outcome: Program.Outcome
    }

    /// Starts the daemon as the user `patrol` and waits until it says that it is ready.
    func startDaemon() throws -> BackgroundProgram {
        try BackgroundProgram.startNotifying(
            "/usr/sbin/chroot",
            arguments("patrol", ["/usr/bin/patrold", "run"]),
            environment: Tree.environment.merging(["NOTIFY_SOCKET": "/run/notify"]) { $1 },
            notify: file("/run/notify"),
            log: file("/tmp/patrold.log")
        )
    }

    /// Starts the tree's own journald and waits until it says that it is ready.
    func startJournal() throws -> BackgroundProgram {
        try BackgroundProgram.startNotifying(
            "/usr/sbin/chroot",
            [path, "/lib/systemd/systemd-journald"],
            environment: ["NOTIFY_SOCKET": "/run/notify-journal"],
            notify: file("/run/notify-journal"),
            log: file("/tmp/journald.log")
        )
    }

    /// The journal's entries that match, field by field.
    func journal(_ matches: String...) throws -> [[String: Any]] {
        let words = [path, "journalctl", "--no-pager", "--output=json"] + matches
        let outcome = try Program("/usr/sbin/chroot").run(
            words.map { Array($0.utf8) },
            environment: Tree.environment
        )
        return try outcome.output.split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
    }

    private func arguments(_ user: String, _ words: [String]) -> [String] {
        [path, "setpriv", "--reuid=\(user)", "--regid=\(user)", "--init-groups"] + words
    }
}
