import Foundation
import PatrolModel

/// The machine's tz database, Debian's tzdata; `TZ` of the process has no say in it.
enum ZoneDatabase {
    static let folder = "/usr/share/zoneinfo"

    /// Nil where there is no such zone.
    static func zone(named name: String) -> Zone? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
            let bytes = FileManager.default.contents(atPath: folder + "/" + name)
        else { return nil }
        return Zone(name: name, tzif: Array(bytes))
    }
}
