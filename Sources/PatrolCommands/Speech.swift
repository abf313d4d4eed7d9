import PatrolText

/// The language of this run, settled before the arguments are parsed, since help itself is written in it.
enum Speech {
    static let language: Language =
        asked(in: CommandLine.arguments) ?? Language.preferred()

    static let phrases: any Phrases = language.phrases

    static func help(_ topic: HelpTopic) -> String { phrases.help(topic) }

    /// The value of `--language`, wherever it stands; nil where it is absent or nothing is written in it.
    private static func asked(in arguments: [String]) -> Language? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--language", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1])
            }
            if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst(11))) }
        }
        return nil
    }
}
