import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite(.enabled(if: Machine.Supplies.given != nil, Comment(rawValue: Machine.whySkipped)))
struct `A clock that is stepped` {
    /// The last days of a month that are all still to come: no clock goes back behind a ledger's first day.
    private let turn = Turn(
        after: Zone.shanghai.date(Instant(seconds: Int64(Date().timeIntervalSince1970)))
    )

    /// Over a midnight, over a deadline, over a month's end, and back by an hour.
    @Test func opensMissesAndRemindsOnce() async throws {
        try await Machine.boot { machine in
            try machine.openDistrict()
            let clock = try MachineClock(on: machine)
            try clock.step(to: "\(turn.day(4)) 23:58")
            try machine.done("systemctl", "restart", "patrold.service")
            let filed = try machine.patrol("patrol-inspector1", "inspect", "WC-R-004")
            #expect(filed.status == 0, "\(filed.error)")

            try clock.step(to: "\(turn.day(3)) 00:01")
            let hazard = try machine.reportHazard(observedAt: "\(turn.day(3)) 00:01")
            try settled(machine, turn.day(4))
            #expect(try machine.journal("PATROL_HAZARD=\(hazard)", "PATROL_KIND=hazard-overdue").isEmpty)

            try clock.pass(to: "\(turn.day(3)) 02:02")
            try isSaidOnce(machine, hazard)

            try clock.pass(to: "\(turn.day(0)) 00:01")
            for before in [3, 2, 1] { try settled(machine, turn.day(before)) }
            try aMonthHasEnded(machine)

            try clock.pass(to: "\(turn.day(1)) 23:01")
            try clock.pass(to: "\(turn.day(0)) 00:02")
            try machine.done("systemctl", "restart", "patrold.service")
            try nothingIsSaidTwice(machine)
            try isSaidOnce(machine, hazard)
            #expect(try machine.journal("PATROL_KIND=clock-stepped").count >= 4)
            try machine.ledgerHolds()
            try eachPeriodIsOpenedOnce(machine)
        }
    }

    /// A day's duties that nobody did are missed, said once a subdistrict, and the next day's are open.
    private func settled(_ machine: Machine, _ day: String) throws {
        let words = ["duty", "list", "--programme", "main-roads-daily", "--period", day]
        let listed = try machine.run(as: "patrol-supervisor", ["/usr/bin/patrol"] + words + ["--json"])
        let duties = try #require(
            try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]]
        )
        let missed = duties.filter { $0["state"] as? String == "missed" }
        let done = duties.filter { $0["state"] as? String == "done" }
        #expect(!missed.isEmpty && missed.count + done.count == duties.count, "\(day): \(duties)")
        for duty in missed.compactMap({ $0["id"] as? String }) {
            try machine.awaited("PATROL_DUTY=\(duty)", after: 0)
        }
        let said = try machine.journal(
            "PATROL_KIND=duties-missed",
            "PATROL_PROGRAMME=main-roads-daily"
        )
        let named = said.flatMap { entry -> [String] in
            (entry["PATROL_DUTY"] as? [String]) ?? entry.text("PATROL_DUTY").map { [$0] } ?? []
        }
        #expect(
            named.filter { $0.contains("/\(day)/") }.sorted()
                == missed.compactMap { $0["id"] as? String }.sorted()
        )
    }

    private func isSaidOnce(_ machine: Machine, _ hazard: String) throws {
        try machine.awaited("PATROL_HAZARD=\(hazard)", "PATROL_KIND=hazard-overdue", after: 0)
        let overdue = try machine.journal("PATROL_HAZARD=\(hazard)", "PATROL_KIND=hazard-overdue")
        #expect(overdue.count == 1, "\(overdue)")
        #expect(overdue.first?.text("PATROL_DUE") == "\(turn.day(3))T02:01:00+08:00")
    }

    private func aMonthHasEnded(_ machine: Machine) throws {
        let duty = "gas-stations-monthly/\(turn.day(1).prefix(7))/WC-G-001"
        try machine.awaited("PATROL_DUTY=\(duty)", "PATROL_KIND=duties-missed", after: 0)
    }

    private func nothingIsSaidTwice(_ machine: Machine) throws {
        let reminders = try machine.journal("_SYSTEMD_UNIT=patrold.service").compactMap {
            $0.text("PATROL_REMINDER")
        }
        let twice = Dictionary(grouping: reminders) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(twice)")
        #expect(reminders.count > 10)
    }

    private func eachPeriodIsOpenedOnce(_ machine: Machine) throws {
        let settled = try machine.query(
            "SELECT entity FROM event WHERE verb = 'period.settle' GROUP BY entity HAVING count(*) > 1"
        )
        #expect(settled == [])
        // Those of the first day were opened before there were any sites, which joined.
        let opened = try machine.query(
            "SELECT entity, count(*) FROM event WHERE verb = 'period.open' AND entity > 'main-roads-daily/\(turn.day(4))' "
                + "AND entity LIKE 'main-roads-daily/%' GROUP BY entity ORDER BY entity"
        )
        let days = [3, 2, 1, 0].map(turn.day)
        #expect(opened == days.map { ["main-roads-daily/\($0)", "1"] })
        let states = try machine.query(
            "SELECT DISTINCT state FROM duty WHERE programme = 'main-roads-daily' AND period < '\(turn.day(0))'"
        )
        #expect(!states.contains(["open"]), "\(states)")
    }
}

