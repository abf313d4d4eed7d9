import Foundation
import NIOCore
import PatrolClient
import PatrolModel
import PatrolTestSupport
import PatrolWire
import Testing

@testable import PatrolServer

@Suite struct `A request` {
    private static let status = "GET /v1/status HTTP/1.1\r\nHost: x\r\n"

    private func filing(_ body: String, length: Int? = nil) -> String {
        "POST /v1/filings HTTP/1.1\r\nHost: x\r\nContent-Length: \(length ?? body.utf8.count)\r\n\r\n\(body)"
    }

    @Test func ofACallerWhomNobodyKnowsIsRefused() async throws {
        try await ServerHouse.with(user: "stranger") { house, _ in
            let (status, text) = try house.exchange(Self.status + "\r\n")
            #expect(status == 403 && text.contains(#"{"unknownCaller":{"user":"stranger"}}"#))
        }
    }

    @Test func ofAMemberOfAGroupHasTheRolesTheGroupLends() async throws {
        let inspect =
            #"{"version":1,"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","verb":"inspection.file","body":{"site":"R-1"}}"#
        try await ServerHouse.with(user: "u7") { house, _ in
            let answer = try house.exchange(filing(inspect))
            #expect(answer.status == 403)
        }
        try await ServerHouse.with(user: "u7", groups: ["patrol-inspectors"]) { house, _ in
            let answer = try house.exchange(filing(inspect))
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: ["Origin: https://example.org", "Referer: https://example.org/x"])
    func fromAWebPageIsRefused(_ header: String) async throws {
        try await ServerHouse.with { house, _ in
            let (status, text) = try house.exchange(Self.status + header + "\r\n\r\n")
            #expect(status == 403 && text.contains("crossOrigin"))
        }
    }

    @Test func onBehalfOfSomebodyElseNeedsTheRight() async throws {
        try await ServerHouse.with(user: "u1") { house, _ in
            let (status, text) = try house.exchange(Self.status + "Patrol-On-Behalf-Of: leader\r\n\r\n")
            #expect(status == 403 && text.contains(#""mayNotActForOthers":{"person":"inspector"}"#))
        }
        try await ServerHouse.with(user: "u4") { house, _ in
            let answer = try house.exchange(Self.status + "Patrol-On-Behalf-Of: leader\r\n\r\n")
            #expect(answer.status == 200)
            let other = try house.exchange(Self.status + "Patrol-On-Behalf-Of: %E5%BC%A0\r\n\r\n")
            #expect(other.text.contains("张"))
        }
    }

    @Test func ofAUnitForTheDistrictsFiguresOrForSomebodyElsesListIsRefused() async throws {
        try await ServerHouse.with(user: "u8") { house, _ in
            let figures = try house.exchange(Self.status + "\r\n")
            #expect(figures.status == 403 && figures.text.contains("notAllowed"))
            let list = try house.exchange("GET /v1/today?person=inspector HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(list.status == 403 && list.text.contains("outOfScope"))
            #expect(try house.exchange("GET /v1/today HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
        }
    }

    @Test func withAMonstrousNameCostsNothing() async throws {
        try await ServerHouse.with { house, _ in
            let code = String(repeating: "A", count: 120_000)
            let body =
                #"{"version":1,"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","verb":"inspection.file","body":{"site":"\#(code)"}}"#
            let (status, text) = try house.exchange(filing(body))
            #expect(status == 404 && text.contains("unknownSite"))
        }
    }

    @Test func thatNobodyServesIsNotFound() async throws {
        try await ServerHouse.with { house, _ in
            let (status, text) = try house.exchange("GET /v9/x HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(status == 404 && text.contains(#""unknownRoute":{"path":"/v9/x"}"#))
        }
    }

    @Test func thatIsNoHTTPIsHungUpOn() async throws {
        try await ServerHouse.with { house, _ in
            let other = try house.exchange("hello\r\n\r\n")
            #expect(other.text.hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test(arguments: [
        ("{", "JSON"), ("[]", "JSON"), (#"{"version":1}"#, "key"), (#"{"version":2,"key":"x"}"#, "version 2"),
        (
            #"{"version":1,"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","verb":"hazard.vanish","body":{}}"#,
            "verb"
        ),
        (#"{"version":1,"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","verb":"read","body":{}}"#, "verb"),
        (
            #"{"version":1,"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","verb":"inspection.file","body":{}}"#,
            "body.site"
        ),
    ])
    func whoseBodyIsNoFilingNamesThePlace(_ body: String, _ place: String) async throws {
        try await ServerHouse.with { house, _ in
            let (status, text) = try house.exchange(filing(body))
            #expect(status == 422 && text.contains(#""malformedRequest":{"detail":"\#(place)"}"#), "\(text)")
        }
    }

    @Test func withAKeyThatIsNoneIsRefused() async throws {
        try await ServerHouse.with { house, _ in
            let (status, text) = try house.exchange(
                filing(#"{"version":1,"key":"x","verb":"read","body":{}}"#)
            )
            #expect(status == 422 && text.contains("malformedKey"))
        }
    }

    @Test func withInvalidUTF8IsRefused() async throws {
        try await ServerHouse.with { house, _ in
            let connection = try house.connect()
            let head = "POST /v1/filings HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n"
            connection.send(Array(head.utf8) + [0x22, 0xFF, 0xFE, 0x22])
            #expect(connection.readToEnd().contains(#""invalidUTF8":{"place":"body"}"#))
        }
    }

    @Test func withATenMegabyteNoteIsRefused() async throws {
        try await ServerHouse.with { house, _ in
            let note = String(repeating: "x", count: 10_000_000)
            let body =
                #"{"version":1,"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","verb":"inspection.file","body":{"site":"R-1","note":"\#(note)"}}"#
            let (status, text) = try house.exchange(filing(body))
            #expect(status == 413 && text.contains("bodyTooLarge"))
        }
    }

    @Test func whoseLengthIsBeyondEveryLimitIsRefusedUnread() async throws {
        try await ServerHouse.with { house, _ in
            let connection = try house.connect()
            connection.send(Array(filing("{", length: 1_000_000_000).utf8))
            #expect(connection.readToEnd().hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test func leavesTheConnectionOpenWhenItIsAnsweredAndClosesItWhenItIsRefused() async throws {
        try await ServerHouse.with { house, _ in
            let connection = try house.connect()
            for _ in 0..<3 {
                connection.send(Array((Self.status + "\r\n").utf8))
                #expect(connection.read(until: "}\n").hasPrefix("HTTP/1.1 200"))
            }
            connection.send(Array("GET /v9 HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
            let refusal = connection.readToEnd()
            #expect(refusal.hasPrefix("HTTP/1.1 404") && refusal.lowercased().contains("connection: close"))
            #expect(!refusal.contains("timed out"))
        }
    }

    @Test(arguments: [
        "", "GET /v1/sta", "POST /v1/filings HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{",
    ])
    func thatIsNotWholeInTimeIsHungUpOn(_ part: String) async throws {
        try await ServerHouse.with(limits: .init(request: .milliseconds(200))) { house, _ in
            let connection = try house.connect()
            connection.send(Array(part.utf8))
            #expect(!connection.readToEnd().contains("timed out"))
        }
    }

    @Test func ofAUserWithTooManyConnectionsIsTurnedAway() async throws {
        try await ServerHouse.with(limits: .init(connectionsPerUser: 2)) { house, _ in
            var held = [try house.connect(), try house.connect()]
            for connection in held {
                connection.send(Array((Self.status + "\r\n").utf8))
                #expect(connection.read(until: "}\n").hasPrefix("HTTP/1.1 200"))
            }
            let refused = try house.connect().readToEnd()
            #expect(
                refused.hasPrefix("HTTP/1.1 503") && refused.contains(#""tooManyConnections":{"limit":2}"#)
            )
            let leaving = held.removeLast()
            leaving.finishSending()
            #expect(!leaving.readToEnd().contains("timed out"))
            // The daemon counts a connection out as soon as it has closed its own end; each try is a whole exchange.
            var status = 503
            for _ in 0..<1000 where status == 503 { status = try house.exchange(Self.status + "\r\n").status }
            #expect(status == 200)
        }
    }

    @Test func thatIsUnderWayWhenTheDaemonStopsIsFinishedAndIdleConnectionsAreClosed() async throws {
        try await ServerHouse.with { house, stop in
            let (idle, busy) = (try house.connect(), try house.connect())
            idle.send(Array((Self.status + "\r\n").utf8))
            #expect(idle.read(until: "}\n").hasPrefix("HTTP/1.1 200"))
            let body =
                #"{"version":1,"key":"0192f0c1-2d3e-7abc-8def-0123456789ab","verb":"inspection.file","body":{"site":"R-1"}}"#
            // Two requests in one piece, the second without its body: once the first is answered, the second has begun.
            let head = filing("", length: body.utf8.count)
            busy.send(Array((Self.status + "\r\n" + head).utf8))
            #expect(busy.read(until: "}\n").hasPrefix("HTTP/1.1 200"))
            await stop()
            #expect(idle.readToEnd() == "")
            busy.send(Array(body.utf8))
            let answer = busy.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains(#""id":"I-2026-000001""#))
        }
    }
}

@Suite struct `Whoever has dialled a daemon that ends` {
    @Test func isHeardOut() async throws {
        // However slow the machine: what is tried is that they are heard, not by when.
        try await ServerHouse.with(limits: .init(request: .seconds(600))) { house, stop in
            let callers = try (0..<20).map { _ in try house.connect() }
            await stop()
            for caller in callers {
                caller.send(Array("GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
            }
            for caller in callers {
                let answer = caller.readToEnd()
                #expect(answer.hasPrefix("HTTP/1.1 200"), "\(answer)")
                #expect(answer.lowercased().contains("connection: close"))
            }
        }
    }

    @Test func isNotWaitedForLongerThanItTakesToAsk() async throws {
        try await ServerHouse.with(limits: .init(request: .milliseconds(50))) { house, stop in
            let silent = try house.connect()
            await stop()
            #expect(silent.readToEnd() == "")
        }
    }
}

@Suite struct `The client` {
    @Test func getsEveryRowOfALongList() async throws {
        let sites = (0..<1201).map { Site.road("R-\($0)") }
        try await ServerHouse.with(user: "u4", sites: sites) { house, _ in
            let client = PatrolClient(socket: house.socket, onBehalfOf: nil)
            let listed: [Site] = try client.get([Route.sites])
            #expect(Set(listed.map(\.code)).count == 1201)
            let answer = try client.answer([Route.duties], [("subdistrict", "水果湖街")])
            #expect(try JSONDecoder().decode([DutyBody].self, from: Data(answer.bytes)).count == 1201)
            var rows: [DutyBody] = []
            try client.forEach(DutyBody.self, in: answer) { rows.append($0) }
            #expect(rows.count == 1201)
            let few: [DutyBody] = try client.get([Route.duties], [("limit", "7")])
            #expect(few == Array(rows.prefix(7)))
            #expect(client.language == "zh")
            let site: Site = try client.get([Route.sites, "R-7"])
            #expect(site.name == "道路R-7")
        }
    }

    @Test func givesTheDaemonsRefusalAsItIs() async throws {
        try await ServerHouse.with { house, _ in
            let client = PatrolClient(socket: house.socket, onBehalfOf: nil)
            #expect(throws: PatrolError.unknownSite(code: "路/1?", nearest: nil)) {
                let _: Site = try client.get([Route.sites, "路/1?"])
            }
            #expect(
                throws: PatrolError.notAllowed(verb: .audit, person: "inspector", roles: Verb.audit.roles)
            ) {
                _ = try client.answer([Route.events])
            }
        }
    }

    @Test func holdsALongAnswerWholeWithoutHoldingItInMemory() throws {
        let rows = 40_000
        let row = #"{"a":"[}\\\"{,","b":[1,{"c":null}]}"#
        let text = "[\n" + Array(repeating: row, count: rows).joined(separator: ",\n") + "\n]\n"
        let client = PatrolClient(
            socket: "s",
            onBehalfOf: nil,
            transport: LongAnswer(bytes: Array(text.utf8))
        )
        let answer = try client.answer([Route.hazards])
        #expect(try answer.bytes == Array(text.utf8))
        for _ in 0..<2 {
            var count = 0
            try answer.forEachElement { element in
                count += 1
                if count == rows { #expect(element == Array(row.utf8)) }
            }
            #expect(count == rows)
        }
    }

    /// Some megabytes, in pieces that end anywhere.
    private struct LongAnswer: Transport {
        let bytes: [UInt8]

        func send(
            _ request: DaemonRequest,
            onSent: (_ bytes: Int) -> Void,
            onBody: (_ part: [UInt8]) -> Void
        ) throws(TransportFailure) -> ResponseHead {
            for start in stride(from: 0, to: bytes.count, by: 8191) {
                onBody(Array(bytes[start..<min(start + 8191, bytes.count)]))
            }
            return ResponseHead(status: 200)
        }
    }

    @Test func saysThatNobodyListens() throws {
        let client = PatrolClient(socket: "/nowhere/patrold.sock", onBehalfOf: nil)
        #expect(throws: PatrolError.daemonUnreachable(socket: "/nowhere/patrold.sock")) {
            let _: StatusBody = try client.get([Route.status])
        }
    }

    @Test func sendsAFilingOnceMoreWithItsKeyWhenTheConnectionBreaks() throws {
        let key = FilingKey.random()
        let broken = BrokenTransport(answers: 1)
        let client = PatrolClient(socket: "s", onBehalfOf: nil, transport: broken)
        let receipt = try client.file(Filing(key: key, act: .close(CloseHazard(hazard: "H"))))
        #expect(receipt.id == "H" && broken.requests.count == 2)
        #expect(broken.requests[0] == broken.requests[1])
    }

    @Test func saysThatItIsNotKnownWhetherAFilingWasRecorded() throws {
        let key = FilingKey.random()
        let client = PatrolClient(socket: "s", onBehalfOf: nil, transport: BrokenTransport(answers: 0))
        #expect(throws: PatrolError.noAnswer(key: key.text)) {
            try client.file(Filing(key: key, act: .close(CloseHazard(hazard: "H"))))
        }
    }

    /// Breaks off the first time, and then answers so many times.
    private final class BrokenTransport: Transport {
        private(set) var requests: [DaemonRequest] = []
        private let answers: Int

        init(answers: Int) { self.answers = answers }

        func send(
            _ request: DaemonRequest,
            onSent: (_ bytes: Int) -> Void,
            onBody: (_ part: [UInt8]) -> Void
        ) throws(TransportFailure) -> ResponseHead {
            requests.append(request)
            guard requests.count > 1, requests.count <= 1 + answers else { throw .noAnswer }
            let body = #"{"id":"H","key":"k","event":1,"at":"t"}"#
            onBody(Array(body.utf8))
            return ResponseHead(status: 200)
        }
    }
}
