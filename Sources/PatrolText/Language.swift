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

    /// The first that says something: `LC_ALL`, `LC_MESSAGES`, `LANG` (POSIX.1-2017, 8.2); else Chinese.
    package static func preferred(in environment: (String) -> String?) -> Language {
        let locales = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment)
        return locales.first { !$0.isEmpty }.flatMap { Language(locale: $0) } ?? .zh
    }

    /// As ``preferred(in:)``, of this process.
    package static func preferred() -> Language {
        preferred { getenv($0).map { String(cString: $0) } }
    }
}
