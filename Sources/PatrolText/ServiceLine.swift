package import PatrolModel

/// How the service is, as `systemctl status` shows it, and what became of a configuration.
package enum ServiceLine: Sendable {
    case opening
    /// What fell due while nobody ran is being settled.
    case catchingUp
    /// `open` duties are to be done today; `next` is when time makes something due, in ISO 8601.
    case running(overdue: Int, open: Int, next: String?)
    case troubled(LedgerTrouble)
    case stopping
    case adopted(ConfigurationChange)
    case unchanged
    /// The one before goes on; `first` are some of its faults, worded, of `count`.
    case refused(first: [String], count: Int)
    /// Of a configuration that cannot be adopted whatever its files say.
    case refusedFor(PatrolError)
    /// On standard error, behind the faults.
    case faults(Int)
}
