import Foundation
import PatrolTestSupport
import Testing

@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `The timer's backup` {
    @Test func isRestoredIntoAnotherMachine() async throws {
        try await Machine.bootPair { one, other in
            try one.openDistrict()
            let hazard = try one.reportHazard()
            let backup = try timerBacksUp(one)
            let events = try one.json("patrol-admin", "event", "list") as? [[String: Any]] ?? []
            // What came after the backup is not in it.
            #expect(try one.patrol("patrol-inspector1", "inspect", "WC-R-004").status == 0)

            try other.install(Package.current)
            try other.admitPeople()
            try other.done("systemctl", "stop", "patrold.socket", "patrold.service")
            try other.copy(one.file(backup), to: "/srv/backup.sqlite")
            try other.done("chown", "patrol:", "/srv/backup.sqlite")
            let restored = try other.run(
                as: "patrol",
                ["patrold", "restore", "/srv/backup.sqlite", "--config", "/etc/patrol"]
            )
            #expect(restored.status == 0, "\(restored.error)")
            try other.done("systemctl", "start", "patrold.socket", "patrold.service")
            try theRecordGoesOn(other, hazard, after: events)
        }
    }

    /// Lets the real timer come round; the file that it led to.
    private func timerBacksUp(_ machine: Machine) throws -> String {
        let place = try machine.place()
        try machine.dropIn(
            "patrol-backup.timer",
            "[Timer]\nOnCalendar=\nOnActiveSec=100ms\nAccuracySec=1ms\nRandomizedDelaySec=0\n"
        )
        try machine.done("systemctl", "restart", "patrol-backup.timer")
        let said = try machine.awaited("PATROL_KIND=backup-made", after: place)[0]
        #expect(said.text("_SYSTEMD_UNIT") == "patrol-backup.service" && said.text("PRIORITY") == "6")
        let backup = try #require(said.text("PATROL_BACKUP"))
        #expect(try machine.done("stat", "--format=%U", backup) == "patrol\n")
        let verified = try machine.run(as: "patrol", ["patrold", "verify", "--ledger", backup])
        #expect(verified.status == 0, "\(verified.output)\(verified.error)")
        return backup
    }

    private func theRecordGoesOn(_ machine: Machine, _ hazard: String, after events: [[String: Any]]) throws {
        let restored = try machine.json("patrol-admin", "event", "list") as? [[String: Any]] ?? []
        let hashes = { (events: [[String: Any]]) in events.compactMap { $0["hash"] as? String } }
        #expect(hashes(restored).starts(with: hashes(events)))
        let first = try #require(restored.dropFirst(events.count).first?["event"] as? [String: Any])
        #expect(first["verb"] as? String == "ledger.restore", "\(first)")
        #expect(first["incarnation"] as? Int == 2)
        #expect(try machine.patrol("patrol-dispatcher", "hazard", "order", hazard).status == 0)
        let filed = try machine.patrol("patrol-inspector2", "inspect", "WC-R-007")
        #expect(filed.status == 0, "\(filed.error)")
        try machine.ledgerHolds()
    }
}
