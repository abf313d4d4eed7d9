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

    @Test func whatAnUpgradeLaysBesideAChangedFileIsNotRead() throws {
        for suffix in ["dist", "new", "old"] {
            _ = try folder.write("no: yaml: at all", to: "config/programmes/roads.yaml.dpkg-" + suffix)
        }
        #expect(try faults().isEmpty)
        _ = try folder.write("id: roads", to: "config/programmes/roads.yml")
        #expect(try faults().count == 1)
    }

    @Test func theReferenceConfigurationIsReadWhole() throws {
        let rulebook = try ConfigurationFolder(path: Project.folder + "/config").rulebook()
        let configuration = rulebook.configuration
        #expect(configuration.district.name == "武昌区" && rulebook.zone.name == "Asia/Shanghai")
        #expect(configuration.rules.fourEyes.typistsCount)
        #expect(Set(configuration.people.flatMap(\.roles)) == Set(Role.allCases))
        #expect(configuration.programmes.count >= 20)
        // Every cadence that goes over sites as they stand is at work in it.
        let cadences = Set(configuration.programmes.map { String($0.cadence.description.prefix(5)) })
        let names = ["daily", "every 2", "weekly", "half-monthly", "monthly", "quarterly", "campaign"]
        #expect(cadences.isSuperset(of: names.map { String($0.prefix(5)) }))
        #expect(configuration.calendar == WorkCalendar.sample.withSources(of: configuration.calendar))
        let merge = CatalogueMerge(rulebook.catalogue, into: [])
        #expect(rulebook.catalogue.count >= 120 && merge.faults == [])
        let catalogue = Catalogue(merge.added)
        #expect(
            try (1...4).map { try catalogue.grounds(category: "0103", condition: $0).limit } == [
                .urgentHours(2), .workingHours(4), .workingDays(2), .workingDays(5),
            ]
        )
        let events = merge.added.filter { $0.code.hasPrefix("E") }
        #expect(events.count >= 30 && merge.added.count - events.count >= 30)
    }

    @Test func everySubdistrictThatMustInspectHasSomebodyWhoMay() throws {
        let configuration = try ConfigurationFolder(path: Project.folder + "/config").rulebook().configuration
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Project.folder + "/config/sites.csv"))
        let sites = try RosterRow.sites(try RosterFile.rows(Array(bytes), file: "sites.csv"))
        for programme in configuration.programmes where programme.roles == [.subdistrict] {
            for site in sites where programme.covers(site) {
                #expect(configuration.people.contains { $0.subdistrict == site.subdistrict }, "\(site.code)")
            }
        }
    }

    @Test func theReferenceRosterServesEveryReferenceProgramme() throws {
        let configuration = try ConfigurationFolder(path: Project.folder + "/config").rulebook().configuration
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Project.folder + "/config/sites.csv"))
        let rows = try RosterFile.rows(Array(bytes), file: "sites.csv")
        let sites = try RosterRow.sites(rows, kinds: configuration.siteKinds)
        for programme in configuration.programmes where programme.lookBack == nil {
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
        try rewrite("catalogue.csv") { $0.replacing("E0401,路面塌陷,2,塌陷伴管线破裂,1紧急工作时", with: "E0401,路面塌陷,2,,两天") }
        let found = try faults()
        #expect(
            found == [
                "catalogue.csv:4:4 badCell(PatrolModel.RowFault.Problem.empty)",
                #"catalogue.csv:4:5 badCell(PatrolModel.RowFault.Problem.unreadableLimit("两天"))"#,
                #"patrol.yaml:3:1 unknownKey("typistCount", nearest: Optional("typistsCount"))"#,
                #"patrol.yaml:4:17 badValue("99", expected: "0 … 31")"#,
                #"patrol.yaml:5:10 badValue("25:00", expected: "07:30")"#,
                #"programmes/roads-daily.yaml:4:10 unknownValue("dayly", of: \#(Cadence.forms), nearest: Optional("daily"))"#,
                #"programmes/roads-daily.yaml:5:19 unknownName("inspecter", nearest: Optional("inspector"))"#,
            ]
        )
    }

    @Test(arguments: [
        (
            "zone: Asia/Shanghai", "zone: Asia/Shanghi",
            #"patrol.yaml:2:7 unknownName("Asia/Shanghi", nearest: Optional("Asia/Shanghai"))"#
        ),
        (
            "zone: Asia/Shanghai", "zone: ../../etc/passwd",
            #"patrol.yaml:2:7 unknownName("../../etc/passwd", nearest: nil)"#
        ),
        ("zone: Asia/Shanghai", "zone: [a]", #"patrol.yaml:2:7 wrongType(expected: PatrolModel"#),
        (
            "typistsCount: true", "typistsCount: yes",
            #"patrol.yaml:3:15 badValue("yes", expected: "true, false")"#
        ),
        (
            "typistsCount: true", "typistsCount: true\nduplicateRadius: 5001",
            #"patrol.yaml:4:18 badValue("5001", expected: "0 … 5000")"#
        ),
        ("[auditor]", "[auditer]", #"unknownValue("auditer""#),
        ("roles: [auditor]", "roles: []", #"missingKey("roles")"#),
        ("id: leader-2", "id: leader", #"repeated("leader")"#),
        ("id: leader-2", "id: 张三", #"notAnIdentifier("张三""#),
        ("zone: Asia/Shanghai", "zone: Asia/Shanghai\nzone: UTC", #"patrol.yaml:2:1 repeated("zone")"#),
        (", unit: 养护单位}", "}", #"missingKey("unit")"#),
        (", subdistrict: 水果湖街}", "}", #"missingKey("subdistrict")"#),
        ("units: [燃气管网单位]", "units: 燃气管网单位", "Expected.list"),
        ("district: {", "district: x\nx: {", "Expected.mapping"),
        ("zone: Asia/Shanghai", "zone: Asia/Shanghai\nlanguage: fr", #"unknownValue("fr", of: ["zh", "en"]"#),
        ("zone: Asia/Shanghai", "zone: Asia/Shanghai\nofficeHours: [\"8-12\"]", #":3:15 badValue("8-12""#),
        (
            "zone: Asia/Shanghai", "zone: Asia/Shanghai\nofficeHours: [\"14:00-18:00\", \"08:00-12:00\"]",
            #"disorderedHours("14:00-18:00, 08:00-12:00""#
        ),
        (
            "zone: Asia/Shanghai", "zone: Asia/Shanghai\nworkingDay: runing",
            #"unknownValue("runing", of: ["running", "end"], nearest: Optional("running"))"#
        ),
        ("zone: Asia/Shanghai", "zone: Asia/Shanghai\nlimits: {order: soon}", #":3:17 badCell("#),
        (
            "zone: Asia/Shanghai", "zone: Asia/Shanghai\nlimits: {oder: 4工作时}",
            #":3:10 unknownKey("oder", nearest: Optional("order"))"#
        ),
        (
            "zone: Asia/Shanghai", "zone: Asia/Shanghai\nsubdistricts: [水果湖街道, 中南路街]",
            #"unknownName("水果湖街", nearest: Optional("水果湖街道"))"#
        ),
        (
            "zone: Asia/Shanghai", "zone: Asia/Shanghai\nsubdistricts: [水果湖街道]",
            #"programmes/roads-daily.yaml:5:19 unknownName("水果湖街", nearest: Optional("水果湖街道"))"#
        ),
        ("siteKinds: [main-road, park]", "siteKinds: []", #"missingKey("siteKinds")"#),
        ("siteKinds: [main-road, park]", "siteKinds: [main-road, main-road]", #"repeated("main-road")"#),
        (
            "siteKinds: [main-road, park]", "siteKinds: [main-roads, park]",
            #"programmes/roads-daily.yaml:3:11 unknownName("main-road", nearest: Optional("main-roads"))"#
        ),
        ("certificate: \"0002\"", "certificate: \"0001\"", #"repeated("0001")"#),
        ("system: adverts", "system: 广告", #"notAnIdentifier("广告")"#),
        ("name: 户外广告系统", "nmae: 户外广告系统", #"unknownKey("nmae", nearest: Optional("name"))"#),
        (", siteKinds: [main-road]}", "}", #"missingKey("categories / siteKinds")"#),
        (
            "siteKinds: [main-road]}", "categories: [\"0307\"]}",
            #"unknownName("0307", nearest: Optional("0306"))"#
        ),
        (
            "siteKinds: [main-road]}", "siteKinds: [parks]}",
            #"unknownName("parks", nearest: Optional("park"))"#
        ),
        ("uploads: [", "uploads: [{system: adverts, name: x, siteKinds: [park]}, ", #"repeated("adverts")"#),
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
        let fault = #"mayNotInspect("auditor", subdistrict: "水果湖街")"#
        #expect(found == ["programmes/roads-daily.yaml:5:19 " + fault])
    }

    @Test(arguments: [
        (
            "siteKind: main-road", "siteKind: main-road\nsiteKinds: [park]",
            #"contradiction("siteKinds", with: "siteKind")"#
        ),
        (
            "siteKind: main-road", "siteKinds: [park, prak]",
            #":3:19 unknownName("prak", nearest: Optional("park"))"#
        ),
        ("siteKind: main-road", "tags: [a]", #"missingKey("siteKind")"#),
        ("cadence: daily", "cadence: daily\ntimes: 2", #"badValue("2", expected: "1 … 1")"#),
        ("cadence: daily", "cadence: weekly\ntimes: 8", #"badValue("8", expected: "1 … 7")"#),
        ("cadence: daily", "cadence: every 2 day from 2026-01-01", "unknownValue"),
        (
            "cadence: daily", "cadence: daily\nroles: [auditor]",
            #"unknownValue("auditor", of: ["inspector", "subdistrict"]"#
        ),
        (
            "cadence: daily", "cadence: daily\nsubdistricts: [水果湖]",
            #"unknownName("水果湖街", nearest: Optional("水果湖"))"#
        ),
        (
            "cadence: daily", "cadence: daily\nchecklist: [完好, {text: 牢固, category: 0104}]",
            #":5:38 unknownName("0104", nearest: Optional("0103"))"#
        ),
        ("cadence: daily", "cadence: daily\nchecklist: [完好, 完好]", #":5:17 repeated("完好")"#),
        ("cadence: daily", "cadence: daily\nchecklist: [完好, {text: 完好}]", #":5:24 repeated("完好")"#),
        ("cadence: daily", "cadence: daily\nchecklist: [{category: 0103}]", #":5:13 missingKey("text")"#),
        (
            "cadence: daily", "cadence: daily\nchecklist: [{text: a, catgory: 0103}]",
            #":5:23 unknownKey("catgory", nearest: Optional("category"))"#
        ),
        ("cadence: daily", "cadence: daily\nchecklist: 完好", ":5:12 wrongType(expected: PatrolModel"),
        ("cadence: daily", "cadence: daily\nchecklist: [[完好]]", ":5:13 wrongType(expected: PatrolModel"),
        ("cadence: daily", "cadence: daily\nchecklist: [\"\"]", ":5:13 wrongType(expected: PatrolModel"),
        (
            "cadence: daily", "cadence: daily\nchecklist: [\" \"]",
            ":5:13 badCell(PatrolModel.RowFault.Problem.empty)"
        ),
        (
            "cadence: daily", "cadence: daily\nchecklist: [\"a\\eb\"]",
            ":5:13 badCell(PatrolModel.RowFault.Problem.controlCharacter)"
        ),
        (
            "cadence: daily", "cadence: daily\nchecklist: [\(String(repeating: "长", count: 201))]",
            ":5:13 badCell(PatrolModel.RowFault.Problem.tooLong(limit: 200))"
        ),
        (
            "cadence: daily",
            "cadence: daily\nchecklist: [\((1...41).map { "第\($0)项" }.joined(separator: ", "))]",
            #":5:12 badValue("41", expected: "1 … 40")"#
        ),
        ("cadence: daily", "cadence: daily\nofficers: 6", #":5:11 badValue("6", expected: "1 … 5")"#),
        ("cadence: daily", "cadence: daily\nofficers: 3", ":5:11 fewOfficers(needed: 3, found: 2)"),
        ("cadence: daily", "cadance: daily", #"unknownKey("cadance", nearest: Optional("cadence"))"#),
    ])
    func eachFaultOfAProgrammeIsToldForWhatItIs(_ right: String, _ wrong: String, _ fault: String) throws {
        try rewrite("programmes/roads-daily.yaml") { $0.replacing(right, with: wrong) }
        let found = try faults()
        #expect(found.contains { $0.contains(fault) }, "\(found)")
    }

    @Test(arguments: [
        ("lookBack: {severity: major}", #"missingKey("after")"#),
        ("lookBack: {after: 0}", #":3:19 badValue("0", expected: "1 … 730")"#),
        ("lookBack: {after: 7, severity: majer}", #":3:32 unknownValue("majer""#),
        (
            "lookBack: {after: 7, categories: [0104]}",
            #":3:35 unknownName("0104", nearest: Optional("0103"))"#
        ),
        (
            "lookBack: {after: 7, catgories: [0103]}",
            #":3:22 unknownKey("catgories", nearest: Optional("categories"))"#
        ),
        ("lookBack: {after: 7}\ntags: [a]", #":4:7 contradiction("tags", with: "lookBack")"#),
        ("lookBack: {after: 7}\ntimes: 1", #":4:8 contradiction("times", with: "lookBack")"#),
        (
            "lookBack: {after: 7}\nsiteKind: main-road",
            #":4:11 contradiction("siteKind", with: "lookBack")"#
        ),
        (
            "lookBack: {after: 7}\nchecklist: [完好]",
            #":4:12 contradiction("checklist", with: "lookBack")"#
        ),
        ("lookBack: {after: 7}\nroles: [subdistrict]", #":4:9 unknownValue("subdistrict""#),
        ("lookBack: 7", ":3:11 wrongType(expected: PatrolModel"),
    ])
    func eachFaultOfALookBackIsToldForWhatItIs(_ text: String, _ fault: String) throws {
        try rewrite("programmes/roads-daily.yaml") { $0.replacing("siteKind: main-road", with: text) }
        let found = try faults()
        #expect(found.contains { $0.contains(fault) }, "\(found)")
    }

    @Test func aCadenceThatLeavesDaysOutIsNoneForLookBacks() throws {
        try rewrite("programmes/roads-daily.yaml") {
            $0.replacing("siteKind: main-road", with: "lookBack: {after: 7}")
                .replacing("cadence: daily", with: "cadence: working-days")
        }
        #expect(
            try faults().contains {
                $0.contains(#":4:10 unknownValue("working-days", of: ["daily", "weekly""#)
            }
        )
    }

    @Test func aLookBackSaysHowLongAfterTheClosingAndOfWhat() throws {
        try rewrite("programmes/roads-daily.yaml") {
            $0.replacing(
                "siteKind: main-road",
                with: "lookBack: {after: 30, severity: general, categories: [0103]}"
            ).replacing("cadence: daily", with: "cadence: weekly")
        }
        let programme = try ConfigurationFolder(path: folder.file("config")).rulebook().configuration
            .programmes[0]
        #expect(
            programme.lookBack == LookBackPlan(after: 30, severity: .general, categories: ["0103"])
                && programme.siteKinds.isEmpty && programme.manner == .check
        )
    }

    @Test func theReferenceConfigurationLooksBackAtEverythingThatIsClosed() throws {
        let rulebook = try ConfigurationFolder(path: Project.folder + "/config").rulebook()
        let plans = rulebook.configuration.programmes.compactMap(\.lookBack)
        #expect(plans.filter { $0.severity == .general }.map(\.after) == [30])
        #expect(plans.filter { $0.severity == .major }.map(\.after).sorted() == [7, 30])
        #expect(plans.allSatisfy { $0.categories.isEmpty })
    }

    @Test func aChecklistIsOfTextsWithOrWithoutACategory() throws {
        try rewrite("programmes/roads-daily.yaml") {
            $0 + "\nchecklist:\n  - 井盖完好\n  - {text: 招牌牢固, category: 0306}\n"
        }
        let programme = try ConfigurationFolder(path: folder.file("config")).rulebook().configuration
            .programmes[0]
        #expect(
            programme.checklist == [ChecklistItem("井盖完好"), ChecklistItem("招牌牢固", category: "0306")]
        )
    }

    @Test(arguments: [
        ("gas-stations-monthly", 8), ("parks-weekly", 6), ("signboards-roads-weekly", 5),
        ("manholes-monthly", 6),
    ])
    func theReferenceConfigurationHasChecklists(_ id: String, _ items: Int) throws {
        let rulebook = try ConfigurationFolder(path: Project.folder + "/config").rulebook()
        #expect(try rulebook.configuration.programme(id).checklist.count == items)
    }

    @Test func theReferenceConfigurationSendsTwoOfficersToEnterprisesAndUploadsTheGas() throws {
        let configuration = try ConfigurationFolder(path: Project.folder + "/config").rulebook().configuration
        let two = configuration.programmes.filter { $0.officers == 2 }.map(\.id)
        #expect(two.count == 5 && two.contains("gas-stations-monthly"))
        #expect(configuration.uploads?.map(\.id) == ["gas"])
        #expect(configuration.uploads?[0].siteKinds == ["瓶装气供应站点", "非居用户"])
    }

    @Test func twoProgrammesOfOneNameAreRefused() throws {
        let text = try String(
            contentsOfFile: folder.file("config/programmes/roads-daily.yaml"),
            encoding: .utf8
        )
        _ = try folder.write(
            text.replacing("id: roads-daily", with: "id: other"),
            to: "config/programmes/z.yaml"
        )
        #expect(try faults() == [#"programmes/z.yaml:2:7 repeated("主干道每日一巡")"#])
        _ = try folder.write(text.replacing("name: 主干道", with: "name: 次干道"), to: "config/programmes/z.yaml")
        #expect(try faults() == [#"programmes/z.yaml:1:5 repeated("roads-daily")"#])
    }

    @Test(arguments: [
        (
            "year: 2026", "year: 2027",
            #"calendar/2026.yaml:1:7 contradiction("2027", with: "calendar/2026.yaml")"#
        ),
        ("year: 2026", "year: soon", #"calendar/2026.yaml:1:7 badValue("soon""#),
        ("year: 2026", "yaer: 2026", #"unknownKey("yaer", nearest: Optional("year"))"#),
        ("from: 2026-10-01", "from: 2026-10-32", #":3:23 badValue("2026-10-32""#),
        ("to: 2026-10-07", "to: 2026-09-07", #"badValue("2026-09-07""#),
        ("to: 2026-10-07", "to: 2026-12-07", #"badValue("2026-12-07""#),
        ("from: 2026-10-01", "from: 2025-10-01", #"outsideYear("2025-10-01", year: 2026)"#),
        ("2026-10-10]", "2026-10-09]", #":4:24 notAWeekend("2026-10-09")"#),
        ("2026-10-10]", "2026-10-04]", #":4:24 contradiction("2026-10-04", with: "国庆节")"#),
        ("2026-10-10]", "2026-10-10, 2026-10-10]", #"contradiction("2026-10-10", with: "workdays")"#),
        ("2026-10-10]", "2026-10-1O]", #":4:24 badValue("2026-10-1O""#),
        ("name: 国庆节, ", "", #"missingKey("name")"#),
        (
            "holidays:\n  - {name: 国庆节, from: 2026-10-01, to: 2026-10-07}", "holidays: []",
            #"missingKey("holidays")"#
        ),
    ])
    func eachFaultOfACalendarIsToldForWhatItIs(_ right: String, _ wrong: String, _ fault: String) throws {
        try rewrite("calendar/2026.yaml") { $0.replacing(right, with: wrong) }
        let found = try faults()
        #expect(found.contains { $0.contains(fault) }, "\(found)")
    }

    @Test func twoFilesMayNotClaimOneDay() throws {
        let text = "year: 2027\nholidays:\n  - {name: 元旦, from: 2026-12-31, to: 2027-01-02}\n"
        _ = try folder.write(text, to: "config/calendar/2027.yaml")
        #expect(try faults() == [])
        try rewrite("calendar/2026.yaml") {
            $0.replacing("to: 2026-10-07}", with: "to: 2026-10-07}\n  - {name: 除夕, from: 2026-12-31}")
        }
        #expect(try faults() == [#"calendar/2027.yaml:3:22 contradiction("2026-12-31", with: "除夕")"#])
    }

    @Test func everySettingIsReadAndHasADefault() throws {
        #expect(try ConfigurationFolder(path: folder.file("config")).rulebook().rules.limits == .init())
        try rewrite("patrol.yaml") { text in
            text + """

                officeHours: ["09:00-17:00"]
                workingDay: end
                limits: {order: 1工作日, verification: 3工作日, return: 2工作日, extensionDecision: 1工作日, extensions: 1, extensionPercent: 50, reworkPercent: 30, suspensionDays: 90}
                """
        }
        let rules = try ConfigurationFolder(path: folder.file("config")).rulebook().rules
        #expect(rules.officeHours.spans.map(\.description) == ["09:00-17:00"] && rules.workingDay == .end)
        let limits = rules.limits
        #expect(
            [limits.order, limits.verification, limits.return, limits.extensionDecision] == [
                .workingDays(1), .workingDays(3), .workingDays(2), .workingDays(1),
            ]
        )
        #expect(limits.extensions == 1 && limits.extensionPercent == 50)
        #expect(limits.reworkPercent == 30 && limits.suspensionDays == 90)
    }

    @Test func aStreetOfficesPersonInspectsOnlyThere() throws {
        try rewrite("programmes/roads-daily.yaml") {
            $0.replacing("{水果湖街: inspector}", with: "{水果湖街: street, 中南路街: street}")
        }
        let fault = #"mayNotInspect("street", subdistrict: "中南路街")"#
        #expect(try faults().map { $0.contains(fault) } == [true])
    }

    @Test(arguments: ["programmes/weekly.yml", "calendar/2027.yml", "calendar/2027.yaml.bak"])
    func aFileThatIsNotReadIsToldOf(_ file: String) throws {
        _ = try folder.write("id: x\n", to: "config/" + file)
        #expect(try faults() == ["\(file):0:0 notYAML"])
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        let path = folder.file("nowhere")
        let fault = ConfigurationFault(file: path, problem: .missingFolder)
        #expect(throws: PatrolError.badConfiguration(faults: [fault])) {
            try ConfigurationFolder(path: path).rulebook()
        }
    }

    @Test func officeHoursOfNoneAreRefused() throws {
        try rewrite("patrol.yaml") {
            $0.replacing("zone: Asia/Shanghai", with: "zone: Asia/Shanghai\nofficeHours: []")
        }
        #expect(try faults() == [#"patrol.yaml:3:14 missingKey("08:00-12:00")"#])
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
        #expect(rulebook.catalogue.map { $0[.category] } == ["0103", "E0401", "E0401", "0306", "0306"])
    }
}

extension WorkCalendar {
    /// The same days under the notices of another.
    fileprivate func withSources(of other: WorkCalendar) -> WorkCalendar {
        WorkCalendar(
            years.map { year in
                let source = other.years.first { $0.year == year.year }?.source
                return Year(year: year.year, source: source, holidays: year.holidays, workdays: year.workdays)
            }
        )
    }
}
