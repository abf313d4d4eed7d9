/// A date and a time of day, read off ISO 8601, to be written as people write them.
struct WrittenTime {
    let date: WrittenDate
    /// `17:55`; nil where there is none.
    let clock: String?

    /// Nil where the text is neither `2026-11-23` nor begins as `2026-11-23T17:55` or `2026-11-23 17:55`.
    init?(_ text: String) {
        guard let date = WrittenDate(text) else { return nil }
        self.date = date
        let rest = text.dropFirst(10)
        clock = rest.first == "T" || rest.first == " " ? String(rest.dropFirst().prefix(5)) : nil
    }
}

struct WrittenDate {
    let year: Int
    let month: Int
    let day: Int
    /// 0 is Monday.
    let weekday: Int

    init?(_ text: String) {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        (year, month, day) = (parts[0], parts[1], parts[2])
        weekday = WrittenDate.weekday(year, month, day)
    }

    /// Sakamoto's method, Monday first.
    private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? year - 1 : year
        return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day + 6) % 7
    }
}

extension Chinese {
    package func time(_ iso: String) -> String {
        guard let written = WrittenTime(iso) else { return iso }
        return date(written.date) + (written.clock.map { " " + $0 } ?? "")
    }

    package func day(_ iso: String) -> String {
        guard let written = WrittenDate(iso) else { return iso }
        let names = ["一", "二", "三", "四", "五", "六", "日"]
        return date(written) + " 星期" + names[written.weekday]
    }

    private func date(_ date: WrittenDate) -> String { "\(date.year)年\(date.month)月\(date.day)日" }
}

extension English {
    package func time(_ iso: String) -> String {
        guard let written = WrittenTime(iso) else { return iso }
        return date(written.date) + (written.clock.map { " " + $0 } ?? "")
    }

    package func day(_ iso: String) -> String {
        guard let written = WrittenDate(iso) else { return iso }
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return names[written.weekday] + " " + date(written)
    }

    private func date(_ date: WrittenDate) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
}
