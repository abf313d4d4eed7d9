import Foundation
import Logging
import PatrolModel
import PatrolTestSupport
import PatrolText
import Testing

@testable import PatrolDaemon

@Suite struct `The scheduler` {
    private func scheduler(_ test: TestLedger) -> Scheduler {
        let writer = JournalWriter(.stderr)
        let phrases = Language.zh.phrases
        return Scheduler(
            ledger: test.ledger,
            clock: test.clock,
            reminders: Reminders(ledger: test.ledger, writer: writer, phrases: phrases),
            writer: writer,
            phrases: phrases,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            alarm: Alarm()
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

    @Test func tellsEachKindOfLineByItsOwnMessageId() {
        let ids = JournalMessage.Kind.allCases.map(\.messageID)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    }
}
