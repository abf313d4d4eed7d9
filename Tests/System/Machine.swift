import Foundation
import Glibc
import PatrolTestSupport
import Synchronization

/// A real Debian with a systemd of its own, booted in a copy of a tree; ended and removed with the test.
final class Machine: Premises {
    /// What `make system-test` has made.
    struct Supplies: Sendable {
        /// Where machines live; the tree they begin as is its folder `debian`.
        let folder: String
        /// What their names begin with.
        let name: String

        /// Nil where the script did not start the tests.
        static let given: Supplies? = {
            let environment = ProcessInfo.processInfo.environment
            guard let folder = environment["PATROL_MACHINES"],
                let name = environment["PATROL_MACHINE_NAME"]
            else { return nil }
            return Supplies(folder: folder, name: name)
        }()
    }

    struct NotBooted: Error {
        let log: String
    }

    static let whySkipped = "needs root and machines: run make system-test as root"

    /// The clone that is tested.
    static let clone = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// Its root as it is seen from outside.
    let root: String
    private let system: BackgroundProgram
    /// Its first process, by our number.
    private let leader: Int32
    private static let count = Atomic(0)
    /// Stories that are told at the same time. A machine takes two dozen of the 128 inotify instances that the kernel grants
    /// to root, and says nothing more once there are none; and a watchdog is not to bite because there is no processor.
    private static let stories = DispatchSemaphore(value: 2)

    /// Boots one, tells the story, and ends it whatever comes of that.
    static func boot(_ story: @Sendable (Machine) throws -> Void) async throws {
        try await Blocking.run {
            stories.wait()
            defer { stories.signal() }
            let machine = try Machine()
            defer { machine.end() }
            try story(machine)
        }
    }

    /// Boots two that run at the same time.
    static func bootPair(_ story: @Sendable (Machine, Machine) throws -> Void) async throws {
        try await Blocking.run {
            stories.wait()
            defer { stories.signal() }
            let one = try Machine()
            defer { one.end() }
            let other = try Machine()
            defer { other.end() }
            try story(one, other)
        }
    }

    private init() throws {
        guard let supplies = Supplies.given else { throw NotBooted(log: Machine.whySkipped) }
        let number = Machine.count.wrappingAdd(1, ordering: .relaxed).newValue
        let (name, folder) = ("\(supplies.name)-\(number)", "\(supplies.folder)/machine-\(number)")
        root = folder + "/root"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let copied = try Program("/bin/cp").run(
            ["-a", "--reflink=auto", supplies.folder + "/debian", root].map { Array($0.utf8) },
            environment: [:]
        )
        guard copied.status == 0 else { throw NotBooted(log: copied.error) }
        // What its journal said is found there where it does not come up.
        let journal = root + "/var/log/journal"
        try FileManager.default.createDirectory(atPath: journal, withIntermediateDirectories: true)
        do {
            system = try BackgroundProgram.startNotifying(
                Machine.clone + "/Scripts/boot",
                [root, name, "--notify-ready=yes"],
                environment: ["PATH": Machine.path, "NOTIFY_SOCKET": folder + "/notify"],
                notify: folder + "/notify",
                log: folder + "/console"
            )
        } catch let failure as BackgroundProgram.NotReady {
            let words = ["--directory=\(journal)", "--no-pager", "--lines=100"]
            let said = try Program("/usr/bin/journalctl").run(words.map { Array($0.utf8) }, environment: [:])
            try? FileManager.default.removeItem(atPath: folder)
            throw NotBooted(log: failure.log + said.output + said.error)
        }
        guard let first = Machine.child(of: system.processID ?? 0) else {
            throw NotBooted(log: try String(contentsOfFile: folder + "/console", encoding: .utf8))
        }
        leader = first
    }

    /// Pulls its plug. What it held is removed.
    func end() {
        system.stop(SIGKILL)
        try? FileManager.default.removeItem(atPath: (root as NSString).deletingLastPathComponent)
    }

    private static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    private static func child(of process: Int32) -> Int32? {
        let children = try? String(
            contentsOfFile: "/proc/\(process)/task/\(process)/children",
            encoding: .utf8
        )
        return children?.split(separator: " ").first.flatMap { Int32($0) }
    }

    /// Its file of that name as it is seen from outside.
    func file(_ name: String) -> String { root + name }

    func run(as user: String, _ words: [String], input: String) throws -> Program.Outcome {
        try run(as: user, words, input: input, language: "zh_CN.UTF-8")
    }

    /// Runs a program as one of its users, as after a login: groups, home, and a language.
    func run(as user: String, _ words: [String], input: String = "", language: String) throws
        -> Program.Outcome
    {
        try Program("/usr/bin/nsenter").run(
            arguments(user, ["LC_ALL=\(language)"] + words).map { Array($0.utf8) },
            environment: ["PATH": Machine.path],
            input: input
        )
    }

    /// Starts a program that runs beside the test; its output goes to `log`, a file outside.
    func start(as user: String, _ words: [String], log: String) throws -> BackgroundProgram {
        try BackgroundProgram.start(
            "/usr/bin/nsenter",
            arguments(user, ["LC_ALL=zh_CN.UTF-8"] + words),
            environment: ["PATH": Machine.path],
            log: log
        )
    }

    private func arguments(_ user: String, _ words: [String]) -> [String] {
        let login = ["setpriv", "--reuid=\(user)", "--regid=\(user)", "--init-groups", "--reset-env"]
        // Who waits for the program is outside; the program ends with them.
        let enter = ["--target=\(leader)", "--all", "--wdns=/", "--"]
        return enter + login + ["--pdeathsig=KILL", "env", "PATH=\(Machine.path)"] + words
    }
}
