import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolDaemon

@Suite struct `Reminder rules in the configuration` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try TestConfiguration(typistsCount: true).write(to: folder, under: "config")
    }

    private func rules(_ yaml: String) throws -> [ReminderRule] {
        let path = folder.file("config/patrol.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        _ = try folder.write(text + "\nreminders:\n" + yaml, to: "config/patrol.yaml")
        return try ConfigurationFolder(path: folder.file("config")).rulebook().rules.reminders
    }

    private func faults(_ yaml: String) throws -> [String] {
        do {
            _ = try rules(yaml)
            return []
        } catch PatrolError.badConfiguration(let faults) {
            return faults.map { "\($0.problem)" }
        }
    }

    @Test func areReadAsTheyStand() throws {
        let read = try rules(
            """
              - {id: morning, morning: working, to: [person, unit, subdistrict]}
              - {id: soon, before: 4工作时, to: [unit, dispatcher]}
              - {id: passed, at: deadline, deadlines: [rework, verification], to: [supervisor]}
              - id: late
                after: 1 working day
                severity: major
                to: [subdistrict, leading-group]
                hook: {command: [/usr/bin/mail, -s, -s], timeLimit: 5, retries: 0}
            """
        )
        #expect(
            read == [
                ReminderRule(
                    id: "morning",
                    occasion: .morning(.init(days: .working, to: [.person, .unit, .subdistrict]))
                ),
                .deadline("soon", .before(.workingHours(4)), to: [.unit, .role(.dispatcher)]),
                .deadline("passed", .passed, of: [.rework, .verification], to: [.role(.supervisor)]),
                .deadline(
                    "late",
                    .after(.workingDays(1)),
                    severity: .major,
                    to: [.subdistrict, .role(.leadingGroup)],
                    hook: .init(command: ["/usr/bin/mail", "-s", "-s"], timeLimit: 5, retries: 0)
                ),
            ]
        )
    }

    @Test func withoutAnyThereIsTheMorningOfEachSubdistrict() throws {
        let path = folder.file("config")
        #expect(try ConfigurationFolder(path: path).rulebook().rules.reminders == ReminderRule.standard)
        #expect(try rules("  []") == [])
    }

    @Test(arguments: [
        ("{id: a, to: [unit]}", #"missingKey("morning / before / at / after")"#),
        ("{id: a, before: 4工作时, after: 1天, to: [unit]}", #"contradiction("after", with: "before")"#),
        ("{id: a, before: 四小时, to: [unit]}", #"unreadableLimit("四小时")"#),
        ("{id: a, at: noon, to: [unit]}", #"badValue("noon", expected: "deadline")"#),
        ("{id: a, at: deadline}", #"missingKey("to")"#),
        (
            "{id: a, at: deadline, to: [boss]}",
            #"unknownValue("boss", of: ["unit", "subdistrict", "inspector""#
        ),
        ("{id: a, morning: working, to: [supervisor]}", #"of: ["person", "unit", "subdistrict"]"#),
        (
            "{id: a, at: deadline, deadlines: [verification], to: [unit]}",
            #"contradiction("to: unit", with: "deadlines: verification")"#
        ),
        ("{id: a, at: deadline, to: [unit], hok: {}}", #"unknownKey("hok", nearest: Optional("hook"))"#),
        ("{id: a, at: deadline, to: [unit], hook: {}}", #"missingKey("command")"#),
        ("{id: a, at: deadline, to: [unit], hook: {command: [mail]}}", #"badValue("mail""#),
        (
            "{id: a, at: deadline, to: [unit], hook: {command: [/bin/mail], timeLimit: 0}}",
            #"expected: "1 … 3600")"#
        ),
        ("{id: a, at: deadline, to: [unit]}\n  - {id: a, at: deadline, to: [unit]}", #"repeated("a")"#),
    ])
    func eachFaultIsTold(_ rule: String, _ problem: String) throws {
        let found = try faults("  - " + rule)
        #expect(found.count == 1 && found.allSatisfy { $0.contains(problem) }, "\(found)")
    }
}
