import Foundation
import PatrolTestSupport
import Testing

@testable import PatrolDaemon

@Suite struct `Each message is explained` {
    private struct Entry {
        let id: String
        let text: String
    }

    private static let languages = ["patrol.catalog", "patrol.zh_CN.catalog"]

    /// The entries of a catalogue, in the order of the file.
    private func entries(_ file: String) throws -> [Entry] {
        let text = try String(contentsOfFile: Project.folder + "/systemd/" + file, encoding: .utf8)
        return text.components(separatedBy: "\n-- ").dropFirst().map { entry in
            let lines = entry.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return Entry(id: String(lines[0]), text: String(lines.last ?? ""))
        }
    }

    /// What the daemon says, and what is said of it where it can say nothing any more.
    private func messageIDs() throws -> [(id: String, kind: String)] {
        let script = try String(
            contentsOfFile: Project.folder + "/systemd/service-failed",
            encoding: .utf8
        )
        return JournalMessage.Kind.allCases.map { ($0.messageID, $0.rawValue) }
            + script.matches(of: /id=(\w{32}) kind=([\w-]+)/).map { (String($0.1), String($0.2)) }
    }

    @Test(arguments: languages)
    func onceAndNothingElseIsExplained(_ file: String) throws {
        let (explained, said) = (try entries(file).map(\.id), try messageIDs())
        #expect(said.count == JournalMessage.Kind.allCases.count + 2)
        for message in said {
            #expect(explained.contains(message.id), "\(file) lacks \(message.kind), \(message.id)")
        }
        #expect(explained.sorted() == said.map(\.id).sorted())
    }

    @Test func inTheSameOrderAndByTheSameFieldsInBothLanguages() throws {
        let (english, chinese) = (try entries(Self.languages[0]), try entries(Self.languages[1]))
        #expect(english.map(\.id) == chinese.map(\.id))
        for (one, other) in zip(english, chinese) {
            let fields = [one, other].map { Set($0.text.matches(of: /@\w+@/).map { String($0.0) }) }
            #expect(fields[0] == fields[1], "\(one.id)")
            for entry in [one, other] { #expect(entry.text.hasPrefix("Subject: ")) }
        }
    }

    @Test func inBothManualPages() throws {
        for page in try ManualPage.both("patrold.8") {
            for message in try messageIDs() {
                #expect(page.says("MESSAGE_ID=" + message.id), "\(page.name): \(message.kind)")
                #expect(page.keywords.contains(message.kind), "\(page.name): \(message.kind)")
            }
        }
    }
}

@Suite struct `The manual page of the configuration` {
    /// Every key that a reader asks a mapping for.
    private func keys() throws -> Set<String> {
        let folder = Project.folder + "/Sources/PatrolDaemon/Configuration"
        let asked =
            #/\.(?:text|texts|required|identifier|integer|boolean|limit|date|dates|map|maps|marked|choice)\(\s*"(\w+)"/#
        var keys: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let source = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            keys.formUnion(source.matches(of: asked).map { String($0.1) })
        }
        return keys
    }

    @Test func explainsEveryKeyInBothLanguages() throws {
        let keys = try keys()
        #expect(keys.count > 40)
        for page in try ManualPage.both("patrol.yaml.5") {
            for key in keys { #expect(page.keywords.contains(key), "\(page.name) does not explain \(key)") }
        }
    }
}
