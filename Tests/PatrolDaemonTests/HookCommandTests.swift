import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@testable import PatrolDaemon

@Suite struct `A rule's command` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ script: String, timeLimit: Int = 60, input: String = "") async -> HookCommand.Ending {
        let hook = ReminderRule.Hook(command: ["/bin/sh", "-c", script], timeLimit: timeLimit)
        return await HookCommand(hook, rule: "late", reminder: "rule/late/7").run(Array(input.utf8))
    }

    @Test func getsItsInputWholeAndKnowsItsRule() async throws {
        let input = String(repeating: "隐患 H-2026-000001\n", count: 20_000)
        let out = folder.file("out")
        let ending = await run(
            "cat > \(out); echo $PATROL_RULE $PATROL_REMINDER $NOTIFY_SOCKET >> \(out)",
            input: input
        )
        #expect(ending == .done)
        #expect(try String(contentsOfFile: out, encoding: .utf8) == input + "late rule/late/7\n")
    }

    @Test func mayLeaveItsInputUnread() async {
        #expect(await run("exit 0", input: String(repeating: "x", count: 1_000_000)) == .done)
    }

    @Test func thatFailsSaysHow() async {
        #expect(await run("exit 3") == .exited(3, said: ""))
        #expect(await run("echo 无法连接; echo 邮件服务器拒绝 >&2; exit 4") == .exited(4, said: "邮件服务器拒绝"))
        // However much it prints.
        #expect(await run("yes m 2> /dev/null; exit 5", timeLimit: 60) == .exited(5, said: "m"))
        #expect(await run("kill -9 $$") == .signalled(9, said: ""))
        let hook = ReminderRule.Hook(command: ["/nonexistent/mail"])
        let ending = await HookCommand(hook, rule: "r", reminder: "r/1").run([])
        #expect(ending == .notStarted)
    }

    @Test func thatHangsIsEndedWithAllItHasStarted() async throws {
        let (pids, begun) = (folder.file("pids"), ContinuousClock.now)
        let ending = await run(
            "trap '' TERM; sleep 9999 & echo $! $$ > \(pids); wait; sleep 9999",
            timeLimit: 1
        )
        #expect(ending == .tookTooLong(seconds: 1))
        // However slow the machine is, none of them came to its own end.
        #expect(ContinuousClock.now - begun < .seconds(9999))
        let text = try String(contentsOfFile: pids, encoding: .utf8)
        for pid in text.split(whereSeparator: \.isWhitespace).compactMap({ Int32($0) }) {
            #expect(kill(pid, 0) != 0 || isZombie(pid), "\(pid)")
        }
    }

    @Test func isEndedWithWhatItsLeaderLeftBehind() async throws {
        let pid = folder.file("pid")
        let ending = await run(
            "(trap '' TERM; echo $BASHPID > \(pid); exec sleep 600) & sleep 600",
            timeLimit: 1
        )
        #expect(ending == .tookTooLong(seconds: 1))
        let left = try Program("/usr/bin/pgrep").run(["-f", pid].map { Array($0.utf8) }, environment: [:])
        #expect(left.output.isEmpty, "\(left.output)")
    }

    /// Ended, and not yet collected by whoever collects orphans here.
    private func isZombie(_ pid: Int32) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        return status?.contains(") Z ") ?? true
    }
}
