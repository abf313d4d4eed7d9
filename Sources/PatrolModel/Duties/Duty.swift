/// One duty as its period's opening lists it.
package struct PlannedDuty: Hashable, Codable, Sendable {
    package let site: String
    /// 1 … k, where a programme asks for a site k times a period.
    package let ordinal: Int
    package let assignee: String?
    /// The day it is best done on.
    package let targetDate: CivilDate
    /// The closed hazard that is looked at again there (回头看); nil where the site itself is inspected.
    package let hazard: String?

    package init(
        site: String,
        ordinal: Int,
        assignee: String?,
        targetDate: CivilDate,
        hazard: String? = nil
    ) {
        self.site = site
        self.ordinal = ordinal
        self.assignee = assignee
        self.targetDate = targetDate
        self.hazard = hazard
    }
}

/// What makes a duty unique (巡查任务).
package struct DutyKey: Hashable, Codable, Sendable {
    package let programme: String
    package let period: String
    package let site: String
    package let ordinal: Int
    /// Of a look-back: the closed hazard.
    package let hazard: String?

    package init(programme: String, period: String, site: String, ordinal: Int, hazard: String? = nil) {
        self.programme = programme
        self.period = period
        self.site = site
        self.ordinal = ordinal
        self.hazard = hazard
    }

    /// What is to be looked at: the hazard, and where there is none the site.
    package var subject: String { hazard ?? site }
}

extension DutyKey: CustomStringConvertible {
    /// `main-roads-daily/2026-11-23/WC-R-001`, `look-back/2026-W48/H-2026-000123`; a second duty of the same subject
    /// ends in `/2`.
    package var description: String {
        "\(programme)/\(period)/\(subject)" + (ordinal == 1 ? "" : "/\(ordinal)")
    }
}

/// What has become of a duty.
package enum DutyState: String, Hashable, Codable, Sendable, CaseIterable {
    case open, done
    /// Its period ended without it (漏巡, 漏查).
    case missed
    /// Its period ended without it, and it was no longer owed: the site had been retired, or the hazard to look back at
    /// reopened (免巡, 免查).
    case excused
}

/// A period and its duties, opened at once; a later one for the same period adds what has joined since.
package struct PeriodOpening: Hashable, Codable, Sendable {
    package let programme: String
    package let period: Period
    /// Nil in events of the first version, which knew days alone.
    package let cadence: Cadence?
    /// True where its days were found in a year that was not published (暂定); else absent.
    package let provisional: Bool?
    package let duties: [PlannedDuty]

    package init(
        programme: String,
        period: Period,
        cadence: Cadence,
        isProvisional: Bool,
        duties: [PlannedDuty]
    ) {
        self.programme = programme
        self.period = period
        self.cadence = cadence
        self.provisional = isProvisional ? true : nil
        self.duties = duties
    }

    /// The same opening of other duties.
    package func with(duties: [PlannedDuty]) -> PeriodOpening {
        PeriodOpening(self, duties: duties)
    }

    private init(_ other: PeriodOpening, duties: [PlannedDuty]) {
        programme = other.programme
        period = other.period
        cadence = other.cadence
        provisional = other.provisional
        self.duties = duties
    }
}

/// A period that has ended, with the duties that nobody did.
package struct PeriodSettlement: Hashable, Codable, Sendable {
    package struct Missed: Hashable, Codable, Sendable {
        package let site: String
        package let ordinal: Int
        /// Of a look-back: the closed hazard.
        package let hazard: String?

        package init(site: String, ordinal: Int, hazard: String? = nil) {
            self.site = site
            self.ordinal = ordinal
            self.hazard = hazard
        }

        /// As of a ``DutyKey``.
        package var subject: String { hazard ?? site }
    }

    package let programme: String
    package let period: String
    package let missed: [Missed]
    /// What nobody did and nobody owed any more; nil where there is none.
    package let excused: [Missed]?

    package init(programme: String, period: String, missed: [Missed], excused: [Missed] = []) {
        self.programme = programme
        self.period = period
        self.missed = missed
        self.excused = excused.isEmpty ? nil : excused
    }

    /// The same settlement with other misses.
    package func with(missed: [Missed]) -> PeriodSettlement {
        PeriodSettlement(programme: programme, period: period, missed: missed, excused: excused ?? [])
    }
}

/// A year whose working days are not known, though what rests on them is due or soon will be.
package struct CalendarGap: Hashable, Codable, Sendable {
    package let year: Int
    /// The month in which it is said, such as `2026-12`: once in each until the year's file is there.
    package let month: String
    /// Running deadlines that rest on it.
    package let deadlines: Int

    package init(year: Int, month: String, deadlines: Int) {
        self.year = year
        self.month = month
        self.deadlines = deadlines
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
    /// By which it is said; nil in events of earlier versions, which had but one.
    package let rule: ReminderRule?

    package init(date: CivilDate, lines: [Line], rule: ReminderRule? = nil) {
        self.date = date
        self.lines = lines
        self.rule = rule
    }

    /// The name of the reminder: one a day and rule.
    package static func reminder(_ date: CivilDate, _ rule: ReminderRule?) -> String {
        let standard = ReminderRule.standard[0].id
        guard let rule, rule.id != standard else { return "morning/\(date)" }
        return "morning/\(date)/\(rule.id)"
    }
}