/// A month's turn.
private struct Turn {
    /// The first day of the month after it.
    private let first: CivilDate

    /// The next that has five days before it, all of them later than today.
    init(after today: CivilDate) {
        first = today.adding(days: 4).startOfMonth.adding(days: 31).startOfMonth
    }

    /// So many days before the first of the month after it.
    func day(_ before: Int) -> String { first.adding(days: -before).description }
}

/// The clock that a machine's daemon lives by (libfaketime); it jumps when it is told to, and runs on from there.
struct MachineClock {
    private let machine: Machine
    private static let file = "/var/lib/patrol/clock"

    /// By the machine's own clock until it is told otherwise.
    init(on machine: Machine) throws {
        self.machine = machine
        try machine.write("+0\n", to: MachineClock.file)
        let library = try machine.done("sh", "-c", "ls /usr/lib/*/faketime/libfaketimeMT.so.1")
            .trimmingCharacters(in: .newlines)
        // What libfaketime shares between programs is made beforehand by the daemon's user: a daemon that made it would
        // move its environment, which Swift's runtime does not expect.
        let shared = try machine.run(
            as: "patrol",
            ["FAKETIME=+0", "LD_PRELOAD=\(library)", "sh", "-c", "printf %s \"$FAKETIME_SHARED\"; exec true"]
        ).output
        try machine.dropIn(
            "patrold.service",
            """
            [Service]
            # RemoveIPC= would take away what is shared with the first stop.
            RemoveIPC=no
            Environment=LD_PRELOAD=\(library) FAKETIME_TIMESTAMP_FILE=\(MachineClock.file) FAKETIME_NO_CACHE=1
            Environment=FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 "FAKETIME_SHARED=\(shared)"

            """,
            named: "clock"
        )
    }

    /// Steps it and waits until the daemon has noticed: whatever is filed wakes it.
    /// - Throws: ``Machine/NeverSaid``.
    func pass(to time: String) throws {
        let place = try machine.place()
        try step(to: time)
        let filed = try machine.patrol("patrol-inspector2", "inspect", "WC-R-007")
        try #require(filed.status == 0, "\(filed.error)")
        try machine.awaited("PATROL_KIND=clock-stepped", after: place)
    }

    /// - Parameter time: in the district, as `2026-11-27 23:58`.
    /// - Throws: where its file cannot be written.
    func step(to time: String) throws {
        let offset = Zone.shanghai.at(time) - Instant(seconds: Int64(Date().timeIntervalSince1970))
        let text = offset < 0 ? "\(offset)\n" : "+\(offset)\n"
        // In one step: a clock read in between would find none.
        try machine.write(text, to: MachineClock.file + ".new")
        rename(machine.file(MachineClock.file + ".new"), machine.file(MachineClock.file))
    }
}
