/// The rule that nobody checks their own work (四眼原则), and whether whoever typed counts as having done it.
package struct FourEyes: Hashable, Codable, Sendable {
    /// True in every real district; the demo lets one clerk type for both.
    package let typistsCount: Bool

    package init(typistsCount: Bool) {
        self.typistsCount = typistsCount
    }

    /// Whose hands are in both acts; nil where they were done by different people.
    package func overlap(_ actor: Actor, _ signature: Signature) -> String? {
        let acting = typistsCount ? [actor.person.id, actor.typist.id] : [actor.person.id]
        let signed = typistsCount ? [signature.person, signature.typedBy] : [signature.person]
        return acting.first(where: signed.contains)
    }

    /// Who of those acting belongs to a responsible unit; nil where nobody does.
    package func member(of unit: String, in actor: Actor) -> String? {
        let acting = typistsCount ? [actor.person, actor.typist] : [actor.person]
        return acting.first { $0.unit == unit }?.id
    }
}
