import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

/// A site that was chosen; its name is not known where the daemon could not be asked.
struct ChosenSite {
    let code: String
    let name: String
}

/// Asks for the site: by its number in today's list, its code, or words of its name.
struct SiteDialogue {
    private let session: Session
    private let prompt: Prompt

    init(_ session: Session, _ prompt: Prompt) {
        self.session = session
        self.prompt = prompt
    }

    /// Sites shown at once; whoever has more types words of a name.
    private static let shown = 12

    /// Nil where whoever answers has had enough.
    func choose() throws -> ChosenSite? {
        var offered = try today()
        while true {
            let text = try prompt.line(offered == nil ? .siteUnseen : .site)
            guard !text.isEmpty else { return nil }
            guard let sites = offered else { return ChosenSite(code: text, name: "") }
            if let number = Int(text), sites.indices.contains(number - 1) { return sites[number - 1] }
            let found = try search(text)
            if let exact = found.first(where: { $0.code.lowercased() == text.lowercased() }) { return exact }
            if found.count == 1 { return found[0] }
            if found.isEmpty {
                prompt.say(.noSuchSite(text))
            } else {
                prompt.say(.severalSites(found.count))
                show(found)
                offered = found
            }
        }
    }

    /// What is best done by today; nil where the daemon cannot be reached.
    private func today() throws -> [ChosenSite]? {
        let today: TodayBody
        do {
            today = try session.get([Route.today])
        } catch let error as PatrolError where error.isObstacle {
            prompt.say(.offline)
            return nil
        }
        var (sites, seen): ([ChosenSite], Set<String>) = ([], [])
        let due = today.duties.filter { $0.hazard == nil && $0.targetDate <= today.date }.sorted {
            $0.dueAt < $1.dueAt
        }
        for duty in due where seen.insert(duty.site).inserted {
            sites.append(ChosenSite(code: duty.site, name: duty.siteName))
        }
        let first = Array(sites.prefix(SiteDialogue.shown))
        prompt.say(.todayHas(sites.count, shown: first.count))
        show(first)
        return first
    }

    private func search(_ text: String) throws -> [ChosenSite] {
        let sites: [Site] = try session.get([Route.sites], [("text", text), ("limit", "20")])
        return sites.map { ChosenSite(code: $0.code, name: $0.name) }
    }

    private func show(_ sites: [ChosenSite]) {
        let rows = sites.enumerated().map { (number: $0 + 1, site: $1) }
        let listing = Listing<(number: Int, site: ChosenSite)>(
            session.phrases,
            [
                Column(.sequence, .whole) { "\($0.number)" },
                Column(.code, .whole) { "\($0.site.code)" },
                Column(.name, .cut(to: 20)) { "\($0.site.name)" },
            ]
        )
        if !rows.isEmpty { prompt.say(listing.lines(rows, on: session.screen, indent: 2)) }
    }
}
