import FoundationEssentials
import PatrolTestSupport
import Testing

@testable import PatrolModel

@Suite struct `A checklist` {
    private let programme = Programme.roadsChecked

    private func answers(_ given: (Int, Check.Answer)...) -> [Check.Line] {
        given.map { Check.Line($0.0, $0.1) }
    }

    @Test func isKeptInTheWordsOfItsDay() throws {
        let whole = try programme.answering([
            Check.Line(3, .na), Check.Line(1, .ok), Check.Line(2, .bad, note: " 支架锈蚀 "),
        ])
        #expect(whole.programme == "roads-checked" && whole.bad == [2])
        #expect(whole.items.map(\.text) == ["井盖完好", "招牌牢固", "路面平整"])
        #expect(whole.items.map(\.answer) == [.ok, .bad, .na])
        #expect(whole.items[1].note == "支架锈蚀" && whole.items[1].category == "0306")
    }

    @Test func isAnsweredWholeOrNotAtAll() {
        #expect(throws: PatrolError.itemsUnanswered(programme: "roads-checked", numbers: [1, 3])) {
            try programme.answering(answers((2, .ok)))
        }
        #expect(throws: PatrolError.itemsUnanswered(programme: "roads-checked", numbers: [1, 2, 3])) {
            try programme.answering([])
        }
    }

    @Test func hasNoOtherItemsThanItsOwn() {
        for number in [0, 4, -1, Int.max] {
            #expect(
                throws: PatrolError.unknownItem(programme: "roads-checked", number: number, items: 3)
            ) { try programme.answering(answers((number, .ok))) }
        }
        #expect(throws: PatrolError.noChecklist(programme: "roads-daily")) {
            try Programme.roadsDaily.answering(answers((1, .ok)))
        }
    }

    @Test func hasOneAnswerAnItem() {
        #expect(throws: PatrolError.itemAnsweredTwice(programme: "roads-checked", number: 1)) {
            try programme.answering(answers((1, .ok), (1, .bad)))
        }
    }

    @Test func ofAProgrammeWithoutOneIsNotWritten() throws {
        let bytes = try JSONEncoder().encode(Programme.roadsDaily)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("checklist"))
        #expect(try JSONDecoder().decode(Programme.self, from: bytes) == .roadsDaily)
        let listed = try JSONEncoder().encode(programme)
        #expect(try JSONDecoder().decode(Programme.self, from: listed) == programme)
    }
}
