/// What somebody asks to be recorded: the verb and body of a filing, its times still as they were typed.
package enum Act: Hashable, Sendable {
    case importCatalogue(ImportCatalogue)
    case importSites(ImportSites)
    case retireSites(RetireSites)
    case inspect(Inspect)
    case inspectDay(InspectDay)
    case report(ReportHazard)
    case order(OrderHazard)
    case rectify(RectifyHazard)
    case verify(VerifyHazard)
    case close(CloseHazard)
    case sendBack(ReturnHazard)
    case reassign(ReassignHazard)
    case noteProgress(NoteProgress)
    case extend(ExtendHazard)
    case suspend(SuspendHazard)
    case resume(ResumeHazard)
    case refer(ReferHazard)
    case answerReferral(AnswerReferral)
    case supervise(SuperviseHazard)
    case void(VoidHazard)
    case downgrade(DowngradeHazard)
    case prosecute(ProsecuteHazard)
    case lookBack(LookBackHazard)
    case makeUpload(MakeUpload)
    case importUploadReceipt(ImportUploadReceipt)

    package var verb: Verb {
        switch self {
        case .importCatalogue: .catalogueImport
        case .importSites: .siteImport
        case .retireSites: .siteRetire
        case .inspect: .inspectionFile
        case .inspectDay: .inspectionImport
        case .report: .hazardReport
        case .order: .hazardOrder
        case .rectify: .hazardRectify
        case .verify: .hazardVerify
        case .close: .hazardClose
        case .sendBack: .hazardReturn
        case .reassign: .hazardReassign
        case .noteProgress: .hazardProgress
        case .extend(let extend): extend.step == .ask ? .hazardExtend : .hazardDecideExtension
        case .suspend: .hazardSuspend
        case .resume: .hazardResume
        case .refer: .hazardRefer
        case .answerReferral: .hazardAnswerReferral
        case .supervise: .hazardSupervise
        case .void: .hazardVoid
        case .downgrade: .hazardDowngrade
        case .prosecute: .hazardProsecute
        case .lookBack: .hazardLookBack
        case .makeUpload: .uploadMake
        case .importUploadReceipt: .uploadReceipt
        }
    }
}

extension Act {
    /// The files that it names; those of a day's file are none, since a table has no room for them.
    package var attachments: [Attachment] {
        switch self {
        case .inspect(let inspect): (inspect.evidence ?? []) + inspect.hazards.flatMap { $0.evidence ?? [] }
        case .report(let report): report.hazard.evidence ?? []
        case .order(let order): order.evidence ?? []
        case .rectify(let claim): claim.evidence ?? []
        case .verify(let check): check.evidence ?? []
        case .lookBack(let look): look.evidence ?? []
        default: []
        }
    }
}

package struct ImportSites: Hashable, Codable, Sendable {
    package let rows: [RosterRow]
    /// Retires, of the kinds the file lists, every site it does not list; nil retires nothing.
    package let retiringMissing: Bool?

    package init(_ rows: [RosterRow], retiringMissing: Bool = false) {
        self.rows = rows
        self.retiringMissing = retiringMissing ? true : nil
    }
}

package struct RetireSites: Hashable, Codable, Sendable {
    package let codes: [String]
    /// The last day they are inspected; nil is today.
    package let on: CivilDate?
    package let reason: String?

    package init(_ codes: [String], on: CivilDate? = nil, reason: String? = nil) {
        self.codes = codes
        self.on = on
        self.reason = reason
    }
}

package struct ImportCatalogue: Hashable, Codable, Sendable {
    /// The file's name, for the record.
    package let source: String
    package let rows: [CatalogueRow]
    /// Takes what can be read and leaves the rest; nil takes all or nothing.
    package let acceptingReadable: Bool?
    /// Leaves in force what the file does not mention, such as the other sheet of a workbook; nil retires it.
    package let keepingMissing: Bool?

    package init(
        source: String,
        rows: [CatalogueRow],
        acceptingReadable: Bool = false,
        keepingMissing: Bool = false
    ) {
        self.source = source
        self.rows = rows
        self.acceptingReadable = acceptingReadable ? true : nil
        self.keepingMissing = keepingMissing ? true : nil
    }
}

