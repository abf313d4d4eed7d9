import ArgumentParser
import PatrolReports
import PatrolText
import PatrolWire

/// `patrol overdue`
struct OverdueCommand: ParsableCommand {
    static let configuration = CommandConfiguration.verb("overdue", .overdue)

    enum Grouping: String, ExpressibleByArgument, CaseIterable { case unit, subdistrict, category }

    @Option(help: ArgumentHelp(.overdueBy))
    var by: Grouping?

    @OptionGroup var moment: AsOfSwitch
    @OptionGroup var narrowing: HazardNarrowing
    @OptionGroup var limit: LimitSwitch
    @OptionGroup var switches: Switches

    func run() throws {
        if let by { return try group(by) }
        try Session(switches).list(
            [Route.overdue],
            moment.query + narrowing.query + limit.query,
            empty: .nothingOverdue,
            hazards: HazardColumns.overdue
        )
    }

    private func group(_ by: Grouping) throws {
        try Session(switches).list(
            [Route.overdue, "groups"],
            [("by", by.rawValue)] + moment.query + narrowing.query,
            of: OverdueGroupBody.self,
            id: \.title,
            empty: .nothingOverdue
        ) { phrases in
            [
                Column(by.heading, .whole) { Cell($0.name ?? phrases.notice(.noUnitTold)) },
                Column(.count, .whole) { "\($0.hazards)" },
                Column(.worst, .whole) { Cell(phrases.roughly(seconds: $0.overdueSeconds), .alarm) },
                Column(.worstWorking, .whole) {
                    Cell(phrases.roughHours(seconds: $0.overdueWorkingSeconds))
                },
                Column(.command, .spare) { group in
                    Cell(
                        group.code.map { code in
                            "patrol overdue --\(by.rawValue) \(code.quotedForShell)" + moment.words
                        } ?? ""
                    )
                },
            ]
        }
    }
}

extension OverdueCommand.Grouping {
    fileprivate var heading: Heading {
        switch self {
        case .unit: .unit
        case .subdistrict: .subdistrict
        case .category: .what
        }
    }
}

/// The moment of the past that a reader asks about; nil is now.
struct AsOfSwitch: ParsableArguments {
    @Option(help: ArgumentHelp(.asOf, valueName: "date"))
    var asOf: String?

    var query: [(String, String?)] { [(Route.asOfQuery, asOf)] }

    /// As it stands at the end of a command line.
    fileprivate var words: String { asOf.map { " --as-of \($0.quotedForShell)" } ?? "" }
}

extension OverdueGroupBody {
    /// What `--quiet` prints of a group.
    fileprivate var title: String { code ?? "-" }
}

extension String {
    /// As one word of a shell's command line.
    var quotedForShell: String {
        let isPlain = unicodeScalars.allSatisfy {
            $0.value > 127 || $0.properties.isAlphabetic || "0123456789-_./:".unicodeScalars.contains($0)
        }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
