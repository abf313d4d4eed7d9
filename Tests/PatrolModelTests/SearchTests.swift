import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `The words of the search index` {
    private func tokens(_ text: String) -> [String] {
        SearchTokens.of(text).split(separator: " ").map(String.init).filter { $0 != "0" }
    }

    @Test func areThePairsOfChineseText() {
        #expect(tokens("井盖破损") == ["井盖", "盖破", "破损"])
    }

    @Test func arePairsAndTriplesOfNumbersAndCodes() {
        #expect(tokens("AB12") == ["ab", "b1", "12", "ab1", "b12"])
    }

    @Test func doNotReachAcrossPunctuation() {
        #expect(tokens("井盖，破损") == ["井盖", "破损"])
        #expect(tokens("a") == [])
    }

    @Test func keepTheHyphensOfACode() {
        #expect(tokens("R-1") == ["r-", "-1", "r-1"])
        #expect(tokens("-R-") == [])
    }

    @Test func areInHalfWidthAndLowerCase() {
        #expect(tokens("ＡＢ１") == tokens("ab1"))
        #expect(tokens("ÄÖ") == tokens("äö"))
    }

    /// Whatever the text is made of, FTS5 reads nothing in it but words.
    @Test func haveNothingThatFTS5WouldRead() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let text = SearchTexts.random(&random)
            let allowed = Set("-_./ ".unicodeScalars)
            #expect(
                SearchTokens.of(text).unicodeScalars.allSatisfy {
                    allowed.contains($0) || !$0.isASCII || ("0"..."9").contains($0)
                        || ("a"..."z").contains($0)
                },
                "\(text)"
            )
            guard let question = try? SearchQuestion(text) else { continue }
            let bare = question.expression.split(separator: "\"", omittingEmptySubsequences: false)
            for (place, piece) in bare.enumerated() where place.isMultiple(of: 2) {
                #expect(["", " AND "].contains(piece), "\(text): \(question.expression)")
            }
        }
    }

    /// A question that is a part of a text has its tokens there, side by side.
    @Test func ofAPartOfATextStandSideBySideInIt() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<2000 {
            let text = String((0..<12).map { _ in "井盖破损ab1-".randomElement(using: &random) ?? "a" })
            let start = Int.random(in: 0..<10, using: &random)
            let part = String(text.dropFirst(start).prefix(Int.random(in: 2...6, using: &random)))
            guard let question = try? SearchQuestion(part) else { continue }
            let all = " " + SearchTokens.of(text)
            for phrase in question.expression.components(separatedBy: " AND ") {
                let tokens = phrase.filter { $0 != "\"" }
                #expect(all.contains(" \(tokens) "), "\(part) in \(text)")
            }
        }
    }
}

@Suite struct `A question to the search` {
    @Test(arguments: ["", "  ", "？！", "井", "* ( )", "a b c", "\"\""])
    func thatNamesNothingIsRefused(_ text: String) {
        #expect {
            try SearchQuestion(text)
        } throws: {
            if case .searchTooVague = $0 as? PatrolError { true } else { false }
        }
    }

    @Test func mayBeAHundredCharactersLong() throws {
        _ = try SearchQuestion(String(repeating: "井盖", count: 50))
        #expect(throws: PatrolError.searchTooLong(length: 102, limit: 100)) {
            try SearchQuestion(String(repeating: "井盖", count: 51))
        }
    }

    @Test func passesOverASingleCharacterBesideWords() throws {
        #expect(try SearchQuestion("井 破损").parts == ["破损"])
    }

    @Test func asksForEachWordOnce() throws {
        #expect(try SearchQuestion("破损 井盖 破损").expression == "\"破损\" AND \"井盖\"")
    }
}

/// Texts with everything in them that FTS5's notation knows.
private enum SearchTexts {
    private static let pieces = [
        "井盖", "破损", "AND", "OR", "NOT", "NEAR(", ")", "\"", "'", "*", "^", ":", "-", "{", "}", "+", "@o",
        "tokens", " ", "ABC12", "\0", "\n", "ｗ", "é", "👷", ";", "--", "/*", "%", "_", ".", ",",
    ]

    static func random(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...8, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
    }
}
