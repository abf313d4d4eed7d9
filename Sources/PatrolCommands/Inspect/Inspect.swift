import ArgumentParser
import PatrolModel
import PatrolText
import PatrolWire

extension Inspection.Result: ExpressibleByArgument {}
extension Hazard.Severity: ExpressibleByArgument {}

/// `patrol inspect`
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("inspect", .inspect)

    @Argument(help: ArgumentHelp(.siteCode), completion: Completer.sites)
    var site: String?

    @Option(help: ArgumentHelp(.dayFile, valueName: "path"), completion: .file(extensions: ["csv"]))
    var file: String?

    @Option(help: ArgumentHelp(.dayDate, valueName: "date"))
    var date: String?

    @Option(help: ArgumentHelp(.programme), completion: Completer.programmes)
    var programme: String?

    @Option(help: ArgumentHelp(.result))
    var result: Inspection.Result?

    @Option(help: ArgumentHelp(.note))
    var note: String?

    @Flag(help: ArgumentHelp(.withHazard))
    var hazard = false

    @Option(help: ArgumentHelp(.category), completion: Completer.categories)
    var category: String?

    @Option(help: ArgumentHelp(.condition))
    var condition: Int?

    @Option(help: ArgumentHelp(.severity))
    var severity: Hazard.Severity?

    @Option(help: ArgumentHelp(.describe))
    var describe: String?

    @OptionGroup var fix: FixSwitches
    @OptionGroup var place: PlaceSwitches
    @OptionGroup var photos: FoundPhotoSwitches

    @Option(help: ArgumentHelp(.check, valueName: "item=answer"))
    var check: [Check.Line] = []

    @Option(name: .customLong("with"), help: ArgumentHelp(.with, valueName: "person"))
    var companions: [String] = []

    @OptionGroup var when: WhenSwitches
    @OptionGroup var switches: Switches

    func validate() throws {
        try requireSiteOrFile()
        try photos.require(fix)
        let details: [Any?] = [
            category, condition, severity, describe, fix.fixed ? true : nil, fix.action, place.at,
            place.new ? true : nil,
        ]
        if hazard {
            if category == nil { throw ValidationError("Missing expected argument '--category <category>'") }
            if describe == nil { throw ValidationError("Missing expected argument '--describe <describe>'") }
        } else if details.contains(where: { $0 != nil }) {
            throw ValidationError("Missing expected argument '--hazard'")
        }
    }

    /// What is said of one site, in the order of the help.
    private var ofOneSite: [(name: String, isGiven: Bool)] {
        [
            (site ?? "", site != nil), ("--programme", programme != nil), ("--result", result != nil),
            ("--note", note != nil), ("--hazard", hazard), ("--category", category != nil),
            ("--condition", condition != nil), ("--severity", severity != nil),
            ("--describe", describe != nil), ("--fixed", fix.fixed), ("--at", place.at != nil),
            ("--new", place.new), ("--check", !check.isEmpty),
            ("--with", !companions.isEmpty),
            ("--photo", !photos.photo.isEmpty), ("--photo-after", !photos.photoAfter.isEmpty),
            ("--observed-at", when.observedAt != nil), ("--key", when.key != nil),
        ]
    }

    /// Nothing is said of any site, and somebody sits there who can be asked.
    private var asks: Bool {
        file == nil && !ofOneSite.contains(where: \.isGiven) && when.reason == nil && Terminal.isInteractive
    }

    /// One site, or a file of them: what is said of one cannot be said of all.
    private func requireSiteOrFile() throws {
        guard file != nil else {
            if date != nil { throw ValidationError("Missing expected argument '--file'") }
            if site == nil && !asks { throw ValidationError("Missing expected argument '<site>'") }
            return
        }
        if let other = ofOneSite.first(where: \.isGiven) {
            throw ValidationError("Unexpected argument '\(other.name)'")
        }
    }

    func run() throws {
        let session = Session(switches)
        if let file {
            let date = try date.map { text throws(PatrolError) in try CivilDate(typed: text) }
            return try DayFiling(file: file, date: date, reason: when.reason).run(session)
        }
        guard let site else { return try InspectDialogue(session).run() }
        // A hazard's photos are the hazard's; without one they show the site.
        let files = try photos.files(hazard ? .before : .scene)
        let inspect = inspect(site, files.attachments)
        try session.file(.inspect(inspect), with: files, key: when.key, observedAt: when.observedAt) {
            .inspected($0, inspect)
        }
    }

    private func inspect(_ site: String, _ evidence: [Attachment]) -> Inspect {
        let details =
            hazard
            ? HazardDetails(
                category: category ?? "",
                condition: condition,
                severity: severity,
                describe: describe ?? "",
                fixed: fix.fixed,
                action: fix.action,
                position: place.at,
                isNew: place.new,
                evidence: evidence
            )
            : nil
        return Inspect(
            site: site,
            programme: programme,
            result: result,
            note: note,
            reason: when.reason,
            hazard: details,
            checks: check.isEmpty ? [] : [Check(check)],
            with: companions,
            evidence: hazard ? [] : evidence
        )
    }
}

extension Notice {
    /// What an inspection's receipt says.
    static func inspected(_ receipt: ReceiptBody, _ inspect: Inspect) -> Notice {
        let hazards = [receipt.hazard].compactMap { $0 } + (receipt.furtherHazards ?? [])
        return .inspected(
            id: receipt.id,
            site: inspect.site,
            result: receipt.result ?? .ok,
            settled: receipt.settledProgrammes ?? [],
            officers: receipt.officers ?? [],
            hazards: hazards,
            fixed: zip(hazards, inspect.hazards).filter { $0.1.fixed == true }.map(\.0)
        )
    }
}

extension Check.Line: ExpressibleByArgument {
    /// `2=bad`.
    package init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), number > 0,
            let answer = Check.Answer(rawValue: String(parts[1]))
        else { return nil }
        self.init(number, answer)
    }
}

/// Whether a hazard was put right before the visit was over (立行立改).
struct FixSwitches: ParsableArguments {
    @Flag(help: ArgumentHelp(.fixed))
    var fixed = false

    @Option(help: ArgumentHelp(.fixedAction, valueName: "text"))
    var action: String?

    func validate() throws {
        if action != nil && !fixed { throw ValidationError("Missing expected argument '--fixed'") }
    }
}

extension Position: ExpressibleByArgument {
    /// `30.554312,114.316512`.
    package init?(argument: String) { self.init(argument) }
}

/// Where a hazard was seen, and that it is none of those that are open there.
struct PlaceSwitches: ParsableArguments {
    @Option(help: ArgumentHelp(.seenAt, valueName: "lat,lon"))
    var at: Position?

    @Flag(help: ArgumentHelp(.isNew))
    var new = false
}

/// When a thing was seen or done, and how its filing is told from another.
struct WhenSwitches: ParsableArguments {
    @Option(help: ArgumentHelp(.observedAt, valueName: "time"))
    var observedAt: String?

    @Option(help: ArgumentHelp(.reason))
    var reason: String?

    @Option(help: ArgumentHelp(.key, valueName: "uuid"))
    var key: String?
}
