import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `Backups are kept` {
    private func names(_ days: [String]) -> [BackupName] {
        days.compactMap { BackupName("ledger-\($0)-020000-1-9.sqlite") }
    }

    private func kept(_ days: [String], days count: Int, months: Int, today: String) -> [String] {
        let all = names(days)
        #expect(all.count == days.count)
        let expired = BackupRetention(days: count, months: months).expired(all, today: .of(today))
        return all.filter { !expired.contains($0) }.map(\.date.description)
    }

    @Test func forAsManyDaysAsAreAskedFor() {
        let days = ["2026-11-10", "2026-11-11", "2026-11-23", "2026-11-24"]
        #expect(
            kept(days, days: 14, months: 0, today: "2026-11-24") == [
                "2026-11-11", "2026-11-23", "2026-11-24",
            ]
        )
    }

    @Test func theLastOfEachMonthForAsManyMonths() {
        let days = [
            "2024-11-30", "2024-12-30", "2024-12-31", "2026-09-29", "2026-09-30", "2026-10-05", "2026-11-24",
        ]
        #expect(
            kept(days, days: 14, months: 24, today: "2026-11-24")
                == ["2024-12-31", "2026-09-30", "2026-10-05", "2026-11-24"]
        )
    }

    @Test func theNewestWhateverItsAge() {
        #expect(
            kept(["2020-01-01", "2020-01-02"], days: 0, months: 0, today: "2026-11-24") == ["2020-01-02"]
        )
    }

    @Test func ofSeveralADayTheLastIsTheMonths() throws {
        let all = try ["020000-1-9", "230000-1-12", "230000-2-13"].map {
            try #require(BackupName("ledger-2026-09-30-\($0).sqlite"))
        }
        let newer = try #require(BackupName("ledger-2026-11-24-020000-2-99.sqlite"))
        let retention = BackupRetention(days: 14, months: 24)
        #expect(retention.expired(all + [newer], today: .of("2026-11-24")) == Array(all.prefix(2)))
    }

    @Test(arguments: [
        "ledger.sqlite", "ledger-2026-11-24-020000-1-9.sqlite-wal", "ledger-2026-13-24-020000-1-9.sqlite",
        "ledger-2026-11-24-0200-1-9.sqlite", "ledger-2026-11-24-020000-1-9-1.sqlite",
        "ledger-2026-11-24-020000-0-9.sqlite",
        "ledger-2026-11-24-020000-1-09.sqlite", "ledger-2026-11-24-020000-1--9.sqlite",
        "ledger-replaced-20261124T020000Z.sqlite",
    ])
    func andFilesOfOtherNamesAreNone(_ name: String) {
        #expect(BackupName(name) == nil)
    }
}
