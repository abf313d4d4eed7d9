import Foundation
import PatrolTestSupport
import Testing

/// The service as systemd runs it, while people file.
@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `While people file` {
    @Test func aFilingStartsAServiceThatWasStopped() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            try machine.done("systemctl", "stop", "patrold.service")
            #expect(try !machine.isActive("patrold.service"))
            #expect(try machine.isActive("patrold.socket"))
            let filed = try machine.patrol("patrol-inspector1", "inspect", "WC-R-004")
            #expect(filed.status == 0, "\(filed.error)")
            #expect(try machine.isActive("patrold.service"))
            // Who owns the folder is not the daemon: it outlives every stop.
            #expect(try machine.done("stat", "--format=%U", "/run/patrol") == "root\n")
            try machine.ledgerHolds()
        }
    }

    @Test func tenRestartsRefuseNobody() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            let filers = try Filers(on: machine)
            for round in 1...10 {
                try filers.haveFiled(round * 2)
                try machine.done("systemctl", "restart", "patrold.service")
            }
            try filers.haveFiled(24)
            let (receipts, refusals) = try filers.finish()
            #expect(refusals == [])
            #expect(receipts.count >= 96)
            try filers.haveNothingLeft()
            #expect(try machine.property("NRestarts", of: "patrold.service") == "0")
            #expect(try machine.journal("PATROL_KIND=started").count == 11)
            #expect(try machine.journal("PATROL_KIND=service-ended").isEmpty)
            try machine.ledgerHolds()
            try machine.records(receipts)
        }
    }

    @Test func aKilledDaemonComesBackByItself() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            let filers = try Filers(on: machine)
            try filers.haveFiled(5)
            let place = try machine.place()
            try machine.done("systemctl", "kill", "--signal=KILL", "patrold.service")
            let ended = try machine.awaited("PATROL_KIND=service-ended", after: place)[0]
            #expect(ended.text("PRIORITY") == "3" && ended.text("PATROL_RESULT") == "signal")
            try machine.awaited("PATROL_KIND=started", after: place)
            #expect(try machine.property("NRestarts", of: "patrold.service") == "1")
            try filers.haveFiled(20)
            let (receipts, refusals) = try filers.finish()
            // Whose filing was under way cannot know, and keeps it: at most one each. Nobody is told that it failed.
            #expect(refusals.count <= Filers.all.count, "\(refusals)")
            #expect(refusals.allSatisfy { $0.contains("status 75") }, "\(refusals)")
            try filers.haveNothingLeft()
            try machine.ledgerHolds()
            try machine.records(receipts)
        }
    }

    @Test func aHungSchedulerIsEndedByTheWatchdogAndStartedAgain() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            try machine.copy(FaultyDisk.library, to: "/usr/lib/patrol-faults.so")
            let disk = try FaultyDisk(at: machine.file("/var/lib/patrol/faults"), only: "ledger.sqlite")
            try machine.done("chown", "patrol:", "/var/lib/patrol/faults")
            try machine.dropIn(
                "patrold.service",
                """
                [Service]
                WatchdogSec=6
                Environment=LD_PRELOAD=/usr/lib/patrol-faults.so PATROL_FAULTS=/var/lib/patrol/faults

                """
            )
            try machine.done("systemctl", "restart", "patrold.service")
            let filed = try machine.patrol("patrol-inspector1", "inspect", "WC-R-004", "--note", "before")
            #expect(filed.status == 0 && disk.syncs > 0, "\(filed.error)")
            let place = try machine.place()
            disk.delaySyncs(microseconds: 3_600_000_000)
            let folder = try TemporaryFolder()
            let waiting = try machine.start(
                as: "patrol-inspector1",
                ["patrol", "inspect", "WC-R-004", "--note", "meanwhile"],
                log: folder.file("log")
            )
            let ended = try machine.awaited("PATROL_KIND=service-ended", after: place)[0]
            disk.mend()
            #expect(ended.text("PATROL_RESULT") == "watchdog", "\(ended)")
            try machine.awaited("PATROL_KIND=started", after: place)
            // Recorded, or kept and then recorded; once.
            let status = waiting.stop(0)
            #expect(status == 0 || status == 75, "\(status)")
            let again = try machine.patrol("patrol-inspector1", "outbox", "retry")
            #expect(again.status == 0, "\(again.error)")
            let left = try machine.patrol("patrol-inspector1", "outbox", "list", "--quiet")
            #expect(left.output == "", "\(left)")
            try machine.ledgerHolds()
            let recorded = try machine.query("SELECT entity FROM event WHERE body LIKE '%meanwhile%'")
            #expect(recorded.count == 1)
        }
    }
}
