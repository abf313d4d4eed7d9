import Foundation
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A socket that outlasts the daemon` {
    private func house() throws -> (House, PassedSocket) {
        let house = House(daemon: try RunningDaemon())
        return (house, try PassedSocket(at: house.daemon.socket))
    }

    @Test func letsWhoeverDialsBeforeTheDaemonRunsWaitForIt() async throws {
        try await Blocking.run {
            let (house, socket) = try house()
            let early = Callers(4, at: socket.path)
            try house.daemon.start(passing: socket.descriptor)
            let file = "patrold 已启动：武昌区，套接字 \(socket.path)"
            #expect(house.daemon.log.contains(file))
            try house.done("site", "import", try house.roster())
            let tally = early.goHome()
            #expect(tally.unreachable == 0)
            // Before the roster was imported there was no such site: an answer all the same.
            #expect(tally.letDown.allSatisfy { $0 == "404" }, "\(tally.letDown)")
            house.daemon.stop()
        }
    }

    @Test func refusesNobodyThoughTheDaemonIsStoppedAndStartedAgainAndAgain() async throws {
        try await Blocking.run {
            let (house, socket) = try house()
            try house.daemon.start(passing: socket.descriptor)
            try house.done("site", "import", try house.roster())
            let callers = Callers(4, at: socket.path)
            for _ in 0..<8 {
                let before = callers.recorded
                while callers.recorded < before + 8 { usleep(1000) }
                #expect(house.daemon.stop() == 0)
                #expect(access(socket.path, F_OK) == 0)
                try house.daemon.start(passing: socket.descriptor)
            }
            let tally = callers.goHome()
            #expect(tally.letDown == [] && tally.unreachable == 0)
            #expect(tally.recorded >= 64)
            #expect(house.daemon.stop() == 0)
            #expect(try house.daemon.replay() == [])
        }
    }

    @Test func keepsEachFilingSingleThoughTheDaemonIsKilled() async throws {
        try await Blocking.run {
            let (house, socket) = try house()
            try house.daemon.start(passing: socket.descriptor)
            try house.done("site", "import", try house.roster())
            for round in 0..<4 {
                house.daemon.stop(SIGKILL)
                // Dials while nobody runs, and is answered by the next.
                async let outcome = Blocking.run {
                    try house.daemon.patrol(["inspect", "R-1", "--as", "inspector", "--note", "第\(round)轮"])
                }
                try house.daemon.start(passing: socket.descriptor)
                #expect(try await outcome.status == 0)
            }
            #expect(house.daemon.stop() == 0)
            #expect(try house.daemon.replay() == [])
        }
    }

    @Test func isNotPassedOnToOthers() async throws {
        try await Blocking.run {
            let (house, socket) = try house()
            try house.daemon.start(passing: socket.descriptor)
            let pid = try #require(house.daemon.processID)
            let flags = try String(contentsOfFile: "/proc/\(pid)/fdinfo/3", encoding: .utf8)
            // O_CLOEXEC is 02000000 in octal.
            #expect(flags.contains(/flags:\s+0?2\d{6}/), "\(flags)")
            house.daemon.stop()
        }
    }

    @Test func mustBeAListeningStreamSocket() async throws {
        try await Blocking.run {
            let daemon = try RunningDaemon()
            let deaf = try PassedSocket(at: daemon.folder.file("deaf"), isListening: false)
            let datagram = try PassedSocket(
                at: daemon.folder.file("d"),
                type: SOCK_DGRAM,
                isListening: false
            )
            for socket in [deaf, datagram] {
                let failure = #expect(throws: BackgroundProgram.NotReady.self) {
                    try daemon.start(passing: socket.descriptor)
                }
                #expect(failure?.status == 78)
                #expect(failure?.log.contains("systemd 交来的套接字不是监听中的") == true, "\(failure?.log ?? "")")
            }
            #expect(!FileManager.default.fileExists(atPath: daemon.ledger))
        }
    }
}

@Suite struct `A socket that ends with the daemon` {
    @Test func hangsUpOnNobodyWhoHasDialled() async throws {
        try await House.with { house in
            let callers = Callers(4, at: house.daemon.socket)
            for _ in 0..<8 {
                let before = callers.recorded
                while callers.recorded < before + 8 { usleep(1000) }
                #expect(house.daemon.stop() == 0)
                #expect(access(house.daemon.socket, F_OK) != 0)
                try house.daemon.start()
            }
            let tally = callers.goHome()
            #expect(tally.letDown == [])
            #expect(tally.recorded >= 64)
        }
    }
}
