import Foundation
import PatrolTestSupport
import Testing

/// A program and the manual page that explains it.
private struct Explained: CustomTestStringConvertible, Sendable {
    let program: String
    let page: String
    /// Where its exit statuses are decided.
    let source: String

    var testDescription: String { program }

    static let all = [
        Explained(
            program: "patrol",
            page: "patrol.1",
            source: "PatrolCommands/ExitStatus.swift"
        ),
        Explained(
            program: "patrold",
            page: "patrold.8",
            source: "PatrolDaemon/PatroldCommand.swift"
        ),
    ]

    func help(_ path: [String]) throws -> String {
        try Program(RunningDaemon.binaries + "/" + program).run(
            (path + ["--help"]).map { Array($0.utf8) },
            environment: ["LC_ALL": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
        ).output
    }

    /// Its verbs, each as it is typed.
    func verbs() throws -> [String] {
        try subcommands([]).flatMap { noun in
            let below = try subcommands([noun])
            return below.isEmpty ? [noun] : below.map { noun + " " + $0 }
        }
    }

    private func subcommands(_ path: [String]) throws -> [String] {
        try help(path).components(separatedBy: "Subcommands:\n").dropFirst().first.map { list in
            list.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
                .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
                .compactMap { $0.split(separator: " ").first.map(String.init) }
        } ?? []
    }

    /// The switches of a verb that not every command has.
    func switches(of verb: String) throws -> [String] {
        let help = try help(verb.split(separator: " ").map(String.init))
        let own = help.components(separatedBy: "\nOptions:\n").dropFirst().first ?? ""
        let entries = own.components(separatedBy: "\n\n").first ?? ""
        return entries.split(separator: "\n").filter { $0.hasPrefix("  --") }
            .flatMap { $0.matches(of: /--[a-z-]+/).prefix(1).map { String($0.0) } }
    }
}

@Suite struct `The manual pages` {
    @Test(arguments: Explained.all)
    fileprivate func explainEveryCommandAndSwitchInBothLanguages(_ explained: Explained) throws {
        let verbs = try explained.verbs()
        #expect(verbs.count > 5)
        for page in try ManualPage.both(explained.page) {
            for verb in verbs {
                guard let text = page.paragraphs(of: verb, besides: verbs.filter { $0 != verb }) else {
                    Issue.record("\(page.name) does not explain \(explained.program) \(verb)")
                    continue
                }
                for option in try explained.switches(of: verb) {
                    #expect(text.contains(option), "\(page.name): \(verb) \(option)")
                }
            }
        }
    }

    @Test(arguments: Explained.all)
    fileprivate func explainEveryExitStatusAndNoOther(_ explained: Explained) throws {
        let source = try String(
            contentsOfFile: Project.folder + "/Sources/" + explained.source,
            encoding: .utf8
        )
        // `case usage = 64` in one, `case .badData: 65` in the other.
        var statuses = Set(source.matches(of: /case .*[:=] (\d+)\n/).compactMap { Int($0.1) })
        if explained.program == "patrold" { statuses.formUnion([0, 64, 66, 70]) }
        for page in try ManualPage.both(explained.page) {
            let told = page.terms(under: ["EXIT STATUS", "退出状态"]).compactMap(Int.init)
            #expect(told == statuses.sorted(), "\(page.name)")
        }
    }

    @Test(arguments: Explained.all)
    fileprivate func nameTheVersionThatTheProgramNames(_ explained: Explained) throws {
        let outcome = try Program(RunningDaemon.binaries + "/" + explained.program).run(
            [Array("--version".utf8)],
            environment: ["LC_ALL": "en_US.UTF-8"]
        )
        let changelog = try String(contentsOfFile: Project.folder + "/debian/changelog", encoding: .utf8)
        let version = changelog.firstMatch(of: /patrol \(([0-9.]+)\)/).map { String($0.1) }
        #expect(outcome.status == 0 && outcome.error.isEmpty)
        #expect(outcome.output == "\(explained.program) \(version ?? "?")\n")
        for page in ["", "zh_CN/"].map({ Project.folder + "/man/" + $0 + explained.page }) {
            let source = try String(contentsOfFile: page, encoding: .utf8)
            #expect(source.contains("\"patrol \(version ?? "?")\""))
        }
    }
}
