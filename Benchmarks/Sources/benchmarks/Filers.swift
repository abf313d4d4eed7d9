import Foundation
import Glibc

/// People who file at once, each on a connection that is kept: one thread and poll(2), so that making the load takes
/// little of what is measured.
struct Filers {
    let socket: String

    /// What came of one round.
    struct Outcome {
        let seconds: Double
        /// Milliseconds from sending each filing to its whole answer.
        let latencies: [Double]

        var perSecond: Double { Double(latencies.count) / seconds }
    }

    /// Files `count` inspections and, every fourth, a hazard, from `connections` connections; a filing that is not
    /// recorded ends the run.
    func file(_ count: Int, connections: Int) throws -> Outcome {
        let filers = try (0..<connections).map { _ in try Filer(socket: socket) }
        var descriptors = filers.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        var (sent, latencies): (Int, [Double]) = (0, [])
        latencies.reserveCapacity(count)
        let start = ContinuousClock.now
        for filer in filers where sent < count {
            try filer.send(sent)
            sent += 1
        }
        while latencies.count < count {
            guard poll(&descriptors, nfds_t(descriptors.count), 60_000) > 0 else {
                throw Command.Failure(description: "no answer within a minute")
            }
            for (place, filer) in filers.enumerated() where descriptors[place].revents != 0 {
                guard let latency = try filer.receive() else { continue }
                latencies.append(latency)
                guard sent < count else { continue }
                try filer.send(sent)
                sent += 1
            }
        }
        return Outcome(seconds: (ContinuousClock.now - start) / .seconds(1), latencies: latencies)
    }
}

/// One connection.
private final class Filer {
    let descriptor: Int32
    private var answer = [UInt8](repeating: 0, count: 16384)
    private var filled = 0
    private var sentAt = ContinuousClock.now

    init(socket path: String) throws {
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else { throw Command.Failure(description: "cannot connect to \(path)") }
    }

    deinit { close(descriptor) }

    func send(_ number: Int) throws {
        let body = Filer.body(number)
        let text = """
            POST /v1/filings HTTP/1.1\r
            Host: patrold\r
            Patrol-On-Behalf-Of: inspector-1\r
            Content-Type: application/json\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """
        (filled, sentAt) = (0, ContinuousClock.now)
        let bytes = Array(text.utf8)
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw Command.Failure(description: "the daemon hung up")
        }
    }

    private static func body(_ number: Int) -> String {
        let key = UUID().uuidString.lowercased()
        let site = "WC-R-0\(10 + number % 18)"
        let words = "第\(number)次，路面平整，井盖完好，已拍照"
        guard number % 4 == 3 else {
            return
                #"{"version":1,"key":"\#(key)","verb":"inspection.file","body":{"site":"\#(site)","note":"\#(words)"}}"#
        }
        let hazard =
            #"{"category":"0103","condition":2,"severity":"general","describe":"\#(words)","isNew":true}"#
        return
            #"{"version":1,"key":"\#(key)","verb":"hazard.report","body":{"site":"\#(site)","hazard":\#(hazard)}}"#
    }

    /// Milliseconds since it was sent, once the answer is whole.
    func receive() throws -> Double? {
        let count = answer.withUnsafeMutableBytes {
            recv(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, 0)
        }
        guard count > 0 else { throw Command.Failure(description: "the daemon hung up") }
        filled += count
        guard isWhole() else { return nil }
        guard answer[9..<12].elementsEqual("200".utf8) else {
            throw Command.Failure(description: String(decoding: answer[..<filled], as: UTF8.self))
        }
        return (ContinuousClock.now - sentAt).milliseconds
    }

    /// The head says how long the body is.
    private func isWhole() -> Bool {
        let newline = UInt8(ascii: "\n")
        var (lineStart, length) = (0, 0)
        for place in 0..<filled where answer[place] == newline {
            if place - lineStart <= 1 { return filled >= place + 1 + length }
            length = contentLength(answer[lineStart..<place]) ?? length
            lineStart = place + 1
        }
        return false
    }

    private func contentLength(_ line: ArraySlice<UInt8>) -> Int? {
        let name = "content-length:".utf8
        guard line.count > name.count, zip(line, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
            return nil
        }
        return line.dropFirst(name.count).reduce(0) { sum, byte in
            (48...57).contains(byte) ? sum * 10 + Int(byte) - 48 : sum
        }
    }
}
