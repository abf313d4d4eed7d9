import Foundation

/// A manual page of this product in one language, as its reader sees it: without marks, a line where the source has one.
package struct ManualPage: Sendable {
    package let name: String
    /// Each line of the source, its marks removed, and whether it is the term that a paragraph explains.
    private let lines: [(text: String, isTerm: Bool)]
    /// The words set in bold.
    package let keywords: Set<String>

    /// Both languages of a page, such as `patrold.8`.
    package static func both(_ name: String) throws -> [ManualPage] {
        try ["", "zh_CN/"].map { try ManualPage($0 + name) }
    }

    private init(_ name: String) throws {
        self.name = name
        let source = try String(contentsOfFile: Project.folder + "/man/" + name, encoding: .utf8)
        var (lines, keywords): ([(String, Bool)], Set<String>) = ([], [])
        var isTerm = false
        for line in source.replacing("\\-", with: "-").split(separator: "\n") {
            for bold in line.matches(of: /\\fB([^\\]+)/) { keywords.formUnion(ManualPage.words(bold.1)) }
            let macro = line.prefixMatch(of: #/\.(B|BR|BI|I|IR) /#)
            if let macro, macro.1.hasPrefix("B") {
                keywords.formUnion(ManualPage.words(line[macro.range.upperBound...]))
            }
            if line.hasPrefix(".TP") {
                isTerm = true
            } else if macro != nil || !line.hasPrefix(".") || line.hasPrefix(".S") {
                let bare = macro.map { line[$0.range.upperBound...] } ?? line
                lines.append((String(bare.replacing(/\\f[BIRP]/, with: "")), isTerm || line.hasPrefix(".S")))
                isTerm = false
            }
        }
        (self.lines, self.keywords) = (lines, keywords)
    }

    private static func words(_ text: Substring) -> [String] {
        text.split { " ,\"、".contains($0) }.map(String.init)
    }

    /// The terms that the section of one of these titles explains, such as the statuses of an exit.
    package func terms(under titles: Set<String>) -> [String] {
        let start = lines.firstIndex { titles.contains(String($0.text.dropFirst(4))) } ?? lines.endIndex
        return lines[start...].dropFirst().prefix { !$0.text.hasPrefix(".SH") }.filter(\.isTerm).map(\.text)
    }

    /// The paragraphs that explain a command, its switches included; nil where it is not explained.
    package func paragraphs(of command: String, besides others: [String]) -> String? {
        func begins(_ line: (text: String, isTerm: Bool), _ command: String) -> Bool {
            line.isTerm && (line.text == command || line.text.hasPrefix(command + " "))
        }
        guard let start = lines.firstIndex(where: { begins($0, command) }) else { return nil }
        return lines[start...].enumerated().prefix { place, line in
            place == 0 || !line.text.hasPrefix(".S") && !others.contains { begins(line, $0) }
        }.map(\.element.text).joined(separator: "\n")
    }

    /// Whether a text stands anywhere.
    package func says(_ text: String) -> Bool { lines.contains { $0.text.contains(text) } }
}
