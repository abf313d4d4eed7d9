import Foundation
import PatrolModel
import PatrolTestSupport
import PatrolText
import Testing

/// A language and a terminal's width.
struct Edition: Hashable, Sendable, CustomTestStringConvertible {
    let language: Language
    let columns: Int

    static let all = Language.allCases.flatMap { language in
        [80, 120].map { Edition(language: language, columns: $0) }
    }

    /// Its folder among the golden files.
    var name: String { "\(language.rawValue)/\(columns)" }
    var testDescription: String { name }
}

/// Three days of a district, played once with the real programs under a clock that the story moves, and what its
/// screens show on the third morning.
struct Story {
    /// What a screen shows, by edition and the screen's name; files of a spreadsheet by language alone.
    struct Screens: Sendable {
        var texts: [Edition: [String: String]] = [:]
        var tables: [Language: [String: Data]] = [:]
    }

    /// Played when the first test asks for it; nil where it cannot be played to its end, which is said once.
    static let screens = Task { () -> Screens? in
        do {
            return try await Blocking.run { try Story().played() }
        } catch {
            Issue.record(error)
            return nil
        }
    }

    private let daemon: RunningDaemon
    private let files: [String: String]

    private init() throws {
        let daemon = try RunningDaemon(
            configuration: StoryConfiguration.files,
            at: Zone.shanghai.at("2026-11-23 08:30")
        )
        let texts = [
            "roster.csv": StoryConfiguration.roster, "bad-roster.csv": StoryConfiguration.badRoster,
            "bad-day.csv": StoryConfiguration.badDay, "city.csv": StoryConfiguration.newCatalogue,
        ]
        let photos = [
            "after.png": Photo.png("after"), "before.png": Photo.png("before"), "receipt.pdf": Photo.pdf,
        ]
        let written = try photos.mapValues { photo in photo }.map {
            ($0, try daemon.folder.write($1, to: $0))
        }
        files = try texts.reduce(into: Dictionary(uniqueKeysWithValues: written)) {
            $0[$1.key] = try daemon.folder.write($1.value, to: $1.key)
        }
        self.daemon = daemon
    }

    private func played() throws -> Screens {
        try daemon.start()
        for step in StoryFiling.all {
            try daemon.move(to: Zone.shanghai.at(step.at))
            guard !step.words.isEmpty else { continue }
            let outcome = try run(step.words)
            #expect(outcome.status == 0, "\(step.words): \(outcome.error)")
        }
        try daemon.move(to: Zone.shanghai.at("2026-11-25 08:50"))
        var screens = Screens()
        for edition in Edition.all {
            screens.texts[edition] = try ScreenPlan.all.mapValues { try transcript($0, edition) }
        }
        for language in Language.allCases {
            screens.tables[language] = try ScreenPlan.tables.mapValues { words in
                try run(words, language).bytes
            }
        }
        for (edition, text) in try outbox() { screens.texts[edition]?["outbox"] = text }
        #expect(try daemon.replay() == [])
        return screens
    }

    /// What could not be sent, and what became of it: an outbox of its own for each edition, the filings the same.
    private func outbox() throws -> [Edition: String] {
        var texts: [Edition: String] = [:]
        func add(_ commands: [[String]]) throws {
            for edition in Edition.all {
                let folder = daemon.folder.file("outbox-" + edition.name.replacing("/", with: "-"))
                let text = try transcript(commands, edition, ["PATROL_OUTBOX": folder])
                texts[edition] = [texts[edition], text].compactMap { $0 }.joined(separator: "\n")
            }
        }
        #expect(daemon.stop() == 0)
        try add([StoryFiling.misread.words, StoryFiling.right.words])
        try daemon.start()
        try add([["overdue", "--by", "subdistrict", "--as", "supervisor"]])
        #expect(daemon.stop() == 0)
        try add([
            StoryFiling.later.words, StoryFiling.order.words, ["outbox", "list"],
            ["today", "--as", "inspector-1"],
        ])
        return texts
    }

    private func run(
        _ words: [String],
        _ language: Language = .zh,
        _ environment: [String: String] = [:]
    ) throws -> Program.Outcome {
        try daemon.patrol(
            words.map { files[$0] ?? $0 },
            language: language.rawValue,
            environment: ["TZ": "Asia/Shanghai"].merging(environment) { $1 }
        )
    }

    /// What a terminal would show of commands: each, what it printed, and how it ended where that was not well.
    private func transcript(
        _ commands: [[String]],
        _ edition: Edition,
        _ environment: [String: String] = [:]
    ) throws -> String {
        let screen = ["COLUMNS": String(edition.columns)].merging(environment) { $1 }
        return try commands.map { words in
            let outcome = try run(words, edition.language, screen)
            let shown = words.map { $0.contains(" ") || $0.contains("…") ? "'\($0)'" : $0 }
            let end = outcome.status == 0 ? "" : "[\(outcome.status)]\n"
            return "$ " + (["patrol"] + shown.withoutKey).joined(separator: " ") + "\n"
                + outcome.output + outcome.error + end
        }.joined(separator: "\n").withoutChance
    }
}

extension [String] {
    /// Keys make a filing the same each time it is repeated; nobody types them.
    fileprivate var withoutKey: [String] {
        firstIndex(of: "--key").map { Array(self[..<$0] + self[($0 + 2)...]) } ?? self
    }
}

extension String {
    /// The folder of this run and the hash of the last event, whole or its beginning, each as long as before.
    fileprivate var withoutChance: String {
        replacing(/\/tmp\/patrol-[0-9A-F-]{13}/) { _ in "/tmp/patrol-xxxxxxxxxxxxx" }
            .replacing(/\b[0-9a-f]{64}\b/) { _ in String(repeating: "x", count: 64) }
            .replacing(/(校验值|head)(\s)[0-9a-f]{12}\b/) {
                "\($0.1)\($0.2)" + String(repeating: "x", count: 12)
            }
    }
}

/// What somebody files, and when; without words, an instant at which something falls due.
struct StoryFiling {
    let at: String
    let words: [String]

    init(dueAt at: String) {
        (self.at, words) = (at, [])
    }

    init(_ at: String, _ person: String, _ words: String...) {
        self.at = at
        let number = String(at.filter(\.isNumber).suffix(8))
        self.words = words + ["--as", person, "--key", "0192f0c1-2d3e-7abc-8def-0000" + number]
    }
}
