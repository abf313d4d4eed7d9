import Crypto
package import PatrolModel

/// A photo or document of this machine's that goes with a filing: looked at before anything is sent.
package struct EvidenceFile: Sendable {
    package let attachment: Attachment
    let path: String

    /// - Throws: ``PatrolError/unreadableFile(path:)``, ``PatrolError/emptyEvidence(name:)``,
    ///   ``PatrolError/evidenceTooLarge(name:limitBytes:)``, ``PatrolError/unknownEvidenceType(name:)``, and as
    ///   ``Evidence/checkedName(_:)``.
    package init(_ path: String, _ moment: Evidence.Moment) throws(PatrolError) {
        let name = try Evidence.checkedName(path.split(separator: "/").last.map(String.init) ?? path)
        let bytes = try EvidenceFile.read(path, name: name)
        guard EvidenceType(firstBytes: bytes) != nil else { throw .unknownEvidenceType(name: name) }
        self.path = path
        attachment = Attachment(sha256: EvidenceFile.hash(bytes), name: name, moment: moment)
    }

    /// One that waits in an outbox.
    init(_ attachment: Attachment, at path: String) {
        (self.attachment, self.path) = (attachment, path)
    }

    /// - Throws: ``PatrolError/evidenceGarbled(name:)`` where they are not what they were, as ``init(_:_:)`` otherwise.
    func bytes() throws(PatrolError) -> [UInt8] {
        let bytes = try EvidenceFile.read(path, name: attachment.name)
        guard EvidenceFile.hash(bytes) == attachment.sha256 else {
            throw .evidenceGarbled(name: attachment.name)
        }
        return bytes
    }

    private static func read(_ path: String, name: String) throws(PatrolError) -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try OutboxFile.read(path, following: true, atMost: Int(Evidence.largest))
        } catch {
            throw .unreadableFile(path: path)
        }
        try Evidence.requireSize(Int64(bytes.count), of: name)
        return bytes
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
    }
}
