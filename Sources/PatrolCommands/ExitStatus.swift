import PatrolModel

/// The table that gives each kind of refusal its exit status (sysexits(3head)).
enum ExitStatus: Int32 {
    case done = 0
    case refused = 1
    case usage = 64
    case badData = 65
    case unavailable = 69
    case failure = 70
    case inputOutput = 74
    /// Kept in the outbox, and not yet recorded: to be tried again (`EX_TEMPFAIL`).
    case kept = 75
    case notAllowed = 77
    case configuration = 78

    init(_ kind: PatrolError.Kind) {
        self =
            switch kind {
            case .usage: .usage
            case .badData, .tooLarge, .missing: .badData
            case .refused: .refused
            case .notAllowed: .notAllowed
            case .unavailable: .unavailable
            case .configuration: .configuration
            case .failure: .failure
            case .inputOutput: .inputOutput
            case .restart: .kept
            }
    }
}
