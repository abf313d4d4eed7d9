import Glibc
package import PatrolModel

/// The file beside the ledger that says up to which event receipts have been given (`ledger.sqlite-head`).
///
/// Written after each commit and before its receipts, so that a ledger which ends earlier, be it that its write-ahead
/// log was damaged or removed, or that an old copy was put in its place, is known at the next start and is not taken
/// for the whole record. It is not synchronized with each commit: after a power cut it may say less than the ledger
/// holds, never more.
package final class AcknowledgedHead: Sendable {
    private let descriptor: Int32
    private let path: String

    package static func path(besideLedger path: String) -> String { path + "-head" }

    /// What the file says; nil where there is none, and where a power cut left it empty.
    /// - Throws: ``PatrolError/cannotOpen(path:detail:)`` where it cannot be read.
    package static func read(besideLedger ledger: String) throws(PatrolError) -> ChainHead? {
        let path = path(besideLedger: ledger)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure(path)
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw failure(path) }
        return ChainHead(String(decoding: buffer.prefix(count), as: UTF8.self))
    }

    /// - Throws: ``PatrolError/cannotOpen(path:detail:)``.
    package init(besideLedger ledger: String) throws(PatrolError) {
        path = AcknowledgedHead.path(besideLedger: ledger)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw AcknowledgedHead.failure(path) }
    }

    deinit { close(descriptor) }

    /// Overwrites what it said; the new text is as long as any before it.
    /// - Throws: ``PatrolError/cannotWrite(path:detail:)``.
    package func record(_ head: ChainHead) throws(PatrolError) {
        let digits = String(head.sequence)
        let zeros = String(repeating: "0", count: max(0, 19 - digits.count))
        let line = Array((zeros + digits + " " + head.hash + "\n").utf8)
        guard pwrite(descriptor, line, line.count, 0) == line.count else {
            throw .cannotWrite(path: path, detail: String(cString: strerror(errno)))
        }
    }

    /// Makes what was recorded last through a power cut: when a ledger begins, is closed or is restored.
    package func synchronize() {
        fsync(descriptor)
    }

    private static func failure(_ path: String) -> PatrolError {
        .cannotOpen(path: path, detail: String(cString: strerror(errno)))
    }
}
