/// How often a programme's duties come round (频次).
package enum Cadence: String, Codable, Sendable, CaseIterable {
    /// Every calendar day, weekends and holidays included, from local midnight to the next.
    case daily

    /// The period that contains an instant, in the district's zone.
    package func period(containing instant: Instant, in zone: Zone) -> Period {
        switch self {
        case .daily: Cadence.day(zone.date(instant), in: zone)
        }
    }

    /// The period whose name follows another's: where the district's zone has been changed since, names still neither
    /// repeat nor skip, though the two intervals may overlap or leave a gap of some hours.
    package func period(after period: Period, in zone: Zone) -> Period {
        switch self {
        case .daily:
            guard var date = CivilDate(period.key) else {
                return self.period(containing: period.end, in: zone)
            }
            // A day that a zone left out altogether has no length, and so no period.
            repeat {
                date = date.adding(days: 1)
            } while zone.startOfDay(date) >= zone.startOfDay(date.adding(days: 1))
            return Cadence.day(date, in: zone)
        }
    }

    /// Days of 23 and 25 hours come out right, since both ends are read off the zone.
    private static func day(_ date: CivilDate, in zone: Zone) -> Period {
        Period(
            key: date.description,
            start: zone.startOfDay(date),
            end: zone.startOfDay(date.adding(days: 1))
        )
    }
}
