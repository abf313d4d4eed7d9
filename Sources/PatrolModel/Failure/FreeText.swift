/// Text that a person writes into the record.
package enum FreeText {
    /// What a text is for: it decides the length and names the culprit in an error.
    package enum Field: String, Codable, Sendable, CaseIterable {
        case note, description, reason, action
        case unit, name, measures, funds, contingency, plan
        case caseNumber = "case-number"
        case fileName
    }

    /// Characters, not bytes.
    package static let limit = 2000

    /// The text without white space around it.
    /// - Throws: ``PatrolError/emptyText(field:)``, ``PatrolError/textTooLong(field:length:limit:)``,
    ///   ``PatrolError/controlCharacter(field:scalar:position:)``.
    package static func checked(_ text: String, _ field: Field) throws(PatrolError) -> String {
        let trimmed = String(text.trimmingSpaces)
        guard !trimmed.isEmpty else { throw .emptyText(field: field) }
        let length = trimmed.count
        guard length <= limit else { throw .textTooLong(field: field, length: length, limit: limit) }
        if let found = forbidden(in: trimmed, allowingLines: true) {
            throw .controlCharacter(field: field, scalar: found.scalar, position: found.position)
        }
        return trimmed
    }

    /// As ``checked(_:_:)``, where leaving the text out is allowed; a blank one counts as left out.
    package static func checkedIfPresent(_ text: String?, _ field: Field) throws(PatrolError) -> String? {
        guard let text, !text.trimmingSpaces.isEmpty else { return nil }
        return try checked(text, field)
    }

    /// The first character that could forge what a terminal or a sheet shows: controls and direction overrides.
    ///
    /// `scalar` reads `U+001B`; `position` counts characters from 1.
    package static func forbidden(in text: String, allowingLines: Bool) -> (scalar: String, position: Int)? {
        for (index, character) in text.enumerated() {
            for scalar in character.unicodeScalars where isForbidden(scalar, allowingLines: allowingLines) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                return ("U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex, index + 1)
            }
        }
        return nil
    }

    private static func isForbidden(_ scalar: Unicode.Scalar, allowingLines: Bool) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: !allowingLines
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
