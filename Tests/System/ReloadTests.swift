import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `A configuration that is reloaded` {
    private let settings = "/etc/patrol/patrol.yaml"

    @Test func isInForceAtOnceOrNotAtAll() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            let process = try machine.property("MainPID", of: "patrold.service")
            let filers = try Filers(on: machine)
            try filers.haveFiled(1)
            try aSoundOneIsInForce(machine)
            try aBrokenOneIsNamedAndLeft(machine)
            try filers.haveFiled(10)
            let (receipts, refusals) = try filers.finish()
            #expect(refusals == [])
            // Neither has cost a start.
            #expect(try machine.property("MainPID", of: "patrold.service") == process)
            try aStartWithABrokenOneIsSaidLoudly(machine)
            try machine.ledgerHolds()
            try machine.records(receipts)
        }
    }

    /// Files what was seen three hours ago, without a reason why only now.
    private func isLateFilingTaken(_ machine: Machine) throws -> Bool {
        let zone = Zone.shanghai
        let seen = zone.iso8601(Instant(seconds: Int64(Date().timeIntervalSince1970)) + -3 * 3600)
        let outcome = try machine.patrol("patrol-inspector1", "inspect", "WC-R-004", "--observed-at", seen)
        #expect(outcome.status == 0 || outcome.error.contains("--reason"), "\(outcome.error)")
        return outcome.status == 0
    }

    private func aSoundOneIsInForce(_ machine: Machine) throws {
        #expect(try isLateFilingTaken(machine))
        try machine.edit(settings, "reasonAfterHours: 24", "reasonAfterHours: 2")
        let place = try machine.place()
        try machine.done("systemctl", "reload", "patrold.service")
        let said = try machine.awaited("PATROL_KIND=configuration-adopted", after: place)
        #expect(said[0].text("PRIORITY") == "5" && said[0].text("_SYSTEMD_UNIT") == "patrold.service")
        #expect(try !isLateFilingTaken(machine))
    }

    private func aBrokenOneIsNamedAndLeft(_ machine: Machine) throws {
        let lines = try machine.contents(settings).split(separator: "\n", omittingEmptySubsequences: false)
        let number = try #require(lines.firstIndex { $0.hasPrefix("lateFilingDays:") }) + 1
        try machine.edit(settings, "lateFilingDays: 3", "lateFilingDays: 99")
        let place = try machine.place()
        let reload = try machine.run(as: "root", ["systemctl", "reload", "patrold.service"])
        #expect(reload.status != 0)
        let said = try machine.awaited("PATROL_KIND=configuration-refused", after: place)
        #expect(said[0].text("PRIORITY") == "3")
        #expect(said[0].text("MESSAGE")?.contains("patrol.yaml:\(number)") == true, "\(said)")
        let direct = try machine.run(as: "patrol", ["patrold", "reload"])
        #expect(direct.status == 78 && direct.error != "")
        #expect((direct.output + direct.error).contains("patrol.yaml:\(number)"), "\(direct)")
        // The one before is in force, as it was.
        #expect(try machine.isActive("patrold.service"))
        #expect(try !isLateFilingTaken(machine))
    }

    private func aStartWithABrokenOneIsSaidLoudly(_ machine: Machine) throws {
        let place = try machine.place()
        let start = try machine.run(as: "root", ["systemctl", "restart", "patrold.service"])
        #expect(start.status != 0)
        let said = try machine.awaited("PATROL_KIND=service-failed", after: place)[0]
        #expect(said.text("PRIORITY") == "2" && said.text("MESSAGE_ID")?.count == 32)
        #expect(said.text("PATROL_SERVICE") == "patrold.service" && said.text("PATROL_STATUS") == "78")
        // It is read together with what the service itself said.
        let words = ["journalctl", "--no-pager", "-u", "patrold", "-p", "err", "-o", "cat"]
        let read = try machine.run(as: "root", words).output
        #expect(read.contains(said.text("MESSAGE") ?? "-"), "\(read)")
        let all = try machine.run(as: "root", ["journalctl", "--no-pager", "-u", "patrold"]).output
        #expect(all.contains("patrold: 配置有误：patrol.yaml:"), "\(all)")
        try machine.edit(settings, "lateFilingDays: 99", "lateFilingDays: 3")
        try machine.done("systemctl", "start", "patrold.service")
        #expect(try machine.patrol("patrol-inspector1", "status").status == 0)
    }
}
