import Foundation
package import PatrolModel

extension Zone {
    /// A zone of this machine's tz database.
    package static func named(_ name: String) -> Zone {
        guard let bytes = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name),
            let zone = Zone(name: name, tzif: Array(bytes))
        else { preconditionFailure("no zone \(name): install tzdata") }
        return zone
    }

    package static let shanghai = named("Asia/Shanghai")

    /// The instant of a reading in this zone, such as `2026-11-23 17:55`.
    package func at(_ text: String) -> Instant {
        guard let instant = try? TypedTime(text).instant(in: self, today: CivilDate(daysSinceEpoch: 0)) else {
            preconditionFailure("not a time: \(text)")
        }
        return instant
    }
}

extension Person {
    package static let admin = Person(id: "admin", name: "管理员", user: "root", roles: [.admin])
    package static let inspector = Person(
        id: "inspector",
        name: "巡查岗一",
        user: "u1",
        roles: [.inspector],
        certificate: "0001"
    )
    package static let secondInspector = Person(
        id: "inspector-2",
        name: "巡查岗二",
        user: "u2",
        roles: [.inspector],
        certificate: "0002"
    )
    package static let dispatcher = Person(id: "dispatcher", name: "派遣岗", user: "u3", roles: [.dispatcher])
    package static let supervisor = Person(id: "supervisor", name: "督查岗", user: "u4", roles: [.supervisor])
    package static let secondSupervisor = Person(
        id: "supervisor-2",
        name: "督查岗二",
        user: "u10",
        roles: [.supervisor]
    )
    package static let leader = Person(id: "leader", name: "领导一", user: "u5", roles: [.leadingGroup])
    package static let secondLeader = Person(
        id: "leader-2",
        name: "领导二",
        user: "u6",
        roles: [.leadingGroup]
    )
    package static let auditor = Person(id: "auditor", name: "审计岗", user: "u7", roles: [.auditor])
    package static let liaison = Person(
        id: "liaison",
        name: "养护单位联络员",
        user: "u8",
        roles: [.unit],
        unit: "养护单位"
    )
    package static let street = Person(
        id: "street",
        name: "水果湖街",
        user: "u9",
        roles: [.subdistrict],
        unit: "水果湖街道办",
        subdistrict: "水果湖街"
    )

    package static let all: [Person] = [
        admin, inspector, secondInspector, dispatcher, supervisor, leader, secondLeader, auditor, liaison,
        street, secondSupervisor,
    ]
}

extension Site {
    package static func road(
        _ code: String,
        subdistrict: String = "水果湖街",
        tags: [String] = [],
        from: CivilDate? = nil,
        to: CivilDate? = nil,
        at position: Position? = nil
    ) -> Site {
        Site(
            code: code,
            name: "道路\(code)",
            kind: "main-road",
            subdistrict: subdistrict,
            responsibleUnit: "养护单位",
            tags: tags,
            activeFrom: from,
            activeTo: to,
            position: position
        )
    }
}

extension RosterRow {
    /// The roster's line for a site.
    package init(line: Int, _ site: Site) {
        self.init(
            line: line,
            cells: [
                .code: site.code, .name: site.name, .kind: site.kind, .subdistrict: site.subdistrict,
                .responsibleUnit: site.responsibleUnit, .tags: site.tags.joined(separator: ";"),
                .activeFrom: site.activeFrom?.description ?? "",
                .activeTo: site.activeTo?.description ?? "",
                .latitude: site[.latitude], .longitude: site[.longitude],
            ]
        )
    }
}

extension Catalogue {
    package static let sample = Catalogue([
        Category(
            code: "0103",
            name: "雨水井盖",
            conditions: [Condition(number: 1, text: "缺失", limit: .urgentHours(2), closing: "补装复位")]
        ),
        Category(
            code: "E0401",
            name: "路面塌陷",
            conditions: [
                Condition(number: 1, text: "塌陷", limit: .urgentHours(2)),
                Condition(number: 2, text: "塌陷伴管线破裂", limit: .urgentHours(1)),
            ]
        ),
        Category(
            code: "0306",
            name: "户外广告",
            conditions: [
                Condition(number: 1, text: "倾斜", limit: .workingDays(1)),
                Condition(number: 2, text: "破损", limit: .workingHours(4)),
            ]
        ),
    ])
}

extension RectificationPlan {
    package static let sample = RectificationPlan(
        leader: "分管副局长",
        measures: "更换井盖，加固井座",
        funds: "养护经费 0.3 万元",
        personInCharge: "养护一队队长",
        deadline: .of("2026-12-31"),
        contingency: "围挡并派人值守"
    )
}

extension Programme {
    package static let roadsDaily = Programme(
        id: "roads-daily",
        name: "主干道每日一巡",
        siteKinds: ["main-road"],
        cadence: .daily,
        assignees: ["水果湖街": "inspector"]
    )

