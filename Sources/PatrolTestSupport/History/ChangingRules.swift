import PatrolModel

/// Configurations that follow one another in a random history.
enum ChangingRules {
    /// The `number`th, from 0; a year's calendar is there from the sixth of January on.
    static func rulebook(_ number: Int, on date: CivilDate) -> Rulebook {
        let isPublished = date >= .of("\(date.year)-01-06")
        let years = (2025...max(2025, isPublished ? date.year : date.year - 1)).map(year)
        return .sample(
            rules: .but { rules in
                rules.lateFilingDays = 3 + number % 2
                rules.workingDay = number % 4 == 3 ? .end : .running
                let people = ReminderRule.Morning(days: .working, to: [.person, .unit, .subdistrict])
                rules.reminders =
                    (number % 3 == 1
                        ? [ReminderRule(id: "people", occasion: .morning(people))] : ReminderRule.standard)
                    + ReminderRule.ladder
                if number % 3 == 2 { rules.officeHours = OfficeHours(texts: ["09:00-17:00"]) ?? .standard }
            },
            programmes: programmes(number),
            calendar: WorkCalendar(years),
            uploads: [.adverts]
        )
    }

    private static func year(_ year: Int) -> WorkCalendar.Year {
        WorkCalendar.sample.years.first { $0.year == year }
            ?? WorkCalendar.year(
                year,
                [("元旦", "01-01", "01-03"), ("劳动节", "05-01", "05-05"), ("国庆节", "10-01", "10-07")],
                ["09-26"]
            )
    }

    /// The daily one is always there; others come, go and change how often they come round.
    private static func programmes(_ number: Int) -> [Programme] {
        let spotCheck = Programme(
            id: "roads-spot-check",
            name: "道路抽查",
            siteKinds: ["main-road"],
            subdistricts: ["水果湖街"],
            cadence: number % 2 == 0 ? .halfMonthly : .monthly,
            times: 2,
            manner: .check
        )
        let weekends = Programme(
            id: "roads-days-off",
            name: "节假日巡查",
            siteKinds: ["main-road"],
            tags: ["重要商圈"],
            cadence: .nonWorkingDays
        )
        let lookBack = Programme(
            id: "look-back",
            name: "回头看",
            siteKinds: [],
            cadence: number % 2 == 0 ? .weekly : .everyDays(3, from: .of("2025-01-01")),
            manner: .check,
            assignees: ["水果湖街": "inspector"],
            lookBack: LookBackPlan(after: 1 + number % 3, categories: number % 5 == 4 ? ["0306"] : [])
        )
        return [.roadsDaily, .roadsChecked, lookBack] + (number % 3 == 0 ? [] : [spotCheck])
            + (number % 4 == 2 ? [weekends] : [])
    }
}
