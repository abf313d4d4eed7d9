import Foundation
import PatrolText
import Testing

/// What the screens showed when somebody last read them all; `PATROL_GOLDEN=write` writes them anew.
enum Golden {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Golden"

    private static let isWriting = ProcessInfo.processInfo.environment["PATROL_GOLDEN"] == "write"

    static func compare(
        _ shown: Data,
        with name: String,
        location: SourceLocation = #_sourceLocation
    ) {
        let file = URL(fileURLWithPath: "\(folder)/\(name)")
        if isWriting {
            Issue.record("wrote \(name), compared nothing", sourceLocation: location)
            try? FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            #expect(throws: Never.self) { try shown.write(to: file) }
            return
        }
        guard let bytes = try? Data(contentsOf: file) else {
            Issue.record("no file \(name): write it with PATROL_GOLDEN=write", sourceLocation: location)
            return
        }
        guard bytes != shown else { return }
        let (golden, found) = (lines(bytes), lines(shown))
        let place = zip(golden, found).prefix { $0 == $1 }.count
        func line(_ lines: [String]) -> String { place < lines.count ? lines[place] : "(end)" }
        Issue.record(
            "\(name):\(place + 1)\n golden: \(line(golden))\n shown:  \(line(found))",
            sourceLocation: location
        )
    }

    /// Split at line feeds alone: a carriage return belongs to its line.
    private static func lines(_ bytes: Data) -> [String] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).map { String($0) }
    }

    /// The lines of an edition's screens, without the commands that showed them.
    static func screens(_ edition: Edition) throws -> [(name: String, lines: [String])] {
        let path = "\(folder)/\(edition.name)"
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
            return (name, lines(bytes).map { $0.hasPrefix("$ ") ? "" : $0 })
        }
    }

    /// What stands in those lines of a file that may not be broken, however narrow the screen is: an error is one line,
    /// and a command can be copied.
    static func unbreakable(_ file: String) -> [String] {
        switch file {
        case "refusals.txt", "hazard-list-narrowed.txt", "hazard-show-as-of.txt": ["patrol: "]
        case "outbox.txt": ["patrol: ", "  patrol overdue --subdistrict "]
        case "help-inspect.txt": ["  patrol inspect "]
        case "morning.txt": ["  patrol duty list "]
        case "overdue-groups.txt", "overdue-as-of.txt": ["  patrol overdue --unit "]
        case "today-inspector.txt", "today-liaison.txt": ["  patrol hazard rectify "]
        case "status.txt": [String(repeating: "x", count: 64)]
        default: []
        }
    }
}

/// A table as it was printed.
struct PrintedTable {
    /// With where each begins, in columns.
    let headings: [(text: String, start: Int)]
    let cutHeadings: [String]
    private let rows: [String]

    /// Each line of headings with what follows it up to an empty line, or one that begins further left; without what
    /// stands under a row, indented, such as the words of a history.
    static func all(in lines: [String], _ phrases: any Phrases) -> [PrintedTable] {
        let known = Set(Heading.allCases.map { phrases.heading($0) })
        return lines.enumerated().compactMap { place, line in
            let cells = line.cells
            let whole = cells.filter { known.contains($0.text) }
            guard cells.count > 1, whole.count * 2 > cells.count else { return nil }
            return PrintedTable(
                headings: cells,
                cutHeadings: cells.map(\.text).filter { !known.contains($0) },
                rows: lines[(place + 1)...].prefix { line in
                    !line.isEmpty && line.starts[0] >= cells[0].start
                        && !line.hasPrefix("[") && !line.hasPrefix("patrol: ")
                }.filter { $0.starts[0] != cells[0].start + 4 }
            )
        }
    }

    /// Rows in which a cell does not begin under its heading; the second column is never empty but where a row is
    /// continued.
    var crookedRows: [String] {
        let starts = headings.map(\.start)
        return rows.filter { row in
            let begun = row.starts
            // What the last column has been continued with.
            if begun[0] == starts.last { return false }
            let isStraight = starts.allSatisfy { start in
                start == 0 || row.isBlank(from: start - 2, to: start)
            }
            let isContinued = starts.dropFirst(2).contains(begun[0])
            return !isStraight || !(isContinued || begun.contains(starts[1]))
        }
    }
}

extension String {
    /// The parts between gaps of two blanks or more, with where each begins, in columns.
    fileprivate var cells: [(text: String, start: Int)] {
        var (cells, column): ([(text: String, start: Int)], Int) = ([], 0)
        var (text, start, blanks) = ("", 0, 2)
        for character in self {
            if character == " " {
                blanks += 1
            } else {
                if blanks >= 2 {
                    if !text.isEmpty { cells.append((text, start)) }
                    (text, start) = ("", column)
                } else {
                    text += String(repeating: " ", count: blanks)
                }
                blanks = 0
                text.append(character)
            }
            column += String(character).columns
        }
        return text.isEmpty ? cells : cells + [(text, start)]
    }

    /// Where its parts begin, in columns.
    var starts: [Int] { cells.map(\.start) }

    fileprivate func isBlank(from first: Int, to end: Int) -> Bool {
        var column = 0
        for character in self {
            let width = String(character).columns
            if column < end, column + width > first, character != " " { return false }
            column += width
        }
        return true
    }
}

extension PrintedTable: CustomStringConvertible {
    var description: String { headings.map(\.text).joined(separator: " | ") }
}
