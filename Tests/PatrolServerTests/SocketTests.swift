import Foundation
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolServer

@Suite struct `The daemon's own socket` {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("s.sock")
    }

    @Test func isForItsOwnerAndGroupOnly() throws {
        let descriptor = try UnixSocket.listen(at: path)
        defer { close(descriptor) }
        var status = stat()
        #expect(lstat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o660)
    }

    @Test func isNotTakenFromALiveDaemon() throws {
        let descriptor = try UnixSocket.listen(at: path)
        defer { close(descriptor) }
        let identity = FileIdentity(path: path)
        #expect(throws: PatrolError.socketInUse(path: path)) { try UnixSocket.listen(at: path) }
        #expect(FileIdentity(path: path) == identity)
        _ = try RawConnection(path: path)
    }

    @Test func replacesADeadOne() throws {
        close(try UnixSocket.listen(at: path))
        let descriptor = try UnixSocket.listen(at: path)
        defer { close(descriptor) }
        _ = try RawConnection(path: path)
    }

    @Test func leavesAFileThatIsNoSocketAlone() throws {
        _ = try folder.write("keep me", to: "s.sock")
        #expect(throws: PatrolError.cannotOpen(path: path, detail: "not a socket")) {
            try UnixSocket.listen(at: path)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "keep me")
    }

    @Test func cannotHaveAPathLongerThanTheKernelTakes() {
        let long = folder.file(String(repeating: "x", count: 120))
        #expect(throws: PatrolError.cannotOpen(path: long, detail: "File name too long")) {
            try UnixSocket.listen(at: long)
        }
    }

    @Test func isRemovedOnlyByWhoeverBoundIt() throws {
        let first = try UnixSocket.listen(at: path)
        let identity = FileIdentity(path: path)
        close(first)
        let second = try UnixSocket.listen(at: path)
        defer { close(second) }
        UnixSocket.remove(path, boundAs: identity)
        #expect(FileManager.default.fileExists(atPath: path))
        UnixSocket.remove(path, boundAs: FileIdentity(path: path))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func callersAreWhoTheKernelSays() throws {
        var ends: [Int32] = [-1, -1]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        defer { ends.forEach { close($0) } }
        let peer = try #require(Peer(descriptor: ends[0]))
        #expect(peer.uid == getuid())
        #expect(peer.user == String(cString: getpwuid(getuid()).pointee.pw_name))
        #expect(peer.groups.contains(String(cString: getgrgid(getgid()).pointee.gr_name)))
    }

    @Test func whatIsNoSocketHasNoCaller() {
        #expect(Peer(descriptor: -1) == nil)
    }
}
