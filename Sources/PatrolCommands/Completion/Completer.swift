import ArgumentParser
import Glibc
import PatrolClient
import PatrolModel
import PatrolText
import PatrolWire

/// Words that the daemon knows, offered while a command line is being typed. Whatever goes wrong, nothing is offered
/// and nothing is said: somebody is in the middle of a word.
enum Completer {
    /// Rows asked for at once; whoever has more goes on typing.
    private static let most = "200"

    /// A word, and what it stands for, where the shell can show that beside it.
    private struct Word {
        let text: String
        let meaning: String
    }

    static let sites = kind { client, prefix in
        let sites: [Site] = try client.get([Route.sites], [("prefix", prefix), ("limit", most)])
        return sites.map { Word(text: $0.code, meaning: $0.name) }
    }

    static let programmes = kind { client, _ in
        let programmes: [ProgrammeBody] = try client.get([Route.programmes])
        return programmes.map { Word(text: $0.id, meaning: $0.name) }
    }

    static let categories = kind { client, prefix in
        let conditions: [ConditionBody] = try client.get([Route.catalogue], [("text", prefix)])
        return conditions.map { Word(text: $0.category, meaning: $0.categoryName) }
    }

    /// Hazards of one state, or of any.
    static func hazards(_ state: HazardState? = nil) -> CompletionKind {
        kind { client, prefix in
            let query = [("prefix", prefix), ("limit", most), ("state", state?.rawValue)]
            let hazards: [HazardBody] = try client.get([Route.hazards], query)
            return hazards.map {
                Word(text: $0.id, meaning: "\($0.categoryName) \($0.conditionText) \($0.siteName)")
            }
        }
    }

    private static func kind(
        _ words: @escaping @Sendable (PatrolClient, String) throws -> [Word]
    ) -> CompletionKind {
        .custom { line, _, typed in
            // A shell passes on what was typed as it was typed.
            let prefix = typed.filter { $0 != "'" && $0 != "\"" && $0 != "\\" }
            let socket =
                value(of: "--socket", in: line) ?? Terminal.value("PATROL_SOCKET") ?? Switches.defaultSocket
            let client = PatrolClient(
                socket: socket,
                onBehalfOf: value(of: "--as", in: line),
                transport: UnixTransport(path: socket, timeoutSeconds: 2)
            )
            let found = (try? words(client, prefix)) ?? []
            return distinct(found.filter { $0.text.hasPrefix(prefix) }).map(shown)
        }
    }

    private static func distinct(_ words: [Word]) -> [Word] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0.text).inserted }
    }

    /// zsh and fish show a meaning beside the word; bash has no place for it.
    private static func shown(_ word: Word) -> String {
        switch CompletionShell.requesting {
        case .zsh: word.text.replacing(":", with: "\\:") + ":" + word.meaning
        case .fish: word.text + "\t" + word.meaning
        default: word.text
        }
    }

    private static func value(of option: String, in line: [String]) -> String? {
        for (place, word) in line.enumerated() {
            if word == option, place + 1 < line.count { return line[place + 1] }
            if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
        }
        return nil
    }
}
