import Glibc
import Logging
import PatrolLedger
import PatrolModel
import PatrolServer
import PatrolText
import PatrolWire
import ServiceLifecycle
import Systemd

/// Wires the parts together and runs them until told to stop.
struct Daemon {
    let config: String
    let state: String
    let socket: String
    let destination: JournalWriter.Destination

    /// - Throws: ``PatrolError`` where it cannot start; it has changed nothing then.
    func run() async throws {
        let rulebook = try ConfigurationFolder(path: config).rulebook()
        let folder = try StateFolder(path: state)
        let clock = SystemClock()
        let phrases = (Language(rawValue: rulebook.configuration.language) ?? .zh).phrases
        let writer = JournalWriter(destination)
        let logger = Logger(label: "patrold") { _ in JournalLogHandler(writer: writer) }
        let ledger = try await Ledger.open(
            path: folder.ledger,
            rulebook: rulebook,
            clock: clock
        )
        let alarm = Alarm()
        let scheduler = Scheduler(
            ledger: ledger,
            clock: clock,
            reminders: Reminders(ledger: ledger, writer: writer, phrases: phrases),
            writer: writer,
            phrases: phrases,
            logger: logger,
            alarm: alarm
        )
        // What was missed while nobody ran is settled before the first question is answered.
        try await catchUp(scheduler, logger)
        let descriptor = try UnixSocket.listen(at: socket)
        let identity = FileIdentity(path: socket)
        defer { UnixSocket.remove(socket, boundAs: identity) }
        let started = phrases.journal(
            .started(district: rulebook.configuration.district.name, socket: socket)
        )
        let server = PatrolServer(
            listener: Listener(descriptor: descriptor, name: socket),
            ledger: ledger,
            clock: clock,
            logger: logger,
            onChange: { alarm.ring() },
            onReady: {
                writer.write(JournalMessage(kind: .started, priority: .info, text: started))
                ServiceManager.ready(started)
            },
            onStop: { ServiceManager.stopping() }
        )
        try await serve([scheduler, server], logger)
        try ledger.close()
        writer.write(JournalMessage(kind: .stopped, priority: .info, text: phrases.journal(.stopped)))
        withExtendedLifetime(folder) {}
    }

    private func catchUp(_ scheduler: Scheduler, _ logger: Logger) async throws {
        do {
            try await scheduler.turn()
        } catch {
            logger.error("could not bring the ledger up to now", metadata: ["cause": "\(error)"])
            throw PatrolError.internalFailure
        }
    }

    /// SIGTERM and SIGINT stop it: no new connection, what is under way is finished, all within 5 s.
    private func serve(_ services: [any Service], _ logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(3)
        let group = ServiceGroup(configuration: configuration)
        do {
            try await group.run()
        } catch is CancellationError {
            // Callers who had not finished their request are cut off; nobody of them has a receipt.
        }
    }
}
