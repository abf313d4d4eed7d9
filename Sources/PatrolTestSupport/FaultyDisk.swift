import Foundation
import Glibc

/// A disk that counts, delays and fails on demand, for the programs that are started with ``environment``: the library
/// Tests/PatrolFaults, preloaded into them. Its faults can be set, and its counts read, while they run.
package final class FaultyDisk: Sendable {
    /// What becomes of a write that finds no room.
    package enum Tear: Int64, Sendable {
        /// Nothing of it is written.
        case none = 0
        /// The first half of it is written.
        case half = 1
        /// The first half of it is written, and then the program is killed.
        case halfAndKilled = 2
    }

    package struct NotBuilt: Error, CustomStringConvertible {
        package var description: String { "\(FaultyDisk.library) is missing: run swift build --build-tests" }
    }

    private let file: String
    private let descriptor: Int32

    /// Beside the test program, wherever the programs under test are.
    package static let library =
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        + "/libpatrol-faults.so"

    /// A disk without faults yet, controlled by a file in `folder`; only files whose path contains `path` will be faulty,
    /// such as `ledger.sqlite`, `-wal` or `-head`.
    package convenience init(in folder: TemporaryFolder, only path: String = "") throws {
        try self.init(at: folder.file("faults-" + UUID().uuidString.prefix(8)), only: path)
    }

    /// As ``init(in:only:)``, controlled by a new file.
    package init(at file: String, only path: String = "") throws {
        guard FileManager.default.fileExists(atPath: FaultyDisk.library) else { throw NotBuilt() }
        self.file = file
        descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0, ftruncate(descriptor, 4096) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        // Whoever runs as another user must be able to count in it too.
        fchmod(descriptor, 0o666)
        confine(to: path)
    }

    deinit { close(descriptor) }

    /// What makes a program's disk this one.
    package var environment: [String: String] {
        ["LD_PRELOAD": FaultyDisk.library, "PATROL_FAULTS": file]
    }

    /// fsyncs and fdatasyncs so far, on any file.
    package var syncs: Int { Int(read(.syncs)) }

    /// Calls that were made to fail so far.
    package var failures: Int { Int(read(.failures)) }

    /// Faults come only to files whose path contains this; the empty text is in all of them. `ledger.sqlite$` is the end
    /// of a path, and so not that of the files beside it.
    package func confine(to path: String) {
        let bytes = Array(path.utf8.prefix(FaultyDisk.pathSize - 1))
        let field = bytes + [UInt8](repeating: 0, count: FaultyDisk.pathSize - bytes.count)
        pwrite(descriptor, field, field.count, off_t(Field.allCases.count * 8))
    }

    /// Each fsync takes this much longer.
    package func delaySyncs(microseconds: Int) { write(Int64(microseconds), to: .syncDelay) }

    /// No fsync comes back before ``mend()``.
    package func hangSyncs() { write(1, to: .hangingSyncs) }

    /// The next fsyncs fail, `count` of them or, where that is nil, all until ``mend()``.
    package func failSyncs(_ count: Int? = nil, error: Int32 = EIO) {
        write(Int64(error), to: .syncError)
        write(count.map { Int64($0) } ?? -1, to: .failingSyncs)
    }

    /// All writes fail once `bytes` more have been written, until ``mend()``.
    package func failWrites(after bytes: Int = 0, error: Int32 = ENOSPC, tear: Tear = .none) {
        write(tear.rawValue, to: .tear)
        write(Int64(bytes), to: .writeAllowance)
        write(Int64(error), to: .writeError)
    }

    /// The next files that are opened cannot be, `count` of them or, where that is nil, all until ``mend()``.
    package func failOpens(_ count: Int? = nil, error: Int32 = EMFILE) {
        write(Int64(error), to: .openError)
        write(count.map { Int64($0) } ?? -1, to: .failingOpens)
    }

    /// The next reads fail, `count` of them or, where that is nil, all until ``mend()``.
    package func failReads(_ count: Int? = nil, error: Int32 = EIO) {
        write(Int64(error), to: .readError)
        write(count.map { Int64($0) } ?? -1, to: .failingReads)
    }

    /// Ends every fault and delay; the counts stay.
    package func mend() {
        for field: Field in [
            .syncDelay, .failingSyncs, .writeError, .failingOpens, .failingReads, .hangingSyncs,
        ] {
            write(0, to: field)
        }
    }

    /// The fields of `struct patrol_faults`, in its order, eight bytes each; the path comes after them.
    private enum Field: Int, CaseIterable {
        case syncs, syncDelay, failingSyncs, syncError
        case writeError, writeAllowance, tear
        case failingOpens, openError, failingReads, readError
        case failures
        case hangingSyncs
    }

    private static let pathSize = 256

    private func read(_ field: Field) -> Int64 {
        var value: Int64 = 0
        pread(descriptor, &value, 8, off_t(field.rawValue * 8))
        return value
    }

    private func write(_ value: Int64, to field: Field) {
        var value = value
        pwrite(descriptor, &value, 8, off_t(field.rawValue * 8))
    }
}
