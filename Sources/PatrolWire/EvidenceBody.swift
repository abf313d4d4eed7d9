package import PatrolModel

/// A photo or document as `--json` prints it.
package struct EvidenceBody: Codable, Hashable, Sendable {
    package var sha256: String
    package var bytes: Int64
    package var type: EvidenceType
    /// What the file was called by whoever filed it.
    package var name: String
    package var moment: Evidence.Moment
    /// The number of the hazard or inspection it proves.
    package var of: String
    /// The event's verb it was filed with, such as `hazard.rectify`.
    package var with: String
    package var at: String
    package var person: String
    package var personName: String

    package init(
        _ file: Evidence,
        of number: String,
        with verb: String,
        at: String,
        person: String,
        personName: String
    ) {
        (sha256, bytes, type) = (file.sha256, file.bytes, file.type)
        (name, moment) = (file.name, file.moment)
        of = number
        with = verb
        self.at = at
        self.person = person
        self.personName = personName
    }
}
