import Foundation
import Logging
import PatrolModel
import PatrolServer
import PatrolTestSupport
import PatrolText
import Testing

@testable import PatrolDaemon

@Suite struct `The scheduler` {
    private func scheduler(_ test: TestLedger) throws -> Scheduler {
        let writer = JournalWriter(.stderr)
        return Scheduler(
            ledger: test.ledger,
            clock: test.clock,
            reminders: Reminders(
                ledger: test.ledger,
                writer: writer,
                sheets: MorningSheets(ledger: test.ledger, clock: test.clock),
                onProgress: {}
            ),
            story: HazardStory(
                ledger: test.ledger,
                writer: writer,
                folder: try StateFolder(path: test.folder.file("state"))
            ),
            heads: ChainHeads(ledger: test.ledger, clock: test.clock, writer: writer),
            writer: writer,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            alarm: Alarm(),
            hooks: Alarm(),
            pulse: Pulse(watchdog: nil),
            status: ServiceStatus(test.ledger.rules)
        )
    }

    @Test func saysWhatIsDueAndPutsDownThatItWasSaid() async throws {
        let test = try await TestLedger(
            at: Zone.shanghai.at("2026-11-23 10:00"),
            sites: [.road("R-1"), .road("R-2", subdistrict: "中南路街")]
        )
        try await scheduler(test).turn()
        #expect(try await test.ledger.pendingReminders(limit: 9).isEmpty)
        test.clock.set(Zone.shanghai.at("2026-11-25 10:00"))
        try await scheduler(test).turn()
        let said = try await test.ledger.events(entity: "reminders", after: 0, limit: 9).map {
            try $0.event().entry
        }
        #expect(
            said == [
                .said(RemindersSaid(["morning/2026-11-23"])),
                .said(
                    RemindersSaid([
                        "missed/roads-daily/2026-11-23", "missed/roads-daily/2026-11-24",
                        "morning/2026-11-25",
                    ])
                ),
            ]
        )
        #expect(try await test.closeAndReplay() == [])
    }

    @Test func namesEveryMissedDutyInALineForEachSubdistrict() async throws {
        let test = try await TestLedger(
            at: Zone.shanghai.at("2026-11-23 06:00"),
            sites: [.road("R-1"), .road("R-2"), .road("R-3", subdistrict: "中南路街")]
        )
        test.clock.set(Zone.shanghai.at("2026-11-24 06:00"))
        try await test.ledger.advanceSchedule()
        let pending = try await test.ledger.pendingReminders(limit: 9)
        #expect(pending.map(\.id) == ["missed/roads-daily/2026-11-23"])
        let messages = try await scheduler(test).reminders.messages(for: pending)
        #expect(
            messages.map(\.text) == [
                "漏巡 2026-11-23 主干道每日一巡 中南路街 1 处：道路R-3",
                "漏巡 2026-11-23 主干道每日一巡 水果湖街 2 处：道路R-1、道路R-2",
            ]
        )
        let fields = try #require(messages.last).fields
        #expect(
            fields.filter { $0.0 == "PATROL_DUTY" }.map(\.1) == [
                "roads-daily/2026-11-23/R-1", "roads-daily/2026-11-23/R-2",
            ]
        )
        #expect(
            fields.filter { $0.0 == "PATROL_REMINDER" }.map(\.1) == ["missed/roads-daily/2026-11-23/水果湖街/1"]
        )
        #expect(messages.allSatisfy { $0.kind == .dutiesMissed && $0.priority == .warning })
    }

    @Test func tellsEachKindOfLineByItsOwnMessageId() {
        let ids = JournalMessage.Kind.allCases.map(\.messageID)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    }
}
