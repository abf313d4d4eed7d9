import Glibc
package import PatrolModel
package import PatrolWire

/// What became of what waited in the outbox.
package struct Delivery: Sendable {
    package struct Done: Sendable {
        package let number: Int
        package let filing: Filing
        package let receipt: ReceiptBody
    }

    package struct Refused: Sendable {
        package let number: Int
        package let filing: Filing
        package let reason: PatrolError
    }

    package var done: [Done] = []
    package var refused: [Refused] = []
    /// Files that cannot be read.
    package var broken: [OutboxItem] = []
    /// How many still wait, and what stopped the delivery.
    package var waiting = 0
    package var obstacle: PatrolError?

    package init() {}
}

extension PatrolError {
    /// Nothing is wrong with what was filed: the daemon could not be reached, or could not record it now.
    package var isObstacle: Bool { kind == .unavailable || kind == .failure || kind == .inputOutput }
}

extension Outbox {
    /// How often the daemon may fail over a filing before it is set aside.
    private static let patience = 3

    /// Sends what waits for this client's daemon, oldest first, until something stands in the way. What is recorded is
    /// taken out; what is refused stays, with its reason. Call it while the outbox is locked.
    /// - Throws: ``PatrolError/cannotWrite(path:detail:)`` where the outbox cannot be kept up to date; what has been
    ///   recorded by then is told from a repetition by its key.
    package func deliver(through client: PatrolClient) throws(PatrolError) -> Delivery {
        var delivery = Delivery()
        for item in try list() {
            guard let entry = item.entry else {
                delivery.broken.append(item)
                continue
            }
            // Delivered by somebody else it would be in somebody else's name.
            guard entry.socket == client.socket, entry.user == geteuid(), entry.refusal == nil else {
                continue
            }
            guard delivery.obstacle == nil else {
                delivery.waiting += 1
                continue
            }
            try deliver(entry, item.number, through: client, &delivery)
        }
        return delivery
    }

    private func deliver(
        _ entry: OutboxEntry,
        _ number: Int,
        through client: PatrolClient,
        _ delivery: inout Delivery
    ) throws(PatrolError) {
        let refusal: PatrolError
        do {
            let client = client.speaking(for: entry.person)
            for file in files(of: entry) { try client.handIn(file) }
            let receipt = try client.file(entry.filing)
            delivery.done.append(.init(number: number, filing: entry.filing, receipt: receipt))
            return try drop(number)
        } catch {
            refusal = error as? PatrolError ?? .internalFailure
        }
        var refused = entry
        // What the daemon itself cannot cope with must not hold up all that comes behind it for ever.
        if refusal.kind == .failure { refused.failures = (entry.failures ?? 0) + 1 }
        let isHopeless = (refused.failures ?? 0) >= Outbox.patience
        if refusal.isObstacle && !isHopeless || refusal.code == "socketForbidden" {
            if refused != entry { try write(refused, number) }
            delivery.obstacle = refusal
            delivery.waiting += 1
            return
        }
        refused.refusal = refusal
        try write(refused, number)
        delivery.refused.append(.init(number: number, filing: entry.filing, reason: refusal))
    }
}
