extension Zone {
    /// Reads the bytes of a TZif file, versions 1 to 4 (RFC 8536, section 3); nil where they are not one.
    package init?(name: String, tzif bytes: [UInt8]) {
        var reader = TZifReader(bytes: bytes)
        guard let first = reader.header() else { return nil }
        guard first.version >= UInt8(ascii: "2") else {
            guard let block = reader.block(first, timeSize: 4) else { return nil }
            self.init(name: name, block: block, rule: nil)
            return
        }
        reader.skip(first.length(timeSize: 4))
        guard let second = reader.header(), let block = reader.block(second, timeSize: 8),
            let footer = reader.footer()
        else { return nil }
        let rule = PosixZoneRule(footer)
        guard footer.isEmpty || rule != nil else { return nil }
        self.init(name: name, block: block, rule: rule)
    }

    private init(name: String, block: TZifReader.Block, rule: PosixZoneRule?) {
        self.init(name: name, transitions: block.transitions, offsets: block.offsets, rule: rule)
    }
}

/// A cursor over the bytes of a TZif file; every read past the end is nil.
private struct TZifReader {
    struct Header {
        let version: UInt8
        let isUTCount, isStandardCount, leapCount, timeCount, typeCount, characterCount: Int

        func length(timeSize: Int) -> Int {
            timeCount * timeSize + timeCount + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
                + isStandardCount + isUTCount
        }
    }

    struct Block {
        var transitions: [Int64] = []
        var offsets: [Int] = []
    }

    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func skip(_ count: Int) {
        position += count
    }

    mutating func header() -> Header? {
        guard position >= 0, bytes.count - position >= 44,
            bytes[position..<position + 4].elementsEqual("TZif".utf8)
        else { return nil }
        let version = bytes[position + 4]
        position += 20
        var counts: [Int] = []
        for _ in 0..<6 {
            guard let count = integer(4), (0...1_000_000).contains(count) else { return nil }
            counts.append(Int(count))
        }
        guard counts[4] > 0 else { return nil }
        return Header(
            version: version,
            isUTCount: counts[0],
            isStandardCount: counts[1],
            leapCount: counts[2],
            timeCount: counts[3],
            typeCount: counts[4],
            characterCount: counts[5]
        )
    }

    mutating func block(_ header: Header, timeSize: Int) -> Block? {
        let end = position + header.length(timeSize: timeSize)
        guard end <= bytes.count else { return nil }
        var block = Block()
        for _ in 0..<header.timeCount {
            guard let time = integer(timeSize) else { return nil }
            block.transitions.append(time)
        }
        let types = bytes[position..<position + header.timeCount].map(Int.init)
        position += header.timeCount
        var typeOffsets: [Int] = []
        for _ in 0..<header.typeCount {
            guard let offset = integer(4) else { return nil }
            typeOffsets.append(Int(offset))
            position += 2
        }
        guard types.allSatisfy({ $0 < typeOffsets.count }) else { return nil }
        block.offsets = [typeOffsets[0]] + types.map { typeOffsets[$0] }
        position = end
        return block
    }

    /// The POSIX rule between the two newlines at the end of the file.
    func footer() -> String? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\n"),
            let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    }

    /// A big-endian two's complement integer of 4 or 8 bytes.
    private mutating func integer(_ size: Int) -> Int64? {
        guard bytes.count - position >= size else { return nil }
        let value = bytes[position..<position + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        position += size
        return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
}
