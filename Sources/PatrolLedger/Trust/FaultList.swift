import PatrolModel

/// The faults found so far: of each kind so many that a person can look at them, and the number of the others.
struct FaultList {
    private(set) var listed: [LedgerFault] = []
    private(set) var unlisted: [LedgerFault.Code: Int] = [:]
    private var counts: [LedgerFault.Code: Int] = [:]
    private let limit: Int

    /// - Parameter limit: how many of one kind are listed.
    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { listed.isEmpty }

    mutating func add(_ fault: LedgerFault) {
        guard counts[fault.code, default: 0] < limit else {
            unlisted[fault.code, default: 0] += 1
            return
        }
        counts[fault.code, default: 0] += 1
        listed.append(fault)
    }

    mutating func add(_ others: FaultList) {
        for fault in others.listed { add(fault) }
        unlisted.merge(others.unlisted, uniquingKeysWith: +)
    }
}
