import Foundation
import PatrolModel
import PatrolTestSupport
import PatrolText
import Testing

/// A hazard that was closed yesterday, and a programme that looks back at it today.
private struct Yesterday {
    let daemon: RunningDaemon
    private let out: TemporaryFolder

    static let hazard = "H-2026-000001"

    private static let programme = """
        id: look-back
        name: 隐患回头看
        lookBack: {after: 1}
        cadence: weekly
        """

    init() throws {
        out = try TemporaryFolder()
        try TestConfiguration(typistsCount: false).write(to: out, under: "config")
        var files = ["programmes/look-back.yaml": Self.programme]
        for path in try FileManager.default.subpathsOfDirectory(atPath: out.file("config")) {
            files[path] = try? String(contentsOfFile: out.file("config/" + path), encoding: .utf8)
        }
        daemon = try RunningDaemon(configuration: files, at: Zone.shanghai.at("2026-11-23 09:00"))
        try daemon.start()
        try done(["site", "import", try out.write(TestConfiguration.roster, to: "roster.csv")])
        try done([
            "hazard", "report", "--site", "R-1", "--category", "0103", "--describe", "井盖缺失", "--as",
            "inspector",
        ])
        try done(["hazard", "order", Self.hazard, "--as", "dispatcher"])
        try done(["hazard", "rectify", Self.hazard, "--note", "补装", "--as", "liaison"])
        try done(["hazard", "verify", Self.hazard, "--note", "完好", "--as", "inspector"])
        try daemon.move(to: Zone.shanghai.at("2026-11-24 09:00"))
    }

    @discardableResult
    func done(_ words: [String], _ language: Language = .zh) throws -> String {
        let outcome = try daemon.patrol(words, language: language.rawValue)
        #expect(outcome.status == 0, "\(words): \(outcome.error)")
        return outcome.output
    }

    func array(_ words: [String]) throws -> [[String: Any]] {
        let text = try done(words + ["--json"])
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }
}

@Suite struct `A look-back from the command line` {
    @Test func isOnTheListsOfSomebodyWhoDidNotVerifyIt() throws {
        let yesterday = try Yesterday()
        defer { yesterday.daemon.stop() }
        let own = try yesterday.array(["today", "--as", "inspector-2"])
        let duty = try #require(own.first { $0["programme"] as? String == "look-back" })
        #expect(duty["id"] as? String == "look-back/2026-W48/H-2026-000001")
        #expect(duty["hazard"] as? String == Yesterday.hazard && duty["site"] as? String == "R-1")
        #expect(duty["categoryName"] as? String == "雨水井盖" && duty["assignee"] as? String == "inspector-2")
        #expect(duty["state"] as? String == "open" && duty["targetDate"] as? String == "2026-11-24")
        #expect(
            own.filter { $0["programme"] as? String == "roads-daily" }.allSatisfy { $0["hazard"] is NSNull }
        )
        let other = try yesterday.array(["today", "--as", "inspector"])
        #expect(!other.contains { $0["programme"] as? String == "look-back" })
    }

    @Test(arguments: [
        (
            Language.zh, "回头看\n",
            "11-29  雨水井盖  中北路    patrol hazard look-back H-2026-000001 --note …", "回头看：雨水井盖（中北路）"
        ),
        (
            .en, "To look back at\n",
            "11-29  雨水井盖  中北路  patrol hazard look-back H-2026-000001 --note …",
            "look-back: 雨水井盖 (中北路)"
        ),
    ])
    func saysWhatItWasAndHowToFileIt(_ language: Language, _ title: String, _ row: String, _ place: String)
        throws
    {
        let yesterday = try Yesterday()
        defer { yesterday.daemon.stop() }
        let today = try yesterday.done(["today", "--as", "inspector-2"], language)
        #expect(today.contains(title) && today.contains(row.split(separator: "  ").last ?? ""), "\(today)")
        let list = try yesterday.done(
            ["duty", "list", "--programme", "look-back", "--as", "supervisor"],
            language
        )
        #expect(list.contains(Yesterday.hazard) && list.contains(place), "\(list)")
        let paper = try yesterday.done(
            ["morning", "--person", "inspector-2", "--as", "supervisor"],
            language
        )
        let joined = paper.filter { !$0.isWhitespace }
        #expect(joined.contains(Yesterday.hazard) && joined.contains(place.prefix(4)), "\(paper)")
        for text in [today, list, paper] {
            #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= 120 }, "\(text)")
        }
        let sheet = try yesterday.done(["programme", "show", "look-back", "--as", "supervisor"], language)
        #expect(sheet.contains(language == .zh ? "隐患销号后第 1 天" : "hazards, day 1 after closing"), "\(sheet)")
        let preview = try yesterday.array(["programme", "preview", "look-back", "--periods", "1"])
        #expect(preview.map { $0["duties"] as? Int } == [1])
    }

    @Test func isMissedAndSaidInTheJournalUnderItsHazard() throws {
        let yesterday = try Yesterday()
        try yesterday.done(["inspect", "R-1", "--as", "inspector-2"])
        try yesterday.daemon.move(to: Zone.shanghai.at("2026-11-30 09:00"))
        let words = ["duty", "list", "--programme", "look-back", "--as", "supervisor"]
        #expect(try yesterday.array(words).map { $0["state"] as? String } == ["missed"])
        yesterday.daemon.stop()
        let said = yesterday.daemon.log.split(separator: "\n").filter {
            $0.contains("PATROL_DUTY=look-back/2026-W48/H-2026-000001")
        }
        #expect(said.count == 1 && said[0].contains("PATROL_HAZARD=H-2026-000001"), "\(said)")
        #expect(said.allSatisfy { $0.contains("H-2026-000001 中北路") })
        #expect(try yesterday.daemon.replay() == [])
    }
}
