import Foundation
import PatrolTestSupport
import Testing

@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `The package` {
    @Test func isUpgradedUnderPeopleWhoFile() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict(Package.earlier)
            let before = try machine.done("dpkg-query", "--show", "--showformat=${Version}", "patrol")
            let hazard = try machine.reportHazard()
            try machine.edit("/etc/patrol/patrol.yaml", "reasonAfterHours: 24", "reasonAfterHours: 12")
            try machine.done("systemctl", "reload", "patrold.service")
            let process = try machine.property("MainPID", of: "patrold.service")
            let filers = try Filers(on: machine)
            try filers.haveFiled(2)
            try machine.install(Package.current)
            try filers.haveFiled(10)
            let (receipts, refusals) = try filers.finish()
            #expect(refusals == [])
            try filers.haveNothingLeft()

            #expect(try machine.done("dpkg-query", "--show", "--showformat=${Version}", "patrol") != before)
            #expect(try machine.isActive("patrold.service") && machine.isActive("patrold.socket"))
            let now = try machine.property("MainPID", of: "patrold.service")
            #expect(now != process)
            #expect(try machine.done("readlink", "/proc/\(now)/exe") == "/usr/bin/patrold\n")
            // What the administrator has changed stays; what the package now brings lies beside it.
            #expect(try machine.contents("/etc/patrol/patrol.yaml").contains("reasonAfterHours: 12"))
            #expect(
                try machine.contents("/etc/patrol/patrol.yaml.dpkg-dist").contains("reasonAfterHours: 24")
            )
            #expect(try machine.patrol("patrol-supervisor", "hazard", "show", hazard).status == 0)
            try machine.ledgerHolds()
            try machine.records(receipts)
        }
    }

    /// A ledger that an earlier program wrote, of every schema that was shipped.
    @Test(arguments: ["001", "002", "003", "004"])
    func bringsAnEarlierLedgerUpToItself(_ schema: String) async throws {
        try await Machine.boot { machine in
            try machine.install(Package.earlier)
            try machine.admitPeople()
            try machine.done("systemctl", "stop", "patrold.socket", "patrold.service")
            let dump = Machine.clone + "/Tests/PatrolLedgerTests/Fixtures/ledger-\(schema).sql"
            try machine.copy(dump, to: "/srv/ledger.sql")
            try machine.done("sh", "-c", "rm /var/lib/patrol/ledger.sqlite*")
            let load = ["sqlite3", Machine.ledger, ".read /srv/ledger.sql"]
            #expect(try machine.run(as: "patrol", load).status == 0)
            let old = try machine.query("SELECT sequence, hex(hash) FROM event ORDER BY sequence")

            try machine.install(Package.current)
            try machine.done("systemctl", "start", "patrold.socket", "patrold.service")
            #expect(try machine.patrol("patrol-admin", "event", "verify").status == 0)
            let filed = try machine.patrol("patrol-admin", "site", "import", "/srv/sites.csv")
            #expect(filed.status != 69 && filed.status != 75, "\(filed.error)")
            try machine.ledgerHolds()
            let new = try machine.query("SELECT sequence, hex(hash) FROM event ORDER BY sequence")
            #expect(new.starts(with: old) && new.count > old.count)
        }
    }

    @Test func isRemovedWithoutTheRecordAndPurgedWithoutATrace() async throws {
        try await Machine.boot { machine in
            let before = try files(machine)
            try machine.openDistrict()
            let hazard = try machine.reportHazard()
            let process = try machine.property("MainPID", of: "patrold.service")

            try machine.done("dpkg", "--remove", "patrol")
            #expect(!machine.has("/usr/bin/patrold") && !machine.has("/lib/systemd/system/patrold.service"))
            #expect(try machine.run(as: "root", ["test", "-e", "/proc/\(process)"]).status != 0)
            #expect(try machine.run(as: "root", ["test", "-e", "/run/patrol/patrold.sock"]).status != 0)
            #expect(machine.has(Machine.ledger) && machine.has("/etc/patrol/patrol.yaml"))
            // Whoever thinks better of it has everything back.
            try machine.install(Package.current)
            #expect(try machine.patrol("patrol-supervisor", "hazard", "show", hazard).status == 0)

            let said = try machine.run(as: "root", ["dpkg", "--purge", "patrol"])
            #expect(said.status == 0 && (said.output + said.error).contains("/var/lib/patrol"), "\(said)")
            #expect(machine.has(Machine.ledger) && !machine.has("/etc/patrol"))
            #expect(try machine.done("getent", "passwd", "patrol") != "")
            let left = try files(machine).subtracting(before)
            #expect(left.allSatisfy { $0.hasPrefix("/var/lib/patrol") }, "\(left.sorted())")
            #expect(try machine.run(as: "root", ["test", "-e", "/run/patrol"]).status != 0)
            let failed = try machine.done("systemctl", "--failed", "--quiet", "--no-legend", "--plain")
            #expect(failed == "")
        }
    }

    /// Every file but what others keep of whatever happens, and what these tests put there.
    private func files(_ machine: Machine) throws -> Set<String> {
        let others = [
            "/proc", "/sys", "/dev", "/run", "/tmp", "/home", "/root", "/srv", "/var/log", "/var/cache",
            "/var/lib/dpkg", "/var/lib/systemd/catalog/database", "/var/mail", "/var/spool/mail",
        ]
        let pruned = others.flatMap { ["-path", $0, "-prune", "-o"] }
        let words = ["find", "/"] + pruned + ["-print"]
        let found = try machine.run(as: "root", words).output
        // The backups of the files of users and groups are useradd's.
        return Set(
            found.split(separator: "\n").map(String.init).filter {
                !$0.hasPrefix("/etc/") || !$0.hasSuffix("-")
            }
        )
    }
}
