import PatrolModel

/// Whether every photo and document that the record names lies beside it, as it was when it was filed.
enum EvidenceCheck {
    /// A file that the record names.
    struct Named {
        let sha256: String
        let bytes: Int64
        /// Such as `H-2026-000123 photo.jpg`, the first of what it proves.
        let what: String
    }

    /// Each file once; none in a ledger that is older than evidence.
    static func named(_ file: ExaminedFile) throws -> [Named] {
        guard try file.hasTable("evidence") else { return [] }
        let rows = try RawStatement(
            file.connection,
            "SELECT sha256, bytes, subject || ' ' || name FROM evidence NOT INDEXED ORDER BY sha256, event"
        )
        var named: [Named] = []
        while try rows.next() {
            guard let sha256 = rows.text(0), named.last?.sha256 != sha256 else { continue }
            named.append(Named(sha256: sha256, bytes: rows.integer(1), what: rows.text(2) ?? ""))
        }
        return named
    }

    static func run(
        _ file: ExaminedFile,
        _ store: EvidenceStore,
        _ faults: inout FaultList,
        _ notes: inout [LedgerNote]
    ) throws {
        let named = try named(file)
        for evidence in named {
            if let fault = fault(evidence, in: store) { faults.add(fault) }
        }
        let known = Set(named.map(\.sha256))
        var unnamed = 0
        store.forEachShelf { unnamed += $0.count { !known.contains($0) } }
        if unnamed > 0 { notes.append(LedgerNote(.unnamedEvidence, count: unnamed)) }
    }

    /// Nil where it is sound.
    static func fault(_ evidence: Named, in store: EvidenceStore) -> LedgerFault? {
        let path = store.path(evidence.sha256)
        return switch store.soundness(evidence.sha256, bytes: evidence.bytes) {
        case .sound: nil
        case .missing: LedgerFault(.evidenceMissing, row: evidence.what, detail: path)
        case .altered: LedgerFault(.evidenceAltered, row: evidence.what, detail: path)
        case .unreadable(let reason):
            LedgerFault(.evidenceUnreadable, row: evidence.what, detail: "\(path): \(reason)")
        }
    }

    /// Brings what a ledger names from one store to another, where it is not there already.
    /// - Parameters:
    ///   - named: what the ledger names.
    ///   - source: where it should lie.
    ///   - target: where it is brought to.
    ///   - isProven: whether what is there already is read through, and replaced where it is not what it was.
    /// - Returns: a fault for each that is whole in neither.
    /// - Throws: ``PatrolError/ledgerUnavailable(trouble:)``, ``PatrolError/cannotOpen(path:detail:)``,
    ///   ``PatrolError/cannotWrite(path:detail:)`` where the target cannot be read or written.
    static func bring(
        _ named: [Named],
        from source: EvidenceStore,
        to target: EvidenceStore,
        isProven: Bool
    ) throws(PatrolError) -> [LedgerFault] {
        var faults: [LedgerFault] = []
        for evidence in named {
            if isProven {
                if target.soundness(evidence.sha256, bytes: evidence.bytes) == .sound { continue }
            } else if let found = try target.find(evidence.sha256), found.bytes == evidence.bytes {
                continue
            }
            guard try !target.copy(evidence.sha256, from: source) else { continue }
            faults.append(
                fault(evidence, in: source) ?? fault(evidence, in: target) ?? missing(evidence, source)
            )
        }
        return faults
    }

    private static func missing(_ evidence: Named, _ source: EvidenceStore) -> LedgerFault {
        LedgerFault(.evidenceMissing, row: evidence.what, detail: source.path(evidence.sha256))
    }
}
