import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolDaemon

@Suite struct `The configuration cannot be wrong in silence` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try TestConfiguration(typistsCount: true).write(to: folder, under: "config")
    }

    private func faults() throws -> [String] {
        do {
            _ = try ConfigurationFolder(path: folder.file("config")).rulebook()
            return []
        } catch PatrolError.badConfiguration(let faults) {
            return faults.map { "\($0.file):\($0.line):\($0.column) \($0.problem)" }
        }
    }

    private func rewrite(_ file: String, _ change: (String) -> String) throws {
        let text = try String(contentsOfFile: folder.file("config/" + file), encoding: .utf8)
        _ = try folder.write(change(text), to: "config/" + file)
    }

    @Test func theReferenceConfigurationIsReadWhole() throws {
        let rulebook = try ConfigurationFolder(path: Project.folder + "/config").rulebook()
        let configuration = rulebook.configuration
        #expect(configuration.district.name == "武昌区" && rulebook.zone.name == "Asia/Shanghai")
        #expect(configuration.rules.fourEyes.typistsCount)
        #expect(Set(configuration.people.flatMap(\.roles)) == Set(Role.allCases))
        #expect(
            configuration.programmes.map(\.id) == ["bicycles-daily", "core-area-daily", "main-roads-daily"]
        )
        #expect(
            try configuration.catalogue.grounds(category: "0103", condition: nil).limit == .urgentHours(2)
        )
    }

    @Test func theReferenceRosterServesEveryReferenceProgramme() throws {
        let configuration = try ConfigurationFolder(path: Project.folder + "/config").rulebook().configuration
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Project.folder + "/config/sites.csv"))
        let sites = try RosterRow.sites(try RosterFile.rows(Array(bytes), file: "sites.csv"))
        for programme in configuration.programmes {
            #expect(sites.contains { programme.covers($0) }, "\(programme.id)")
        }
        for site in sites {
            #expect(configuration.programmes.contains { $0.covers(site) }, "\(site.code)")
        }
    }

    @Test func everyFaultOfEveryFileIsToldAtOnceWithItsPlace() throws {
        try rewrite("patrol.yaml") {
            $0.replacing("typistsCount: true", with: "typistCount: true\nlateFilingDays: 99")
                .replacing(#"morning: "00:00""#, with: #"morning: "25:00""#)
        }
        try rewrite("programmes/roads-daily.yaml") {
            $0.replacing("cadence: daily", with: "cadence: dayly").replacing("inspector}", with: "inspecter}")
        }
        try rewrite("catalogue.csv") { $0.replacing("E0401,路面塌陷,2,塌陷伴管线破裂,1紧急工作时", with: "E0401,路面塌陷,1,,2天") }
        let found = try faults()
        #expect(
            found == [
                #"catalogue.csv:4:4 missingKey("立案条件")"#,
                #"catalogue.csv:4:5 badValue("2天", expected: "2紧急工作时")"#,
                #"patrol.yaml:3:1 unknownKey("typistCount", nearest: Optional("typistsCount"))"#,
                #"patrol.yaml:4:17 badValue("99", expected: "0 … 31")"#,
                #"patrol.yaml:5:10 badValue("25:00", expected: "07:30")"#,
                #"programmes/roads-daily.yaml:4:10 badValue("dayly", expected: "daily")"#,
                #"programmes/roads-daily.yaml:5:19 unknownName("inspecter", nearest: Optional("inspector"))"#,
            ]
        )
    }

    @Test(arguments: [
        (
            "zone: Asia/Shanghai", "zone: Asia/Shanghi",
            #"patrol.yaml:2:7 badValue("Asia/Shanghi", expected: "Asia/Shanghai")"#
        ),
        (
            "zone: Asia/Shanghai", "zone: ../../etc/passwd",
            #"patrol.yaml:2:7 badValue("../../etc/passwd", expected: "Asia/Shanghai")"#
        ),
        ("zone: Asia/Shanghai", "zone: [a]", #"patrol.yaml:2:7 wrongType(expected: PatrolModel"#),
        (
            "typistsCount: true", "typistsCount: yes",
            #"patrol.yaml:3:15 badValue("yes", expected: "true, false")"#
        ),
        ("[auditor]", "[auditer]", #"badValue("auditer""#),
        ("roles: [auditor]", "roles: []", #"missingKey("roles")"#),
        ("id: leader-2", "id: leader", #"repeated("leader")"#),
        ("id: leader-2", "id: 张三", #"badValue("张三""#),
        ("zone: Asia/Shanghai", "zone: Asia/Shanghai\nzone: UTC", #"patrol.yaml:2:1 repeated("zone")"#),
        (", unit: 养护单位}", "}", #"missingKey("unit")"#),
        (", subdistrict: 水果湖街}", "}", #"missingKey("subdistrict")"#),
        ("units: [燃气管网单位]", "units: 燃气管网单位", "Expected.list"),
        ("district: {", "district: x\nx: {", "Expected.mapping"),
        ("zone: Asia/Shanghai", "zone: Asia/Shanghai\nlanguage: fr", #"badValue("fr", expected: "zh, en")"#),
        ("zone: Asia/Shanghai", "zone: \"Asia", "unreadable"),
    ])
    func eachFaultIsToldForWhatItIs(_ right: String, _ wrong: String, _ fault: String) throws {
        try rewrite("patrol.yaml") { $0.replacing(right, with: wrong) }
        let found = try faults()
        #expect(found.contains { $0.contains(fault) }, "\(found)")
    }

    @Test func anAssigneeMustBeOneWhoMayInspect() throws {
        try rewrite("programmes/roads-daily.yaml") { $0.replacing("inspector}", with: "auditor}") }
        let found = try faults()
        let fault = #"badValue("auditor", expected: "inspector, subdistrict")"#
        #expect(found == ["programmes/roads-daily.yaml:5:19 " + fault])
    }

    @Test func whereNobodyCouldBeReadNobodyIsSaidToBeMissing() throws {
        try rewrite("patrol.yaml") { _ in "zone: [" }
        #expect(try faults().count == 1)
    }

    @Test(arguments: ["patrol.yaml", "catalogue.csv", "programmes/roads-daily.yaml"])
    func aMissingFileIsNamed(_ file: String) throws {
        try FileManager.default.removeItem(atPath: folder.file("config/" + file))
        #expect(try faults().contains { $0.contains("missingFile") })
    }

    @Test func aFileThatIsNotUTF8IsNamed() throws {
        for file in ["patrol.yaml", "catalogue.csv"] {
            _ = try folder.write(Data([0xD6, 0xD0, 0xCE, 0xC4]), to: "config/" + file)
        }
        #expect(try faults().filter { $0.contains("UTF-8") }.count == 2)
    }

    @Test func numbersAndTimesAreTakenAsTheyAreWritten() throws {
        let rulebook = try ConfigurationFolder(path: folder.file("config")).rulebook()
        #expect(rulebook.configuration.district.code == "420106")
        #expect(rulebook.configuration.catalogue.categories.map(\.code) == ["0103", "E0401"])
    }
}

/// The checkout that these tests were built from.
enum Project {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
}
