import PatrolTestSupport
import Testing

/// That what the other tests stand on is what they take it for.
@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `A machine` {
    @Test func hasASystemdOfItsOwnThatRuns() async throws {
        try await Machine.boot { machine in
            let first = try machine.done("cat", "/proc/1/comm")
            #expect(first == "systemd\n")
            #expect(try machine.done("systemctl", "is-system-running") == "running\n")
            #expect(!machine.has("/opt/swift"))
        }
    }

    @Test func isApartFromAnotherAtTheSameTime() async throws {
        try await Machine.bootPair { one, other in
            let unit = ["systemd-run", "--unit=sleeper", "--quiet", "sleep", "infinity"]
            for machine in [one, other] {
                #expect(try machine.run(as: "root", unit).status == 0)
            }
            let names = try [one, other].map { try $0.done("cat", "/etc/machine-id") }
            #expect(Set(names).count == 2)
            try one.done("systemctl", "stop", "sleeper")
            #expect(try other.isActive("sleeper"))
        }
    }

    @Test func tellsWhatItsJournalSaysAsItIsSaid() async throws {
        try await Machine.boot { machine in
            let place = try machine.place()
            try machine.done("logger", "--tag", "trial", "第一行")
            try machine.done(
                "systemd-run",
                "--on-active=1s",
                "--timer-property=AccuracySec=1ms",
                "logger",
                "--tag",
                "trial",
                "第二行"
            )
            let said = try machine.awaited("SYSLOG_IDENTIFIER=trial", after: place, count: 2)
            #expect(said.map { $0.text("MESSAGE") } == ["第一行", "第二行"])
        }
    }
}
