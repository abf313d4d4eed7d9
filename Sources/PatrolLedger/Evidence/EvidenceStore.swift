import Foundation
import Glibc
package import PatrolModel

/// The photos and documents beside a ledger, each once, under its SHA-256: `evidence/ab/abcdef…`.
///
/// What stands under a name is whole, on disk, and never written to again: uploads lie in `evidence/incoming` until
/// they are complete.
package struct EvidenceStore: Sendable {
    /// The folder, which is made by the first upload.
    package let folder: String
    private let files: LedgerFiles

    package init(besideLedger ledger: String) {
        self.init(besideLedger: ledger, as: LedgerFiles(ledger: ledger))
    }

    /// One whose files belong to whoever the folder of another ledger belongs to.
    init(besideLedger ledger: String, as files: LedgerFiles) {
        self.files = files
        folder = (ledger as NSString).deletingLastPathComponent + "/evidence"
    }

    /// Where the file of a hash lies, whether it is there or not.
    package func path(_ sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256)" }

    private var incoming: String { folder + "/incoming" }

    /// What lies there under a hash; its name and what it shows are the filing's to say.
    package struct Found: Sendable {
        package let bytes: Int64
        package let type: EvidenceType?
    }

    /// Nil where nothing does.
    /// - Throws: ``PatrolError/cannotOpen(path:detail:)`` where it cannot be read.
    package func find(_ sha256: String) throws(PatrolError) -> Found? {
        let path = path(sha256)
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw EvidenceStore.unreadable(path)
        }
        defer { close(file) }
        var (status, start) = (stat(), [UInt8](repeating: 0, count: EvidenceType.telling))
        guard fstat(file, &status) == 0 else { throw EvidenceStore.unreadable(path) }
        let count = pread(file, &start, start.count, 0)
        guard count >= 0 else { throw EvidenceStore.unreadable(path) }
        return Found(bytes: Int64(status.st_size), type: EvidenceType(firstBytes: start.prefix(count)))
    }

    /// The bytes of a hash, proven by it.
    /// - Throws: ``PatrolError/unknownEvidence(name:)`` where there is none, ``PatrolError/evidenceGarbled(name:)`` where
    ///   it is not what it was.
    package func read(_ sha256: String) throws(PatrolError) -> [UInt8] {
        let path = path(sha256)
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { throw .unknownEvidence(name: String(sha256.prefix(12))) }
            throw EvidenceStore.unreadable(path)
        }
        defer { close(file) }
        var (bytes, digest, buffer) = ([UInt8](), EvidenceDigest(), [UInt8](repeating: 0, count: 1 << 18))
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw EvidenceStore.unreadable(path) }
            if count == 0 { break }
            buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            bytes += buffer[..<count]
        }
        guard digest.text == sha256 else { throw .evidenceGarbled(name: String(sha256.prefix(12))) }
        return bytes
    }

    /// Begins an upload. `name` is how errors call it.
    /// - Throws: as ``EvidenceUpload/append(_:)``.
    package func upload(_ sha256: String, name: String) throws(PatrolError) -> EvidenceUpload {
        try makeFolder(folder)
        try makeFolder(incoming)
        return try EvidenceUpload(sha256, name: name, in: incoming)
    }

    /// Puts a whole upload under its hash; where there is one already it takes its place, and is the same.
    /// - Parameters:
    ///   - upload: all of whose bytes have come.
    ///   - at: now; what no event names is removed a day later.
    ///   - other: whether what is there already is something else, and is moved aside.
    /// - Throws: ``PatrolError/evidenceGarbled(name:)`` where the bytes are others than the hash says,
    ///   ``PatrolError/emptyEvidence(name:)``, ``PatrolError/unknownEvidenceType(name:)``, and as
    ///   ``EvidenceUpload/append(_:)``. Nothing is left of it then.
    package func take(
        _ upload: EvidenceUpload,
        at: Instant,
        replacing other: Bool = false
    ) throws(PatrolError) {
        try upload.finish(at: at)
        let (path, shelf) = (path(upload.sha256), "\(folder)/\(upload.sha256.prefix(2))")
        try makeFolder(shelf)
        try files.take(upload.path)
        if other, access(path, F_OK) == 0 { rename(path, path + ".altered") }
        guard rename(upload.path, path) == 0 else { throw EvidenceStore.unwritable(path) }
        try files.synchronize(shelf)
    }

    private func makeFolder(_ path: String) throws(PatrolError) {
        if mkdir(path, 0o750) == 0 {
            try files.take(path, mode: 0o750)
            try files.synchronize((path as NSString).deletingLastPathComponent)
        } else if errno != EEXIST {
            throw EvidenceStore.unwritable(path)
        }
    }

    /// Copies a file out of another store, and proves the copy by its hash. One that is whole here already stays; one
    /// that is not is moved aside, never deleted.
    /// - Returns: false where the other has none, or has another than the hash says.
    /// - Throws: ``PatrolError/ledgerUnavailable(trouble:)``, ``PatrolError/cannotWrite(path:detail:)``.
    func copy(_ sha256: String, from other: EvidenceStore) throws(PatrolError) -> Bool {
        let source = open(other.path(sha256), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard source >= 0 else { return false }
        defer { close(source) }
        var status = stat()
        guard fstat(source, &status) == 0 else { return false }
        let upload = try upload(sha256, name: sha256)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(source, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return false }
            if count == 0 { break }
            try upload.append(buffer[..<count])
        }
        do {
            let at = Instant(seconds: Int64(status.st_mtim.tv_sec))
            try take(upload, at: at, replacing: true)
            return true
        } catch PatrolError.evidenceGarbled {
            return false
        } catch PatrolError.emptyEvidence {
            return false
        } catch PatrolError.unknownEvidenceType {
            return false
        }
    }

    /// What the file of a hash is to a reader that believes nothing.
    enum Soundness: Equatable {
        case sound, missing, altered
        case unreadable(String)
    }

    /// Reads the whole file.
    func soundness(_ sha256: String, bytes: Int64) -> Soundness {
        let file = open(path(sha256), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            return errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, Int64(status.st_size) == bytes else { return .altered }
        var (digest, buffer) = (EvidenceDigest(), [UInt8](repeating: 0, count: 1 << 18))
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return .unreadable(String(cString: strerror(errno))) }
            if count == 0 { return digest.text == sha256 ? .sound : .altered }
            buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    /// The hashes of which there is a file, shelf by shelf; files of other names are left alone.
    func forEachShelf(_ body: ([String]) throws -> Void) rethrows {
        let shelves = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for shelf in shelves.sorted() where shelf.utf8.count == 2 {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + shelf)) ?? []
            try body(names.filter { (try? Evidence.checkedHash($0)) != nil && $0.hasPrefix(shelf) })
        }
    }

    /// Whether a file came before an instant.
    func isOlder(_ sha256: String, than instant: Instant) -> Bool {
        var status = stat()
        return lstat(path(sha256), &status) == 0 && Int64(status.st_mtim.tv_sec) < instant.seconds
    }

    func remove(_ sha256: String) { unlink(path(sha256)) }

    /// What an upload that was cut off has left.
    func removeUnfinished(before instant: Instant) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? [] {
            let path = incoming + "/" + name
            var status = stat()
            if lstat(path, &status) == 0, Int64(status.st_mtim.tv_sec) < instant.seconds { unlink(path) }
        }
    }

    private static func unreadable(_ path: String) -> PatrolError {
        .cannotOpen(path: path, detail: String(cString: strerror(errno)))
    }

    /// Whatever the disk refuses, filings wait for as they do where it refuses the ledger.
    static func unwritable(_ path: String) -> PatrolError {
        switch errno {
        case ENOSPC, EDQUOT: .ledgerUnavailable(trouble: .diskFull)
        case EROFS: .ledgerUnavailable(trouble: .readOnly)
        case EIO: .ledgerUnavailable(trouble: .inputOutput)
        default: .cannotWrite(path: path, detail: String(cString: strerror(errno)))
        }
    }
}
