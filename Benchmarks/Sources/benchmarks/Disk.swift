import Foundation
import Glibc

/// The disk as it is, or one whose fsyncs take longer: the library of Tests/PatrolFaults, preloaded into both sides of a row.
struct Disk {
    let name: String
    private let file: String
    private let library: String
    private let syncDelay: Int64

    var isAsItIs: Bool { syncDelay == 0 }

    /// A common SSD's.
    static let slow = 4000

    /// - Parameters:
    ///   - name: for the report.
    ///   - syncDelay: microseconds that each fsync takes longer.
    ///   - library: libpatrol-faults.so.
    ///   - folder: where its control file lies.
    /// - Throws: where that cannot be written.
    init(name: String, syncDelay: Int, library: String, folder: String) throws {
        self.name = name
        self.syncDelay = Int64(syncDelay)
        self.library = library
        file = folder + "/disk-\(syncDelay)"
        try Data(count: 4096).write(to: URL(fileURLWithPath: file))
        try write(self.syncDelay, at: Disk.syncDelayOffset)
    }

    var environment: [String: String] { ["LD_PRELOAD": library, "PATROL_FAULTS": file] }

    /// fsyncs so far of everything that runs on it.
    func syncs() throws -> Int {
        guard let handle = FileHandle(forReadingAtPath: file), let bytes = try handle.read(upToCount: 8)
        else {
            throw Command.Failure(description: "cannot read \(file)")
        }
        return bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Offsets in `struct patrol_faults`.
    private static let syncDelayOffset: UInt64 = 8

    private func write(_ value: Int64, at offset: UInt64) throws {
        guard let handle = FileHandle(forWritingAtPath: file) else {
            throw Command.Failure(description: "cannot write \(file)")
        }
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: withUnsafeBytes(of: value.littleEndian) { Data($0) })
        try handle.close()
    }
}
