import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A moment of the past` {
    private let now = Zone.shanghai.at("2026-11-23 17:55:10")

    private func reading(_ text: String, in zone: Zone = .shanghai) throws -> String {
        zone.iso8601(try TypedMoment(text).instant(in: zone, now: now))
    }

    @Test(arguments: [
        ("2026-11-22", "2026-11-22T23:59:59+08:00"), ("yesterday", "2026-11-22T23:59:59+08:00"),
        ("２０２６／１１／２２", "2026-11-22T23:59:59+08:00"), ("2026-11-22 09:00", "2026-11-22T09:00:59+08:00"),
        ("2026-11-22T09:00:07", "2026-11-22T09:00:07+08:00"), ("09:00", "2026-11-23T09:00:59+08:00"),
        ("2026-11-22T09:00:00Z", "2026-11-22T17:00:00+08:00"),
    ])
    func isTheEndOfWhatWasTyped(_ text: String, _ instant: String) throws {
        #expect(try reading(text) == instant)
    }

    @Test(arguments: ["2026-11-23", "today", "17:55", "2026-11-23 17:55", "2026-11-23T17:55:10"])
    func isNowWhereThatHasNotEnded(_ text: String) throws {
        #expect(try reading(text) == "2026-11-23T17:55:10+08:00")
    }

    @Test(arguments: ["2026-11-24", "17:56", "2026-11-23 17:55:11", "9999-12-31"])
    func hasCome(_ text: String) throws {
        #expect {
            try reading(text)
        } throws: { error in
            if case PatrolError.momentToCome = error { true } else { false }
        }
    }

    @Test(arguments: ["", " ", "昨天", "tomorrow", "2026-02-30", "2026-11", "2026-11-22 24:01", "22.11.2026"])
    func isNeverGuessed(_ text: String) throws {
        #expect(throws: PatrolError.unreadableMoment(text: text)) { try reading(text) }
    }

    @Test func endsWithItsDayWhereTheClockIsSetBackOnIt() throws {
        let berlin = Zone.named("Europe/Berlin")
        #expect(try reading("2026-10-25", in: berlin) == "2026-10-25T23:59:59+01:00")
        // The first of the two.
        #expect(try reading("2026-10-25 02:30", in: berlin) == "2026-10-25T02:30:59+02:00")
        #expect(throws: PatrolError.unreadableMoment(text: "2026-03-29 02:30")) {
            try reading("2026-03-29 02:30", in: berlin)
        }
    }
}
