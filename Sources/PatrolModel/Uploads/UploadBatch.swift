/// Hazards that were handed to another system in one file, as they stood then.
package struct UploadBatch: Hashable, Codable, Sendable {
    /// Rows a file has at the most; what is left over belongs to the next.
    package static let most = 5000

    /// One hazard's row, and the event that had last been recorded of it.
    package struct Item: Hashable, Codable, Sendable {
        package let event: Int64
        /// The number the other system had given it by then; nil where it had given none.
        package let external: String?
        package let row: UploadRow
        /// SHA-256 of the row's JSON in hexadecimal, by which a later change of it is found.
        package let digest: String

        package init(event: Int64, external: String?, row: UploadRow, digest: String) {
            self.event = event
            self.external = external
            self.row = row
            self.digest = digest
        }
    }

    /// `U-2026-000001`.
    package let number: String
    /// The ``UploadSystem/id`` it is for.
    package let system: String
    package let made: Signature
    /// By hazard's number, never none.
    package let items: [Item]

    package init(number: String, system: String, made: Signature, items: [Item]) {
        self.number = number
        self.system = system
        self.made = made
        self.items = items
    }
}

/// What a receiving system is told of a hazard. The times are ISO 8601 with the district's offset, so that a file printed
/// again is the same to the byte whatever has become of the hazard, the roster or the configuration.
package struct UploadRow: Hashable, Codable, Sendable {
    package let hazard: String
    package let site: String
    package let siteName: String
    package let subdistrict: String
    package let category: String
    package let categoryName: String
    package let condition: Int
    package let conditionText: String
    package let severity: Hazard.Severity
    package let describe: String
    package let observedAt: String
    package let dueAt: String
    package let state: HazardState
    package let unit: String
    package let rectifiedAt: String?
    package let closedAt: String?

    package init(_ hazard: Hazard, siteName: String, _ zone: Zone) {
        self.hazard = hazard.id
        site = hazard.site
        self.siteName = siteName
        subdistrict = hazard.subdistrict
        category = hazard.grounds.category
        categoryName = hazard.grounds.categoryName
        condition = hazard.grounds.condition
        conditionText = hazard.grounds.text
        severity = hazard.severity
        describe = hazard.describe
        observedAt = zone.iso8601(hazard.observedAt)
        dueAt = zone.iso8601(hazard.dueAt)
        state = hazard.state
        unit = hazard.responsibleUnit
        rectifiedAt = (hazard.stage.rectification?.rectifiedAt).map(zone.iso8601)
        closedAt =
            if case .closed(let closure) = hazard.stage { zone.iso8601(closure.struckOff.at) } else { nil }
    }
}
