import Foundation
import Glibc
import PatrolLedger
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `The daemon` {
    @Test func isAloneOnItsLedgerAndItsSocket() async throws {
        try await House.with { house in
            let daemon = house.daemon
            func second(state: String) throws -> Program.Outcome {
                let arguments = [
                    "run", "--config", daemon.folder.file("config"), "--state", state, "--socket",
                    daemon.socket,
                ]
                return try Program(RunningDaemon.binaries + "/patrold").run(
                    arguments.map { Array($0.utf8) },
                    environment: ["LC_ALL": "en"]
                )
            }
            let sameLedger = try second(state: daemon.state)
            #expect(sameLedger.status == 1 && sameLedger.error.contains("another patrold runs on"))
            let sameSocket = try second(state: daemon.folder.file("other"))
            #expect(sameSocket.status == 1 && sameSocket.error.contains("another program answers at"))
            try house.done("status")
        }
    }

    @Test func stopsWithinFiveSecondsWhateverItsCallersDo() async throws {
        try await House.with { house in
            let stalled = try StalledCaller(socket: house.daemon.socket)
            let started = ContinuousClock.now
            #expect(house.daemon.stop() == 0)
            #expect(ContinuousClock.now - started < .seconds(5))
            withExtendedLifetime(stalled) {}
            #expect(!FileManager.default.fileExists(atPath: house.daemon.socket))
            try house.daemon.start()
        }
    }

    @Test func refusesABadConfigurationAndNamesEveryFault() async throws {
        let daemon = try RunningDaemon()
        _ = try daemon.folder.write("district: {}\nzne: x\n", to: "config/patrol.yaml")
        let failure = #expect(throws: BackgroundProgram.NotReady.self) { try daemon.start() }
        #expect(failure?.status == 78)
        #expect(
            failure?.log.contains("patrol.yaml:2:1 有未知的键“zne”，是否指“zone”？") == true,
            "\(failure?.log ?? "")"
        )
        #expect(!FileManager.default.fileExists(atPath: daemon.ledger))
    }

    @Test func speaksItsConfigurationsLanguageToWhoeverAsksForNone() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            let file = daemon.folder.file("config/patrol.yaml")
            let settings = try String(contentsOfFile: file, encoding: .utf8)
            _ = try daemon.folder.write("language: en\n" + settings, to: "config/patrol.yaml")
            try daemon.start()
            defer { daemon.stop() }
            #expect(try daemon.patrol(["overdue"], language: "C").output == "nothing is overdue\n")
            #expect(
                try daemon.patrol(["site", "show", "x"], language: "C").error.contains("there is no site 'x'")
            )
            #expect(try daemon.patrol(["overdue"], language: "zh").output == "没有逾期隐患\n")
            #expect(try daemon.patrol(["overdue", "--language", "zh"], language: "C").output == "没有逾期隐患\n")
        }
    }

    @Test func leavesALedgerThatItCannotReadAsItIs() async throws {
        let daemon = try RunningDaemon()
        _ = try daemon.folder.write("no database", to: "state/ledger.sqlite")
        let failure = #expect(throws: BackgroundProgram.NotReady.self) { try daemon.start() }
        #expect(failure?.status == 65)
        #expect(failure?.log.contains("patrold restore") == true)
        #expect(try String(contentsOfFile: daemon.ledger, encoding: .utf8) == "no database")
    }

    @Test func recordsEachFilingOnceThoughItIsKilledWhileManyFile() async throws {
        try await House.with { house in
            let rounds = 6
            for round in 0..<rounds {
                let keys = (0..<8).map { _ in FilingKey.random() }
                let outcomes = Outcomes()
                DispatchQueue.concurrentPerform(iterations: keys.count + 1) { index in
                    guard index < keys.count else {
                        // Killed as soon as the first of this round is on disk, while the others are under way.
                        outcomes.waitForFirst()
                        house.daemon.stop(SIGKILL)
                        return
                    }
                    let outcome = try? house.daemon.patrol(filing(round, index, keys[index]))
                    outcomes.add(index, outcome?.status ?? -1)
                }
                try house.daemon.start()
                for (index, key) in keys.enumerated() {
                    try house.done(filing(round, index, key))
                }
                #expect(outcomes.all.values.allSatisfy { $0 == 0 || $0 == 75 })
            }
            let inspections = try house.array("event", "list").filter {
                ($0["event"] as? [String: Any])?["verb"] as? String == "inspection.file"
            }
            #expect(inspections.count == rounds * 8)
            try house.done("event", "verify")
        }
    }

    private func filing(_ round: Int, _ index: Int, _ key: FilingKey) -> [String] {
        ["inspect", "R-1", "--as", "inspector", "--note", "第\(round)轮\(index)", "--key", key.text]
    }
}

/// What came of filings that ran at once.
private final class Outcomes: @unchecked Sendable {
    private let condition = NSCondition()
    private var statuses: [Int: Int32] = [:]

    var all: [Int: Int32] { condition.withLock { statuses } }

    func add(_ index: Int, _ status: Int32) {
        condition.withLock {
            statuses[index] = status
            condition.broadcast()
        }
    }

    func waitForFirst() {
        condition.withLock {
            while statuses.isEmpty { condition.wait() }
        }
    }
}

/// Somebody who begins a request and never ends it.
private final class StalledCaller {
    private let descriptor: Int32

    init(socket path: String) throws {
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(connected == 0)
        // A whole request first, so that the daemon is known to hold the connection; then half of another.
        let text =
            "GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\nPOST /v1/filings HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"
        _ = text.withCString { send(descriptor, $0, strlen($0), 0) }
        var byte: UInt8 = 0
        try #require(recv(descriptor, &byte, 1, 0) == 1)
    }

    deinit { close(descriptor) }
}
