import PatrolLedger
import PatrolText

extension RulesInForce {
    /// The journal's words, in the language of the configuration in force.
    var phrases: any Phrases { (Language(rawValue: rulebook.configuration.language) ?? .zh).phrases }
}
