extension Chinese {
    package func morning(_ notice: MorningNotice) -> String {
        switch notice {
        case .title(let district, let day): "\(district)晨间清单  \(day)"
        case .recipient(.person, let name): "\(name)"
        case .recipient(.unit, let name): "责任单位：\(name)"
        case .recipient(.subdistrict, let name): "街道：\(name)"
        case .section(.dueToday, let count, let until): "即将到期（\(until) 前）：\(count) 件"
        case .section(let section, let count, _): "\(name(section))：\(count) \(unit(section))"
        case .sectionName(let section): name(section)
        case .notTold(let unit): unit + self.notice(.noUnitTold)
        case .late(let length, let office): "逾期\(length)，工作时间\(office)"
        case .nothing: "今日没有事项。"
        case .footer(let time, let event, let head):
            "\(time) 打印，数据截至操作流水第 \(event) 条，校验值 \(head)"
        case .leftOut(let empty, let all):
            "共 \(all) 份清单，其中 \(empty) 份没有事项，未打印"
        }
    }

    private func name(_ section: MorningSection) -> String {
        switch section {
        case .overdue: "逾期隐患"
        case .dueToday: "即将到期"
        case .toOrder: "待交办"
        case .orders: "其他待整改"
        case .toVerify: "待复查、待销号"
        case .duties: "今日巡查任务"
        case .missed: "漏巡漏查"
        }
    }

    private func unit(_ section: MorningSection) -> String {
        switch section {
        case .overdue, .dueToday, .toOrder, .orders, .toVerify: "件"
        case .duties: "处"
        case .missed: "项"
        }
    }
}
