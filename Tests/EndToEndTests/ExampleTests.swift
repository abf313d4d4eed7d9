import Foundation
import PatrolTestSupport
import PatrolText
import Testing

@Suite struct `The examples of the help` {
    /// Every command of the help that a daemon is behind, and the words of its examples.
    private static let commands = [
        "patrol", "patrol today", "patrol morning", "patrol inspect", "patrol hazard", "patrol hazard report",
        "patrol hazard list",
        "patrol hazard show", "patrol hazard order", "patrol hazard rectify", "patrol hazard verify",
        "patrol hazard return", "patrol hazard reassign", "patrol hazard progress", "patrol hazard extend",
        "patrol hazard refer", "patrol hazard suspend", "patrol hazard resume", "patrol hazard supervise",
        "patrol hazard look-back", "patrol hazard downgrade", "patrol hazard void", "patrol hazard case",
        "patrol hazard close", "patrol evidence", "patrol evidence list", "patrol evidence save",
        "patrol overdue", "patrol search", "patrol duty", "patrol duty list", "patrol programme",
        "patrol programme list", "patrol programme show", "patrol programme preview", "patrol site",
        "patrol site import", "patrol site list", "patrol site show", "patrol site retire",
        "patrol site compare",
        "patrol catalogue", "patrol catalogue import", "patrol catalogue list", "patrol catalogue show",
        "patrol upload", "patrol upload list", "patrol upload make", "patrol upload show",
        "patrol upload receipt",
        "patrol event", "patrol event list", "patrol event verify", "patrol outbox", "patrol outbox list",
        "patrol outbox retry", "patrol outbox drop", "patrol status", "patrol completion",
    ]

    @Test func standForEveryCommandInBothLanguagesAlike() throws {
        for command in Self.commands + [
            "patrold verify", "patrold backup", "patrold restore", "patrold reload",
        ] {
            let (zh, en) = (Language.zh.phrases.examples(command), Language.en.phrases.examples(command))
            #expect(!zh.isEmpty && zh.count == en.count, "\(command)")
            for (one, other) in zip(zh, en) {
                #expect(one.command.switches == other.command.switches)
                #expect(
                    one.command == command || one.command.hasPrefix("patrol ") || command.hasPrefix("patrold")
                )
            }
        }
    }

    /// A daemon that is not there tells a command that can be read from one that cannot.
    @Test func areReadAsTheyStand() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            let csv = "编号,名称,类别,街道,责任单位,小类代码,小类名称,立案条件,处置时限,时间\n,,,,,,,,,\n"
            for language in ["zh", "en"] {
                let phrases: any Phrases = (Language(rawValue: language) ?? .zh).phrases
                for example in Self.commands.flatMap(phrases.examples)
                where example.command != "patrol inspect" {
                    let files = example.command.split(separator: " ").filter { $0.hasSuffix(".csv") }
                    for file in files { _ = try daemon.folder.write(csv, to: String(file)) }
                    for file in example.command.split(separator: " ")
                    where [".jpg", ".pdf"].contains(where: file.hasSuffix) {
                        _ = try daemon.folder.write(Photo.png(), to: String(file))
                    }
                    let script =
                        "cd \(daemon.folder.path); mkdir -p .local; "
                        + example.command.replacing("~", with: ".").replacing(" | lp", with: "")
                    let outcome = try Program("/bin/sh").run(
                        ["-c", script].map { Array($0.utf8) },
                        environment: daemon.environment(language)
                            .merging(["PATH": RunningDaemon.binaries + ":/usr/bin:/bin"]) { $1 }
                    )
                    // 2 is the shell's own: a folder that a redirection names is not there.
                    #expect(
                        [0, 2, 65, 69, 75].contains(outcome.status),
                        "\(example.command): \(outcome.status) \(outcome.error)"
                    )
                }
            }
        }
    }
}

extension String {
    /// The command and its switches, without the words of people.
    fileprivate var switches: [Substring] {
        split(separator: " ").filter { $0.hasPrefix("-") && $0.count > 2 }
    }
}
