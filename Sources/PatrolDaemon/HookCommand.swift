import Glibc
import PatrolModel
import Subprocess
import Synchronization
import SystemPackage
import Systemd

/// One run of a rule's command.
struct HookCommand: Sendable {
    enum Ending: Equatable, CustomStringConvertible, Sendable {
        case done
        /// `said` is the last line it printed; empty where it printed none.
        case exited(Int32, said: String)
        case signalled(Int32, said: String)
        case tookTooLong(seconds: Int)
        case notStarted

        /// The same in every language: it goes into the record too.
        var description: String {
            switch self {
            case .done: "exit 0"
            case .exited(let status, let said): "exit \(status)" + (said.isEmpty ? "" : ": \(said)")
            case .signalled(let signal, let said): "signal \(signal)" + (said.isEmpty ? "" : ": \(said)")
            case .tookTooLong(let seconds): "timeout \(seconds) s"
            case .notStarted: "cannot execute"
            }
        }
    }

    /// Bytes of what it prints that are looked at; the rest is refused, so that it cannot fill the memory or the journal.
    private static let mostPrinted = 65536

    private let hook: ReminderRule.Hook
    private let rule: String
    private let reminder: String

    init(_ hook: ReminderRule.Hook, rule: String, reminder: String) {
        self.hook = hook
        self.rule = rule
        self.reminder = reminder
    }

    /// The processes of one run.
    private final class Group: Sendable {
        let leader = Mutex<Int32?>(nil)
    }

    /// Ends it, and what it has started, where it takes too long or the task is cancelled.
    func run(_ input: [UInt8]) async -> Ending {
        let group = Group()
        let ending = await withTaskGroup(of: Ending.self) { tasks in
            tasks.addTask {
                await runToItsEnd(input) { process in group.leader.withLock { $0 = process } }
            }
            tasks.addTask {
                try? await Task.sleep(for: .seconds(hook.timeLimit))
                return .tookTooLong(seconds: hook.timeLimit)
            }
            let first = await tasks.next() ?? .tookTooLong(seconds: hook.timeLimit)
            tasks.cancelAll()
            return first
        }
        // The library lets go of the group once its leader has ended: what the leader left behind is ended here.
        if ending != .done, let leader = group.leader.withLock({ $0 }) { kill(-leader, SIGKILL) }
        return ending
    }

    private func runToItsEnd(_ input: [UInt8], onStart: @escaping @Sendable (Int32) -> Void) async -> Ending {
        // Files and no pipes: a command need not read what it is given, and swift-subprocess 1.0.2 ends the whole program
        // where the other end of its pipe goes away.
        guard let file = MemoryFile.holding(input) else { return .notStarted }
        guard let printed = MemoryFile.taking(Self.mostPrinted) else {
            close(file)
            return .notStarted
        }
        defer { close(printed) }
        let output = FileDescriptor(rawValue: printed)
        do {
            let result = try await Subprocess.run(
                .path(FilePath(hook.command[0])),
                arguments: Arguments(Array(hook.command.dropFirst())),
                environment: environment,
                workingDirectory: "/",
                platformOptions: options,
                input: .fileDescriptor(FileDescriptor(rawValue: file), closeAfterSpawningProcess: true),
                output: .fileDescriptor(output, closeAfterSpawningProcess: false),
                error: .fileDescriptor(output, closeAfterSpawningProcess: false)
            ) { execution in
                onStart(execution.processIdentifier.value)
            }
            return switch result.terminationStatus {
            case .exited(0): .done
            case .exited(let status): .exited(status, said: lastLine(printed))
            case .signaled(let signal): .signalled(signal, said: lastLine(printed))
            }
        } catch {
            return .notStarted
        }
    }

    private var options: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
        ]
        return options
    }

    private func lastLine(_ printed: Int32) -> String {
        let text = String(decoding: MemoryFile.written(to: printed), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
        return String(line.filter { !$0.isNewline && $0 != "\u{1B}" }.prefix(200))
    }

    /// Nothing of the daemon's own: neither its notify socket nor its watchdog.
    private var environment: Environment {
        .custom([
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "PATROL_RULE": rule,
            "PATROL_REMINDER": reminder,
        ])
    }
}
