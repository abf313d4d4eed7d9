import Glibc
import PatrolModel
import PatrolWire

/// A file named on the command line.
enum InputFile {
    /// Its bytes as UTF-8, whatever a spreadsheet saved it in.
    /// - Throws: as ``bytes(_:)``, and ``PatrolError/invalidUTF8(place:)`` where it is neither UTF-8 nor GB18030.
    static func text(_ path: String) throws(PatrolError) -> [UInt8] {
        let bytes = try bytes(path)
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        guard let converted = fromGB18030(bytes) else { throw .invalidUTF8(place: path) }
        return converted
    }

    /// Nil where the bytes are not GB18030 either, or this machine's C library cannot read it (iconv(3)).
    private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        // Two bytes of GB18030 become three of UTF-8 at the most.
        var (source, target) = (bytes, [UInt8](repeating: 0, count: bytes.count * 2 + 16))
        let (length, size) = (source.count, target.count)
        let written: Int? = source.withUnsafeMutableBytes { input in
            target.withUnsafeMutableBytes { output in
                var (from, to) = (
                    input.baseAddress?.assumingMemoryBound(to: CChar.self),
                    output.baseAddress?.assumingMemoryBound(to: CChar.self)
                )
                var (left, room) = (length, size)
                let result = iconv(converter, &from, &left, &to, &room)
                return result == -1 || left > 0 ? nil : size - room
            }
        }
        return written.map { Array(target[..<$0]) }
    }

    /// Its bytes; `-` is standard input. At most as many as the daemon takes.
    /// - Throws: ``PatrolError/unreadableFile(path:)``, ``PatrolError/bodyTooLarge(limitBytes:)``.
    static func bytes(_ path: String) throws(PatrolError) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadableFile(path: path) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadableFile(path: path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= Route.rosterLimit else { throw .bodyTooLarge(limitBytes: Route.rosterLimit) }
        }
    }
}