    /// One with a list of three things to look at.
    package static let roadsChecked = Programme(
        id: "roads-checked",
        name: "主干道每周检查",
        siteKinds: ["main-road"],
        cadence: .weekly,
        checklist: [
            ChecklistItem("井盖完好", category: "0103"), ChecklistItem("招牌牢固", category: "0306"),
            ChecklistItem("路面平整"),
        ]
    )
}

extension UploadSystem {
    /// That of the advertisements' keepers.
    package static let adverts = UploadSystem(id: "adverts", name: "户外广告系统", categories: ["0306"])
}

extension Configuration {
    package static func sample(
        rules: Rules = Rules(),
        zone: String = "Asia/Shanghai",
        programmes: [Programme] = [.roadsDaily],
        calendar: WorkCalendar = .sample,
        uploads: [UploadSystem] = []
    ) -> Configuration {
        Configuration(
            district: District(code: "420106", name: "武昌区"),
            zone: zone,
            rules: rules,
            people: Person.all,
            groups: ["patrol-inspectors": [.inspector]],
            units: ["燃气管网单位"],
            siteKinds: ["main-road", "park", "station"],
            programmes: programmes,
            calendar: calendar,
            uploads: uploads
        )
    }
}

extension Rulebook {
    package static func sample(
        rules: Configuration.Rules = Configuration.Rules(),
        programmes: [Programme] = [.roadsDaily],
        calendar: WorkCalendar = .sample,
        zone: Zone = .shanghai,
        catalogue: Catalogue = .sample,
        uploads: [UploadSystem] = []
    ) -> Rulebook {
        Rulebook(
            configuration: .sample(
                rules: rules,
                zone: zone.name,
                programmes: programmes,
                calendar: calendar,
                uploads: uploads
            ),
            zone: zone,
            catalogue: catalogue.rows
        )
    }
}

extension ReminderRule {
    /// Before, at and after a deadline, higher up each time; what comes last has a command.
    package static let ladder = [
        deadline("soon", .before(.workingHours(2)), to: [.unit, .role(.dispatcher)]),
        deadline("passed", .passed, of: DeadlineKind.allCases, to: [.unit, .role(.supervisor)]),
        deadline("late", .after(.workingHours(1)), to: [.subdistrict, .role(.supervisor)]),
        deadline(
            "later",
            .after(.workingDays(1)),
            severity: .major,
            to: [.role(.leadingGroup)],
            hook: Hook(command: ["/bin/true"])
        ),
    ]

    package static func deadline(
        _ id: String,
        _ moment: DeadlineReminder.Moment,
        of kinds: [DeadlineKind] = [.order, .rectification],
        severity: Hazard.Severity? = nil,
        to: [DeadlineReminder.Addressee],
        hook: Hook? = nil
    ) -> ReminderRule {
        let reminder = DeadlineReminder(moment, of: kinds, severity: severity, to: to)
        return ReminderRule(id: id, occasion: .deadline(reminder), hook: hook)
    }
}

extension Configuration.Rules {
    /// The defaults, but for what a test is about.
    package static func but(_ change: (inout Self) -> Void) -> Self {
        var rules = Self()
        change(&rules)
        return rules
    }
}

extension CivilDate {
    /// A date that is known to be one.
    package static func of(_ text: String) -> CivilDate {
        guard let date = CivilDate(text) else { preconditionFailure("not a date: \(text)") }
        return date
    }
}

extension WorkCalendar {
    /// The official days of 2025 and 2026.
    package static let sample = WorkCalendar([
        year(
            2025,
            [
                ("元旦", "01-01", "01-01"), ("春节", "01-28", "02-04"), ("清明节", "04-04", "04-06"),
                ("劳动节", "05-01", "05-05"), ("端午节", "05-31", "06-02"), ("国庆节、中秋节", "10-01", "10-08"),
            ],
            ["01-26", "02-08", "04-27", "09-28", "10-11"]
        ),
        year(
            2026,
            [
                ("元旦", "01-01", "01-03"), ("春节", "02-15", "02-23"), ("清明节", "04-04", "04-06"),
                ("劳动节", "05-01", "05-05"), ("端午节", "06-19", "06-21"), ("中秋节", "09-25", "09-27"),
                ("国庆节", "10-01", "10-07"),
            ],
            ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
        ),
    ])

    package static func year(
        _ year: Int,
        _ holidays: [(name: String, from: String, to: String)],
        _ workdays: [String]
    ) -> Year {
        Year(
            year: year,
            holidays: holidays.map {
                Holiday(name: $0.name, from: .of("\(year)-\($0.from)"), to: .of("\(year)-\($0.to)"))
            },
            workdays: workdays.map { .of("\(year)-\($0)") }
        )
    }
}

extension DeadlineClock {
    /// Shanghai, the official calendars of 2025 and 2026, 08–12 and 14–18.
    package static func sample(
        _ reading: DayReading = .running,
        hours: OfficeHours = .standard,
        calendar: WorkCalendar = .sample,
        zone: Zone = .shanghai
    ) -> DeadlineClock {
        DeadlineClock(almanac: Almanac(zone: zone, calendar: calendar), hours: hours, reading: reading)
    }
}
