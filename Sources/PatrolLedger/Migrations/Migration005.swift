/// A hazard's whole life, and what belongs to it. Frozen: what ships is never edited.
///
/// Each part stands in a file of its own beside this one.
enum Migration005 {
    static let identifier = "005-a-hazards-whole-life"

    static let sql = [
        lifeSQL, dutySQL, placesSQL, officerSQL, uploadSQL, evidenceSQL, searchSQL,
    ].joined(separator: "\n")
}
