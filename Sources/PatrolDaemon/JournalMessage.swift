import PatrolModel
import Systemd

/// A line for the journal: its kind has a message id (journalctl -x looks up what it means), its fields can be asked
/// for.
struct JournalMessage: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case started, stopped
        case clockStepped = "clock-stepped"
        case hazardOverdue = "hazard-overdue"
        case hazardRecorded = "hazard-recorded"
        case deadlineReminder = "deadline-reminder"
        case hookFailed = "hook-failed"
        case dutiesMissed = "duties-missed"
        case deadlineFirm = "deadline-firm"
        case calendarMissing = "calendar-missing"
        case catalogueAdopted = "catalogue-adopted"
        case morning
        case ledgerTrouble = "ledger-trouble"
        case ledgerRecovered = "ledger-recovered"
        case ledgerSaved = "ledger-saved"
        case chainHead = "chain-head"
        case backupMade = "backup-made"
        case backupFailed = "backup-failed"
        case evidenceLacking = "evidence-lacking"
        case configurationAdopted = "configuration-adopted"
        case configurationRefused = "configuration-refused"
        case log

        /// Made once with systemd-id128 new; never changed.
        var messageID: String {
            switch self {
            case .started: "40c6491fb42a44e2804b3abbee7814bb"
            case .stopped: "b72f69a2b2704f18994d3f367d698e8c"
            case .clockStepped: "6dbb0cb5555643a99aae3bf86cd21aff"
            case .hazardOverdue: "8801fc52c7ef41859e045e55473dc4f3"
            case .hazardRecorded: "9172be4ff5894cc78bee4a93871d2ade"
            case .deadlineReminder: "8b95f62f9b2043fbad9518efde64047e"
            case .hookFailed: "e10ee57658a9468d9f5c8d13daef6786"
            case .dutiesMissed: "2ace3181333e4f45a56e4d9409c69842"
            case .morning: "ab9b4c1eb3324218bcd8d61cf90c7c22"
            case .deadlineFirm: "3eb36b208c7b4539bf9a67d86ce37e94"
            case .calendarMissing: "ed865db003ba45d194dcdf37308da627"
            case .catalogueAdopted: "88f2ee7167f04cc596e6d1ba91a33fab"
            case .ledgerTrouble: "6aa972ca54f9431094a65d78c9b9f267"
            case .ledgerRecovered: "b44e2ea6974d40239656f7a8aa3fe463"
            case .ledgerSaved: "2f3e38c7b9904ea4a22f37f41d99a6d1"
            case .chainHead: "d46d4a7360d8457ba19362781ca7ddd5"
            case .backupMade: "7b21606fa4ae423cbdd9b6bc956685e6"
            case .backupFailed: "62f2db309a3044218062d319c14dc7d3"
            case .evidenceLacking: "d30276f3584f4c8abe2a9fee9747f36c"
            case .configurationAdopted: "ced7093a597e488397d7264ef11e4d1c"
            case .configurationRefused: "afca0e2dadaa4d4d81fe51491d1c3a0b"
            case .log: "409636980dcb497e8665798dc0f64443"
            }
        }
    }

    let kind: Kind
    let priority: Journal.Priority
    let text: String
    /// `PATROL_…` fields; one may stand more than once.
    var fields: [(String, String)] = []
}

/// Where the daemon's lines go.
struct JournalWriter: Sendable {
    enum Destination: String, CaseIterable, Sendable {
        /// The journal where there is one, else standard error.
        case auto
        case journal, stderr
    }

    private let usesJournal: Bool

    init(_ destination: Destination) {
        usesJournal = destination == .journal || (destination == .auto && Journal.isAvailable)
    }

    func write(_ message: JournalMessage) {
        let fields =
            [
                ("MESSAGE_ID", message.kind.messageID), ("SYSLOG_IDENTIFIER", "patrold"),
                ("PATROL_KIND", message.kind.rawValue),
            ] + message.fields
        if usesJournal, Journal.send(message.text, message.priority, fields) { return }
        let shown = fields.filter { $0.0.hasPrefix("PATROL_") }.map { "\($0.0)=\($0.1)" }.joined(
            separator: " "
        )
        StandardError.write("<\(message.priority.rawValue)>\(message.text)  [\(shown)]\n")
    }
}
