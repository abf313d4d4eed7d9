import Foundation
import PatrolClient
import PatrolModel
import PatrolTestSupport
import PatrolWire
import Synchronization

/// Somebody who files one thing after another while the daemon runs. What was not answered is filed again under the
/// same key until it is, however often the daemon is killed meanwhile; every receipt is kept.
final class Filer: @unchecked Sendable {
    /// A filing, and what its event must say so that it is this one.
    struct Sent {
        let filing: Filing
        let person: String
        /// Words that no other filing has; nil where the verb takes none.
        let words: String?
        /// Given to whoever works on it next, where it is about a hazard.
        let hazard: (id: String, next: Step)?
    }

    struct Answered {
        let sent: Sent
        let receipt: ReceiptBody
    }

    /// What a hazard waits for.
    enum Step { case order, rectify, verify, plan, close, nothing }

    let number: Int
    private let socket: String
    /// What its checks are proven with, another file than anybody else's.
    private let photo: EvidenceFile
    private var generator: SeededGenerator
    private var unanswered: Sent?
    private var hazards: [(id: String, next: Step, isMajor: Bool)] = []
    private(set) var answered: [Answered] = []
    /// Everything that ever went out, by key.
    private(set) var sent: [String: Sent] = [:]
    /// A refusal, which nothing that is filed here deserves.
    private(set) var refusals: [String] = []

    /// - Parameters:
    ///   - number: its own, from 1.
    ///   - socket: the daemon's.
    ///   - seed: by which it chooses what to file.
    ///   - folder: for its photo.
    /// - Throws: where its photo cannot be written.
    init(number: Int, socket: String, seed: UInt64, in folder: TemporaryFolder) throws {
        photo = try EvidenceFile(
            folder.write(Photo.png("\(number)"), to: "photo-\(number).png"),
            .after
        )
        self.number = number
        self.socket = socket
        generator = SeededGenerator(seed: seed &+ UInt64(number) << 32)
    }

    var hasUnanswered: Bool { unanswered != nil }

    /// Files the six roads on which everybody works.
    func importRoads() {
        let rows = (1...6).map { RosterRow(line: $0 + 1, Site.road("R-\($0)")) }
        unanswered = send(.importSites(ImportSites(rows)), by: "admin", "R-6")
        step()
    }

    /// Files until `isOver`; what is under way then is finished first.
    func work(until isOver: borrowing Atomic<Bool>) {
        while !isOver.load(ordering: .relaxed) { step() }
    }

    /// Files what was not answered last, or else something new.
    func step() {
        let next = unanswered ?? invent()
        unanswered = next
        sent[next.filing.key.text] = next
        do {
            let client = PatrolClient(socket: socket, onBehalfOf: next.person)
            if case .verify = next.filing.act { try client.handIn(photo) }
            let receipt = try client.file(next.filing)
            unanswered = nil
            answered.append(Answered(sent: next, receipt: receipt))
            remember(next, receipt)
        } catch PatrolError.daemonUnreachable, PatrolError.noAnswer, PatrolError.shuttingDown {
            usleep(1000)
        } catch {
            unanswered = nil
            refusals.append("filer \(number), \(next.filing.act.verb): \(error)")
        }
    }

    private func remember(_ sent: Sent, _ receipt: ReceiptBody) {
        switch sent.filing.act {
        case .report: hazards.append((receipt.id, .order, isMajor(sent.filing.act)))
        case .inspect:
            if let hazard = receipt.hazard { hazards.append((hazard, .order, isMajor(sent.filing.act))) }
        default:
            guard let (id, _) = sent.hazard, let place = hazards.firstIndex(where: { $0.id == id }) else {
                return
            }
            let next = following(hazards[place].next, isMajor: hazards[place].isMajor)
            hazards[place].next = next
            if next == .nothing { hazards.remove(at: place) }
        }
    }

    private func following(_ step: Step, isMajor: Bool) -> Step {
        switch step {
        case .order: .rectify
        case .rectify: .verify
        case .verify: isMajor ? .plan : .nothing
        case .plan: .close
        case .close, .nothing: .nothing
        }
    }

    private func isMajor(_ act: Act) -> Bool {
        switch act {
        case .report(let report): report.hazard.severity == .major
        case .inspect(let inspect): inspect.hazard?.severity == .major
        default: false
        }
    }
}

extension Filer {
    private func invent() -> Sent {
        let words = "巡查员\(number)第\(sent.count + 1)件"
        let chance = Int.random(in: 0..<100, using: &generator)
        switch chance {
        case 0..<2: return roster(words)
        case 2..<20: return report(words)
        case 20..<60: if let step = nextStep(words) { return step }
        default: break
        }
        return inspection(words, finding: chance >= 90)
    }

    fileprivate func send(_ act: Act, by person: String, _ words: String?, _ hazard: (String, Step)? = nil)
        -> Sent
    {
        let random = (UInt64.random(in: 0...UInt64.max, using: &generator), UInt64.random(in: 0...UInt64.max))
        let key = FilingKey(milliseconds: UInt64(Date().timeIntervalSince1970 * 1000), random: random)
        return Sent(filing: Filing(key: key, act: act), person: person, words: words, hazard: hazard)
    }

    private func details(_ words: String) -> HazardDetails {
        let isMajor = Int.random(in: 0..<5, using: &generator) == 0
        return HazardDetails(
            category: "0103",
            condition: 1,
            severity: isMajor ? .major : .general,
            describe: words,
            isNew: true
        )
    }

    private func site() -> String { "R-\(Int.random(in: 1...6, using: &generator))" }

    private func inspection(_ words: String, finding: Bool) -> Sent {
        let hazard = finding ? details(words + "隐患") : nil
        let inspector = number % 2 == 0 ? "inspector" : "inspector-2"
        return send(.inspect(Inspect(site: site(), note: words, hazard: hazard)), by: inspector, words)
    }

    private func report(_ words: String) -> Sent {
        send(.report(ReportHazard(site: site(), hazard: details(words))), by: "inspector", words)
    }

    private func roster(_ words: String) -> Sent {
        let row = RosterRow(line: 2, Site.road("N-\(number)-\(sent.count)"))
        return send(.importSites(ImportSites([row])), by: "admin", "N-\(number)-\(sent.count)")
    }

    private func nextStep(_ words: String) -> Sent? {
        guard let (id, next, _) = hazards.randomElement(using: &generator) else { return nil }
        let step = (id, next)
        switch next {
        case .order: return send(.order(OrderHazard(hazard: id)), by: "dispatcher", nil, step)
        case .rectify:
            return send(.rectify(RectifyHazard(hazard: id, action: words)), by: "liaison", words, step)
        case .verify:
            let check = VerifyHazard(hazard: id, note: words, evidence: [photo.attachment])
            return send(.verify(check), by: "supervisor", words, step)
        case .plan: return send(.supervise(plan(of: id, words)), by: "supervisor", words, step)
        case .close: return send(.close(CloseHazard(hazard: id)), by: "leader", nil, step)
        case .nothing: return nil
        }
    }

    /// Without it no major hazard is struck off.
    private func plan(of hazard: String, _ words: String) -> SuperviseHazard {
        let plan = RectificationPlan(
            leader: "王局长",
            measures: words,
            funds: "12万",
            personInCharge: "李工",
            deadline: .of("2099-12-31"),
            contingency: "封闭车道"
        )
        return SuperviseHazard(hazard: hazard, plan: plan)
    }
}
