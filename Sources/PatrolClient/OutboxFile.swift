import Glibc
import PatrolModel

/// The system calls beneath the outbox.
enum OutboxFile {
    enum Failure: Error { case absent, unreadable }

    static func cannotWrite(_ path: String) -> PatrolError {
        .cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }

    /// The folder and those above it that are missing, for its owner alone, each on disk with the one that holds it.
    /// - Throws: ``PatrolError/cannotWrite(path:detail:)``, also where it is somebody else's, or open to others.
    static func makeFolder(_ folder: String) throws(PatrolError) {
        var (path, parent) = (folder.hasPrefix("/") ? "" : ".", folder.hasPrefix("/") ? "/" : ".")
        for part in folder.split(separator: "/") {
            path += "/" + part
            if mkdir(path, 0o700) == 0 {
                // Whatever the umask took away.
                chmod(path, 0o700)
                try sync(parent)
            } else if errno != EEXIST {
                throw cannotWrite(path)
            }
            parent = path
        }
        var status = stat()
        guard stat(folder, &status) == 0 else { throw cannotWrite(folder) }
        let fault: Int32 =
            status.st_mode & S_IFMT != S_IFDIR
            ? ENOTDIR : status.st_uid != geteuid() || status.st_mode & 0o077 != 0 ? EPERM : 0
        guard fault == 0 else {
            let detail = fault == EPERM ? ", chmod 700" : ""
            throw .cannotWrite(path: folder, detail: String(cString: strerror(fault)) + detail)
        }
    }

    /// The highest number that was given out; 0 where none was.
    static func lastNumber(_ lock: String) -> Int {
        let text = (try? read(lock)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return Int(text.prefix { $0 != "\n" }) ?? 0
    }

    static func noteNumber(_ number: Int, _ lock: String) throws(PatrolError) {
        let descriptor = open(lock, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw cannotWrite(lock) }
        defer { close(descriptor) }
        guard writeAll(Array("\(number)\n".utf8), to: descriptor) else { throw cannotWrite(lock) }
    }

    static func openLock(_ path: String) throws(PatrolError) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        return descriptor
    }

    /// All of it, or one byte more than so many.
    static func read(_ path: String, following: Bool = false, atMost: Int = .max - 1) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (following ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw errno == ENOENT ? Failure.absent : Failure.unreadable }
        defer { close(descriptor) }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure.unreadable }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > atMost { return Array(bytes[...atMost]) }
        }
    }

    /// Beside, synced, renamed, the folder synced: what stands under the name is always whole.
    /// `replacing` false refuses to take the place of another.
    static func write(
        _ bytes: [UInt8],
        to path: String,
        in folder: String,
        replacing: Bool
    ) throws(PatrolError) {
        let beside = path + ".new"
        unlink(beside)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw cannotWrite(beside) }
        guard fchmod(descriptor, 0o600) == 0, writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
            let failure = cannotWrite(beside)
            close(descriptor)
            unlink(beside)
            throw failure
        }
        let isClosed = close(descriptor) == 0
        guard isClosed, (replacing ? rename(beside, path) : link(beside, path)) == 0 else {
            let failure = cannotWrite(path)
            unlink(beside)
            throw failure
        }
        if !replacing { unlink(beside) }
        try sync(folder)
    }

    static func remove(_ path: String, in folder: String) throws(PatrolError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw cannotWrite(path) }
        try sync(folder)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func sync(_ folder: String) throws(PatrolError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotWrite(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw cannotWrite(folder) }
    }
}
