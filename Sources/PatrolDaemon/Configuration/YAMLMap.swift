import PatrolModel
import Yams

/// Gathers every fault of the configuration, so that they are all told at once.
final class Faults {
    private var found: [ConfigurationFault] = []

    /// In the order of the files' names, and of their lines.
    var all: [ConfigurationFault] {
        found.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }

    func add(_ file: String, _ mark: Mark? = nil, _ problem: ConfigurationFault.Problem) {
        add(file, line: mark?.line ?? 0, column: mark?.column ?? 0, problem)
    }

    func add(_ file: String, line: Int, column: Int, _ problem: ConfigurationFault.Problem) {
        found.append(ConfigurationFault(file: file, line: line, column: column, problem: problem))
    }
}

/// A mapping of a YAML file, read strictly: what is asked for must be of its type, what is not asked for is a fault.
///
/// Scalars are taken as the text they were written as, since YAML would make a number of `0103` and of `14:00`.
final class YAMLMap {
    let file: String
    let faults: Faults
    private let node: Node
    private var asked: [String] = []

    init?(_ node: Node, file: String, faults: Faults) {
        guard node.mapping != nil else {
            faults.add(file, node.mark, .wrongType(expected: .mapping))
            return nil
        }
        (self.node, self.file, self.faults) = (node, file, faults)
    }

