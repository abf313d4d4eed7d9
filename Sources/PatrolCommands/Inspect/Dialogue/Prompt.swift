import Glibc
import PatrolReports
import PatrolText

/// Questions on a terminal, answered line by line: whatever a keyboard, an input method or a slow line makes of it, a
/// line is a line, and can be mended before it is sent.
struct Prompt {
    /// Whoever answers has ended the input (Ctrl-D): nothing more is asked, and nothing has been filed.
    struct Ended: Error {}

    let screen: Screen

    private var phrases: any Phrases { Speech.phrases }

    func say(_ lines: [String]) {
        Output.lines(lines)
    }

    func say(_ question: Question) {
        Output.lines(phrases.ask(question).wrapped(to: screen.width))
    }

    /// One line, without blanks at either end; empty where only Return was pressed.
    func line(_ question: Question) throws(Ended) -> String {
        while true {
            Output.bytes(Array((phrases.ask(question) + " ").utf8))
            guard let bytes = Prompt.readLine() else {
                Output.line("")
                throw Ended()
            }
            // What a broken input method left is not guessed at.
            if let text = String(validating: bytes, as: UTF8.self) { return String(text.trimmingBlanks) }
            say(.unreadable)
        }
    }

    func needed(_ question: Question) throws(Ended) -> String {
        while true {
            let text = try line(question)
            if !text.isEmpty { return text }
            say(.needed)
        }
    }

    /// Return alone is `standard`.
    func isYes(_ question: Question, _ standard: Bool) throws(Ended) -> Bool {
        while true {
            switch try line(question).lowercased() {
            case "": return standard
            case "y", "yes", "1", "是", "对", "好": return true
            case "n", "no", "0", "2", "否", "不", "没有", "无": return false
            default: say(.yesOrNo)
            }
        }
    }

    /// A number from 1 on; Return alone is `standard`.
    func choice(_ question: Question, of count: Int, _ standard: Int) throws(Ended) -> Int {
        while true {
            let text = try line(question)
            if text.isEmpty { return standard }
            if let number = Int(text), (1...count).contains(number) { return number }
            say(.oneOf(count))
        }
    }

    /// Nil at the end of the input.
    private static func readLine() -> [UInt8]? {
        var (line, byte): ([UInt8], UInt8) = ([], 0)
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            guard count == 1 else { return line.isEmpty ? nil : line }
            if byte == UInt8(ascii: "\n") { return line }
            line.append(byte)
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: Substring {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\r" }
        let head = drop(while: isBlank)
        guard let last = head.lastIndex(where: { !isBlank($0) }) else { return Substring() }
        return head[...last]
    }
}
