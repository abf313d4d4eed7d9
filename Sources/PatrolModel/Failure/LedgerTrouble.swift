/// What keeps the ledger from being written or read. Its words, and what an administrator does about it, are in
/// `PatrolText`.
package enum LedgerTrouble: String, Codable, Sendable, CaseIterable {
    /// No space is left, or the quota is used up.
    case diskFull
    /// The file system, or the file, may not be written.
    case readOnly
    /// The disk answers with errors.
    case inputOutput
    /// Pages of the file are not what they were written as.
    case damaged
    /// The file, its write-ahead log or its index was removed or replaced while the daemon had it open.
    case removed
    /// Another program holds a lock on it.
    case locked
    case outOfMemory
    case outOfDescriptors
    /// It cannot be opened for another reason, such as its rights.
    case cannotOpen

    /// Whether it lasts until somebody has done something and the daemon has been started again.
    package var isLasting: Bool { self == .damaged || self == .removed }
}
