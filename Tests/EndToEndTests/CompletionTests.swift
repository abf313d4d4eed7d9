import Foundation
import PatrolTestSupport
import Testing

@Suite struct `A shell completes` {
    fileprivate struct Shell: CustomTestStringConvertible, Sendable {
        let name: String
        let arguments: [String]
        /// Loads the script that `patrol completion` printed into this folder.
        let load: @Sendable (String) -> String

        var testDescription: String { name }

        static let all = [
            Shell(
                name: "bash",
                arguments: ["--norc", "--noprofile", "-i"],
                load: { "source \($0)/patrol.bash" }
            ),
            Shell(
                name: "zsh",
                arguments: ["-f", "-i"],
                load: { "fpath=(\($0) $fpath); autoload -U compinit; compinit -u -D" }
            ),
            Shell(name: "fish", arguments: ["--no-config", "-i"], load: { "source \($0)/patrol.fish" }),
        ]
    }

    @Test(arguments: Shell.all)
    fileprivate func commandsSitesHazardsAndProgrammesOfTheDaemon(_ shell: Shell) async throws {
        try await House.with { house in
            try house.done(
                [
                    "hazard", "report", "--site", "R-1", "--category", "0103", "--describe", "缺失", "--as",
                    "inspector",
                ]
            )
            let folder = house.daemon.folder.path
            let file = ["bash": "patrol.bash", "zsh": "_patrol", "fish": "patrol.fish"][shell.name] ?? ""
            _ = try house.daemon.folder.write(try house.done("completion", shell.name), to: file)
            let terminal = try PseudoTerminal(
                "/usr/bin/\(shell.name)",
                shell.arguments,
                environment: house.daemon.environment().merging([
                    "PATH": RunningDaemon.binaries + ":/usr/bin:/bin", "HOME": folder, "PS1": "$ ",
                    "LC_ALL": "C.UTF-8", "TERM": "dumb",
                ]) { $1 },
                columns: 200
            )
            terminal.type(shell.load(folder) + "; echo lo''aded")
            try terminal.read(until: "loaded\n")
            // Each begins a word that only one thing can end.
            for (typed, completed) in [
                ("haz", "hazard"), ("site sh", "site show"), ("site show R-5", "R-5"),
                ("hazard show H-", "H-\(Self.year)-000001"), ("duty list --programme ro", "roads-daily"),
                ("overdue --category E0", "E0401"),
            ] {
                // What is typed behind it is read once the shell has completed the word; the end of the command is the
                // end of what it drew.
                terminal.press("patrol \(typed)\t --help >/dev/null; echo d''one\n")
                let drawn = try terminal.read(until: "done\n")
                #expect(drawn.contains(completed), "\(typed): \(drawn)")
            }
        }
    }

    private static var year: Int { Calendar(identifier: .gregorian).component(.year, from: Date()) }
}
