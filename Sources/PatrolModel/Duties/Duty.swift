/// One duty as its period's opening lists it.
package struct PlannedDuty: Hashable, Codable, Sendable {
    package let site: String
    /// 1 … k, where a programme asks for a site k times a period.
    package let ordinal: Int
    package let assignee: String?
    /// The day it is best done on.
    package let targetDate: CivilDate

    package init(site: String, ordinal: Int, assignee: String?, targetDate: CivilDate) {
        self.site = site
        self.ordinal = ordinal
        self.assignee = assignee
        self.targetDate = targetDate
    }
}

/// What makes a duty unique (巡查任务).
package struct DutyKey: Hashable, Codable, Sendable {
    package let programme: String
    package let period: String
    package let site: String
    package let ordinal: Int

    package init(programme: String, period: String, site: String, ordinal: Int) {
        self.programme = programme
        self.period = period
        self.site = site
        self.ordinal = ordinal
    }
}

extension DutyKey: CustomStringConvertible {
    /// `main-roads-daily/2026-11-23/WC-R-001`; a second duty of the same site ends in `/2`.
    package var description: String {
        "\(programme)/\(period)/\(site)" + (ordinal == 1 ? "" : "/\(ordinal)")
    }
}

/// What has become of a duty.
package enum DutyState: String, Hashable, Codable, Sendable, CaseIterable {
    case open, done
    /// Its period ended without it (漏巡, 漏查).
    case missed
}

/// A period and its duties, opened at once; a later one for the same period adds what has joined since.
package struct PeriodOpening: Hashable, Codable, Sendable {
    package let programme: String
    package let period: Period
    package let duties: [PlannedDuty]

    package init(programme: String, period: Period, duties: [PlannedDuty]) {
        self.programme = programme
        self.period = period
        self.duties = duties
    }
}

/// A period that has ended, with the duties that nobody did.
package struct PeriodSettlement: Hashable, Codable, Sendable {
    package struct Missed: Hashable, Codable, Sendable {
        package let site: String
        package let ordinal: Int

        package init(site: String, ordinal: Int) {
            self.site = site
            self.ordinal = ordinal
        }
    }

    package let programme: String
    package let period: String
    package let missed: [Missed]

    package init(programme: String, period: String, missed: [Missed]) {
        self.programme = programme
        self.period = period
        self.missed = missed
    }
}

/// A day's open duties, counted when its morning came.
package struct MorningDigest: Hashable, Codable, Sendable {
    package struct Line: Hashable, Codable, Sendable {
        package let subdistrict: String
        package let open: Int

        package init(subdistrict: String, open: Int) {
            self.subdistrict = subdistrict
            self.open = open
        }
    }

    package let date: CivilDate
    package let lines: [Line]

    package init(date: CivilDate, lines: [Line]) {
        self.date = date
        self.lines = lines
    }
}
