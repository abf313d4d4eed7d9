import Foundation
import Glibc

/// What 64 filers feel of `patrold backup`: their 99th percentile while it runs, beside that while it does not.
struct Backup {
    let programs: String
    let house: House
    let filers: Filers
    let folder: String

    private static let crowd = 64
    private static let chunk = 640
    /// A backup gives way to everybody else: where filers never paused, it might not end on two cores.
    private static let most = 6400

    func measure() throws -> String {
        guard try Command.isOffered("backup", by: programs + "/patrold") else {
            return "filers during a backup: this patrold has no backup"
        }
        var (during, without, ratios): ([Double], [Double], [Double]) = ([], [], [])
        for round in 0..<3 {
            let busy = try filingsDuringBackup(round)
            var quiet: [Double] = []
            while quiet.count < busy.count { quiet += try latencies() }
            during.append(busy.percentile99)
            without.append(quiet.percentile99)
            ratios.append(busy.percentile99 / quiet.percentile99)
        }
        return
            "99th percentile of 64 filers during a backup: \(during.summary) ms, without \(without.summary) ms, ratio \(ratios.median.rounded(2)) (at most 5)"
    }

    private func latencies() throws -> [Double] {
        try filers.file(Backup.chunk, connections: Backup.crowd).latencies
    }

    /// Files while one backup is made.
    private func filingsDuringBackup(_ round: Int) throws -> [Double] {
        let state = URL(fileURLWithPath: house.ledger).deletingLastPathComponent().path
        let backup = try Command(
            path: programs + "/patrold",
            arguments: ["backup", "--state", state, "--to", folder + "/backups-\(round)"],
            environment: house.diskEnvironment
        ).spawn()
        var (all, status): ([Double], Int32) = ([], 0)
        var hasEnded = false
        while !hasEnded, all.count < Backup.most {
            all += try latencies()
            hasEnded = waitpid(backup, &status, WNOHANG) != 0
        }
        if !hasEnded { status = Command.wait(backup) }
        guard status == 0 else { throw Command.Failure(description: "patrold backup ended with \(status)") }
        return all
    }
}

extension [Double] {
    fileprivate var percentile99: Double { sorted()[Swift.min(count - 1, count * 99 / 100)] }
}
