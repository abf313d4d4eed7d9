import Crypto
import Glibc
package import PatrolModel

/// A file on its way into the store: hashed as it is written, and gone again unless it is finished.
package final class EvidenceUpload {
    package let sha256: String
    let path: String
    private let name: String
    private let file: Int32
    private var bytes: Int64 = 0
    private var start: [UInt8] = []
    private var digest = EvidenceDigest()

    init(_ sha256: String, name: String, in folder: String) throws(PatrolError) {
        (self.sha256, self.name) = (sha256, name)
        path = "\(folder)/\(sha256.prefix(16))-\(UInt64.random(in: 0...UInt64.max))"
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard file >= 0 else { throw EvidenceStore.unwritable(folder) }
    }

    deinit {
        close(file)
        // Once it has its name there is none of this one.
        unlink(path)
    }

    /// - Throws: ``PatrolError/evidenceTooLarge(name:limitBytes:)``, ``PatrolError/ledgerUnavailable(trouble:)`` and
    ///   ``PatrolError/cannotWrite(path:detail:)`` where the disk refuses it.
    package func append(_ part: UnsafeRawBufferPointer) throws(PatrolError) {
        bytes += Int64(part.count)
        if bytes > 0 { try Evidence.requireSize(bytes, of: name) }
        if start.count < EvidenceType.telling { start += part.prefix(EvidenceType.telling - start.count) }
        digest.update(part)
        var rest = part
        while !rest.isEmpty {
            let count = write(file, rest.baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw EvidenceStore.unwritable(path) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    func append(_ part: ArraySlice<UInt8>) throws(PatrolError) {
        let failure = part.withUnsafeBytes { bytes -> PatrolError? in
            do throws(PatrolError) {
                try append(bytes)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    /// Proves it and puts it onto the disk.
    func finish(at: Instant) throws(PatrolError) {
        try Evidence.requireSize(bytes, of: name)
        guard digest.text == sha256 else { throw .evidenceGarbled(name: name) }
        guard EvidenceType(firstBytes: start) != nil else { throw .unknownEvidenceType(name: name) }
        let times = [
            timespec(tv_sec: Int(at.seconds), tv_nsec: 0), timespec(tv_sec: Int(at.seconds), tv_nsec: 0),
        ]
        guard futimens(file, times) == 0, fsync(file) == 0 else { throw EvidenceStore.unwritable(path) }
    }
}

/// SHA-256 of what comes by.
struct EvidenceDigest {
    private var sha = SHA256()

    mutating func update(_ bytes: UnsafeRawBufferPointer) { sha.update(bufferPointer: bytes) }

    /// In 64 hexadecimal digits.
    var text: String { Hexadecimal.of(sha.finalize()) }
}
