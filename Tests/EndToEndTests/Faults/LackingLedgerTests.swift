import Foundation
import Glibc
import PatrolTestSupport
import Testing

@Suite struct `A ledger that lacks what receipts were given for is not taken for the whole` {
    /// What may become of it while nobody runs, and the status with which the daemon then refuses to start.
    enum Loss: String, CaseIterable, Sendable {
        case ledger, log, logFlipped, logCut, file, fileCut, oldCopy

        func happen(to ledger: String, _ old: String) throws {
            switch self {
            case .ledger: unlink(ledger)
            case .log: unlink(ledger + "-wal")
            case .logFlipped: try flip(ledger + "-wal", from: 32 + 24)
            case .logCut:
                let size =
                    try FileManager.default.attributesOfItem(atPath: ledger + "-wal")[.size] as? Int ?? 0
                truncate(ledger + "-wal", off_t(size / 2))
            case .file: try Data("nothing of the kind".utf8).write(to: URL(fileURLWithPath: ledger))
            case .fileCut: truncate(ledger, 4096)
            case .oldCopy:
                unlink(ledger + "-wal")
                unlink(ledger + "-shm")
                try Data(contentsOf: URL(fileURLWithPath: old)).write(to: URL(fileURLWithPath: ledger))
            }
        }

        /// One bit of the first page that the log holds.
        private func flip(_ path: String, from place: Int) throws {
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            bytes[place + 100] ^= 4
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
    }

    @Test(arguments: Loss.allCases)
    func isRefusedUntouchedAndRestoredFromABackup(_ loss: Loss) async throws {
        try await Ordeal.with { ordeal in
            try ordeal.isRecorded()
            ordeal.daemon.stop()
            let old = ordeal.daemon.folder.file("old.sqlite")
            try FileManager.default.copyItem(atPath: ordeal.daemon.ledger, toPath: old)
            try ordeal.daemon.start()
            let backup = try ordeal.isBackedUp()
            ordeal.daemon.stop(SIGKILL)
            try ordeal.daemon.start()
            try ordeal.isRecorded()
            ordeal.daemon.stop(SIGKILL)
            try loss.happen(to: ordeal.daemon.ledger, old)
            let before = try ordeal.files()
            let refusal = #expect(throws: BackgroundProgram.NotReady.self) { try ordeal.daemon.start() }
            #expect(refusal?.status == 65, "\(refusal?.log ?? "")")
            #expect(refusal?.log.contains("patrold restore") == true)
            #expect(try ordeal.files() == before)
            let told = try ordeal.isRestored(from: backup)
            // What was recorded after the backup and is nowhere any more is named, and filed again.
            try ordeal.forgetWhatIsMissing(asToldBy: told)
            try ordeal.daemon.start()
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }

    @Test func whatWasNeverAcknowledgedIsNotMissed() async throws {
        try await Ordeal.with { ordeal in
            try ordeal.isRecorded()
            ordeal.daemon.stop(SIGKILL)
            // The beginning of a commit that was torn by the kill.
            let log = FileHandle(forWritingAtPath: ordeal.daemon.ledger + "-wal")
            try log?.seekToEnd()
            try log?.write(contentsOf: Data((0..<3000).map { UInt8(truncatingIfNeeded: $0) }))
            try ordeal.daemon.start()
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }
}
