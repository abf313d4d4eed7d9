import Glibc

/// The languages everything is written in.
package enum Language: String, Sendable, CaseIterable {
    case zh, en

    package var phrases: any Phrases {
        switch self {
        case .zh: Chinese()
        case .en: English()
        }
    }

    /// What a locale's name asks for, such as `zh_CN.UTF-8`; nil for `C` and for what nothing is written in.
    package init?(locale: String) {
        let name = locale.lowercased()
        guard let language = Language.allCases.first(where: { name.hasPrefix($0.rawValue) }) else {
            return nil
        }
        self = language
    }

    /// What the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set asks for (POSIX.1-2017, 8.2); nil where none
    /// is, and where it asks for nothing, as `C` does, or for what nothing is written in.
    package static func preferred(in environment: (String) -> String?) -> Language? {
        let locales = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment)
        return locales.first { !$0.isEmpty }.flatMap { Language(locale: $0) }
    }

    /// The value of `--language`, wherever it stands; nil where it is absent or nothing is written in it.
    package static func asked(in arguments: [String]) -> Language? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--language", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1])
            }
            if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst(11))) }
        }
        return nil
    }

    /// As ``preferred(in:)``, of this process.
    package static func preferred() -> Language? {
        preferred { getenv($0).map { String(cString: $0) } }
    }
}
