/// Everything somebody may ask of the daemon; a right is granted for a verb.
package enum Verb: String, Hashable, Codable, Sendable, CaseIterable {
    case catalogueImport = "catalogue.import"
    case siteImport = "site.import"
    case siteRetire = "site.retire"
    case inspectionFile = "inspection.file"
    /// A day's inspections at once.
    case inspectionImport = "inspection.import"
    case hazardReport = "hazard.report"
    case hazardOrder = "hazard.order"
    case hazardRectify = "hazard.rectify"
    case hazardVerify = "hazard.verify"
    case hazardClose = "hazard.close"
    case hazardReturn = "hazard.return"
    case hazardReassign = "hazard.reassign"
    case hazardProgress = "hazard.progress"
    /// A later deadline is asked for.
    case hazardExtend = "hazard.extend"
    /// A later deadline is granted or denied.
    case hazardDecideExtension = "hazard.decide-extension"
    case hazardSuspend = "hazard.suspend"
    case hazardResume = "hazard.resume"
    case hazardRefer = "hazard.refer"
    /// What the department that a hazard was referred to said or did.
    case hazardAnswerReferral = "hazard.answer-referral"
    case hazardSupervise = "hazard.supervise"
    case hazardVoid = "hazard.void"
    case hazardDowngrade = "hazard.downgrade"
    case hazardProsecute = "hazard.prosecute"
    case hazardLookBack = "hazard.look-back"
    /// A batch of hazards is made for another system.
    case uploadMake = "upload.make"
    /// Another system's answers are taken.
    case uploadReceipt = "upload.receipt"
    /// A file that a filing will name is handed in.
    case evidenceUpload = "evidence.upload"
    /// Sites, duties, hazards, what is due and what is overdue.
    case read
    /// What others have before them on a morning.
    case briefing
    /// The whole district's figures.
    case survey
    /// The chain of events and its verification.
    case audit

    /// The roles that have it; `unit` and `subdistrict` only within their own.
    package var roles: [Role] {
        switch self {
        case .catalogueImport, .siteImport, .siteRetire: [.supervisor, .admin]
        case .inspectionFile, .inspectionImport, .hazardReport: [.inspector, .subdistrict]
        case .hazardOrder: [.dispatcher, .inspector, .supervisor]
        case .hazardRectify: [.unit, .subdistrict, .inspector]
        case .hazardVerify: [.inspector, .supervisor, .leadingGroup]
        case .hazardClose: [.leadingGroup]
        case .hazardReturn, .hazardExtend: [.unit, .subdistrict]
        case .hazardReassign: [.dispatcher, .supervisor]
        case .hazardProgress: [.unit, .subdistrict, .inspector]
        case .hazardDecideExtension, .hazardSuspend, .hazardResume, .hazardRefer, .hazardSupervise,
            .hazardVoid,
            .hazardDowngrade:
            [.supervisor]
        case .hazardAnswerReferral: [.unit, .subdistrict, .inspector, .supervisor]
        case .hazardProsecute: [.inspector, .supervisor]
        case .hazardLookBack: [.inspector, .supervisor, .leadingGroup]
        case .uploadMake, .uploadReceipt: [.dispatcher, .supervisor, .admin]
        case .evidenceUpload: [.inspector, .subdistrict, .unit, .dispatcher, .supervisor, .leadingGroup]
        case .read: Role.allCases
        case .briefing: [.dispatcher, .supervisor, .leadingGroup, .auditor, .admin]
        case .survey: Role.allCases.filter { $0 != .unit && $0 != .subdistrict }
        case .audit: [.supervisor, .leadingGroup, .auditor, .admin]
        }
    }
}
