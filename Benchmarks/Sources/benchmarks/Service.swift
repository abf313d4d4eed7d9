import Foundation
import Glibc

/// What the service costs while nobody asks it anything, on a ledger of 100,000 hazards: how soon it is ready, what it
/// holds in memory once it has served its lists, and how often it wakes.
struct Service {
    let programs: String
    let house: House
    let folder: String
    /// Seconds for which nobody asks.
    let idle: Int

    private static let starts = 5

    /// The house is stopped; another daemon is started on its ledger, as systemd starts it.
    func measure() throws -> [String] {
        house.stop()
        var ready: [Double] = []
        for _ in 0..<Service.starts {
            let (daemon, time) = try start()
            ready.append(time.milliseconds)
            stop(daemon)
        }
        let (daemon, _) = try start()
        defer { stop(daemon) }
        try serveLists()
        let resident = try megabytesResident(daemon)
        let (switches, seconds) = try rest(daemon)
        return [
            "start to READY with \(Overdue.hazards) hazards: \(ready.summary) ms (at most 1000)",
            "resident after its lists were served: \(resident.rounded(1)) MB (at most 60)",
            "idle for \(idle) s: \(switches) voluntary context switches (at most \(100 * idle / 300)), \(seconds.rounded(2)) s of CPU (at most \((0.1 * Double(idle) / 300).rounded(3)))",
        ]
    }

    private func serveLists() throws {
        let lists = [
            ["overdue"], ["hazard", "list", "--json"], ["today", "--as", "inspector-1"],
            ["duty", "list", "--json"],
            ["site", "list", "--json"], ["event", "list", "--json", "--as", "auditor"], ["status"],
        ]
        for list in lists { _ = try house.command(list).time() }
    }

    /// A daemon of the service manager's, and the time from its start to `READY=1`.
    private func start() throws -> (pid_t, Duration) {
        let manager = try Manager(at: folder + "/n")
        let clock = ContinuousClock()
        let began = clock.now
        let daemon = try Command(
            path: programs + "/patrold",
            arguments: house.daemonArguments,
            environment: ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "180000000"]
        ).spawn(log: folder + "/service-log")
        guard manager.waitUntilReady() else {
            throw Command.Failure(description: "patrold was not ready within a minute")
        }
        return (daemon, clock.now - began)
    }

    private func stop(_ daemon: pid_t) {
        kill(daemon, SIGTERM)
        _ = Command.wait(daemon)
    }

    private func megabytesResident(_ daemon: pid_t) throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(daemon)/status", encoding: .utf8)
        return Double(Service.number("VmRSS:", in: status)) / 1024
    }

    /// Counted thread by thread and every second, so that what a thread did before it ended is not lost.
    private func rest(_ daemon: pid_t) throws -> (switches: Int, seconds: Double) {
        // What the lists have set going, such as threads that end for want of work, is over then.
        sleep(15)
        let (first, began) = (try switches(daemon), try ticks(daemon))
        var last = first
        for _ in 0..<idle {
            sleep(1)
            last.merge(try switches(daemon)) { $1 }
        }
        let all = last.reduce(0) { $0 + $1.value - (first[$1.key] ?? 0) }
        return (all, Double(try ticks(daemon) - began) / Double(sysconf(Int32(_SC_CLK_TCK))))
    }

    private func switches(_ daemon: pid_t) throws -> [String: Int] {
        let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon)/task")
        return Dictionary(
            uniqueKeysWithValues: threads.compactMap { thread in
                let file = "/proc/\(daemon)/task/\(thread)/status"
                guard let status = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
                return (thread, Service.number("\nvoluntary_ctxt_switches:", in: status))
            }
        )
    }

    /// Of CPU, in all of its threads, those that have ended too (proc(5)).
    private func ticks(_ daemon: pid_t) throws -> Int {
        let line = try String(contentsOfFile: "/proc/\(daemon)/stat", encoding: .utf8)
        let fields = line.drop { $0 != ")" }.split(separator: " ").dropFirst()
        return fields.dropFirst(11).prefix(2).reduce(0) { $0 + (Int($1) ?? 0) }
    }

    private static func number(_ name: String, in status: String) -> Int {
        guard let place = status.firstRange(of: name) else { return 0 }
        let digits = status[place.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber }
        return Int(digits) ?? 0
    }
}

/// Stands for systemd: hears what the service says of itself (sd_notify(3)).
private final class Manager {
    let path: String
    private let descriptor: Int32

    init(at path: String) throws {
        self.path = path
        unlink(path)
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw Command.Failure(description: "cannot bind \(path)") }
    }

    deinit { close(descriptor) }

    func waitUntilReady() -> Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&state, 1, 60_000) > 0 {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            let said = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
            if said.split(separator: "\n").contains("READY=1") { return true }
        }
        return false
    }
}
