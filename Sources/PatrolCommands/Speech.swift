import PatrolText

/// The language of this run: `--language`, else what the environment asks for, else what the daemon's configuration
/// is written in, which is known once it has answered; Chinese until then.
enum Speech {
    /// Settled before the arguments are parsed, since help itself is written in it.
    private static let chosen: Language? = Language.asked(in: CommandLine.arguments) ?? Language.preferred()

    /// Set by the one thread there is.
    nonisolated(unsafe) private static var configured: Language?

    static var phrases: any Phrases { (chosen ?? configured ?? .zh).phrases }

    static func help(_ topic: HelpTopic) -> String { phrases.help(topic) }

    static func learn(_ language: String?) {
        configured = language.flatMap { Language(locale: $0) } ?? configured
    }
}
