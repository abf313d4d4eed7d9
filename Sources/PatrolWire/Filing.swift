package import PatrolModel

/// One filing on its way to the ledger: the same envelope from the command line, an outbox, a file or a phone.
package struct Filing: Hashable, Sendable {
    /// The form of the envelope; 1 so far.
    package static let version = 1

    /// Made by the client; however often this filing is sent, it is recorded once.
    package let key: FilingKey
    package var act: Act
    /// When it was seen or done, as typed; nil is the moment of recording.
    package let observedAt: TypedTime?
    /// When it was put into an outbox, where it could not be sent at once: times are read, and judged late, by that
    /// moment. It is no part of what was filed, so that a filing sent and then kept is still the same.
    package var keptAt: Instant?

    package init(key: FilingKey, act: Act, observedAt: TypedTime? = nil, keptAt: Instant? = nil) {
        self.key = key
        self.act = act
        self.observedAt = observedAt
        self.keptAt = keptAt
    }

    /// What tells one filing from another under the same key.
    package var content: Filing { Filing(key: key, act: act, observedAt: observedAt) }
}

extension Filing: Codable {
    private enum Keys: String, CodingKey { case version, key, verb, observedAt, keptAt, body }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard version == Filing.version else {
            throw PatrolError.malformedRequest(detail: "version \(version)")
        }
        key = try container.decode(FilingKey.self, forKey: .key)
        observedAt = try container.decodeIfPresent(TypedTime.self, forKey: .observedAt)
        keptAt = try container.decodeIfPresent(Instant.self, forKey: .keptAt)
        let body = try container.superDecoder(forKey: .body)
        switch try container.decode(Verb.self, forKey: .verb) {
        case .catalogueImport: act = .importCatalogue(try ImportCatalogue(from: body))
        case .siteImport: act = .importSites(try ImportSites(from: body))
        case .siteRetire: act = .retireSites(try RetireSites(from: body))
        case .inspectionFile: act = .inspect(try Inspect(from: body))
        case .inspectionImport: act = .inspectDay(try InspectDay(from: body))
        case .hazardReport: act = .report(try ReportHazard(from: body))
        case .hazardOrder: act = .order(try OrderHazard(from: body))
        case .hazardRectify: act = .rectify(try RectifyHazard(from: body))
        case .hazardVerify: act = .verify(try VerifyHazard(from: body))
        case .hazardClose: act = .close(try CloseHazard(from: body))
        case .hazardReturn: act = .sendBack(try ReturnHazard(from: body))
        case .hazardReassign: act = .reassign(try ReassignHazard(from: body))
        case .hazardProgress: act = .noteProgress(try NoteProgress(from: body))
        case .hazardSuspend: act = .suspend(try SuspendHazard(from: body))
        case .hazardResume: act = .resume(try ResumeHazard(from: body))
        case .hazardRefer: act = .refer(try ReferHazard(from: body))
        case .hazardAnswerReferral: act = .answerReferral(try AnswerReferral(from: body))
        case .hazardSupervise: act = .supervise(try SuperviseHazard(from: body))
        case .hazardVoid: act = .void(try VoidHazard(from: body))
        case .hazardDowngrade: act = .downgrade(try DowngradeHazard(from: body))
        case .hazardProsecute: act = .prosecute(try ProsecuteHazard(from: body))
        case .hazardLookBack: act = .lookBack(try LookBackHazard(from: body))
        case .uploadMake: act = .makeUpload(try MakeUpload(from: body))
        case .uploadReceipt: act = .importUploadReceipt(try ImportUploadReceipt(from: body))
        case .hazardExtend, .hazardDecideExtension: act = .extend(try ExtendHazard(from: body))
        case .evidenceUpload, .read, .briefing, .survey, .audit:
            throw PatrolError.malformedRequest(detail: "verb")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(Filing.version, forKey: .version)
        try container.encode(key, forKey: .key)
        try container.encode(act.verb, forKey: .verb)
        try container.encodeIfPresent(observedAt, forKey: .observedAt)
        try container.encodeIfPresent(keptAt, forKey: .keptAt)
        let body = container.superEncoder(forKey: .body)
        switch act {
        case .importCatalogue(let catalogue): try catalogue.encode(to: body)
        case .importSites(let roster): try roster.encode(to: body)
        case .retireSites(let retirement): try retirement.encode(to: body)
        case .inspect(let inspect): try inspect.encode(to: body)
        case .inspectDay(let day): try day.encode(to: body)
        case .report(let report): try report.encode(to: body)
        case .order(let order): try order.encode(to: body)
        case .rectify(let claim): try claim.encode(to: body)
        case .verify(let check): try check.encode(to: body)
        case .close(let close): try close.encode(to: body)
        case .sendBack(let filing): try filing.encode(to: body)
        case .reassign(let filing): try filing.encode(to: body)
        case .noteProgress(let filing): try filing.encode(to: body)
        case .suspend(let filing): try filing.encode(to: body)
        case .resume(let filing): try filing.encode(to: body)
        case .refer(let filing): try filing.encode(to: body)
        case .answerReferral(let filing): try filing.encode(to: body)
        case .supervise(let filing): try filing.encode(to: body)
        case .void(let filing): try filing.encode(to: body)
        case .downgrade(let filing): try filing.encode(to: body)
        case .prosecute(let filing): try filing.encode(to: body)
        case .lookBack(let filing): try filing.encode(to: body)
        case .makeUpload(let filing): try filing.encode(to: body)
        case .importUploadReceipt(let filing): try filing.encode(to: body)
        case .extend(let filing): try filing.encode(to: body)
        }
    }
}
