import PatrolModel

/// What the argument parser complains of.
package enum UsageFault: Sendable {
    case missingArgument(String)
    case missingValue(String)
    case unknownOption(String, nearest: String?)
    /// A word where a command is expected.
    case unknownVerb(String, nearest: String?)
    case unexpectedArgument(String)
    case invalidValue(String, option: String, choices: [String])
    /// Two of switches that exclude one another, such as `--json` and `--csv`.
    case severalOf([String])
    /// None of switches of which one is needed.
    case noneOf([String])
    /// A switch that another one, or another one's value, has no use for.
    case notTogether(String, with: String)
    /// Some parts of a major hazard's plan, and not these.
    case incompletePlan(missing: [String])
    /// `--csv` of what is no list.
    case csvOfOneThing
    case other(String)
}

extension UsageFault {
    /// Reads the argument parser's English sentence, the only form in which it tells what it found.
    package init(_ message: String) {
        let quoted = message.quoted
        if message.hasPrefix("Missing expected argument "), let name = quoted.first {
            self = .missingArgument(name)
        } else if message.hasPrefix("Missing value for "), let option = quoted.first {
            self = .missingValue(option)
        } else if message.hasPrefix("Unknown option "), let option = quoted.first {
            self = .unknownOption(option, nearest: quoted.count > 1 ? quoted[1] : nil)
        } else if message.hasPrefix("Unexpected argument ") || message.contains(" unexpected argument"),
            let value = quoted.first
        {
            self = .unexpectedArgument(value)
        } else if message.hasPrefix("The value "), let (value, option, rest) = message.invalidValue {
            self = .invalidValue(value, option: option, choices: rest.quoted + rest.listed)
        } else {
            self = .other(message)
        }
    }
}

extension String {
    /// What stands between single quotes.
    fileprivate var quoted: [String] {
        split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// What stands on lines of its own behind dashes, as the parser writes more than a few choices.
    fileprivate var listed: [String] {
        split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
            .filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    }

    /// The value may have quotes of its own, so it is what stands before the last words.
    fileprivate var invalidValue: (value: String, option: String, rest: String)? {
        guard let middle = firstRange(of: "' is invalid for '"), hasPrefix("The value '"),
            let end = self[middle.upperBound...].firstIndex(of: "'")
        else { return nil }
        return (
            String(self[..<middle.lowerBound].dropFirst(11)), String(self[middle.upperBound..<end]),
            String(self[end...].dropFirst())
        )
    }
}

extension PatrolError {
    /// Something was sent, and no answer came.
    var isUnsure: Bool {
        if case .noAnswer = self { true } else { false }
    }
}
