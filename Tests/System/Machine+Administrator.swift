import Foundation
import PatrolTestSupport
import Testing

/// What its administrator does.
extension Machine {
    /// Runs a command as root that must succeed; what it printed.
    @discardableResult
    func done(_ words: String..., input: String = "", location: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let outcome = try run(as: "root", words, input: input)
        guard outcome.status == 0 else { throw Refused(words: words, outcome: outcome) }
        return outcome.output
    }

    /// Puts a file of ours into it.
    func copy(_ path: String, to name: String) throws {
        try? FileManager.default.removeItem(atPath: file(name))
        try FileManager.default.copyItem(atPath: path, toPath: file(name))
    }

    func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(
            atPath: (file(name) as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    }

    func contents(_ name: String) throws -> String {
        try String(contentsOfFile: file(name), encoding: .utf8)
    }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    /// Replaces a text that stands in one of its files.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try contents(name)
        try #require(text.contains(old), "\(name) has no \(old)")
        try write(text.replacing(old, with: new), to: name)
    }

    /// Installs a package of ours with dpkg(1), which keeps what the administrator has changed; what that printed.
    @discardableResult
    func install(_ package: String) throws -> String {
        try copy(package, to: "/root/patrol.deb")
        return try done("dpkg", "--force-confold", "--install", "/root/patrol.deb")
    }

    /// Lets the district's people in.
    func admitPeople() throws {
        let script = try String(contentsOfFile: Machine.clone + "/Scripts/people", encoding: .utf8)
        try done("sh", "-eu", input: script)
    }

    /// Adds to a unit what its own file does not say, and lets systemd read it.
    func dropIn(_ unit: String, _ text: String, named name: String = "trial") throws {
        try write(text, to: "/etc/systemd/system/\(unit).d/\(name).conf")
        try done("systemctl", "daemon-reload")
    }

    /// What systemd says of a unit.
    func property(_ name: String, of unit: String) throws -> String {
        try done("systemctl", "show", "--value", "--property=\(name)", unit)
            .trimmingCharacters(in: .newlines)
    }

    func isActive(_ unit: String) throws -> Bool {
        try run(as: "root", ["systemctl", "is-active", "--quiet", unit]).status == 0
    }
}

/// The packages that are tried.
enum Package {
    /// The one that `make deb` has made.
    static var current: String {
        get throws { try only(in: Machine.clone + "/dist") }
    }

    /// An earlier one.
    static var earlier: String {
        get throws { try only(in: (Machine.Supplies.given?.folder ?? "") + "/earlier") }
    }

    private static func only(in folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let packages = names.filter { $0.hasPrefix("patrol_") && $0.hasSuffix(".deb") }
        return folder + "/" + (try #require(packages.max(), "no package in \(folder): run make deb"))
    }
}
