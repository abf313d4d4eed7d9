import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

/// A running daemon with its roster imported, and the words for what tests do to it.
struct House {
    let daemon: RunningDaemon

    /// Runs a story in a house of its own, then stops the daemon and replays the ledger.
    /// `programmes` are files of that folder besides the standing one, by name.
    static func with(
        typistsCount: Bool = false,
        programmes: [String: String] = [:],
        _ story: @Sendable (House) throws -> Void
    ) async throws {
        try await Blocking.run {
            let house = House(daemon: try RunningDaemon(typistsCount: typistsCount))
            for (name, text) in programmes {
                _ = try house.daemon.folder.write(text, to: "config/programmes/\(name).yaml")
            }
            try house.daemon.start()
            try house.done("site", "import", try house.roster())
            try story(house)
            #expect(house.daemon.stop() == 0)
            #expect(try house.daemon.replay() == [])
        }
    }

    func roster(_ text: String = TestConfiguration.roster) throws -> String {
        try daemon.folder.write(text, to: "roster-\(UUID().uuidString.prefix(8)).csv")
    }

    /// Runs a command that must succeed; what it printed.
    @discardableResult
    func done(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> String {
        try done(arguments, location: location)
    }

    @discardableResult
    func done(_ arguments: [String], location: SourceLocation = #_sourceLocation) throws -> String {
        let outcome = try daemon.patrol(arguments)
        #expect(
            outcome.status == 0,
            "\(arguments.joined(separator: " ")): \(outcome.error)",
            sourceLocation: location
        )
        return outcome.output
    }

    /// Runs a command that must be refused with a status, one line on standard error, and an unchanged ledger.
    @discardableResult
    func refused(
        _ arguments: [String],
        _ status: Int32,
        input: String = "",
        location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let before = try head()
        let outcome = try daemon.patrol(arguments, input: input)
        let command = arguments.joined(separator: " ").prefix(200)
        #expect(outcome.status == status, "\(command): \(outcome.error)", sourceLocation: location)
        #expect(outcome.output == "", sourceLocation: location)
        #expect(outcome.error.hasPrefix("patrol: "), sourceLocation: location)
        #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)", sourceLocation: location)
        #expect(outcome.error.contains("；"), "no remedy: \(outcome.error)", sourceLocation: location)
        #expect(try head() == before, "\(command) changed the ledger", sourceLocation: location)
        return outcome.error
    }

    /// The hash of the last event that was not the scheduler's own.
    func head() throws -> String {
        let text = try daemon.patrol(["event", "list", "--json"]).output
        let events = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
        return events.filter { ($0["event"] as? [String: Any])?["actor"] as? String != "patrold" }
            .last?["hash"] as? String ?? ""
    }

    func object(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> [String: Any] {
        let text = try outcome(arguments, location)
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            sourceLocation: location
        )
    }

    func array(_ arguments: String..., location: SourceLocation = #_sourceLocation) throws -> [[String: Any]]
    {
        let text = try outcome(arguments, location)
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]],
            sourceLocation: location
        )
    }

    private func outcome(_ arguments: [String], _ location: SourceLocation) throws -> String {
        let outcome = try daemon.patrol(arguments + ["--json"])
        #expect(
            outcome.status == 0,
            "\(arguments.joined(separator: " ")): \(outcome.error)",
            sourceLocation: location
        )
        return outcome.output
    }

    /// Some hours ago, as an inspector in the district would type it.
    static func hoursAgo(_ hours: Double) -> String {
        Zone.shanghai.iso8601(Instant(seconds: Int64(Date().timeIntervalSince1970 - hours * 3600)))
    }
}