extension Act {
    /// The same, with every hazard in it said to be none of the open ones it looks like.
    package var insistingOnNew: Act {
        switch self {
        case .report(let report): .report(report.insistingOnNew)
        case .inspect(let inspect): .inspect(inspect.insistingOnNew)
        case .inspectDay(let day):
            .inspectDay(
                InspectDay(
                    day.rows.map {
                        .init(line: $0.line, inspect: $0.inspect.insistingOnNew, observedAt: $0.observedAt)
                    },
                    unread: day.unread ?? []
                )
            )
        default: self
        }
    }
}

extension HazardDetails {
    fileprivate var insistingOnNew: HazardDetails {
        var details = self
        details.isNew = true
        return details
    }
}

extension ReportHazard {
    fileprivate var insistingOnNew: ReportHazard {
        var report = self
        report.hazard = hazard.insistingOnNew
        return report
    }
}

extension Inspect {
    fileprivate var insistingOnNew: Inspect {
        var inspect = self
        inspect.hazard = hazard?.insistingOnNew
        inspect.furtherHazards = furtherHazards?.map(\.insistingOnNew)
        return inspect
    }
}

/// A hazard's category, severity and words, as an inspector gives them.
package struct HazardDetails: Hashable, Codable, Sendable {
    package let category: String
    package let condition: Int?
    package let severity: Hazard.Severity?
    package let describe: String
    /// It was put right before the visit was over (立行立改); nil is no.
    package let fixed: Bool?
    /// What was done about it there; of what was fixed alone.
    package let action: String?
    /// Found by an audit (审计发现); nil is no.
    package let auditFinding: Bool?
    /// Where it was seen; nil is its site's position.
    package let position: Position?
    /// Insists that it is none of the open hazards that it looks like; nil lets them be proposed.
    package var isNew: Bool?
    /// The files that prove it, handed in before; nil is none.
    package let evidence: [Attachment]?

    package init(
        category: String,
        condition: Int?,
        severity: Hazard.Severity?,
        describe: String,
        fixed: Bool = false,
        action: String? = nil,
        auditFinding: Bool = false,
        position: Position? = nil,
        isNew: Bool = false,
        evidence: [Attachment] = []
    ) {
        self.category = category
        self.condition = condition
        self.severity = severity
        self.describe = describe
        self.fixed = fixed ? true : nil
        self.action = action
        self.auditFinding = auditFinding ? true : nil
        self.position = position
        self.isNew = isNew ? true : nil
        self.evidence = evidence.isEmpty ? nil : evidence
    }
}

package struct Inspect: Hashable, Codable, Sendable {
    package let site: String
    /// Settles only this programme's duty; nil is every duty the site has.
    package let programme: String?
    /// Nil is `hazard` where there is one, else `ok`.
    package let result: Inspection.Result?
    package let note: String?
    package let reason: String?
    package fileprivate(set) var hazard: HazardDetails?
    /// What else was found there.
    package fileprivate(set) var furtherHazards: [HazardDetails]?
    /// Nil is: walked, and as stated.
    package let checks: [Check]?
    /// The ids of those who were there besides the filer; nil is nobody.
    package let with: [String]?
    /// The files that prove it, handed in before; nil is none.
    package let evidence: [Attachment]?

    package init(
        site: String,
        programme: String? = nil,
        result: Inspection.Result? = nil,
        note: String? = nil,
        reason: String? = nil,
        hazard: HazardDetails? = nil,
        furtherHazards: [HazardDetails] = [],
        checks: [Check] = [],
        with: [String] = [],
        evidence: [Attachment] = []
    ) {
        self.site = site
        self.programme = programme
        self.result = result
        self.note = note
        self.reason = reason
        self.hazard = hazard
        self.furtherHazards = furtherHazards.isEmpty ? nil : furtherHazards
        self.checks = checks.isEmpty ? nil : checks
        self.with = with.isEmpty ? nil : with
        self.evidence = evidence.isEmpty ? nil : evidence
    }

    /// Every hazard that was found.
    package var hazards: [HazardDetails] { [hazard].compactMap { $0 } + (furtherHazards ?? []) }
}

