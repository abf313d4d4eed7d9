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
        let passed = PassedSockets.take()
        guard passed.count < 2, passed.allSatisfy(PassedSockets.isListening) else {
            throw PatrolError.unsuitableSockets(count: passed.count)
        }
        // It would end the daemon, and there is nobody at a terminal to hang up; patrold reload says what came of it.
        signal(SIGHUP, SIG_IGN)
        Daemon.allowDescriptors()
        let configuration = ConfigurationFolder(path: config)
        let rules = RulesInForce(try configuration.rulebook())
        let folder = try StateFolder(path: state)
        let clock = SystemClock()
        let (pulse, status) = (Pulse(watchdog: ServiceManager.takeWatchdog()), ServiceStatus(rules))
        status.say(.opening)
        let writer = JournalWriter(destination)
        let logger = Logger(label: "patrold") { _ in JournalLogHandler(writer: writer) }
        let alarm = Alarm()
        let health = HealthJournal(writer: writer, rules: rules, alarm: alarm)
        let ledger = try await Ledger.open(
            path: folder.ledger,
            rules: rules,
            clock: clock,
            health: LedgerHealth { health.say($0) },
            onProgress: { pulse.step() }
        )
        try await warnOfEarlierClock(ledger, clock, writer)
        let hooks = Alarm()
        let scheduler = Scheduler(
            ledger: ledger,
            clock: clock,
            reminders: Reminders(
                ledger: ledger,
                writer: writer,
                sheets: MorningSheets(ledger: ledger, clock: clock),
                onProgress: { pulse.step() }
            ),
            story: HazardStory(ledger: ledger, writer: writer, folder: folder),
            heads: ChainHeads(ledger: ledger, clock: clock, writer: writer),
            writer: writer,
            logger: logger,
            alarm: alarm,
            hooks: hooks,
            pulse: pulse,
            status: status
        )
        let hookRunner = HookRunner(
            ledger: ledger,
            digests: ReminderDigests(ledger: ledger, clock: clock),
            writer: writer,
            logger: logger,
            alarm: hooks,
            clock: clock
        )
        // What was missed while nobody ran is settled before the first question is answered.
        status.say(.catchingUp)
        try await catchUp(scheduler, logger)
        let listener = try passed.first.map { Listener.inherited($0) } ?? Listener.own(at: socket)
        defer { listener.withdraw?() }
        let started = rules.phrases.journal(
            .started(district: rules.rulebook.configuration.district.name, socket: listener.name)
        )
        let reload = ConfigurationReload(
            folder: configuration,
            ledger: ledger,
            writer: writer,
            alarm: alarm
        )
        let server = PatrolServer(
            listener: listener,
            ledger: ledger,
            clock: clock,
            logger: logger,
            onChange: { alarm.ring() },
            onReady: {
                writer.write(JournalMessage(kind: .started, priority: .info, text: started))
                ServiceManager.ready(started)
                pulse.started()
                alarm.ring()
            },
            onStop: { ServiceManager.stopping(rules.phrases.service(.stopping)) },
            onReload: { try await reload.run() }
        )
        try await serve([hookRunner, scheduler, server], logger)
        // The last chance to save what only this process still holds.
        try await scheduler.rescueIfRemoved()
        if ledger.trouble == .removed { throw PatrolError.ledgerUnavailable(trouble: .removed) }
        do {
            try ledger.close()
        } catch {
            // All is in the write-ahead log, and folded in at the next start.
            logger.warning("could not fold the write-ahead log in", metadata: ["cause": "\(error)"])
        }
        writer.write(JournalMessage(kind: .stopped, priority: .info, text: rules.phrases.journal(.stopped)))
        withExtendedLifetime(folder) {}
    }

    private func catchUp(_ scheduler: Scheduler, _ logger: Logger) async throws {
        do {
            try await scheduler.turn()
        } catch let error as PatrolError {
            throw error
        } catch {
            logger.error("could not bring the ledger up to now", metadata: ["cause": "\(error)"])
            throw PatrolError.internalFailure
        }
    }

    /// As many as the service manager lets it have: programs start with the low limit of select(2).
    private static func allowDescriptors() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// What is recorded bears the clock's time, whatever it is: that it runs behind the record is said.
    private func warnOfEarlierClock(
        _ ledger: Ledger,
        _ clock: SystemClock,
        _ writer: JournalWriter
    ) async throws {
        let behind = try await ledger.lastInstant() - clock.now()
        guard behind > Scheduler.tolerance else { return }
        writer.write(
            JournalMessage(
                kind: .clockStepped,
                priority: .warning,
                text: ledger.rules.phrases.journal(.clockBehind(seconds: behind)),
                fields: [("PATROL_STEP", String(-behind))]
            )
        )
    }

    /// SIGTERM and SIGINT stop it: no new connection, what is under way is finished, all within 5 s.
    private func serve(_ services: [any Service], _ logger: Logger) async throws {
        // A ledger that had to be saved ends the scheduler, and with it the whole in good order.
        var configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup)
            },
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