    /// Reads a whole file; nil, with the fault told, where it is no YAML mapping.
    static func read(_ text: String, file: String, faults: Faults) -> YAMLMap? {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                faults.add(file, nil, .unreadable(detail: "empty"))
                return nil
            }
            return YAMLMap(node, file: file, faults: faults)
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            faults.add(file, context.mark, .repeated(duplicates.first ?? "?"))
        } catch let error as YamlError {
            faults.add(file, error.mark, .unreadable(detail: "YAML"))
        } catch {
            faults.add(file, nil, .unreadable(detail: "YAML"))
        }
        return nil
    }

    func fault(_ key: String, _ problem: ConfigurationFault.Problem) {
        faults.add(file, value(key)?.mark ?? node.mark, problem)
    }

    /// Nil where the key is absent.
    func text(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        guard let scalar = value.scalar?.string, !scalar.isEmpty else {
            faults.add(file, value.mark, .wrongType(expected: .text))
            return nil
        }
        return scalar
    }

    /// The empty text, with the fault told, where the key is absent.
    func required(_ key: String) -> String {
        if let text = text(key) { return text }
        if value(key) == nil { faults.add(file, node.mark, .missingKey(key)) }
        return ""
    }

    /// A required text that is an identifier: ASCII letters, digits, `-`, `_`, `.`, at most 40.
    func identifier(_ key: String) -> String {
        let text = required(key)
        if !text.isEmpty, !(Site.isCode(text) && text.utf8.allSatisfy { $0 < 128 }) {
            fault(key, .notAnIdentifier(text))
        }
        return text
    }

    func integer(_ key: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
        guard let text = text(key) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            fault(key, .badValue(text, expected: "\(range.lowerBound) … \(range.upperBound)"))
            return standard
        }
        return number
    }

    func boolean(_ key: String, default standard: Bool) -> Bool {
        guard let text = text(key) else { return standard }
        guard let value = ["true": true, "false": false][text] else {
            fault(key, .badValue(text, expected: "true, false"))
            return standard
        }
        return value
    }

    /// A time limit in either language.
    func limit(_ key: String, default standard: TimeLimit) -> TimeLimit {
        guard let text = text(key) else { return standard }
        guard let limit = TimeLimit(text) else {
            fault(key, .badCell(.unreadableLimit(text)))
            return standard
        }
        return limit
    }

    /// Nil where the key is absent, and, with the fault told, where it is no date.
    func date(_ key: String) -> CivilDate? {
        guard let text = text(key) else { return nil }
        if let date = CivilDate(text) { return date }
        fault(key, .badValue(text, expected: "2026-11-23"))
        return nil
    }

    /// The dates of a sequence, each with the way to tell a fault of it.
    func dates(_ key: String) -> [(date: CivilDate, fault: (ConfigurationFault.Problem) -> Void)] {
        elements(key).compactMap { element in
            let fault = { [faults, file] problem in faults.add(file, element.mark, problem) }
            let text = element.scalar?.string ?? ""
            guard let date = CivilDate(text) else {
                fault(text.isEmpty ? .wrongType(expected: .text) : .badValue(text, expected: "2026-11-23"))
                return nil
            }
            return (date, fault)
        }
    }

    /// One of an enumeration's raw values.
    func choice<Value: RawRepresentable<String> & CaseIterable>(_ key: String, default standard: Value)
        -> Value
    {
        guard let text = text(key) else { return standard }
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue)
            fault(key, .unknownValue(text, of: known, nearest: text.nearest(in: known)))
            return standard
        }
        return value
    }

    /// The texts of a sequence; none where the key is absent.
    func texts(_ key: String) -> [String] {
        marked(key).map(\.text)
    }

    /// The texts of a sequence in which one may stand twice, such as a command's words.
    func list(_ key: String) -> [String] {
        elements(key).compactMap { element in
            guard let text = element.scalar?.string else {
                faults.add(file, element.mark, .wrongType(expected: .text))
                return nil
            }
            return text
        }
    }

    /// The texts of a sequence, each with the way to tell a fault of it. One that stands twice is a fault.
    func marked(_ key: String) -> [(text: String, fault: (ConfigurationFault.Problem) -> Void)] {
        var seen: Set<String> = []
        return elements(key).compactMap { element in
            let fault = { [faults, file] problem in faults.add(file, element.mark, problem) }
            guard let text = element.scalar?.string, !text.isEmpty else {
                fault(.wrongType(expected: .text))
                return nil
            }
            if !seen.insert(text).inserted { fault(.repeated(text)) }
            return (text, fault)
        }
    }

    /// Tells each text of a sequence that is not known, with the nearest that is.
    func refuseUnknown(_ key: String, known: [String]) {
        for (text, fault) in marked(key) where !known.contains(text) {
            fault(.unknownName(text, nearest: text.nearest(in: known)))
        }
    }

    /// The mappings of a sequence; none where the key is absent.
    func maps(_ key: String) -> [YAMLMap] {
        elements(key).compactMap { YAMLMap($0, file: file, faults: faults) }
    }

    /// The mappings of a sequence in which a bare text stands for a mapping of one key.
    func maps(_ key: String, orTextsOf short: String) -> [YAMLMap] {
        elements(key).compactMap { element in
            let whole =
                element.scalar == nil
                ? element
                : Node.mapping(Node.Mapping([(Node(short), element)], .implicit, .any, element.mark))
            return YAMLMap(whole, file: file, faults: faults)
        }
    }

    /// The mapping under a key; nil where it is absent.
    func map(_ key: String) -> YAMLMap? {
        value(key).flatMap { YAMLMap($0, file: file, faults: faults) }
    }

    /// Every key, in the order of the file.
    var keys: [String] {
        node.mapping?.keys.compactMap { $0.scalar?.string } ?? []
    }

    /// Tells each key that nobody asked for.
    func refuseUnknownKeys() {
        for key in node.mapping?.keys.map({ $0 }) ?? [] {
            let name = key.scalar?.string ?? "?"
            guard !asked.contains(name) else { continue }
            faults.add(file, key.mark, .unknownKey(name, nearest: name.nearest(in: asked)))
        }
    }

    private func elements(_ key: String) -> [Node] {
        guard let value = value(key) else { return [] }
        guard let sequence = value.sequence else {
            faults.add(file, value.mark, .wrongType(expected: .list))
            return []
        }
        return Array(sequence)
    }

    private func value(_ key: String) -> Node? {
        if !asked.contains(key) { asked.append(key) }
        return node.mapping?.first { $0.key.scalar?.string == key }?.value
    }
}

extension YamlError {
    fileprivate var mark: Mark? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
        default: nil
        }
    }
}
