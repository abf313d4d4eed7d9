import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `Each verb belongs to its roles` {
    private static let people: [Role: Person] = [
        .inspector: .inspector, .unit: .liaison, .subdistrict: .street, .dispatcher: .dispatcher,
        .supervisor: .supervisor, .leadingGroup: .leader, .auditor: .auditor, .admin: .admin,
    ]
    private static let granted: [Verb: Set<Role>] = [
        .catalogueImport: [.supervisor, .admin], .siteRetire: [.supervisor, .admin],
        .siteImport: [.supervisor, .admin], .inspectionFile: [.inspector, .subdistrict],
        .inspectionImport: [.inspector, .subdistrict],
        .hazardReport: [.inspector, .subdistrict], .hazardOrder: [.dispatcher, .inspector, .supervisor],
        .hazardRectify: [.unit, .subdistrict, .inspector],
        .hazardVerify: [.inspector, .supervisor, .leadingGroup], .hazardClose: [.leadingGroup],
        .hazardReturn: [.unit, .subdistrict], .hazardExtend: [.unit, .subdistrict],
        .hazardReassign: [.dispatcher, .supervisor], .hazardProgress: [.unit, .subdistrict, .inspector],
        .hazardDecideExtension: [.supervisor], .hazardSuspend: [.supervisor], .hazardResume: [.supervisor],
        .hazardRefer: [.supervisor], .hazardSupervise: [.supervisor], .hazardVoid: [.supervisor],
        .hazardDowngrade: [.supervisor], .hazardProsecute: [.inspector, .supervisor],
        .hazardAnswerReferral: [.unit, .subdistrict, .inspector, .supervisor],
        .hazardLookBack: [.inspector, .supervisor, .leadingGroup],
        .uploadMake: [.dispatcher, .supervisor, .admin], .uploadReceipt: [.dispatcher, .supervisor, .admin],
        .evidenceUpload: [.inspector, .subdistrict, .unit, .dispatcher, .supervisor, .leadingGroup],
        .read: Set(Role.allCases),
        .briefing: [.dispatcher, .supervisor, .leadingGroup, .auditor, .admin],
        .survey: Set(Role.allCases).subtracting([.unit, .subdistrict]),
        .audit: [.supervisor, .leadingGroup, .auditor, .admin],
    ]

    @Test(arguments: Verb.allCases, Role.allCases)
    func andToNoOther(_ verb: Verb, _ role: Role) throws {
        let person = try #require(Self.people[role])
        if try #require(Self.granted[verb]).contains(role) {
            try person.require(verb)
        } else {
            #expect(throws: PatrolError.notAllowed(verb: verb, person: person.id, roles: verb.roles)) {
                try person.require(verb)
            }
        }
    }

    @Test func aUnitAnswersForItselfAlone() throws {
        try Person.liaison.require(.hazardRectify, over: Subject(name: "H-1", unit: "养护单位"))
        #expect(throws: PatrolError.outOfScope(verb: .hazardRectify, person: "liaison", subject: "H-1")) {
            try Person.liaison.require(.hazardRectify, over: Subject(name: "H-1", unit: "别的单位"))
        }
        let stray = Person(id: "stray", name: "", roles: [.unit])
        #expect(throws: PatrolError.outOfScope(verb: .hazardRectify, person: "stray", subject: "H-1")) {
            try stray.require(.hazardRectify, over: Subject(name: "H-1"))
        }
    }

    @Test func aSubdistrictInspectsWithinItsOwn() throws {
        try Person.street.require(.inspectionFile, over: Subject(name: "R-1", subdistrict: "水果湖街"))
        try Person.street.require(.hazardRectify, over: Subject(name: "H-1", unit: "水果湖街道办"))
        #expect(throws: PatrolError.outOfScope(verb: .inspectionFile, person: "street", subject: "R-2")) {
            try Person.street.require(.inspectionFile, over: Subject(name: "R-2", subdistrict: "中南路街"))
        }
    }

    @Test func anInspectorGoesEverywhere() throws {
        try Person.inspector.require(.inspectionFile, over: Subject(name: "R-2", subdistrict: "中南路街"))
    }

    @Test func onlySupervisorsAndAdministratorsActForOthers() {
        #expect(Person.all.filter(\.mayActForOthers).map(\.id) == ["admin", "supervisor", "supervisor-2"])
    }

    @Test func aGroupLendsItsRoles() throws {
        try Person.auditor.adding([.inspector]).require(.inspectionFile)
    }

    @Test func listsShowAUnitAndASubdistrictTheirOwn() {
        #expect(Person.liaison.sight == .own(subdistrict: nil, unit: "养护单位"))
        #expect(Person.street.sight == .own(subdistrict: "水果湖街", unit: "水果湖街道办"))
        #expect(Person.auditor.sight == .everything)
        #expect(Person.liaison.adding([.inspector]).sight == .everything)
        #expect(Person.liaison.sight.covers(Subject(name: "", unit: "养护单位")))
        #expect(!Person.liaison.sight.covers(Subject(name: "", unit: nil)))
        #expect(Person.street.sight.covers(Subject(name: "", subdistrict: "水果湖街")))
        #expect(!Person.street.sight.covers(Subject(name: "", subdistrict: "中南路街")))
        #expect(Sight.everything.covers(Subject(name: "")))
    }
}
