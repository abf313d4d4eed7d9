import Glibc
import PatrolWire

/// HTTP/1.1 over the daemon's Unix socket with plain blocking calls: no threads, no event loop, nothing to warm up.
package struct UnixTransport: Transport {
    private let path: String
    /// How long one read or write may take.
    private let timeoutSeconds: Int

    package init(path: String, timeoutSeconds: Int = 70) {
        self.path = path
        self.timeoutSeconds = timeoutSeconds
    }

    package func send(
        _ request: DaemonRequest,
        onSent: (_ bytes: Int) -> Void,
        onBody: (_ part: [UInt8]) -> Void
    ) throws(TransportFailure) -> ResponseHead {
        let descriptor = try connect()
        defer { close(descriptor) }
        write(bytes(of: request), to: descriptor, onSent)
        // The daemon may have answered and hung up before it read everything: what it said still counts.
        var reader = ResponseReader(descriptor: descriptor)
        return try reader.read(onBody)
    }

    private func connect() throws(TransportFailure) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { throw .unreachable }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .unreachable }
        var timeout = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &timeout, socklen_t(MemoryLayout<timeval>.size))
        }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0 else {
            let isForbidden = errno == EACCES || errno == EPERM
            close(descriptor)
            throw isForbidden ? .forbidden : .unreachable
        }
        return descriptor
    }

    private func bytes(of request: DaemonRequest) -> [UInt8] {
        var head = "\(request.method) \(request.target) HTTP/1.1\r\nHost: patrold\r\nConnection: close\r\n"
        for header in request.headers { head += "\(header.name): \(header.value)\r\n" }
        if let body = request.body {
            head += "Content-Type: \(request.contentType)\r\nContent-Length: \(body.count)\r\n"
        }
        return Array((head + "\r\n").utf8) + (request.body ?? [])
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32, _ onSent: (Int) -> Void) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, min($0.count, 1 << 18), Int32(MSG_NOSIGNAL))
            }
            if count < 0 && errno == EINTR && Interruption.received == nil { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
            onSent(bytes.count - rest.count)
        }
    }
}

/// Reads one HTTP/1.1 response: its length given, chunked, or up to the end of the stream (RFC 9112, section 6.3).
private struct ResponseReader {
    private enum Framing { case length(Int), chunked, untilEnd }

    private static let asOf = Route.asOf.lowercased() + ":"

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var position = 0
    private var chunk = [UInt8](repeating: 0, count: 65536)

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    mutating func read(_ onBody: ([UInt8]) -> Void) throws(TransportFailure) -> ResponseHead {
        let (head, framing) = try head()
        switch framing {
        case .length(let length): try pass(length, onBody)
        case .chunked: try passChunks(onBody)
        case .untilEnd: while try fill() { try pass(buffer.count - position, onBody) }
        }
        return head
    }

    private mutating func head() throws(TransportFailure) -> (ResponseHead, Framing) {
        let status = try line().split(separator: " ")
        guard status.count >= 2, status[0].hasPrefix("HTTP/1."), let code = Int(status[1]) else {
            throw .noAnswer
        }
        var (head, framing) = (ResponseHead(status: code), Framing.untilEnd)
        while true {
            let header = try line()
            guard !header.isEmpty else { return (head, framing) }
            let lowered = header.lowercased()
            if lowered.hasPrefix("content-length:"),
                let length = Int(lowered.dropFirst(15).filter { $0 != " " })
            {
                framing = .length(length)
            }
            if lowered.hasPrefix("content-language:") {
                head.language = String(lowered.dropFirst(17).filter { $0 != " " })
            }
            if lowered.hasPrefix(ResponseReader.asOf) {
                head.asOf = AsOf(header.dropFirst(ResponseReader.asOf.count))
            }
            if lowered.hasPrefix("transfer-encoding:"), lowered.contains("chunked") { framing = .chunked }
        }
    }

    private mutating func passChunks(_ onBody: ([UInt8]) -> Void) throws(TransportFailure) {
        while true {
            let size = try line().prefix { $0 != ";" }
            guard let length = Int(size, radix: 16), length >= 0 else { throw .noAnswer }
            try pass(length, onBody)
            _ = try line()
            if length == 0 { return }
        }
    }

    private mutating func pass(_ length: Int, _ onBody: ([UInt8]) -> Void) throws(TransportFailure) {
        var left = length
        while left > 0 {
            if position == buffer.count, try !fill() { throw .noAnswer }
            let part = buffer[position..<min(position + left, buffer.count)]
            onBody(Array(part))
            position += part.count
            left -= part.count
        }
    }

    /// Up to the next CRLF, at most 64 KiB.
    private mutating func line() throws(TransportFailure) -> String {
        var text: [UInt8] = []
        while text.count <= 65536 {
            if position == buffer.count, try !fill() { throw .noAnswer }
            let byte = buffer[position]
            position += 1
            if byte == UInt8(ascii: "\n") {
                if text.last == UInt8(ascii: "\r") { text.removeLast() }
                return String(decoding: text, as: UTF8.self)
            }
            text.append(byte)
        }
        throw .noAnswer
    }

    /// False at the end of the stream.
    private mutating func fill() throws(TransportFailure) -> Bool {
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count < 0 && errno == EINTR && Interruption.received == nil { continue }
            guard count >= 0 else { throw .noAnswer }
            (buffer, position) = (Array(chunk[..<count]), 0)
            return count > 0
        }
    }
}
