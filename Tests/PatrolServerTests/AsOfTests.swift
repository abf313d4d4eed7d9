import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolServer

@Suite struct `What the record said at a moment` {
    /// What was answered, to whom, and when.
    private struct Saying: Sendable {
        let person: Person
        let target: String
        let at: Instant
        let answer: String
    }

    private static let persons: [Person] = [.supervisor, .inspector, .liaison, .street]

    private static let lists = [
        "/v1/overdue", "/v1/overdue?form=line", "/v1/overdue?limit=3", "/v1/overdue?category=0306",
        "/v1/overdue?subdistrict=\("水果湖街".encoded)", "/v1/overdue?unit=\("养护单位".encoded)",
        "/v1/overdue/groups?by=unit", "/v1/overdue/groups?by=subdistrict", "/v1/overdue/groups?by=category",
    ]

    /// Four weeks of a random history over a turn of the year, in which calendars, rules, the roster and the catalogue
    /// change: at many moments it is noted what was answered, and at the end all of that is asked for again.
    @Test func isWhatItSaysOfThatMomentForEver() async throws {
        let history = try await RandomHistory(seed: 11, at: Zone.shanghai.at("2025-12-26 07:31"), pace: 16)
        var sayings: [Saying] = []
        for epoch in 0..<4 {
            if epoch > 0 { try await history.changeConfiguration() }
            sayings += try await ServerHouse.serving(history.test, user: "u4") { house, _ in
                var sayings: [Saying] = []
                for _ in 0..<(6 * RandomHistory.roundsPerDay) {
                    try await history.round()
                    // Also when what has fallen due meanwhile has not been put down yet.
                    if await history.isMomentous { house.test.clock.advance(minutes: 40) }
                    guard await history.isMomentous else { continue }
                    sayings += try Self.sayings(house, await history.hazardsToAskFor())
                }
                return sayings
            }
        }
        let kept = sayings
        #expect(kept.count > 300 && Set(kept.map(\.answer)).count > 100)
        try await ServerHouse.serving(history.test, user: "u4") { house, _ in
            for saying in kept {
                let again = try house.ask(saying.target, for: saying.person, asOf: saying.at)
                #expect(again == saying.answer, "\(saying.target) \(saying.person.id) \(saying.at.seconds)")
            }
        }
        #expect(try await history.test.closeAndReplay() == [])
    }

    private static func sayings(_ house: ServerHouse, _ hazards: [String]) throws -> [Saying] {
        let targets = lists.shuffled().prefix(2) + hazards.map { "/v1/hazards/\($0)" }
        return try persons.flatMap { person in
            try targets.map { target in
                Saying(
                    person: person,
                    target: target,
                    at: house.test.clock.now(),
                    answer: try house.ask(target, for: person)
                )
            }
        }
    }

    @Test(arguments: ["", "gestern", "2026-13-01", "2026-11-22 25:00"])
    func isNotAskedForByWhatCannotBeRead(_ moment: String) async throws {
        try await ServerHouse.with { house, _ in
            let answer = try house.ask("/v1/overdue?asOf=\(moment.encoded)", for: .inspector)
            #expect(answer.contains(#"{"unreadableMoment":{"text":"\#(moment)"}}"#), "\(answer)")
        }
    }

    @Test func isNotKnownOfTheFutureNorOfTheTimeBeforeTheLedger() async throws {
        try await ServerHouse.with { house, _ in
            for moment in ["2026-11-24", "10:01", "2026-11-23T10:00:01"] {
                let answer = try house.ask("/v1/overdue?asOf=\(moment.encoded)", for: .inspector)
                #expect(answer.contains("momentToCome"), "\(answer)")
            }
            for moment in ["2026-11-22", "yesterday", "2026-11-23 09:59", "0001-01-01"] {
                let answer = try house.ask("/v1/overdue?asOf=\(moment.encoded)", for: .inspector)
                #expect(answer.contains("beforeLedger"), "\(answer)")
            }
            for moment in ["2026-11-23", "today", "10:00", "２０２６－１１－２３", "2026-11-23T10:00:00+08:00"] {
                #expect(try house.ask("/v1/overdue?asOf=\(moment.encoded)", for: .inspector) == "[]\n")
            }
        }
    }

    @Test func isNotToldOfAWholeList() async throws {
        try await ServerHouse.with { house, _ in
            let answer = try house.ask("/v1/hazards?asOf=2026-11-23", for: .inspector)
            #expect(answer.contains("malformedRequest"))
        }
    }
}

extension String {
    fileprivate var encoded: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension ServerHouse {
    /// The body that a question of somebody's is answered with, without the lengths of its parts.
    fileprivate func ask(_ target: String, for person: Person, asOf moment: Instant? = nil) throws -> String {
        let question = moment.map {
            (target.contains("?") ? "&" : "?") + "asOf=" + Zone.shanghai.iso8601($0).encoded
        }
        let behalf = "Patrol-On-Behalf-Of: \(person.id)\r\n"
        let text = try exchange("GET \(target)\(question ?? "") HTTP/1.1\r\nHost: x\r\n\(behalf)\r\n").text
        let parts = text.components(separatedBy: "\r\n\r\n")
        let body = parts.dropFirst().joined(separator: "\r\n\r\n")
        guard parts[0].lowercased().contains("transfer-encoding: chunked") else { return body }
        return body.components(separatedBy: "\r\n").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            .joined()
    }
}
