import PatrolModel

/// Reads the files of the folder `calendar`, one a year.
struct CalendarReader {
    let faults: Faults

    /// Of all files, each with its name and its mapping.
    func calendar(_ files: [(name: String, map: YAMLMap)]) -> WorkCalendar {
        var (years, claims): ([WorkCalendar.Year], [CivilDate: String]) = ([], [:])
        for file in files {
            let year = year(file.map, &claims)
            file.map.refuseUnknownKeys()
            guard let year else { continue }
            if years.contains(where: { $0.year == year.year }) {
                file.map.fault("year", .repeated(String(year.year)))
            } else if !file.name.hasSuffix("/\(year.year).yaml") {
                file.map.fault("year", .contradiction(String(year.year), with: file.name))
            }
            years.append(year)
        }
        return WorkCalendar(years)
    }

    private func year(_ map: YAMLMap, _ claims: inout [CivilDate: String]) -> WorkCalendar.Year? {
        let number = Int(map.required("year"))
        if let text = map.text("year"), !(1900...2999).contains(number ?? 0) {
            map.fault("year", .badValue(text, expected: "1900 … 2999"))
        }
        let source = map.text("source")
        let holidays = map.maps("holidays")
        if holidays.isEmpty { map.fault("holidays", .missingKey("holidays")) }
        let read = holidays.compactMap { holiday($0, of: number, &claims) }
        let workdays = map.dates("workdays").compactMap { date, fault -> CivilDate? in
            guard near(date, number) else {
                fault(.outsideYear(date.description, year: number ?? 0))
                return nil
            }
            // A weekday is worked anyway: whoever lists one has mistaken the day.
            guard date.isoWeekday > 5 else {
                fault(.notAWeekend(date.description))
                return nil
            }
            if let other = claims.updateValue("workdays", forKey: date) {
                fault(.contradiction(date.description, with: other))
            }
            return date
        }
        guard let number else { return nil }
        return WorkCalendar.Year(year: number, source: source, holidays: read, workdays: workdays)
    }

    private func holiday(
        _ map: YAMLMap,
        of year: Int?,
        _ claims: inout [CivilDate: String]
    ) -> WorkCalendar.Holiday? {
        let (name, from) = (map.required("name"), map.date("from"))
        if map.text("from") == nil { map.fault("from", .missingKey("from")) }
        let to = map.date("to") ?? from
        map.refuseUnknownKeys()
        guard let from, let to else { return nil }
        guard near(from, year) else {
            map.fault("from", .outsideYear(from.description, year: year ?? 0))
            return nil
        }
        guard from <= to, to < from.adding(days: 31) else {
            map.fault("to", .badValue(to.description, expected: "\(from) … \(from.adding(days: 30))"))
            return nil
        }
        var day = from
        while day <= to {
            if let other = claims.updateValue(name, forKey: day) {
                map.fault("from", .contradiction(day.description, with: other))
            }
            day = day.adding(days: 1)
        }
        return WorkCalendar.Holiday(name: name, from: from, to: to)
    }

    /// A notice may reach a few days into the year before or after.
    private func near(_ date: CivilDate, _ year: Int?) -> Bool {
        guard let year else { return true }
        return date.adding(days: -10).year <= year && year <= date.adding(days: 10).year
    }
}
