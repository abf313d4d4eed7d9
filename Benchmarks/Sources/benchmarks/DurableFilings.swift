import Foundation

/// What being durable costs: 64 people who file at once, and one who files alone, over the real socket, beside SQLite with a
/// commit a row on the same disk.
struct DurableFilings {
    let programs: String
    let disk: Disk
    let folder: String

    private static let crowd = 64
    private static let rounds = 5

    func measure() throws -> [String] {
        let house = try House(programs: programs, folder: folder, environment: disk.environment)
        defer { house.stop() }
        let filers = Filers(socket: house.socket)
        // Warm, and long enough for the row that is to be as long as an event.
        _ = try filers.file(640, connections: DurableFilings.crowd)
        let bytes = try house.bytesOfAnEvent()
        var lines = try crowd(filers, bytes) + alone(filers, bytes)
        guard disk.isAsItIs else { return lines }
        lines.append(try Backup(programs: programs, house: house, filers: filers, folder: folder).measure())
        return lines + [try house.sizeOfItsLedger()]
    }

    private func crowd(_ filers: Filers, _ bytes: Int) throws -> [String] {
        let count = 6400
        var (ours, theirs, ratios, syncs): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        for _ in 0..<DurableFilings.rounds {
            let before = try disk.syncs()
            let outcome = try filers.file(count, connections: DurableFilings.crowd)
            syncs.append(Double(try disk.syncs() - before) * 1000 / Double(count))
            let plain = try PlainCommits.measure(rows: 300, bytes: bytes, in: folder, on: disk)
            ours.append(outcome.perSecond)
            theirs.append(1000 * Double(plain.count) / plain.reduce(0, +))
            ratios.append((ours.last ?? 0) / (theirs.last ?? 1))
        }
        return [
            "64 filers at once, \(disk.name): \(ours.summary) filings a second, SQLite \(theirs.summary) commits, ratio \(ratios.median.rounded(2)) (at least 10)",
            "fsyncs for 1000 of these filings, \(disk.name): \(syncs.summary) (at most 100)",
        ]
    }

    private func alone(_ filers: Filers, _ bytes: Int) throws -> [String] {
        var (ours, theirs, ratios): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<DurableFilings.rounds {
            ours.append(try filers.file(200, connections: 1).latencies.median)
            theirs.append(try PlainCommits.measure(rows: 200, bytes: bytes, in: folder, on: disk).median)
            ratios.append((ours.last ?? 0) / (theirs.last ?? 1))
        }
        return [
            "a lone filer on one connection, \(disk.name): \(ours.summary) ms, SQLite's commit \(theirs.summary) ms, ratio \(ratios.median.rounded(2)) (at most 1.3)"
        ]
    }
}
