import Foundation
import Glibc
import Logging
import NIOCore
import PatrolModel
import PatrolTestSupport
import ServiceLifecycle
import Testing

@testable import PatrolServer

/// A real server on a real socket over a real ledger, whose callers are who the test says they are. It has patience
/// unless a test is about that: on a machine under load ten seconds pass between two lines of a test.
struct ServerHouse {
    let test: TestLedger
    let socket: String

    static func with(
        user: String = "u1",
        groups: Set<String> = [],
        limits: Listener.Limits = .init(request: .minutes(5), response: .minutes(5)),
        sites: [Site] = [.road("R-1"), .road("R-2")],
        _ story: @Sendable (ServerHouse, @escaping @Sendable () async -> Void) async throws -> Void
    ) async throws {
        let test = try await TestLedger(at: Zone.shanghai.at("2026-11-23 10:00"), sites: sites)
        try await serving(test, user: user, groups: groups, limits: limits, story)
        #expect(try await test.closeAndReplay() == [])
    }

    /// The same over a ledger that is there, and stays open.
    static func serving<Output: Sendable>(
        _ test: TestLedger,
        user: String,
        groups: Set<String> = [],
        limits: Listener.Limits = .init(request: .minutes(5), response: .minutes(5)),
        _ story: @Sendable (ServerHouse, @escaping @Sendable () async -> Void) async throws -> Output
    ) async throws -> Output {
        let socket = test.folder.file("s.sock")
        let (ready, signal) = AsyncStream<Void>.makeStream()
        let peer = Peer(uid: getuid(), user: user, groups: groups)
        let server = PatrolServer(
            listener: Listener(
                descriptor: try UnixSocket.listen(at: socket),
                name: socket,
                withdraw: { unlink(socket) },
                peer: { _ in peer }
            ),
            limits: limits,
            ledger: test.ledger,
            clock: test.clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onReady: { signal.finish() }
        )
        let group = ServiceGroup(
            configuration: .init(
                services: [server],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
        )
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in ready {}
            let output = try await Blocking.run {
                try await story(ServerHouse(test: test, socket: socket)) {
                    await group.triggerGracefulShutdown()
                }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return output
        }
    }

    func connect() throws -> RawConnection { try RawConnection(path: socket) }

    /// One request on a connection of its own; the status and everything that came back.
    func exchange(_ request: String) throws -> (status: Int, text: String) {
        let connection = try connect()
        connection.send(Array(request.utf8))
        connection.finishSending()
        let text = connection.readToEnd()
        return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0, text)
    }
}

/// A connection that says whatever a test wants to say.
final class RawConnection {
    private let descriptor: Int32

    init(path: String) throws {
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        // A test that would wait for ever fails instead; on a machine that is busy building, others take long.
        var timeout = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Until the other side hangs up; what it said.
    func readToEnd() -> String {
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else {
                return String(decoding: bytes, as: UTF8.self) + (count == 0 ? "" : "(timed out)")
            }
            bytes += buffer[..<count]
        }
    }

    /// Until what was said ends with a text.
    func read(until end: String) -> String {
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
        while !String(decoding: bytes, as: UTF8.self).hasSuffix(end) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
