import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `The ledger of a moment that has passed` {
    /// A cover that is missing is reported at 08:30, late at 10:30, ordered, fixed and checked by 15:00.
    @Test func isPrintedUnderThatMomentInBothLanguages() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon(
                configuration: StoryConfiguration.files,
                at: Zone.shanghai.at("2026-11-23 08:30")
            )
            let roster = try daemon.folder.write(StoryConfiguration.roster, to: "roster.csv")
            try daemon.start()
            func run(_ words: String..., language: String = "zh") throws -> String {
                let outcome = try daemon.patrol(words, language: language)
                #expect(outcome.status == 0, "\(words): \(outcome.error)")
                return outcome.output
            }
            func file(_ person: String, _ words: String...) throws {
                let outcome = try daemon.patrol(words + ["--as", person])
                #expect(outcome.status == 0, "\(words): \(outcome.error)")
            }
            let hazard = "H-2026-000001"
            try file("admin", "site", "import", roster)
            try file(
                "inspector-1",
                "hazard",
                "report",
                "--site",
                "WC-R-001",
                "--category",
                "0103",
                "--condition",
                "1",
                "--describe",
                "井盖缺失"
            )
            try daemon.move(to: Zone.shanghai.at("2026-11-23 11:00"))
            let (late, shown) = (try run("overdue", "--json"), try run("hazard", "show", hazard, "--json"))
            #expect(late.contains(hazard))
            try daemon.move(to: Zone.shanghai.at("2026-11-23 15:00"))
            try file("dispatcher", "hazard", "order", hazard)
            try file("roads", "hazard", "rectify", hazard, "--note", "已补装")
            try file("inspector-2", "hazard", "verify", hazard, "--note", "平整")
            #expect(try run("overdue", "--json") == "[]\n")

            // To the second it is what was said, byte for byte.
            let then = "2026-11-23T11:00:00+08:00"
            #expect(try run("overdue", "--as-of", then, "--json") == late)
            #expect(try run("hazard", "show", hazard, "--as-of", then, "--json") == shown)
            // Before the limit had passed it was not late, and by the evening it was closed.
            #expect(try run("overdue", "--as-of", "2026-11-23 10:29", "--quiet") == "")
            #expect(try run("overdue", "--as-of", "10:30", "--quiet") == hazard + "\n")
            #expect(try run("overdue", "--as-of", "2026-11-23").contains("没有逾期"))

            let heads = [
                ("zh", "截至 2026年11月23日 11:00 的台账（操作流水第 "),
                ("en", "as the ledger stood at 23 November 2026 11:00, by event "),
            ]
            for (language, head) in heads {
                for words in [["overdue"], ["overdue", "--by", "category"], ["hazard", "show", hazard]] {
                    let outcome = try daemon.patrol(
                        words + ["--as-of", "2026-11-23 11:00"],
                        language: language
                    )
                    #expect(outcome.output.hasPrefix(head), "\(outcome.output) \(outcome.error)")
                    #expect(
                        outcome.output.contains(language == "zh" ? "雨水井盖" : "0103") || words[0] == "overdue"
                    )
                }
            }
            let early = try daemon.patrol(["hazard", "show", hazard, "--as-of", "2026-11-23 08:29"])
            #expect(early.status == 65)
            #expect(daemon.stop() == 0)
            #expect(try daemon.replay() == [])
        }
    }
}
