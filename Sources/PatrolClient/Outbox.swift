import Glibc
package import PatrolModel
import PatrolWire

/// Filings that could not reach the daemon, each in a file of its own until it is recorded or its owner drops it, with
/// the photos and documents they name (`SHA-256.evidence`).
///
/// One folder a Unix user, mode 0700; files `000001.filing`, mode 0600, written beside, synced, renamed and the folder
/// synced, so that a filing is either whole on disk or was never said to be kept. A lock on the folder's `lock` makes
/// deliveries follow one another, also those of two shells.
package struct Outbox: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// `PATROL_OUTBOX`, else `patrol/outbox` under `XDG_STATE_HOME` (XDG Base Directory Specification 0.8), else under
    /// `.local/state` of the user's home.
    package static func ofThisUser() -> Outbox {
        func value(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        if let folder = value("PATROL_OUTBOX") { return Outbox(folder: folder) }
        if let state = value("XDG_STATE_HOME") { return Outbox(folder: state + "/patrol/outbox") }
        let home = value("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/"
        return Outbox(folder: home + "/.local/state/patrol/outbox")
    }

    /// Whether nothing lies in it; costs a look at the folder. One that cannot be looked into is not empty.
    package var isEmpty: Bool { (try? numbers().isEmpty) ?? false }

    /// Whether this user may look into it at all, and it is theirs to deliver from.
    package var isReadable: Bool { (try? numbers()) != nil }

    /// - Throws: ``PatrolError/cannotOpen(path:detail:)`` where the folder is there and cannot be listed to its end.
    private func numbers() throws(PatrolError) -> [Int] {
        try names().compactMap { name in
            name.hasSuffix(OutboxEntry.suffix) ? Int(name.dropLast(OutboxEntry.suffix.count)) : nil
        }.sorted()
    }

    private func names() throws(PatrolError) -> [String] {
        func failure() -> PatrolError { .cannotOpen(path: folder, detail: String(cString: strerror(errno))) }
        guard let listing = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw failure()
        }
        defer { closedir(listing) }
        var found: [String] = []
        errno = 0
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            found.append(name)
            errno = 0
        }
        guard errno == 0 else { throw failure() }
        return found
    }

    private func path(_ number: Int) -> String {
        let digits = String(number)
        return folder + "/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            + OutboxEntry.suffix
    }

    /// What lies in it, in order; a file that cannot be read is a broken one and is listed too.
    /// - Throws: ``PatrolError/cannotOpen(path:detail:)``.
    package func list() throws(PatrolError) -> [OutboxItem] {
        try numbers().compactMap { number in
            let path = path(number)
            do {
                return OutboxItem(
                    number: number,
                    path: path,
                    entry: try OutboxEntry(bytes: OutboxFile.read(path))
                )
            } catch OutboxFile.Failure.absent {
                // Delivered by another shell meanwhile.
                return nil
            } catch {
                return OutboxItem(number: number, path: path, entry: nil)
            }
        }
    }

    /// Runs `body` while nobody else delivers or keeps.
    /// - Throws: ``PatrolError/cannotWrite(path:detail:)``, and what `body` throws.
    package func locked<Output>(_ body: () throws -> Output) throws -> Output {
        try OutboxFile.makeFolder(folder)
        let lock = try OutboxFile.openLock(folder + "/lock")
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw OutboxFile.cannotWrite(folder) }
        }
        return try body()
    }

    /// As ``locked(_:)``; nil, at once, where somebody else delivers or keeps.
    package func lockedIfFree<Output>(_ body: () throws -> Output) throws -> Output? {
        try OutboxFile.makeFolder(folder)
        let lock = try OutboxFile.openLock(folder + "/lock")
        defer { close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return nil }
        return try body()
    }

    /// Puts a filing behind all others, with copies of the files it names. Call it while the outbox is locked.
    /// - Returns: its number, once it is on disk.
    /// - Throws: ``PatrolError/cannotWrite(path:detail:)``, and where a file cannot be read as
    ///   ``EvidenceFile/init(_:_:)``.
    package func keep(_ entry: OutboxEntry, _ files: [EvidenceFile] = []) throws(PatrolError) -> Int {
        guard let bytes = try? entry.bytes else { throw .internalFailure }
        for file in files {
            try OutboxFile.write(
                file.bytes(),
                to: evidencePath(file.attachment.sha256),
                in: folder,
                replacing: true
            )
        }
        // Behind every number ever given, so that none means two filings to somebody who looks at an older list.
        let number = max(try numbers().last ?? 0, OutboxFile.lastNumber(lockPath)) + 1
        try OutboxFile.noteNumber(number, lockPath)
        try OutboxFile.write(bytes, to: path(number), in: folder, replacing: false)
        return number
    }

    private var lockPath: String { folder + "/lock" }

    package func write(_ entry: OutboxEntry, _ number: Int) throws(PatrolError) {
        guard let bytes = try? entry.bytes else { throw .internalFailure }
        try OutboxFile.write(bytes, to: path(number), in: folder, replacing: true)
    }

    /// - Throws: ``PatrolError/cannotWrite(path:detail:)``.
    package func drop(_ number: Int) throws(PatrolError) {
        try OutboxFile.remove(path(number), in: folder)
        try removeUnnamedEvidence()
    }

    private static let evidenceSuffix = ".evidence"

    private func evidencePath(_ sha256: String) -> String { folder + "/" + sha256 + Outbox.evidenceSuffix }

    /// The files of a filing that lie in it; those that are not there the daemon has, or misses.
    func files(of entry: OutboxEntry) -> [EvidenceFile] {
        entry.filing.act.attachments
            .filter {
                (try? Evidence.checkedHash($0.sha256)) != nil && access(evidencePath($0.sha256), F_OK) == 0
            }
            .map { EvidenceFile($0, at: evidencePath($0.sha256)) }
    }

    /// Several filings may name one file. What a broken one named is not known, and stays while it does.
    private func removeUnnamedEvidence() throws(PatrolError) {
        let present = try names().filter { $0.hasSuffix(Outbox.evidenceSuffix) }
        guard !present.isEmpty else { return }
        let left = try list()
        guard left.allSatisfy({ $0.entry != nil }) else { return }
        let named = Set(left.flatMap { $0.entry?.filing.act.attachments ?? [] }.map(\.sha256))
        for name in present where !named.contains(String(name.dropLast(Outbox.evidenceSuffix.count))) {
            try OutboxFile.remove(folder + "/" + name, in: folder)
        }
    }
}

/// A file of the outbox, as a list shows it.
package struct OutboxItem: Sendable {
    package let number: Int
    package let path: String
    /// Nil where the file is broken.
    package let entry: OutboxEntry?
}
