/// Another system that hazards are handed to as files (如智慧燃气系统), and which hazards those are.
package struct UploadSystem: Hashable, Codable, Sendable {
    /// Letters, digits, `-`, `_` and `.`; unique in the district, and what `--system` takes.
    package let id: String
    package let name: String
    /// Codes of categories whose hazards belong there; empty is none.
    package let categories: [String]
    /// Kinds of sites whose hazards belong there, whatever their category; empty is none.
    package let siteKinds: [String]

    package init(id: String, name: String, categories: [String] = [], siteKinds: [String] = []) {
        self.id = id
        self.name = name
        self.categories = categories
        self.siteKinds = siteKinds
    }
}

/// How a hazard stands with a system it belongs to.
package enum UploadState: String, Hashable, Codable, Sendable, CaseIterable {
    /// Never sent.
    case unsent
    /// What was sent says something else than the record does now.
    case changed
    /// Sent, and not answered.
    case sent
    case accepted, refused
}
