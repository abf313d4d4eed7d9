import Foundation
import PatrolModel

/// The configuration that end-to-end tests run on: one person a role, six roads in two subdistricts.
package struct TestConfiguration {
    package var typistsCount: Bool
    package var morning = "00:00"

    package init(typistsCount: Bool) {
        self.typistsCount = typistsCount
    }

    package func write(to folder: TemporaryFolder, under name: String) throws {
        _ = try folder.write(settings, to: name + "/patrol.yaml")
        _ = try folder.write(TestConfiguration.programme, to: name + "/programmes/roads-daily.yaml")
        _ = try folder.write(TestConfiguration.catalogue, to: name + "/catalogue.csv")
        _ = try folder.write(TestConfiguration.calendar, to: name + "/calendar/2026.yaml")
    }

    private var settings: String {
        let people = Person.all.map { person in
            let user = person.id == "admin" ? NSUserName() : "patrol-test-\(person.id)"
            return "  - {id: \(person.id), name: \(person.name), user: \(user), "
                + "roles: [\(person.roles.map(\.rawValue).joined(separator: ", "))]"
                + (person.unit.map { ", unit: \($0)" } ?? "")
                + (person.subdistrict.map { ", subdistrict: \($0)" } ?? "")
                + (person.certificate.map { ", certificate: \"\($0)\"" } ?? "") + "}\n"
        }
        return """
            district: {code: "420106", name: 武昌区}
            zone: Asia/Shanghai
            typistsCount: \(typistsCount)
            morning: "\(morning)"
            units: [燃气管网单位]
            siteKinds: [main-road, park]
            uploads: [{system: adverts, name: 户外广告系统, siteKinds: [main-road]}]
            people:
            \(people.joined())
            """
    }

    private static let programme = """
        id: roads-daily
        name: 主干道每日一巡
        siteKind: main-road
        cadence: daily
        assignees: {水果湖街: inspector}
        """

    private static let catalogue = """
        小类代码,小类名称,条件序号,立案条件,处置时限,结案条件
        0103,雨水井盖,1,缺失,2紧急工作时,补装复位
        E0401,路面塌陷,1,塌陷,2紧急工作时,
        E0401,路面塌陷,2,塌陷伴管线破裂,1紧急工作时,
        0306,户外广告,1,倾斜,1工作日,
        0306,户外广告,2,破损,4工作时,
        """

    private static let calendar = """
        year: 2026
        holidays:
          - {name: 国庆节, from: 2026-10-01, to: 2026-10-07}
        workdays: [2026-09-20, 2026-10-10]
        """

    /// A roster of six roads.
    package static let roster = """
        编号,名称,类别,街道,责任单位,标签,启用日期,停用日期
        R-1,中北路,main-road,水果湖街,养护单位,,,
        R-2,东湖路,main-road,水果湖街,养护单位,,,
        R-3,楚汉路,main-road,水果湖街,养护单位,,,
        R-4,中南路,main-road,中南路街,养护单位,,,
        R-5,武珞路,main-road,中南路街,养护单位,,,
        R-6,"民主路, 东段",main-road,中南路街,养护单位,,,

        """
}
