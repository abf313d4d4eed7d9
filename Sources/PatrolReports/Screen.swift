/// What lines are printed on: a terminal, or a pipe, a file and a printer, which take any width and no colours.
package struct Screen: Hashable, Sendable {
    /// Columns of a terminal; nil where there is no end to a line.
    package let width: Int?
    /// Lines of a terminal; nil where there is no end to a page.
    package let height: Int?
    package let hasColours: Bool

    package init(width: Int? = nil, height: Int? = nil, hasColours: Bool = false) {
        self.width = width
        self.height = height
        self.hasColours = hasColours
    }

    /// Text in its tone (ECMA-48, select graphic rendition).
    package func painted(_ text: String, _ tone: Cell.Tone) -> String {
        guard hasColours, !text.isEmpty else { return text }
        let code =
            switch tone {
            case .plain: ""
            case .alarm: "1;31"
            case .caution: "33"
            case .good: "32"
            case .faint: "2"
            }
        return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
