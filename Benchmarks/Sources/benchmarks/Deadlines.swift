import Foundation

/// A million deadlines of four working hours, beside plain Python on a calendar package; both must agree on every one.
struct Deadlines {
    let programs: String
    let python: String
    let folder: String

    private static let count = 1_000_000

    func measure() throws -> String {
        let (times, mine, theirs) = (folder + "/times", folder + "/ours", folder + "/theirs")
        try writeTimes(to: times)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("deadlines.py").path
        let config = URL(fileURLWithPath: programs).deletingLastPathComponent().path + "/config"
        func ours(_ output: String) -> Command {
            Command(
                path: programs + "/patrold",
                arguments: ["deadline", "--config", config, "4工作时", "-"],
                input: times,
                output: output
            )
        }
        func plain(_ output: String) -> Command {
            Command(path: python, arguments: [script], input: times, output: output)
        }
        _ = try (ours(mine).time(), plain(theirs).time())
        guard FileManager.default.contentsEqual(atPath: mine, andPath: theirs) else {
            throw Command.Failure(description: "the two do not agree: see \(mine) and \(theirs)")
        }
        let pair = Pair(
            name: "a million working-hour deadlines",
            beside: "Python",
            ours: { _ in ours("/dev/null") },
            theirs: { _ in plain("/dev/null") }
        )
        return try pair.measure(rounds: 3, warmup: 0)
    }

    /// Minutes spread over 2025 and 2026, nights and holidays among them, in no order.
    private func writeTimes(to file: String) throws {
        var (state, lines): (UInt64, [UInt8]) = (20_261_124, [])
        lines.reserveCapacity(Deadlines.count * 17)
        let calendar = (1...12).flatMap { month in (1...28).map { (month, $0) } }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        for _ in 0..<Deadlines.count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let random = Int(state >> 33)
            let (month, day) = calendar[random % calendar.count]
            let year = random / 336 % 2 == 0 || month > 11 ? 2025 : 2026
            let minute = random / 672 % 1440
            lines += "\(year)-\(two(month))-\(two(day)) \(two(minute / 60)):\(two(minute % 60))\n".utf8
        }
        try Data(lines).write(to: URL(fileURLWithPath: file))
    }
}
