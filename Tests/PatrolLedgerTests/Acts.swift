import PatrolModel
import PatrolTestSupport

/// The acts of these tests, in few words.
enum Acts {
    static let start = Zone.shanghai.at("2026-11-23 10:00")
    static let sites: [Site] = [.road("R-1"), .road("R-2"), .road("R-3", subdistrict: "中南路街")]

    /// Reported as another one than what may be open there, unless that is what the test is about.
    static func report(
        _ site: String = "R-1",
        _ severity: Hazard.Severity = .general,
        category: String = "0103",
        condition: Int? = nil,
        describe: String = "井盖缺失",
        fixed: Bool = false,
        at: Position? = nil,
        isNew: Bool = true
    ) -> Act {
        .report(
            ReportHazard(
                site: site,
                hazard: HazardDetails(
                    category: category,
                    condition: condition,
                    severity: severity,
                    describe: describe,
                    fixed: fixed,
                    position: at,
                    isNew: isNew
                )
            )
        )
    }

    static func order(_ hazard: String, unit: String? = nil) -> Act {
        .order(OrderHazard(hazard: hazard, unit: unit))
    }

    static func rectify(_ hazard: String, _ evidence: [PatrolModel.Attachment] = []) -> Act {
        .rectify(RectifyHazard(hazard: hazard, action: "补装", evidence: evidence))
    }

    static func verify(_ hazard: String, failed: Bool = false) -> Act {
        .verify(VerifyHazard(hazard: hazard, failed: failed, note: "查看"))
    }

    /// The plan without which no major hazard is closed.
    static func plan(_ hazard: String) -> Act { .supervise(SuperviseHazard(hazard: hazard, plan: .sample)) }

    static func close(_ hazard: String) -> Act { .close(CloseHazard(hazard: hazard)) }

    static func roster(_ sites: [Site]) -> Act {
        .importSites(ImportSites(sites.enumerated().map { RosterRow(line: $0.offset + 2, $0.element) }))
    }
}

extension TestLedger {
    static func make(
        at: Instant = Acts.start,
        rulebook: Rulebook = .sample(),
        sites: [Site] = Acts.sites
    ) async throws -> TestLedger {
        try await TestLedger(at: at, rulebook: rulebook, sites: sites)
    }
}
