import ArgumentParser
import Glibc
import PatrolModel
import PatrolText
import PatrolWire

/// `patrol site import`
struct SiteImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: Speech.help(.siteImport))

    @Argument(help: ArgumentHelp(.file))
    var file: String

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?

    @OptionGroup var switches: Switches

    func run() throws {
        let rows = try RosterFile.rows(try InputFile.bytes(file), file: file)
        try Session(switches).file(.importSites(rows), key: key) { receipt in
            .imported(added: receipt.added ?? 0, changed: receipt.changed ?? 0)
        }
    }
}

/// A file named on the command line.
enum InputFile {
    /// Its bytes; `-` is standard input. At most as many as the daemon takes.
    /// - Throws: ``PatrolError/unreadableFile(path:)``, ``PatrolError/bodyTooLarge(limitBytes:)``.
    static func bytes(_ path: String) throws(PatrolError) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadableFile(path: path) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadableFile(path: path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= Route.rosterLimit else { throw .bodyTooLarge(limitBytes: Route.rosterLimit) }
        }
    }
}
