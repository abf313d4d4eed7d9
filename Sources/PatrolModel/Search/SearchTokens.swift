/// How text becomes the words of the search index, and a question the words that it looks for.
///
/// SQLite's own tokenisers know no Chinese words, and its trigrams find none of two characters. So every pair of
/// neighbours is a token (`井盖破` is `井盖 盖破`), and every three that are ASCII as well, since numbers and codes
/// have so few different pairs that each would stand in most documents. What is longer is a phrase of tokens side by
/// side, so that a question finds exactly what has it as a part, wherever that begins.
package enum SearchTokens {
    /// Letters and digits of one run, with `-`, `_`, `.` and `/` between two that are ASCII, as numbers and codes have
    /// them.
    typealias Run = [Unicode.Scalar]

    /// Between two runs: no question has it, so that no phrase reaches across.
    private static let gap = "0"

    /// The tokens of a text, separated by spaces, in the order in which they stand.
    package static func of(_ text: String) -> String {
        var tokens = ""
        tokens.reserveCapacity(text.utf8.count * 3)
        for run in runs(text) {
            for pair in zip(run, run.dropFirst()) {
                tokens.add(pair.0, pair.1)
                tokens += " "
            }
            tokens += gap + " "
            addTriples(of: run, to: &tokens)
        }
        return tokens
    }

    private static func addTriples(of run: Run, to tokens: inout String) {
        for stretch in run.split(whereSeparator: { !$0.isASCII }) where stretch.count >= 3 {
            for place in stretch.startIndex..<stretch.endIndex - 2 {
                tokens.add(stretch[place], stretch[place + 1], stretch[place + 2])
                tokens += " "
            }
            tokens += gap + " "
        }
    }

    /// The tokens that stand side by side wherever a run has this one as a part; none for a single character, which
    /// says too little.
    static func phrase(_ run: Run) -> [String] {
        guard run.count >= 2 else { return [] }
        let size = run.count >= 3 && run.allSatisfy(\.isASCII) ? 3 : 2
        return (0...run.count - size).map { place in
            var token = ""
            for scalar in run[place..<place + size] { token.unicodeScalars.append(scalar) }
            return token
        }
    }

    /// The runs of a text, in lower case and in half width.
    static func runs(_ text: String) -> [Run] {
        var (runs, run, connector): ([Run], Run, Unicode.Scalar?) = ([], [], nil)
        func end() {
            if !run.isEmpty { runs.append(run) }
            (run, connector) = ([], nil)
        }
        for scalar in folded(text) {
            if scalar.isWordPart {
                if let held = connector {
                    if scalar.isASCII { run.append(held) } else { end() }
                    connector = nil
                }
                run.append(scalar)
            } else if connector == nil, run.last?.isASCII == true, scalar.isConnector {
                connector = scalar
            } else {
                end()
            }
        }
        end()
        return runs
    }

    /// In lower case, with the wide forms that Chinese keyboards give letters and digits made narrow.
    static func folded(_ text: String) -> [Unicode.Scalar] {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
            case 0...0x7F, 0x3400...0x9FFF: folded.append(scalar)
            case 0xFF01...0xFF5E:
                let narrow = UInt8(scalar.value - 0xFEE0)
                folded.append(Unicode.Scalar((0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow))
            default: folded += scalar.properties.lowercaseMapping.unicodeScalars
            }
        }
        return folded
    }
}

extension Unicode.Scalar {
    fileprivate var isConnector: Bool { "-_./".unicodeScalars.contains(self) }

    fileprivate var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x61...0x7A, 0x3400...0x9FFF: return true
        case 0...0x7F: return false
        default:
            switch properties.generalCategory {
            case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
                .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
                return true
            default: return false
            }
        }
    }
}

extension String {
    fileprivate mutating func add(_ scalars: Unicode.Scalar...) {
        for scalar in scalars { unicodeScalars.append(scalar) }
    }
}
