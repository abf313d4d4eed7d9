package import PatrolModel

/// A hazard that belongs to another system as `--json` prints it, with how it stands there.
package struct UploadLineBody: Codable, Hashable, Sendable {
    package var hazard: String
    package var system: String
    package var systemName: String
    package var uploadState: UploadState
    package var state: HazardState
    package var severity: Hazard.Severity
    package var category: String
    package var categoryName: String
    package var conditionText: String
    package var describe: String
    package var site: String
    package var siteName: String
    /// The last batch it was in.
    @OrNull package var batch: String?
    /// The number the other system goes by.
    @OrNull package var external: String?
    /// What it answered besides: of what it refused, why.
    @OrNull package var reason: String?

    package init(
        _ row: UploadRow,
        of system: UploadSystem,
        _ state: UploadState,
        batch: String?,
        external: String?,
        reason: String?
    ) {
        hazard = row.hazard
        self.system = system.id
        systemName = system.name
        uploadState = state
        self.state = row.state
        severity = row.severity
        category = row.category
        categoryName = row.categoryName
        conditionText = row.conditionText
        describe = row.describe
        site = row.site
        siteName = row.siteName
        self.batch = batch
        self.external = external
        self.reason = reason
    }
}

/// A batch as it was made, whatever has changed since.
package struct UploadBody: Codable, Hashable, Sendable {
    /// One hazard's row; in JSON one object.
    package struct Row: Codable, Hashable, Sendable {
        /// The number the other system had given it by then.
        package var external: String?
        /// The event that had last been recorded of it.
        package var event: Int64
        package var row: UploadRow

        private enum Keys: String, CodingKey { case external, event }

        package init(_ item: UploadBatch.Item) {
            (external, event, row) = (item.external, item.event, item.row)
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            external = try container.decodeIfPresent(String.self, forKey: .external)
            event = try container.decode(Int64.self, forKey: .event)
            row = try UploadRow(from: decoder)
        }

        package func encode(to encoder: any Encoder) throws {
            try row.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(external, forKey: .external)
            try container.encode(event, forKey: .event)
        }
    }

    package var number: String
    package var system: String
    package var systemName: String
    package var madeAt: String
    package var madeBy: String
    package var rows: [Row]

    package init(_ batch: UploadBatch, systemName: String, madeAt: String) {
        number = batch.number
        system = batch.system
        self.systemName = systemName
        self.madeAt = madeAt
        madeBy = batch.made.person
        rows = batch.items.map { Row($0) }
    }
}
