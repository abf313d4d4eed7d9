import PatrolClient
import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// A hazard as it was described at the keyboard.
struct ChosenHazard {
    var details: HazardDetails
    /// `雨水井盖 / 井盖缺失`; the code where the daemon could not be asked.
    let what: String
    var files: [EvidenceFile] = []
}

/// Asks what is wrong: the condition, how grave, where, and whether it has been put right already.
struct HazardDialogue {
    private let session: Session
    private let prompt: Prompt

    init(_ session: Session, _ prompt: Prompt) {
        self.session = session
        self.prompt = prompt
    }

    /// `suggested` is the category of the checklist's item.
    func describe(suggested: String?) throws -> ChosenHazard {
        let (category, condition, what) = try condition(suggested)
        let severity: Hazard.Severity = try prompt.choice(.severity, of: 2, 1) == 2 ? .major : .general
        let describe = try prompt.needed(.describe)
        let isFixed = try prompt.isYes(.fixedOnTheSpot, false)
        let action = isFixed ? try prompt.line(.whatWasDone).nonEmpty : nil
        let files =
            isFixed && severity == .major
            ? [try photo(.photoBefore, .before), try photo(.photoAfter, .after)] : []
        let details = HazardDetails(
            category: category,
            condition: condition,
            severity: severity,
            describe: describe,
            fixed: isFixed,
            action: action,
            evidence: files.attachments
        )
        return ChosenHazard(details: details, what: what, files: files)
    }

    /// Asked until it can be read.
    private func photo(_ question: Question, _ moment: Evidence.Moment) throws -> EvidenceFile {
        while true {
            do {
                return try EvidenceFile(prompt.needed(question), moment)
            } catch let error as PatrolError {
                Output.error(session.phrases.refusal(error))
            }
        }
    }

    private func condition(_ suggested: String?) throws -> (String, Int?, String) {
        var words = suggested
        while true {
            let text = try words ?? prompt.needed(.category)
            words = nil
            guard let found = try search(text) else { return (text, nil, text) }
            guard !found.isEmpty else {
                prompt.say(.noSuchCategory(text))
                continue
            }
            prompt.say(lines(found))
            let number = try prompt.choice(.whichCondition(found.count), of: found.count + 1, 1)
            // One more than there are: none of these.
            guard number <= found.count else { continue }
            let chosen = found[number - 1]
            return (chosen.category, chosen.condition, "\(chosen.categoryName) / \(chosen.text)")
        }
    }

    /// Nil where the daemon cannot be reached.
    private func search(_ text: String) throws -> [ConditionBody]? {
        do {
            let found: [ConditionBody] = try session.get([Route.catalogue], [("text", text)])
            return Array(found.prefix(30))
        } catch let error as PatrolError where error.isObstacle {
            return nil
        }
    }

    private func lines(_ conditions: [ConditionBody]) -> [String] {
        let phrases = session.phrases
        let rows = conditions.enumerated().map { (number: $0 + 1, condition: $1) }
        let listing = Listing<(number: Int, condition: ConditionBody)>(
            phrases,
            [
                Column(.sequence, .whole) { "\($0.number)" },
                Column(.code, .whole) { "\($0.condition.category)" },
                Column(.name, .cut(to: 12)) { "\($0.condition.categoryName)" },
                Column(.condition, .cut(to: 20)) { "\($0.condition.text)" },
                Column(.limit, .whole) { Cell(phrases.limit($0.condition.timeLimit)) },
            ]
        )
        return listing.lines(rows, on: session.screen, indent: 2)
    }
}
