import Foundation

/// Where real Unix users log in and run the programs: a tree or a whole machine.
package protocol Premises: Sendable {
    /// Runs a program as one of the users, with that user's groups and home.
    func run(as user: String, _ words: [String], input: String) throws -> Program.Outcome
}

extension Premises {
    package func run(as user: String, _ words: [String]) throws -> Program.Outcome {
        try run(as: user, words, input: "")
    }

    package func patrol(_ user: String, _ words: String...) throws -> Program.Outcome {
        try run(as: user, ["/usr/bin/patrol"] + words)
    }

    /// Runs `patrol --json`, which must succeed.
    /// - Throws: ``Refused``.
    package func json(_ user: String, _ words: String...) throws -> Any {
        let outcome = try run(as: user, ["/usr/bin/patrol"] + words + ["--json"])
        guard outcome.status == 0 else { throw Refused(words: words, outcome: outcome) }
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    }

    /// The journal's entries that match, field by field.
    package func journal(_ matches: String...) throws -> [[String: Any]] {
        try run(as: "root", ["journalctl", "--no-pager", "--output=json"] + matches)
            .output.split(separator: "\n").map { line in
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
            }
    }
}

/// A command that was refused though it had to succeed.
package struct Refused: Error, CustomStringConvertible {
    package let words: [String]
    package let outcome: Program.Outcome

    package init(words: [String], outcome: Program.Outcome) {
        self.words = words
        self.outcome = outcome
    }

    package var description: String {
        "\(words.joined(separator: " ")): status \(outcome.status)\n\(outcome.error)\(outcome.output)"
    }
}
