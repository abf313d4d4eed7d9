import PatrolLedger
import PatrolModel
import PatrolText

/// Reads the configuration's folder anew and puts it into force, or says what is wrong with it and leaves the one
/// before in force.
///
/// One at a time, in the order in which they were asked for: of two, the later has read the later files.
actor ConfigurationReload {
    private let folder: ConfigurationFolder
    private let ledger: Ledger
    private let writer: JournalWriter
    private let alarm: Alarm
    private var last: Task<ConfigurationChange, any Error>?

    init(folder: ConfigurationFolder, ledger: Ledger, writer: JournalWriter, alarm: Alarm) {
        self.folder = folder
        self.ledger = ledger
        self.writer = writer
        self.alarm = alarm
    }

    /// - Returns: in what it differs from the one before.
    /// - Throws: ``PatrolError/badConfiguration(faults:)`` with every fault, and as ``Ledger/adopt(_:)``.
    func run() async throws -> ConfigurationChange {
        let task = Task { [last] in
            _ = await last?.result
            return try await once()
        }
        last = task
        return try await task.value
    }

    private func once() async throws -> ConfigurationChange {
        let change: ConfigurationChange
        do {
            change = try await ledger.adopt(try folder.rulebook())
        } catch let error as PatrolError {
            refuse(error)
            throw error
        }
        if !change.isEmpty {
            // In its own language.
            write(.configurationAdopted, .adopted(change))
            alarm.ring()
        }
        return change
    }

    /// One line, whatever the number of faults: whoever reloads is told them all.
    private func refuse(_ error: PatrolError) {
        guard case .badConfiguration(let faults) = error else {
            write(.configurationRefused, .refusedFor(error))
            return
        }
        let first = faults.prefix(3).map(ledger.rules.phrases.fault)
        write(.configurationRefused, .refused(first: first, count: faults.count))
    }

    private func write(_ kind: JournalMessage.Kind, _ line: ServiceLine) {
        writer.write(
            JournalMessage(
                kind: kind,
                priority: kind == .configurationRefused ? .error : .notice,
                text: ledger.rules.phrases.service(line),
                fields: [("PATROL_CONFIG", folder.path)]
            )
        )
    }
}
