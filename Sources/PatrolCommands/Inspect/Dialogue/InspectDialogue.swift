import ArgumentParser
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol inspect` without arguments on a terminal: the site, what was seen, the checklist, the hazards, and then all
/// of it again before anything is filed; and on to the next site.
///
/// Where the daemon cannot be reached it asks the same, without lists to choose from, and what is filed is kept.
struct InspectDialogue {
    let session: Session
    let prompt: Prompt

    init(_ session: Session) {
        self.session = session
        prompt = Prompt(screen: session.screen)
    }

    private var phrases: any Phrases { session.phrases }

    /// Ends with status 75 where some filing was kept.
    func run() throws {
        _ = try session.switches.form(of: .one)
        var hasKept = false
        do {
            repeat {
                guard let site = try SiteDialogue(session, prompt).choose() else { break }
                do {
                    try inspect(site)
                } catch let code as ExitCode where code.rawValue == ExitStatus.kept.rawValue {
                    hasKept = true
                }
            } while try prompt.isYes(.another, true)
        } catch is Prompt.Ended {
            prompt.say(.ended)
        }
        if hasKept { throw ExitCode(ExitStatus.kept.rawValue) }
    }

    /// One visit; returns once it is filed or given up.
    private func inspect(_ site: ChosenSite) throws {
        prompt.say(.at(code: site.code, name: site.name))
        var visit = VisitDraft(site: site)
        let owed = try owed(at: site)
        if owed.contains(where: { $0.officers != nil }) { visit.companions = try companions() }
        switch try prompt.choice(.outcome, of: 3, 1) {
        case 2: visit.result = .absent
        case 3: visit.result = .refused
        default:
            visit.checklists = try checklists(owed)
            visit.hazards = try hazards(visit.badItems)
        }
        visit.note = try prompt.line(.note).nonEmpty
        visit.observedAt = try time()
        prompt.say([""] + visit.lines(phrases, session.screen))
        guard try prompt.isYes(.confirm, true) else { return prompt.say(.givenUp) }
        try file(visit)
    }

    /// Asked until it can be read; nil is now.
    private func time() throws -> String? {
        while true {
            guard let text = try prompt.line(.observedAt).nonEmpty else { return nil }
            if TypedTime(text).isReadable { return text }
            Output.error(phrases.refusal(.unreadableTime(text: String(text.prefix(40)))))
        }
    }

    private func companions() throws -> [String] {
        try prompt.line(.with).split { ",，、;；".contains($0) || $0.isWhitespace }.map(String.init)
    }

    // MARK: The checklist

    /// What a visit there would do; nothing where the daemon cannot be asked.
    private func owed(at site: ChosenSite) throws -> [SiteChecklistBody] {
        let path = [Route.sites, site.code, Route.checklists]
        do {
            return try session.get(path)
        } catch let error as PatrolError where error.isObstacle {
            return []
        }
    }

    private func checklists(_ owed: [SiteChecklistBody]) throws -> [AnsweredList] {
        try owed.filter { !$0.items.isEmpty }.map { list in
            prompt.say(.checklist(programme: list.programmeName, items: list.items.count))
            let answers = try list.items.map { item in
                let answer = try prompt.choice(
                    .item(number: item.number, of: list.items.count, text: item.text),
                    of: 3,
                    1
                )
                return AnsweredList.Line(item: item, answer: [.ok, .bad, .na][answer - 1])
            }
            return AnsweredList(programme: list.programme, programmeName: list.programmeName, lines: answers)
        }
    }

    // MARK: The hazards

    private func hazards(_ bad: [ChecklistItemBody]) throws -> [ChosenHazard] {
        var (hazards, open): ([ChosenHazard], [ChecklistItemBody]) = ([], bad)
        while true {
            // Each item that is not as it should be is a hazard until somebody says otherwise.
            let item = open.isEmpty ? nil : open.removeFirst()
            if let item { prompt.say(.itemNeedsHazard(number: item.number, text: item.text)) }
            let standard = item != nil
            let question: Question = hazards.isEmpty ? .anyHazard(standard) : .anotherHazard(standard)
            guard try prompt.isYes(question, standard) else {
                if open.isEmpty && !(hazards.isEmpty && !bad.isEmpty) { return hazards }
                if open.isEmpty {
                    prompt.say(.badNeedsHazard)
                    open = bad
                }
                continue
            }
            hazards.append(try HazardDialogue(session, prompt).describe(suggested: item?.category))
        }
    }

    // MARK: Filing

    /// What can be mended by another answer is asked again; what was typed is not lost to a slip.
    private func file(_ visit: VisitDraft) throws {
        // One key however often it is sent: what was refused has not used it up, and what was recorded without an answer
        // is not recorded again.
        var visit = visit
        let key = SystemClock().newKey()
        while true {
            do {
                let act = Act.inspect(visit.inspect)
                let files = visit.hazards.flatMap(\.files)
                let receipt = try session.send(act, with: files, key: key.text, observedAt: visit.observedAt)
                return try session.tell(receipt, .inspected(receipt, visit.inspect))
            } catch let error as PatrolError {
                Output.error(phrases.refusal(error))
                switch error {
                case .lateWithoutReason: visit.reason = try prompt.needed(.reason)
                case .officersNeeded, .officerWithoutCertificate, .officerOfUnit, .officerNamedTwice,
                    .unknownPerson:
                    visit.companions = try companions()
                    // Nobody else was there, and nothing that could be typed would mend that.
                    if visit.companions.isEmpty { return prompt.say(.givenUp) }
                case .unreadableTime, .futureTime, .longAgo: visit.observedAt = try time()
                case .looksLikeDuplicate(let category, let candidates):
                    if try prompt.isYes(.isAnother, false) {
                        visit.insist(onNew: category)
                    } else {
                        prompt.say(.leftOut)
                        visit.leaveOut(category, as: candidates.map(\.hazard), phrases)
                    }
                case .textTooLong(.note, _, _), .controlCharacter(.note, _, _):
                    visit.note = try prompt.line(.note).nonEmpty
                case .notAllowed, .mayNotActForOthers, .unknownCaller, .socketForbidden: throw error
                default:
                    guard try prompt.isYes(.tryAgain, false) else {
                        if case .notKept(_, _, _?) = error { return }
                        return prompt.say(.givenUp)
                    }
                }
            }
        }
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}
