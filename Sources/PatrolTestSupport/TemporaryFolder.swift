package import Foundation

/// A folder of its own for one test, removed with it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        // Short, since the path of a Unix socket has at most 107 bytes.
        path = "/tmp/patrol-" + UUID().uuidString.prefix(13)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    package func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file and gives its path.
    package func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    package func write(_ data: Data, to name: String) throws -> String {
        let file = file(name)
        let parent = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try data.write(to: URL(fileURLWithPath: file))
        return file
    }
}
