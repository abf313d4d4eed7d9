import Foundation

/// A year of duties for 10,000 sites, weekly, monthly and quarterly, settled as nobody does them: the whole of
/// `patrold simulate`, beside SQLite inserting the rows it leaves in the same transactions.
struct YearOfDuties {
    let programs: String
    let folder: String

    func measure() throws -> [String] {
        let (config, sites) = (folder + "/duties", folder + "/sites.csv")
        try writeConfiguration(to: config)
        try writeSites(to: sites)
        var (ours, theirs, ratios): ([Double], [Double], [Double]) = ([], [], [])
        var memory = 0
        for round in 0..<3 {
            let state = folder + "/year-\(round)"
            let usage = try simulation(config, sites, days: 365, state).measure()
            memory = usage.peakMemory
            let insertion = folder + "/insertion-\(round)"
            _ = try Command(
                path: CommandLine.arguments[0],
                arguments: ["insert", state + "/ledger.sqlite", insertion + ".sqlite"],
                output: insertion
            ).time()
            let seconds = try String(contentsOfFile: insertion, encoding: .utf8)
            guard let plain = Double(seconds.split(separator: "\n").first ?? "") else {
                throw Command.Failure(description: "no time in \(insertion)")
            }
            ours.append(usage.time.milliseconds)
            theirs.append(plain * 1000)
            ratios.append(usage.time.milliseconds / (plain * 1000))
        }
        let three = try simulation(config, sites, days: 3 * 365, folder + "/three").measure().peakMemory
        return [
            "a year of duties for 10,000 sites: \(ours.summary) ms, SQLite \(theirs.summary) ms, ratio \(ratios.median.rounded(2)) (at most 2.0)",
            "its memory: \(memory / 1024) MiB for one year, \(three / 1024) MiB for three, ratio \((Double(three) / Double(memory)).rounded(2))",
        ]
    }

    private func simulation(_ config: String, _ sites: String, days: Int, _ state: String) -> Command {
        Command(
            path: programs + "/patrold",
            arguments: [
                "simulate", "--config", config, "--sites", sites, "--from", "2025-01-01", "--days", "\(days)",
                "--state", state,
            ]
        )
    }

    private func writeConfiguration(to config: String) throws {
        let reference = URL(fileURLWithPath: programs).deletingLastPathComponent().path + "/config"
        try FileManager.default.copyItem(atPath: reference, toPath: config)
        for file in try FileManager.default.contentsOfDirectory(atPath: config + "/programmes") {
            try FileManager.default.removeItem(atPath: config + "/programmes/" + file)
        }
        for cadence in ["weekly", "monthly", "quarterly"] {
            let text =
                "id: users-\(cadence)\nname: users \(cadence)\nsiteKind: 非居用户\ncadence: \(cadence)\nmanner: check\n"
            try text.write(toFile: config + "/programmes/\(cadence).yaml", atomically: true, encoding: .utf8)
        }
    }

    private func writeSites(to file: String) throws {
        var text = "编号,名称,类别,街道,责任单位,标签,启用日期,停用日期\n"
        for number in 1...10_000 {
            text += "U-\(100_000 + number),样例非居用户\(number),非居用户,第\(number % 14)街,样例单位\(number % 300),,,\n"
        }
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
}
