import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

/// The district of the reference configuration in `config/`, its roster imported, living by a clock that a story moves.
///
/// One Unix user types what everybody files, so that who typed counts for nothing here but in the story of a clerk.
struct District {
    let house: House

    /// Lives through a story from a reading of the district's clock on, then stops the daemon and replays the ledger.
    /// `people` are added to those of the configuration, a line of YAML each.
    static func lived(
        from time: String,
        typistsCount: Bool = false,
        people: [String] = [],
        _ story: @Sendable (District) throws -> Void
    ) async throws {
        try await Blocking.run {
            let files = try configuration(typistsCount: typistsCount, people: people)
            let daemon = try RunningDaemon(configuration: files, at: Zone.shanghai.at(time))
            let district = District(house: House(daemon: daemon))
            try daemon.start()
            try district.house.done("site", "import", Project.folder + "/config/sites.csv")
            try story(district)
            #expect(daemon.stop() == 0)
            #expect(try daemon.replay() == [])
        }
    }

    /// The reference configuration, its administrator the Unix user that runs the tests.
    private static func configuration(typistsCount: Bool, people: [String]) throws -> [String: String] {
        let folder = Project.folder + "/config"
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
        where path.hasSuffix(".yaml") || path == "catalogue.csv" {
            files[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
        let added = people.map { "  - \($0)\n" }.joined()
        files["patrol.yaml"] = files["patrol.yaml"]?
            .replacing("user: patrol-admin", with: "user: " + NSUserName())
            .replacing("typistsCount: true", with: "typistsCount: \(typistsCount)")
            .replacing("\npeople:\n", with: "\npeople:\n" + added)
        return files
    }

    /// Lets what follows happen at a later reading of the clock, what has fallen due until then having been settled.
    func at(_ time: String) throws {
        try house.daemon.move(to: Zone.shanghai.at(time))
    }

    /// Has somebody do something, its words parted by single spaces; what was printed.
    @discardableResult
    func by(
        _ person: String,
        _ line: String,
        location: SourceLocation = #_sourceLocation
    ) throws -> String {
        try house.done(words(line) + ["--as", person], location: location)
    }

    /// Has somebody find something; the number of the hazard.
    func found(
        by person: String,
        _ line: String,
        location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let text = try house.done(words(line) + ["--json", "--as", person], location: location)
        let receipt = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let number = receipt?["hazard"] as? String ?? receipt?["id"] as? String
        return try #require(number, sourceLocation: location)
    }

    /// Has somebody refused something, with a status; the reason and the remedy.
    @discardableResult
    func refused(
        _ person: String,
        _ line: String,
        _ status: Int32 = 1,
        location: SourceLocation = #_sourceLocation
    ) throws -> String {
        try house.refused(words(line) + ["--as", person], status, location: location)
    }

    /// A hazard's JSON as an auditor reads it.
    func shown(_ hazard: String) throws -> [String: Any] {
        try house.object("hazard", "show", hazard, "--as", "auditor")
    }

    func state(_ hazard: String) throws -> String? {
        try shown(hazard)["state"] as? String
    }

    /// Its deadline to the minute, in the district's time.
    func due(_ hazard: String) throws -> String? {
        (try shown(hazard)["dueAt"] as? String).map { String($0.prefix(16)) }
    }

    func sheet(_ hazard: String) throws -> String {
        try by("auditor", "hazard show \(hazard)")
    }

    /// The numbers that somebody sees in a list.
    func listed(_ person: String, _ line: String) throws -> [String] {
        try by(person, line + " --quiet").split(separator: "\n").map(String.init)
    }

    /// The duties that somebody sees in a list.
    func duties(_ person: String, _ line: String) throws -> [[String: Any]] {
        let text = try by(person, line + " --json")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }

    /// `{名.png}` is a photo and `{名.pdf}` a document of that name, taken when it is first spoken of.
    private func words(_ line: String) throws -> [String] {
        try line.split(separator: " ").map { word in
            guard word.hasPrefix("{"), word.hasSuffix("}") else { return String(word) }
            let name = String(word.dropFirst().dropLast())
            let file = name.hasSuffix(".pdf") ? Photo.pdf + Data(name.utf8) : Photo.png(name)
            return try house.daemon.folder.write(file, to: name)
        }
    }
}
