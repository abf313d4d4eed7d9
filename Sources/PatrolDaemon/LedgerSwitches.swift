import ArgumentParser
import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolText

/// The switch for the language, which is settled before the others are read.
struct LanguageSwitch: ParsableArguments {
    @Option(help: ArgumentHelp("\(PatroldCommand.text(.language))"))
    var language: Language?
}

extension Language: ExpressibleByArgument {}

/// Heads of the chain that were noted elsewhere.
struct HeadSwitch: ParsableArguments {
    @Option(help: ArgumentHelp("\(PatroldCommand.text(.notedHeads))"))
    var heads: String?

    /// - Throws: ``PatrolError/unreadableFile(path:)``, ``PatrolError/noHeads(path:)``.
    func noted() throws(PatrolError) -> [NotedHead] {
        guard let heads else { return [] }
        let bytes: Data?
        if heads == "-" {
            bytes = try? FileHandle.standardInput.readToEnd() ?? Data()
        } else {
            bytes = FileManager.default.contents(atPath: heads)
        }
        guard let bytes else { throw .unreadableFile(path: heads) }
        let noted = NotedHead.all(in: String(decoding: bytes, as: UTF8.self), of: heads)
        guard !noted.isEmpty else { throw .noHeads(path: heads) }
        return noted
    }
}

/// The name of whoever runs this.
enum UnixUser {
    static var name: String {
        guard let entry = getpwuid(getuid()) else { return String(getuid()) }
        return String(cString: entry.pointee.pw_name)
    }
}
