/// A page of help, read off the argument parser's own and laid out anew: what it is for, examples, how it is written,
/// its switches, and last those that every command has; every line within the screen's width.
package struct HelpPage: Sendable {
    struct Entry: Sendable {
        let name: String
        let text: String
    }

    /// The command as it is typed, such as `patrol hazard list`.
    package private(set) var command = ""
    private var overview = ""
    private var usage = ""
    private var arguments: [Entry] = []
    private var options: [Entry] = []
    private var subcommands: [Entry] = []

    /// Where the argument parser begins what it says of an argument.
    private static let column = 26

    /// Reads a page that was not broken to any width.
    package init(_ page: String) {
        var (section, entries): (String, [Entry]) = ("", [])
        func end(_ help: inout HelpPage) {
            switch section {
            case "ARGUMENTS:": help.arguments = entries
            case "OPTIONS:": help.options = entries
            case "SUBCOMMANDS:": help.subcommands = entries
            default: break
            }
            entries = []
        }
        for line in page.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) {
            if line.hasPrefix("OVERVIEW: ") {
                overview = String(line.dropFirst(10))
            } else if line.hasPrefix("USAGE: ") {
                usage = String(line.dropFirst(7).drop { $0 == " " })
            } else if line == "ARGUMENTS:" || line == "OPTIONS:" || line == "SUBCOMMANDS:" {
                end(&self)
                section = line
            } else if line.hasPrefix("   "), let last = entries.popLast() {
                let more = line.drop { $0 == " " }
                entries.append(
                    Entry(name: last.name, text: last.text.isEmpty ? String(more) : last.text + more)
                )
            } else if line.hasPrefix("  "), !line.hasPrefix("  See ") {
                entries.append(HelpPage.entry(line))
            }
        }
        end(&self)
        command = usage.split(separator: " ").prefix { !"[<-".contains($0.first ?? "-") }.joined(
            separator: " "
        )
    }

    /// A name as long as its column has its text on the next line.
    private static func entry(_ line: String) -> Entry {
        let trimmed = line.dropFirst(2)
        guard
            let gap = trimmed.firstRange(of: "  ")
                ?? (trimmed.count > column - 2 ? trimmed.dropFirst(column - 3).firstRange(of: " ") : nil)
        else { return Entry(name: String(trimmed), text: "") }
        return Entry(
            name: String(trimmed[..<gap.lowerBound]),
            text: String(trimmed[gap.lowerBound...].drop { $0 == " " })
        )
    }

    /// The switches of every command.
    private static let common = [
        "--socket", "--as", "--json", "--csv", "--quiet", "--language", "--version", "-h,",
    ]

    private func isCommon(_ entry: Entry) -> Bool {
        HelpPage.common.contains { entry.name == $0 || entry.name.hasPrefix($0 + " ") }
    }

    package func lines(_ phrases: any Phrases, width: Int) -> [String] {
        let isRoot = !command.contains(" ")
        let shared = options.filter(isCommon)
        let own = options.filter { !isCommon($0) }
        var lines = overview.wrapped(to: width)
        lines += examples(phrases, width)
        lines += ["", phrases.help(.usage)]
        lines += written(phrases).wrapped(to: width - 2).enumerated().map { ($0 == 0 ? "  " : "      ") + $1 }
        lines += section(.arguments, arguments, phrases, width)
        lines += section(.subcommands, subcommands, phrases, width)
        lines += section(.options, own, phrases, width)
        lines += section(.commonOptions, shared, phrases, width)
        if !subcommands.isEmpty {
            lines += [""] + phrases.seeHelp(isRoot ? "patrol" : command).wrapped(to: width)
        }
        return lines
    }

    private func written(_ phrases: any Phrases) -> String {
        var text = usage
        for option in [
            "--socket <path>", "--as <person>", "--json", "--csv", "--quiet", "--language <language>",
        ] {
            text = text.replacing("[\(option)] ", with: "").replacing(" [\(option)]", with: "")
        }
        return text.replacing("<options>", with: phrases.help(.anyOptions))
            .replacing("<subcommand>", with: phrases.help(.anySubcommand))
    }

    private func examples(_ phrases: any Phrases, _ width: Int) -> [String] {
        let examples = phrases.examples(command)
        guard !examples.isEmpty else { return [] }
        let margin = (examples.map(\.command.columns).max() ?? 0) + 4
        let fits = examples.allSatisfy { margin + $0.meaning.columns <= width }
        let lines = examples.flatMap { example -> [String] in
            if fits { return ["  " + example.command.padded(to: margin - 2) + example.meaning] }
            return example.meaning.wrapped(to: width - 4).map { "  # " + $0 } + ["  " + example.command]
        }
        return ["", phrases.help(.examples)] + lines
    }

    private func section(
        _ title: HelpWord,
        _ entries: [Entry],
        _ phrases: any Phrases,
        _ width: Int
    ) -> [String] {
        guard !entries.isEmpty else { return [] }
        let margin = min(24, entries.map(\.name.columns).max() ?? 0) + 4
        return ["", phrases.help(title)]
            + entries.flatMap { entry -> [String] in
                let text = phrases.helpText(entry.text).wrapped(to: max(20, width - margin))
                let pad = String(repeating: " ", count: margin)
                let name = "  " + entry.name
                guard name.columns + 2 <= margin else { return [name] + text.map { pad + $0 } }
                return [name.padded(to: margin) + text[0]] + text.dropFirst().map { pad + $0 }
            }
    }
}

/// A command worth seeing, and what it does.
package struct Example: Hashable, Sendable {
    package let command: String
    package let meaning: String

    init(_ command: String, _ meaning: String) {
        self.command = command
        self.meaning = meaning
    }
}

/// Words of a page of help.
package enum HelpWord: Sendable, CaseIterable {
    case examples, usage, arguments, options, commonOptions, subcommands, anyOptions, anySubcommand
}

/// The sentences that the argument parser adds by itself.
struct ParserWords {
    let text: String
    /// `(values: a, b)`, where the text does not name them all.
    let values: [String]
    let standard: String?
    let isHelp: Bool
    let isVersion: Bool

    init(_ text: String) {
        var rest = text
        var (values, standard): ([String], String?) = ([], nil)
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
            let inside = text[text.index(after: open)...].dropLast()
            if inside.hasPrefix("values: ") || inside.hasPrefix("default: ") {
                rest = String(text[..<open]).withoutTrailingBlanks
                for part in inside.split(separator: "; ") {
                    if part.hasPrefix("values: ") {
                        values = part.dropFirst(8).split(separator: ", ").map(String.init)
                    } else if part.hasPrefix("default: ") {
                        standard = String(part.dropFirst(9))
                    }
                }
            }
        }
        isHelp = rest == "Show help information."
        isVersion = rest == "Show the version."
        self.text = rest
        self.values = values.allSatisfy { rest.contains($0) } ? [] : values
        self.standard = standard
    }
}
