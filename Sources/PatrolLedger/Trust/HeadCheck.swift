import PatrolModel

/// Whether the chain still holds the heads that were noted elsewhere: one that lies past its end tells of a tail that
/// is gone, one with another hash of a history that was written anew with hashes that follow.
struct HeadCheck {
    private let heads: [NotedHead]
    private(set) var notes: [LedgerNote] = []
    /// The last that lies past the end.
    private var furthest: NotedHead?
    /// The first contradiction says where; those after it only repeat it.
    private var isContradicted = false

    init(_ heads: [NotedHead]) {
        self.heads = heads.sorted { ($0.head.sequence, $0.place) < ($1.head.sequence, $1.place) }
    }

    /// Compares each. What restorations say is missing, in incarnations before, is `lost`.
    mutating func run(_ file: ExaminedFile, lost: [ClosedRange<Int64>], _ faults: inout FaultList) throws {
        let last = try RawStatement(file.connection, "SELECT max(sequence) FROM event NOT INDEXED")
        let end = try last.next() ? last.integer(0) : 0
        let row = try RawStatement(file.connection, "SELECT hash FROM event WHERE sequence = ?")
        var agreeing: Int64 = 0
        for noted in heads where noted.head.sequence > 0 {
            let sequence = noted.head.sequence
            row.reset()
            row.bind(sequence, to: 1)
            let hash = try row.next() ? Hexadecimal.of(row.bytes(0)) : ""
            if hash == noted.head.hash {
                agreeing = sequence
            } else if !noted.isOfThisIncarnation, lost.contains(where: { $0.contains(sequence) }) {
                notes.append(LedgerNote(.headOfMissingEvents, event: sequence))
            } else if sequence > end {
                furthest = noted
            } else if !isContradicted {
                isContradicted = true
                faults.add(fault(.historyRewritten, after: agreeing, noted))
            }
        }
        if let furthest { faults.add(fault(.tailMissing, after: end, furthest)) }
    }

    private func fault(_ code: LedgerFault.Code, after event: Int64, _ noted: NotedHead) -> LedgerFault {
        LedgerFault(code, event: event + 1, through: noted.head.sequence, detail: noted.place)
    }
}
