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

    /// Every name there is (tzdata.zi, zic(8)), to find the one that was meant.
    static func names() -> [String] {
        let bytes = FileManager.default.contents(atPath: folder + "/tzdata.zi") ?? Data()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            switch words.first {
            case "Z": return words.count > 1 ? String(words[1]) : nil
            case "L": return words.count > 2 ? String(words[2]) : nil
            default: return nil
            }
        }
    }
}
