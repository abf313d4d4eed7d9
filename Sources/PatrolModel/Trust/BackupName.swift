/// The name of a backup's file, which says of when and of how much it is:
/// `ledger-2026-11-24-020000-1-5120.sqlite`, by local time, incarnation and last event.
package struct BackupName: Hashable, Comparable, Sendable {
    package let date: CivilDate
    /// `020000`.
    package let time: String
    package let incarnation: Int
    package let event: Int64

    package init(date: CivilDate, time: CivilTime, incarnation: Int, event: Int64) {
        self.date = date
        let second = time.secondOfDay
        self.time = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined()
        self.incarnation = incarnation
        self.event = event
    }

    /// Nil for any other file, which is nobody's to remove.
    package init?(_ name: String) {
        guard name.hasPrefix("ledger-"), name.hasSuffix(".sqlite") else { return nil }
        let parts = name.dropFirst(7).dropLast(7).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[3].count == 6, parts[3].allSatisfy(\.isNumber),
            let date = CivilDate(parts[..<3].joined(separator: "-")),
            let incarnation = Int(parts[4]), let event = Int64(parts[5]), incarnation > 0, event >= 0
        else { return nil }
        self.date = date
        time = String(parts[3])
        self.incarnation = incarnation
        self.event = event
        guard text == name else { return nil }
    }

    package var text: String { "ledger-\(date)-\(time)-\(incarnation)-\(event).sqlite" }

    package static func < (left: BackupName, right: BackupName) -> Bool {
        (left.date.daysSinceEpoch, left.time, left.incarnation, left.event)
            < (right.date.daysSinceEpoch, right.time, right.incarnation, right.event)
    }
}

/// Which backups are kept: all of the last days, the last of each month before, and the newest whatever its age.
package struct BackupRetention: Sendable {
    /// 0 keeps none for its age.
    package let days: Int
    package let months: Int

    package init(days: Int, months: Int) {
        self.days = days
        self.months = months
    }

    /// Those whose time has passed.
    package func expired(_ backups: [BackupName], today: CivilDate) -> [BackupName] {
        let lastOfMonth = Dictionary(grouping: backups) { BackupRetention.month($0.date) }.mapValues {
            $0.max()
        }
        let (newest, thisMonth) = (backups.max(), BackupRetention.month(today))
        return backups.filter { backup in
            let month = BackupRetention.month(backup.date)
            let isRecent = backup.date.daysSinceEpoch > today.daysSinceEpoch - days
            let isMonthly = lastOfMonth[month] == backup && month > thisMonth - months
            return backup != newest && !isRecent && !isMonthly
        }
    }

    private static func month(_ date: CivilDate) -> Int { date.year * 12 + date.month }
}
