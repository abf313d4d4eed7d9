import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `The officers of an inspection` {
    private static let site = Site.road("R-1")
    private static let checked = programme(2)

    private static func programme(_ officers: Int) -> Programme {
        Programme(id: "p", name: "p", siteKinds: ["main-road"], cadence: .monthly, officers: officers)
    }

    private static func person(_ id: String, certificate: String? = "1", unit: String? = nil) -> Person {
        Person(id: id, name: id, roles: [.inspector], unit: unit, certificate: certificate)
    }

    private func enough(_ people: Person..., for programme: Programme = checked) throws {
        let officers = try Officers(people[0], with: Array(people.dropFirst()), at: Self.site)
        try officers.requireEnough(for: programme, at: Self.site)
    }

    @Test func areAsManyAsItsProgrammeAsksFor() throws {
        try enough(.inspector, .secondInspector)
        try enough(.inspector, for: Self.programme(1))
        #expect(throws: PatrolError.officersNeeded(programme: "p", officers: 2, named: 1)) {
            try enough(.inspector)
        }
        #expect(throws: PatrolError.officersNeeded(programme: "p", officers: 3, named: 2)) {
            try enough(.inspector, .secondInspector, for: Self.programme(3))
        }
    }

    @Test func haveACertificateEach() throws {
        for pair in [
            [Self.person("a", certificate: nil), .inspector],
            [.inspector, Self.person("a", certificate: nil)],
        ] {
            #expect(throws: PatrolError.officerWithoutCertificate(programme: "p", person: "a")) {
                try enough(pair[0], pair[1])
            }
        }
        try enough(Self.person("a", certificate: nil), for: Self.programme(1))
    }

    @Test func areNotTheSitesOwn() throws {
        let own = Self.person("a", unit: "养护单位")
        #expect(throws: PatrolError.officerOfUnit(programme: "p", person: "a", unit: "养护单位")) {
            try enough(.inspector, own)
        }
        try enough(.inspector, own, for: Self.programme(1))
    }

    @Test func areDifferentPeopleWhoMightHaveFiledItThemselves() throws {
        #expect(throws: PatrolError.officerNamedTwice(person: "inspector")) {
            try enough(.inspector, .inspector)
        }
        #expect(
            throws: PatrolError.notAllowed(
                verb: .inspectionFile,
                person: "auditor",
                roles: [.inspector, .subdistrict]
            )
        ) {
            try enough(.inspector, .auditor)
        }
        #expect(throws: PatrolError.outOfScope(verb: .inspectionFile, person: "street", subject: "R-2")) {
            _ = try Officers(.inspector, with: [.street], at: .road("R-2", subdistrict: "中南路街"))
        }
    }
}
