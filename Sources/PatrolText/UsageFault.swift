/// What the argument parser complains of.
package enum UsageFault: Sendable {
    case missingArgument(String)
    case missingValue(String)
    case unknownOption(String)
    case unexpectedArgument(String)
    case invalidValue(String, option: String)
    case other(String)
}

extension UsageFault {
    /// Reads the argument parser's English sentence, the only form in which it tells what it found.
    package init(_ message: String) {
        if let found = message.wholeMatch(of: /Missing expected argument '(.+)'/) {
            self = .missingArgument(String(found.1))
        } else if let found = message.wholeMatch(of: /Missing value for '(.+)'/) {
            self = .missingValue(String(found.1))
        } else if let found = message.wholeMatch(of: /Unknown option '(.+?)'.*/) {
            self = .unknownOption(String(found.1))
        } else if let found = message.wholeMatch(
            of: /(?:Unexpected argument|\d+ unexpected arguments:) '(.+?)'.*/
        ) {
            self = .unexpectedArgument(String(found.1))
        } else if let found = message.wholeMatch(of: /The value '(.*?)' is invalid for '(.+?)'(?s:.*)/) {
            self = .invalidValue(String(found.1), option: String(found.2))
        } else {
            self = .other(message)
        }
    }
}
