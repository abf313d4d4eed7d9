extension English {
    package func morning(_ notice: MorningNotice) -> String {
        switch notice {
        case .title(let district, let day): "Morning list, \(district), \(day)"
        case .recipient(.person, let name): name
        case .recipient(.unit, let name): "responsible unit: \(name)"
        case .recipient(.subdistrict, let name): "subdistrict: \(name)"
        case .section(.dueToday, let count, let until): "Due before \(until): \(count)"
        case .section(let section, let count, _): "\(name(section)): \(count)"
        case .sectionName(let section): name(section)
        case .notTold(let unit): unit + " " + self.notice(.noUnitTold)
        case .late(let length, let office):
            ["late \(length)", "(office: \(office))"].map { $0.replacing(" ", with: "\u{A0}") }
                .joined(separator: " ")
        case .nothing: "Nothing today."
        case .footer(let time, let event, let head):
            "printed \(time) from the record up to event \(event), head \(head)"
        case .leftOut(let empty, let all):
            "\(empty) of \(all) lists have nothing on them and are left out"
        }
    }

    private func name(_ section: MorningSection) -> String {
        switch section {
        case .overdue: "Overdue"
        case .dueToday: "Due soon"
        case .toOrder: "To be ordered"
        case .orders: "Also to be put right"
        case .toVerify: "To be verified or closed"
        case .duties: "To inspect today"
        case .missed: "Missed"
        }
    }
}
