/// What another system answered to what it was sent.
package struct UploadReceipt: Hashable, Codable, Sendable {
    package enum Result: String, Hashable, Codable, Sendable, CaseIterable { case accepted, refused }

    /// One hazard's answer.
    package struct Answer: Hashable, Codable, Sendable {
        package let hazard: String
        package let result: Result
        /// The number the other system goes by; nil where it says none.
        package let external: String?
        /// Why it was refused; of what was accepted, whatever it says besides.
        package let reason: String?

        package init(hazard: String, result: Result, external: String? = nil, reason: String? = nil) {
            self.hazard = hazard
            self.result = result
            self.external = external
            self.reason = reason
        }
    }

    package let system: String
    /// The file's name, for the record.
    package let source: String
    /// SHA-256 of the answers' JSON in hexadecimal: the same file is not taken twice.
    package let digest: String
    package let taken: Signature
    /// In the order of the file, never none.
    package let answers: [Answer]

    package init(system: String, source: String, digest: String, taken: Signature, answers: [Answer]) {
        self.system = system
        self.source = source
        self.digest = digest
        self.taken = taken
        self.answers = answers
    }

    package func count(_ result: Result) -> Int { answers.count { $0.result == result } }
}