/// A day that was kept on paper: its visits, filed together or not at all.
package struct InspectDay: Hashable, Codable, Sendable {
    /// At most so many rows, since nobody else can file while they are being recorded.
    package static let most = 5000

    /// Its key is made by the daemon, who knows whose visit it is and when it was, so that it is recorded once however
    /// often its file is filed. The `key` that clients used to send with it is ignored.
    package struct Row: Hashable, Codable, Sendable {
        /// Of the file, from 1.
        package let line: Int
        package let inspect: Inspect
        package let observedAt: TypedTime

        package init(line: Int, inspect: Inspect, observedAt: TypedTime) {
            self.line = line
            self.inspect = inspect
            self.observedAt = observedAt
        }
    }

    package let rows: [Row]
    /// What could not be read of the other rows; nil where all was. Nothing is recorded then, but what is wrong with the
    /// rows that could be read is told with it.
    package let unread: [RowFault]?

    package init(_ rows: [Row], unread: [RowFault] = []) {
        self.rows = rows
        self.unread = unread.isEmpty ? nil : unread
    }
}

package struct ReportHazard: Hashable, Codable, Sendable {
    package let site: String
    package fileprivate(set) var hazard: HazardDetails
    package let reason: String?

    package init(site: String, hazard: HazardDetails, reason: String? = nil) {
        self.site = site
        self.hazard = hazard
        self.reason = reason
    }
}

package struct OrderHazard: Hashable, Codable, Sendable {
    package let hazard: String
    /// Nil is the site's responsible unit.
    package let unit: String?
    /// Nil is by word of mouth.
    package let service: Order.Service?
    /// Nil is now.
    package let servedAt: TypedTime?
    /// Who took it, where somebody signed for it (送达回证).
    package let receivedBy: String?
    /// The files that prove it, handed in before; nil is none.
    package let evidence: [Attachment]?

    package init(
        hazard: String,
        unit: String? = nil,
        service: Order.Service? = nil,
        servedAt: TypedTime? = nil,
        receivedBy: String? = nil,
        evidence: [Attachment] = []
    ) {
        self.hazard = hazard
        self.unit = unit
        self.service = service
        self.servedAt = servedAt
        self.receivedBy = receivedBy
        self.evidence = evidence.isEmpty ? nil : evidence
    }
}

package struct RectifyHazard: Hashable, Codable, Sendable {
    package let hazard: String
    package let action: String
    package let reason: String?
    /// The files that prove it, handed in before; nil is none.
    package let evidence: [Attachment]?

    package init(
        hazard: String,
        action: String,
        reason: String? = nil,
        evidence: [Attachment] = []
    ) {
        self.hazard = hazard
        self.action = action
        self.reason = reason
        self.evidence = evidence.isEmpty ? nil : evidence
    }
}

package struct VerifyHazard: Hashable, Codable, Sendable {
    package let hazard: String
    /// True sends the claim back.
    package let failed: Bool
    /// What was seen; the reason where the claim failed.
    package let note: String?
    /// The files that prove it, handed in before; nil is none.
    package let evidence: [Attachment]?

    package init(
        hazard: String,
        failed: Bool = false,
        note: String? = nil,
        evidence: [Attachment] = []
    ) {
        self.hazard = hazard
        self.failed = failed
        self.note = note
        self.evidence = evidence.isEmpty ? nil : evidence
    }
}

package struct CloseHazard: Hashable, Codable, Sendable {
    package let hazard: String

    package init(hazard: String) {
        self.hazard = hazard
    }
}
