import Foundation
import Glibc
import PatrolTestSupport
import Testing

@Suite struct `A ledger that is removed under the daemon` {
    @Test(arguments: ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "everything"])
    func isPutBackWithEveryReceiptByTheDaemonItself(_ what: String) async throws {
        try await Ordeal.with { ordeal in
            for _ in 0..<3 { try ordeal.isRecorded() }
            if what == "everything" {
                try FileManager.default.removeItem(atPath: ordeal.daemon.state)
            } else {
                try FileManager.default.removeItem(atPath: ordeal.daemon.state + "/" + what)
            }
            // In the time it takes to file, the daemon may have seen it by itself: it is gone already then, or hangs up on
            // whoever has just dialled, who cannot know what became of the filing.
            try ordeal.isKept("尚未记录", "不能确定是否已记录")
            // It ends by itself, so that it is started again: EX_TEMPFAIL.
            #expect(ordeal.daemon.stop(0) == 75)
            #expect(ordeal.said("ledger-saved") == 1, "\(ordeal.daemon.log)")
            #expect(ordeal.daemon.log.contains("没有丢失"))
            try ordeal.daemon.start()
            try ordeal.isDelivered()
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }

    @Test func isNotOverlaidByALogThatWasPutBesideIt() async throws {
        try await Ordeal.with { ordeal in
            try ordeal.isRecorded()
            let (log, old) = (ordeal.daemon.ledger + "-wal", ordeal.daemon.folder.file("old-wal"))
            try FileManager.default.copyItem(atPath: log, toPath: old)
            for _ in 0..<3 { try ordeal.isRecorded() }
            rename(old, log)
            try ordeal.isKept("尚未记录")
            #expect(ordeal.daemon.stop(0) == 75)
            try ordeal.daemon.start()
            try ordeal.isDelivered()
            try ordeal.isRecorded()
            try ordeal.holds()
        }
    }

    @Test func isSavedBesideAnotherFileThatWasPutInItsPlace() async throws {
        try await Ordeal.with { ordeal in
            for _ in 0..<3 { try ordeal.isRecorded() }
            let ledger = ordeal.daemon.ledger
            // In one step, as mv(1) does.
            let other = try ordeal.daemon.folder.write("something else", to: "state/other")
            rename(other, ledger)
            try ordeal.isKept("尚未记录")
            #expect(ordeal.daemon.stop(0) == 75)
            #expect(try String(contentsOfFile: ledger, encoding: .utf8) == "something else")
            let saved = try FileManager.default.contentsOfDirectory(atPath: ordeal.daemon.state)
                .filter { $0.hasPrefix("ledger-displaced-") }
            #expect(saved.count == 1 && ordeal.daemon.log.contains(saved[0]))
            // The next start does not take the other file for the ledger.
            let refusal = #expect(throws: BackgroundProgram.NotReady.self) { try ordeal.daemon.start() }
            #expect(refusal?.status == 65)
            // What the journal says to do.
            _ = try ordeal.isRestored(from: ordeal.daemon.state + "/" + saved[0])
            try ordeal.daemon.start()
            try ordeal.isDelivered()
            try ordeal.holds()
        }
    }

    @Test(.enabled(if: getuid() == 0, "mounting needs root"))
    func isKeptInMemoryUntilThereIsRoomToPutItBack() async throws {
        let mount = Mount()
        try await Ordeal.with(environment: { daemon in
            try mount.memory(at: daemon.state, megabytes: 3)
            return [:]
        }) { ordeal in
            defer { mount.end() }
            try ordeal.isRecorded()
            let filler = ordeal.daemon.state + "/filler"
            Mount.fill(filler)
            unlink(ordeal.daemon.ledger)
            try ordeal.isKept("被移走或替换")
            let deadline = ContinuousClock.now + .seconds(60)
            while !ordeal.daemon.log.contains("could not save"), ContinuousClock.now < deadline {
                usleep(20_000)
            }
            #expect(ordeal.daemon.log.contains("<3>could not save"), "\(ordeal.daemon.log)")
            // It goes on answering, and saves it once it can.
            #expect(try ordeal.daemon.patrol(["status"]).status == 0)
            unlink(filler)
            #expect(ordeal.daemon.stop(SIGTERM) == 75, "\(ordeal.daemon.log)")
            try ordeal.daemon.start()
            try ordeal.isDelivered()
            try ordeal.holds()
        }
    }
}
