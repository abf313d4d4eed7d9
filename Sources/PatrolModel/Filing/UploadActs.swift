/// Hands another system what it has not been sent yet, and what has changed since it was.
package struct MakeUpload: Hashable, Codable, Sendable {
    /// The ``UploadSystem/id``.
    package let system: String
    /// What was refused is sent again though nothing of it has changed; nil is no.
    package let withRefused: Bool?

    package init(system: String, withRefused: Bool = false) {
        self.system = system
        self.withRefused = withRefused ? true : nil
    }
}

/// Takes another system's answers, all of them or none.
package struct ImportUploadReceipt: Hashable, Codable, Sendable {
    /// At most so many rows, since nobody else can file while they are being recorded.
    package static let most = 20_000

    package struct Row: Hashable, Codable, Sendable {
        /// Of the file, from 1.
        package let line: Int
        package let answer: UploadReceipt.Answer

        package init(line: Int, answer: UploadReceipt.Answer) {
            self.line = line
            self.answer = answer
        }
    }

    package let system: String
    package let source: String
    package let rows: [Row]
    /// What could not be read of the other rows; nil where all was. Nothing is taken then, but what is wrong with the
    /// rows that could be read is told with it.
    package let unread: [RowFault]?

    package init(system: String, source: String, rows: [Row], unread: [RowFault] = []) {
        self.system = system
        self.source = source
        self.rows = rows
        self.unread = unread.isEmpty ? nil : unread
    }
}
