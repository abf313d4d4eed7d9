extension String {
    /// The text in lines of at most so many columns. A line ends behind a blank or a mark, so that neither a number nor
    /// a name is broken across lines; only what is wider than a line in one piece is broken between two Chinese
    /// characters, and a Latin word not even then. `width` nil is one line.
    package func wrapped(to width: Int?) -> [String] {
        guard let width, columns > width else { return [self] }
        var (lines, line, used): ([String], String, Int) = ([], "", 0)
        func end() {
            lines.append(line.withoutTrailingBlanks)
            (line, used) = ("", 0)
        }
        for piece in pieces {
            let needed = piece.withoutTrailingBlanks.columns
            if used > 0, used + needed > width {
                // A piece that is wider than any line begins on this one.
                if needed <= width { end() }
            }
            if used + needed <= width {
                line += piece
                used += piece.columns
                continue
            }
            for part in piece.unbreakableParts {
                if used > 0, used + part.columns > width { end() }
                line += part
                used += part.columns
            }
        }
        if !line.isEmpty { end() }
        return lines
    }

    /// Runs that end behind a blank or a mark.
    private var pieces: [String] {
        var (pieces, piece): ([String], String) = ([], "")
        var mayEnd = false
        for character in self {
            let (isBlank, isMark) = (character == " ", character.endsPiece)
            if mayEnd, !isBlank, !isMark {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
            mayEnd = isBlank || isMark
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    /// A wide character is a part of its own, with the mark behind it and the bracket before it; a run of others one.
    private var unbreakableParts: [String] {
        reduce(into: []) { parts, character in
            let last = parts.last?.last
            let isJoined = character.endsPiece || last?.opens == true
            if parts.isEmpty || (!isJoined && (character.columns == 2 || last?.columns == 2)) {
                parts.append(String(character))
            } else {
                parts[parts.count - 1].append(character)
            }
        }
    }

    var withoutTrailingBlanks: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}

extension Character {
    /// Marks behind which a line may end, and before which it may not.
    fileprivate var endsPiece: Bool { "，。；：、！？）》”】…".contains(self) }

    /// Brackets behind which a line may not end.
    fileprivate var opens: Bool { "（《【".contains(self) }
}
