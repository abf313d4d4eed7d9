/// A photo or a document that proves something (佐证材料): what the record knows of a file that lies beside it.
package struct Evidence: Hashable, Codable, Sendable {
    /// What it shows.
    package enum Moment: String, Hashable, Codable, Sendable, CaseIterable {
        /// As it was found (整改前).
        case before
        /// As it was afterwards (整改后).
        case after
        /// What a visit saw (现场).
        case scene
        /// A paper: a receipt of service (送达回证), a unit's answer (整改回复单).
        case document
    }

    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits: where it lies, and how a change of it is noticed.
    package let sha256: String
    package let bytes: Int64
    package let type: EvidenceType
    /// What the file was called by whoever filed it.
    package let name: String
    package let moment: Moment

    package init(sha256: String, bytes: Int64, type: EvidenceType, name: String, moment: Moment) {
        self.sha256 = sha256
        self.bytes = bytes
        self.type = type
        self.name = name
        self.moment = type == .pdf ? .document : moment
    }

    /// Bytes of one file, and files of one filing.
    package static let largest: Int64 = 20 << 20
    package static let most = 12
    /// Characters of a file's name.
    package static let longestName = 200

    /// - Throws: ``PatrolError/malformedRequest(detail:)`` where it is not what SHA-256 looks like.
    package static func checkedHash(_ text: String) throws(PatrolError) -> String {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else {
            throw .malformedRequest(detail: "sha256")
        }
        return text
    }

    /// - Throws: ``PatrolError/emptyText(field:)``, ``PatrolError/textTooLong(field:length:limit:)``,
    ///   ``PatrolError/controlCharacter(field:scalar:position:)``.
    package static func checkedName(_ text: String) throws(PatrolError) -> String {
        let name = try FreeText.checked(text, .fileName)
        if let found = FreeText.forbidden(in: name, allowingLines: false) {
            throw .controlCharacter(field: .fileName, scalar: found.scalar, position: found.position)
        }
        guard name.count <= longestName else {
            throw .textTooLong(field: .fileName, length: name.count, limit: longestName)
        }
        return name
    }

    /// - Parameters:
    ///   - bytes: how many there are.
    ///   - name: how an error names the file.
    /// - Throws: ``PatrolError/emptyEvidence(name:)``, ``PatrolError/evidenceTooLarge(name:limitBytes:)``.
    package static func requireSize(_ bytes: Int64, of name: String) throws(PatrolError) {
        guard bytes > 0 else { throw .emptyEvidence(name: name) }
        guard bytes <= largest else { throw .evidenceTooLarge(name: name, limitBytes: Int(largest)) }
    }
}

/// What a file is by its first bytes; what it is called does not count.
package enum EvidenceType: String, Hashable, Codable, Sendable, CaseIterable {
    case jpeg, png, webp, heic, pdf

    /// So many bytes tell.
    package static let telling = 12

    /// Nil for anything else.
    package init?(firstBytes bytes: some Collection<UInt8>) {
        let bytes = Array(bytes.prefix(EvidenceType.telling))
        func stands(_ text: String, at place: Int) -> Bool { bytes.dropFirst(place).starts(with: text.utf8) }
        // ISO/IEC 10918-1 B.1.1.3, ISO/IEC 15948 5.2, RFC 9649 2, ISO/IEC 23008-12 10, ISO 32000-1 7.5.2
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if stands("RIFF", at: 0), stands("WEBP", at: 8) {
            self = .webp
        } else if stands("ftyp", at: 4),
            ["heic", "heix", "heim", "heis", "mif1"].contains(where: { stands($0, at: 8) })
        {
            self = .heic
        } else if stands("%PDF-", at: 0) {
            self = .pdf
        } else {
            return nil
        }
    }

    /// RFC 6838.
    package var mediaType: String { self == .pdf ? "application/pdf" : "image/" + rawValue }

    /// How a file of it is called at its end.
    package var suffix: String { self == .jpeg ? "jpg" : rawValue }
}

/// Evidence of a hazard, with what it was filed with and by whom.
package struct FiledEvidence: Hashable, Codable, Sendable {
    package let file: Evidence
    /// The verb it was filed with, such as `hazard.rectify`.
    package let with: Verb
    package let filed: Signature

    package init(_ file: Evidence, with verb: Verb, filed: Signature) {
        self.file = file
        self.with = verb
        self.filed = filed
    }
}

/// A file that a filing names; it has been handed in before.
package struct Attachment: Hashable, Codable, Sendable {
    package let sha256: String
    package let name: String
    package let moment: Evidence.Moment

    package init(sha256: String, name: String, moment: Evidence.Moment) {
        self.sha256 = sha256
        self.name = name
        self.moment = moment
    }
}

/// Of which hazards evidence is demanded: that they were put right, and of what was fixed on the spot how it had been.
package enum EvidenceDemand: String, Hashable, Codable, Sendable, CaseIterable {
    case none, major, all

    package func includes(_ severity: Hazard.Severity) -> Bool {
        self == .all || (self == .major && severity == .major)
    }
}

extension Hazard.Report {
    /// What nobody can look at any more is shown as it was before and after.
    /// - Throws: ``PatrolError/evidenceOfFixNeeded``.
    package func requireProof(_ demand: EvidenceDemand) throws(PatrolError) {
        guard fixedBy != nil, demand.includes(severity) else { return }
        let moments = Set(evidence.map(\.moment))
        guard moments.isSuperset(of: [.before, .after]) else { throw .evidenceOfFixNeeded }
    }
}

extension Hazard {
    /// The same hazard with what was filed with one verb.
    package func adding(
        _ files: [Evidence],
        with verb: Verb,
        by actor: Actor,
        at: Instant
    ) -> Hazard {
        guard !files.isEmpty else { return self }
        var proven = self
        let signature = actor.signature(at: at)
        proven.evidence += files.map { FiledEvidence($0, with: verb, filed: signature) }
        return proven
    }

    /// That the standing claim was put right is shown: filed with the claim or with its check, and of what was fixed on
    /// the spot how it was before and after.
    var isProven: Bool {
        guard let claim = stage.rectification else { return false }
        let since = evidence.filter { $0.filed.at >= claim.claimed.at }
        return since.contains {
            $0.file.moment == .after || $0.with == .hazardRectify || $0.with == .hazardVerify
        }
    }
}
