import PatrolClient
import PatrolModel
import PatrolText
import PatrolWire

/// Takes filings to the daemon, in order: what waits in the outbox first. What cannot be taken there now is kept.
struct Courier {
    /// A filing is on disk here, and not yet recorded.
    struct Kept: Error {
        let number: Int
        let key: FilingKey
        /// What stood in the way.
        let obstacle: PatrolError
    }

    private let client: PatrolClient
    private let outbox: Outbox

    init(_ client: PatrolClient, outbox: Outbox = .ofThisUser()) {
        self.client = client
        self.outbox = outbox
    }

    /// Hands the files in that a filing names, then sends it and returns its receipt.
    /// - Throws: ``Kept`` where it cannot be recorded now; ``PatrolError`` where it is refused, and
    ///   ``PatrolError/notKept(path:detail:key:)`` where it can be neither recorded nor kept.
    func send(_ filing: Filing, with files: [EvidenceFile] = []) throws -> ReceiptBody {
        // The moment it is filed is now, however long the sending takes.
        var filing = filing
        filing.keptAt = SystemClock().now()
        // From here on it is in one place or the other.
        Interruption.watch()
        defer { Interruption.unwatch() }
        if !outbox.isEmpty, outbox.isReadable, let kept = try deliver(before: filing, files) {
            throw kept
        }
        let progress = Progress(bytes: filing.size)
        defer { progress.end() }
        do {
            for file in files { try client.handIn(file) }
            return try client.file(filing.content) { progress.sent($0, of: $1) }
        } catch let obstacle as PatrolError where obstacle.isObstacle {
            throw try keep(filing, files, obstacle)
        }
    }

    /// Delivers what waits where that can be done without waiting for another shell that does; a question asked of
    /// the daemon then finds it. What goes wrong is told and does not stop the question.
    func deliverFirst() {
        // Somebody else's, as under sudo(8) with the environment kept, is not this user's to deliver.
        guard !outbox.isEmpty, outbox.isReadable else { return }
        do {
            guard let delivery = try outbox.lockedIfFree({ try outbox.deliver(through: client) }) else {
                return
            }
            tell(delivery)
            if let obstacle = delivery.obstacle, obstacle.code != "daemonUnreachable" {
                Output.error(Speech.phrases.notice(.stillWaiting(delivery.waiting)))
            }
        } catch {
            Output.error(Speech.phrases.refusal(error as? PatrolError ?? .internalFailure))
        }
    }

    /// Delivers what waits. Where it cannot all be delivered, the new filing is kept behind it.
    private func deliver(before filing: Filing, _ files: [EvidenceFile]) throws -> Kept? {
        do {
            return try outbox.locked {
                let delivery = try outbox.deliver(through: client)
                tell(delivery)
                guard let obstacle = delivery.obstacle else { return nil }
                // Whoever may not use the socket is told so, with what to do about it.
                if case .socketForbidden = obstacle { throw obstacle }
                return try keepLocked(filing, files, obstacle)
            }
        } catch PatrolError.cannotWrite(let path, let detail) {
            throw PatrolError.notKept(path: path, detail: detail, key: nil)
        } catch PatrolError.cannotOpen(let path, let detail) {
            throw PatrolError.notKept(path: path, detail: detail, key: nil)
        }
    }

    private func keep(_ filing: Filing, _ files: [EvidenceFile], _ obstacle: PatrolError) throws -> Kept {
        var key: String?
        if case .noAnswer = obstacle { key = filing.key.text }
        do {
            return try outbox.locked { try keepLocked(filing, files, obstacle) }
        } catch PatrolError.cannotWrite(let path, let detail) {
            throw PatrolError.notKept(path: path, detail: detail, key: key)
        } catch PatrolError.cannotOpen(let path, let detail) {
            throw PatrolError.notKept(path: path, detail: detail, key: key)
        }
    }

    /// The instant it was filed goes with it: the daemon reads its times by that.
    private func keepLocked(
        _ filing: Filing,
        _ files: [EvidenceFile],
        _ obstacle: PatrolError
    ) throws(PatrolError) -> Kept {
        let entry = OutboxEntry(socket: client.socket, person: client.onBehalfOf, filing: filing)
        return Kept(number: try outbox.keep(entry, files), key: filing.key, obstacle: obstacle)
    }

    func tell(_ delivery: Delivery) {
        Speech.learn(client.language)
        let phrases = Speech.phrases
        for done in delivery.done {
            Output.error(
                phrases.notice(
                    .delivered(
                        number: done.number,
                        verb: done.filing.act.verb,
                        about: done.filing.act.subject,
                        id: done.receipt.id
                    )
                )
            )
        }
        for refused in delivery.refused {
            Output.error(
                phrases.notice(
                    .deliveryRefused(
                        number: refused.number,
                        verb: refused.filing.act.verb,
                        about: refused.filing.act.subject,
                        reason: refused.reason
                    )
                )
            )
        }
        for item in delivery.broken {
            Output.error(phrases.notice(.brokenInOutbox(number: item.number, path: item.path)))
        }
    }
}

extension Filing {
    /// Roughly, in bytes, and only what can be long.
    fileprivate var size: Int {
        switch act {
        case .importSites(let roster): roster.rows.count * 200
        case .importCatalogue(let catalogue): catalogue.rows.count * 200
        case .inspectDay(let day): day.rows.count * 200
        case .importUploadReceipt(let receipt): receipt.rows.count * 200
        default: 0
        }
    }
}

extension Act {
    /// What it is about, as a list names it: a site's code, a hazard's number, a file.
    var subject: String {
        switch self {
        case .importCatalogue(let catalogue): catalogue.source
        case .importSites: ""
        case .retireSites(let retirement): retirement.codes.joined(separator: " ")
        case .inspect(let inspect): inspect.site
        case .inspectDay(let day): day.rows.first.map { "\($0.inspect.site)…\(day.rows.count)" } ?? ""
        case .report(let report): report.site
        case .order(let order): order.hazard
        case .rectify(let claim): claim.hazard
        case .verify(let check): check.hazard
        case .close(let close): close.hazard
        case .sendBack(let sendBack): sendBack.hazard
        case .reassign(let decision): decision.hazard
        case .noteProgress(let progress): progress.hazard
        case .extend(let extend): extend.hazard
        case .suspend(let suspend): suspend.hazard
        case .resume(let resume): resume.hazard
        case .refer(let referral): referral.hazard
        case .answerReferral(let answer): answer.hazard
        case .supervise(let supervise): supervise.hazard
        case .void(let void): void.hazard
        case .downgrade(let downgrade): downgrade.hazard
        case .prosecute(let prosecute): prosecute.hazard
        case .lookBack(let look): look.hazard
        case .makeUpload(let upload): upload.system
        case .importUploadReceipt(let receipt): receipt.source
        }
    }
}
