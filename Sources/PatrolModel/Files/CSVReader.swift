/// Reads comma-separated values to the byte (RFC 4180): quoted cells may hold commas, doubled quotes and line ends.
package enum CSVReader {
    package struct Row: Hashable, Sendable {
        /// The line of the file the row begins on, from 1.
        package let line: Int
        package let cells: [String]
    }

    /// Rows without the blank ones; a byte-order mark is passed over.
    /// - Throws: ``PatrolError/invalidUTF8(place:)``, ``PatrolError/unterminatedQuote(line:)``.
    package static func rows(_ bytes: [UInt8], file: String) throws(PatrolError) -> [Row] {
        if let line = firstInvalidLine(bytes) { throw .invalidUTF8(place: "\(file):\(line)") }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scanner = Scanner(bytes: bytes[start...])
        var rows: [Row] = []
        while let row = try scanner.next() {
            if row.cells.contains(where: { !$0.trimmingSpaces.isEmpty }) { rows.append(row) }
        }
        return rows
    }

    private static func firstInvalidLine(_ bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }

    private struct Scanner {
        let bytes: ArraySlice<UInt8>
        var position: Int
        var line = 1

        init(bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            position = bytes.startIndex
        }

        mutating func next() throws(PatrolError) -> Row? {
            guard position < bytes.endIndex else { return nil }
            let first = line
            var cells: [String] = []
            while true {
                cells.append(try cell())
                guard position < bytes.endIndex else { break }
                let separator = bytes[position]
                position += 1
                if separator == UInt8(ascii: ",") { continue }
                if separator == UInt8(ascii: "\r"), position < bytes.endIndex,
                    bytes[position] == UInt8(ascii: "\n")
                {
                    position += 1
                }
                line += 1
                break
            }
            return Row(line: first, cells: cells)
        }

        /// Up to a comma, a line end or the end; a quote is special at the beginning of a cell only.
        private mutating func cell() throws(PatrolError) -> String {
            var text: [UInt8] = []
            if position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") {
                text = try quoted()
                guard position == bytes.endIndex || ",\r\n".utf8.contains(bytes[position]) else {
                    throw .textAfterQuote(line: line)
                }
            }
            while position < bytes.endIndex, !",\r\n".utf8.contains(bytes[position]) {
                text.append(bytes[position])
                position += 1
            }
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func quoted() throws(PatrolError) -> [UInt8] {
            let opened = line
            var text: [UInt8] = []
            position += 1
            while position < bytes.endIndex {
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\"") {
                    guard position < bytes.endIndex, bytes[position] == byte else { return text }
                    position += 1
                }
                if byte == UInt8(ascii: "\n") { line += 1 }
                text.append(byte)
            }
            throw .unterminatedQuote(line: opened)
        }
    }
}
