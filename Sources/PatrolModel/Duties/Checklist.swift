/// One line of what a programme has looked at (检查项): a short statement that is right where all is well.
package struct ChecklistItem: Hashable, Codable, Sendable {
    /// At most this many items a programme, and this many characters an item.
    package static let (most, longest) = (40, 200)

    package let text: String
    /// The code of the category that a fault of it most likely is.
    package let category: String?

    package init(_ text: String, category: String? = nil) {
        self.text = text
        self.category = category
    }
}

/// What an inspector found of a programme's checklist.
package struct Check: Hashable, Codable, Sendable {
    package enum Answer: String, Hashable, Codable, Sendable, CaseIterable {
        case ok, bad
        /// There is no such thing here (不涉及).
        case na
    }

    package struct Line: Hashable, Codable, Sendable {
        /// The item's, from 1.
        package let number: Int
        package let answer: Answer
        package let note: String?

        package init(_ number: Int, _ answer: Answer, note: String? = nil) {
            self.number = number
            self.answer = answer
            self.note = note
        }
    }

    /// Nil is the one named for the whole inspection, else the only one with a checklist that is owed there.
    package let programme: String?
    package let answers: [Line]

    package init(programme: String? = nil, _ answers: [Line]) {
        self.programme = programme
        self.answers = answers
    }
}

/// A checklist with its answers, in the words it had on the day it was answered.
package struct AnsweredChecklist: Hashable, Codable, Sendable {
    package struct Item: Hashable, Codable, Sendable {
        package let number: Int
        package let text: String
        package let category: String?
        package let answer: Check.Answer
        package let note: String?
    }

    package let programme: String
    package let items: [Item]

    /// The numbers of what was not as it should be.
    package var bad: [Int] { items.filter { $0.answer == .bad }.map(\.number) }
}

extension Programme {
    /// Its checklist with the answers given, of which none is missing: half a list would look like a whole one.
    /// - Throws: ``PatrolError/noChecklist(programme:)``, ``PatrolError/unknownItem(programme:number:items:)``,
    ///   ``PatrolError/itemAnsweredTwice(programme:number:)``, ``PatrolError/itemsUnanswered(programme:numbers:)``,
    ///   and what is wrong with a note.
    package func answering(_ answers: [Check.Line]) throws(PatrolError) -> AnsweredChecklist {
        guard !checklist.isEmpty else { throw .noChecklist(programme: id) }
        var given: [Int: Check.Line] = [:]
        for line in answers {
            guard (1...checklist.count).contains(line.number) else {
                throw .unknownItem(programme: id, number: line.number, items: checklist.count)
            }
            guard given.updateValue(line, forKey: line.number) == nil else {
                throw .itemAnsweredTwice(programme: id, number: line.number)
            }
        }
        let missing = (1...checklist.count).filter { given[$0] == nil }
        guard missing.isEmpty else { throw .itemsUnanswered(programme: id, numbers: missing) }
        var items: [AnsweredChecklist.Item] = []
        for (place, item) in checklist.enumerated() {
            guard let line = given[place + 1] else { continue }
            items.append(
                AnsweredChecklist.Item(
                    number: line.number,
                    text: item.text,
                    category: item.category,
                    answer: line.answer,
                    note: try FreeText.checkedIfPresent(line.note, .note)
                )
            )
        }
        return AnsweredChecklist(programme: id, items: items)
    }
}
