import Foundation
import Glibc
import PatrolTestSupport

/// A Debian tree without Swift in which the release programs run, each by a real Unix user of that tree.
struct Tree: Premises {
    let path: String

    /// Set by `make acceptance`.
    static let current = ProcessInfo.processInfo.environment["PATROL_TREE"].map { Tree(path: $0) }

    static let whySkipped = "needs root and a Debian tree: run make acceptance as root"

    private static let environment = [
        "TZ": "America/New_York", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "zh_CN.UTF-8",
    ]

    func file(_ name: String) -> String { path + name }

    func run(as user: String, _ words: [String], input: String) throws -> Program.Outcome {
        try Program("/usr/sbin/chroot").run(
            arguments(user, words).map { Array($0.utf8) },
            environment: Tree.environment,
            input: input
        )
    }

    /// Starts the daemon as the user `patrol` and waits until it says that it is ready.
    func startDaemon(_ switches: [String] = []) throws -> BackgroundProgram {
        try BackgroundProgram.startNotifying(
            "/usr/sbin/chroot",
            arguments("patrol", ["/usr/bin/patrold", "run"] + switches),
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

    private func arguments(_ user: String, _ words: [String]) -> [String] {
        [path, "setpriv", "--reuid=\(user)", "--regid=\(user)", "--init-groups"] + words
    }
}
