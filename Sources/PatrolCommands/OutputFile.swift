import Glibc
import PatrolModel

/// A file that a command writes besides what it prints.
enum OutputFile {
    /// Whole or not at all: a file cut off half way is not mistaken for one.
    /// - Throws: ``PatrolError/cannotWrite(path:detail:)``.
    static func write(_ bytes: [UInt8], to path: String) throws(PatrolError) {
        let draft = path + ".part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let error = failure(path)
                close(descriptor)
                unlink(draft)
                throw error
            }
            rest = rest.dropFirst(count)
        }
        guard close(descriptor) == 0, rename(draft, path) == 0 else {
            let error = failure(path)
            unlink(draft)
            throw error
        }
    }

    private static func failure(_ path: String) -> PatrolError {
        .cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
}
