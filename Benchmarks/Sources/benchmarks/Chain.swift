import Foundation

/// Whether a million events are what they were: `patrold verify --only chain`, beside a C program that reads and hashes the
/// same bytes.
struct Chain {
    static let events = 1_000_000

    let programs: String
    /// A ledger that nobody uses any more; it is lengthened where it is.
    let ledger: String

    func measure() throws -> String {
        guard try Command.isOffered("verify", by: programs + "/patrold") else {
            return "verifying a million events: this patrold has no verify"
        }
        let tools = URL(fileURLWithPath: programs).deletingLastPathComponent().path + "/Benchmarks/.build"
        _ = try Command(path: tools + "/lengthen", arguments: [ledger, "\(Chain.events)"]).time()
        let row = Pair(
            name: "verifying a million events",
            beside: "a C program",
            ours: { _ in
                Command(
                    path: programs + "/patrold",
                    arguments: ["verify", "--only", "chain", "--ledger", ledger]
                )
            },
            theirs: { _ in Command(path: tools + "/chain", arguments: [ledger]) },
            atMost: 2
        )
        return try row.measure(rounds: 5, warmup: 1)
    }
}
