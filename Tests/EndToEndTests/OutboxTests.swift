import Foundation
import Glibc
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `A filing that cannot reach the daemon` {
    private static func inspect(_ site: String, _ more: String...) -> [String] {
        ["inspect", site, "--as", "inspector"] + more
    }

    private static func events(_ house: House, _ verb: String = "inspection.file") throws -> [[String: Any]] {
        try house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
            .filter { $0["verb"] as? String == verb }
    }

    private static func sites(_ house: House) throws -> [String] {
        try events(house).compactMap { ($0["body"] as? [String: Any])?["site"] as? String }
    }

    @Test func isKeptAndDeliveredInOrderByTheNextCommand() async throws {
        try await House.with { house in
            house.daemon.stop()
            for site in ["R-3", "R-1", "R-2"] {
                let kept = try house.daemon.patrol(Self.inspect(site))
                #expect(
                    kept.status == 75 && kept.output == "" && kept.error.contains("尚未记录"),
                    "\(kept.error)"
                )
                #expect(kept.error.split(separator: "\n").count == 1)
            }
            let english = try house.daemon.patrol(Self.inspect("R-4", "--json"), language: "en")
            #expect(english.status == 75 && english.error.contains("not recorded yet"))
            #expect(english.output.contains("\"outbox\":4"))
            let waiting = try house.array("outbox", "list")
            #expect(waiting.compactMap { $0["about"] as? String } == ["R-3", "R-1", "R-2", "R-4"])
            #expect(waiting.allSatisfy { $0["state"] as? String == "waiting" })
            try house.daemon.start()
            let today = try house.daemon.patrol(["today", "--as", "inspector"])
            #expect(today.status == 0 && today.error.split(separator: "\n").count == 4, "\(today.error)")
            #expect(try Self.sites(house) == ["R-3", "R-1", "R-2", "R-4"])
            #expect(try house.array("outbox", "list").isEmpty)
        }
    }

    @Test func liesInAFileThatOnlyItsOwnerReads() async throws {
        try await House.with { house in
            house.daemon.stop()
            _ = try house.daemon.patrol(Self.inspect("R-1"))
            func mode(_ path: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            #expect(try mode(house.daemon.outbox) == 0o700)
            #expect(try mode(house.daemon.outbox + "/000001.filing") == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.daemon.outbox).count == 2)
            try house.daemon.start()
        }
    }

    @Test func isReadByTheTimeItWasKept() async throws {
        try await House.with { house in
            house.daemon.stop()
            _ = try house.daemon.patrol(Self.inspect("R-1"))
            let kept = Int64(Date().timeIntervalSince1970)
            try house.daemon.start()
            _ = try house.daemon.patrol(["today"])
            let event = try #require(try Self.events(house).first)
            let mark = try #require((event["filing"] as? [String: Any])?["keptAt"] as? Int64)
            let observed = try #require((event["body"] as? [String: Any])?["observedAt"] as? Int64)
            #expect(mark == observed && kept - 2...kept ~= mark)
            #expect((event["at"] as? Int64 ?? 0) >= mark)
        }
    }

    @Test func mayBeAWholeDayOnPaper() async throws {
        try await House.with { house in
            let day = "编号,时间\nR-1,09:10\nR-2,09:40\n"
            let file = try house.daemon.folder.write(day, to: "day.csv")
            let yesterday = House.hoursAgo(24).prefix(10)
            let words = [
                "inspect", "--file", file, "--date", String(yesterday), "--reason", "停电", "--as", "inspector",
            ]
            house.daemon.stop()
            #expect(try house.daemon.patrol(words).status == 75)
            try house.daemon.start()
            #expect(try house.daemon.patrol(["status"]).status == 0)
            #expect(try Self.sites(house) == ["R-1", "R-2"])
            let marks = try Self.events(house).compactMap { $0["filing"] as? [String: Any] }
            #expect(marks.count == 2 && marks.allSatisfy { $0["keptAt"] != nil })
            #expect(try house.done(words).contains("已记录过 2 条"))
        }
    }

    @Test func isTheSameFilingHoweverItArrives() async throws {
        try await House.with { house in
            let key = FilingKey.random().text
            house.daemon.stop()
            #expect(try house.daemon.patrol(Self.inspect("R-1", "--key", key)).status == 75)
            try house.daemon.start()
            let receipt = try house.object("inspect", "R-1", "--as", "inspector", "--key", key)
            #expect(receipt["id"] as? String == "I-\(Self.year)-000001")
            #expect(try Self.sites(house) == ["R-1"])
        }
    }

    @Test func isKeptApartWithItsReasonWhenItIsRefusedAndHoldsNobodyUp() async throws {
        try await House.with { house in
            house.daemon.stop()
            for site in ["R-99", "R-1"] { _ = try house.daemon.patrol(Self.inspect(site)) }
            try house.daemon.start()
            let status = try house.daemon.patrol(["status"])
            #expect(status.status == 0 && status.error.contains("没有巡查对象“R-99”"), "\(status.error)")
            #expect(try Self.sites(house) == ["R-1"])
            #expect(try house.daemon.patrol(["status"]).error == "", "told once")
            let left = try house.array("outbox", "list")
            #expect(left.count == 1 && left[0]["state"] as? String == "refused")
            let again = try house.daemon.patrol(["outbox", "retry", "1"])
            #expect(again.status == 1 && again.error.contains("R-99"))
            let dropped = try house.done("outbox", "drop", "1")
            #expect(dropped.contains("第 1 件"))
            #expect(try house.array("outbox", "list").isEmpty)
            #expect(try Self.sites(house) == ["R-1"])
        }
    }

    @Test func waitsForTheDaemonItWasMeantForAndThePersonItIsFor() async throws {
        try await House.with { house in
            house.daemon.stop()
            _ = try house.daemon.patrol(Self.inspect("R-1"))
            let other = try house.daemon.patrol(Self.inspect("R-2", "--socket", "/nowhere/patrold.sock"))
            #expect(other.status == 75)
            try house.daemon.start()
            _ = try house.daemon.patrol(["status", "--as", "supervisor"])
            let event = try #require(try Self.events(house).first)
            #expect(event["onBehalfOf"] as? String == "inspector")
            #expect(try house.array("outbox", "list").compactMap { $0["about"] as? String } == ["R-2"])
        }
    }

    @Test func saysWhatIsLeftAndWhy() async throws {
        try await House.with { house in
            house.daemon.stop()
            _ = try house.daemon.patrol(Self.inspect("R-2", "--socket", "/nowhere/patrold.sock"))
            try house.daemon.start()
            let elsewhere = try house.daemon.patrol(["outbox", "retry", "1"])
            #expect(elsewhere.status == 75 && elsewhere.error.contains("1 件属于另一个 patrold"))
            house.daemon.stop()
            _ = try house.daemon.patrol(Self.inspect("R-99"))
            try house.daemon.start()
            #expect(try house.daemon.patrol(["outbox", "retry"]).status == 75)
            let dropped = try house.done("outbox", "drop", "1")
            #expect(dropped.contains("R-2"))
            let refused = try house.daemon.patrol(["outbox", "retry"])
            #expect(refused.status == 1 && refused.error.contains("1 件未被接受"), "\(refused.error)")
            // A number is never given to another filing while anybody may still mean the first.
            try house.done("outbox", "drop", "2")
            house.daemon.stop()
            #expect(try house.daemon.patrol(Self.inspect("R-1")).error.contains("第 3 件"))
            try house.daemon.start()
        }
    }

    @Test func isNotLookedForInAFolderOfSomebodyElses() async throws {
        try await House.with { house in
            house.daemon.stop()
            let folder = house.daemon.outbox
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            chmod(folder, 0o755)
            let kept = try house.daemon.patrol(Self.inspect("R-1"))
            #expect(kept.status == 74 && kept.error.contains("chmod 700"), "\(kept.error)")
            let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
            #expect(mode == 0o755, "nobody's folder is changed")
            try house.daemon.start()
        }
    }

    @Test func isKeptWhenItsWriterLosesPatience() async throws {
        try await House.with { house in
            // A daemon that is there and says nothing: what a hung one looks like.
            let silent = try SilentSocket(path: house.daemon.folder.file("silent.sock"))
            let filer = try house.daemon.startPatrol(Self.inspect("R-1", "--socket", silent.path))
            silent.waitForRequest()
            #expect(filer.stop(SIGINT) == 75)
            let waiting = try house.array("outbox", "list")
            #expect(waiting.compactMap { $0["about"] as? String } == ["R-1"])
        }
    }

    @Test func isNotKeptWhereItsTimeCannotBeRead() async throws {
        try await House.with { house in
            house.daemon.stop()
            let seen = try house.daemon.patrol(Self.inspect("R-1", "--observed-at", "25:99"))
            let served = try house.daemon.patrol(["hazard", "order", "H-1", "--served-at", "昨天"])
            #expect(seen.status == 65 && served.status == 65 && served.error.contains("昨天"))
            try house.daemon.start()
            #expect(try house.array("outbox", "list").isEmpty)
        }
    }

    @Test func isToldWhereItsFileIsBroken() async throws {
        try await House.with { house in
            house.daemon.stop()
            for site in ["R-1", "R-2", "R-3"] { _ = try house.daemon.patrol(Self.inspect(site)) }
            let first = URL(fileURLWithPath: house.daemon.outbox + "/000001.filing")
            var bytes = try Data(contentsOf: first)
            bytes[bytes.count - 20] ^= 1
            try bytes.write(to: first)
            let second = URL(fileURLWithPath: house.daemon.outbox + "/000002.filing")
            try Data(try Data(contentsOf: second).prefix(90)).write(to: second)
            try house.daemon.start()
            let told = try house.daemon.patrol(["status"])
            #expect(told.status == 0 && told.error.contains("第 1 件已损坏") && told.error.contains("第 2 件已损坏"))
            #expect(try Self.sites(house) == ["R-3"])
            let states = try house.array("outbox", "list").compactMap { $0["state"] as? String }
            #expect(states == ["broken", "broken"])
            #expect(try house.daemon.patrol(["outbox", "retry"]).status == 1)
            try house.done("outbox", "drop", "1", "2")
        }
    }

    @Test func isToldWhereItCannotBeKeptEither() async throws {
        try await House.with { house in
            house.daemon.stop()
            // No file may have any bytes: what a full disk does, without filling one.
            let script = "(trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\") 2>&1 | cat"
            let arguments = ["-c", "set -o pipefail; " + script, RunningDaemon.binaries + "/patrol"]
            let outcome = try Program("/bin/bash").run(
                (arguments + Self.inspect("R-1")).map { Array($0.utf8) },
                environment: house.daemon.environment()
            )
            #expect(outcome.status == 74 && outcome.output.contains("也无法存入发件箱"), "\(outcome)")
            #expect(try house.array("outbox", "list").isEmpty)
            try house.daemon.start()
            #expect(try Self.sites(house).isEmpty)
        }
    }

    @Test func isRecordedOnceOrStillListedWhoeverIsKilledWhen() async throws {
        try await House.with { house in
            var generator = SeededGenerator(seed: 20_261_124)
            var promised: Set<String> = []
            var unsure: Set<String> = []
            for round in 0..<200 {
                let keys = (0..<3).map { _ in FilingKey.random().text }
                let filers = try keys.map { key in
                    try house.daemon.startPatrol(
                        Self.inspect("R-\(round % 6 + 1)", "--note", "第\(round)轮", "--key", key)
                    )
                }
                usleep(UInt32.random(in: 0...30_000, using: &generator))
                if Bool.random(using: &generator) { house.daemon.stop(SIGKILL) }
                let killed = Int.random(in: 0..<filers.count * 2, using: &generator)
                for (index, filer) in filers.enumerated() {
                    let status = filer.stop(index == killed ? SIGKILL : 0)
                    if status == 0 || status == 75 {
                        promised.insert(keys[index])
                    } else {
                        #expect(status == 128 + SIGKILL)
                        unsure.insert(keys[index])
                    }
                }
                if !house.daemon.isRunning { try house.daemon.start() }
            }
            let retried = try house.daemon.patrol(["outbox", "retry"])
            #expect(retried.status == 0, "\(retried.error)")
            #expect(try house.array("outbox", "list").isEmpty)
            let keys = try Self.events(house).compactMap {
                ($0["filing"] as? [String: Any])?["key"] as? String
            }
            #expect(Set(keys).count == keys.count, "recorded twice")
            #expect(promised.subtracting(keys) == [], "promised and lost")
            #expect(Set(keys).subtracting(promised).isSubset(of: unsure))
            #expect(promised.count > 400)
            try house.done("event", "verify")
        }
    }

    private static var year: Int {
        Zone.shanghai.date(Instant(seconds: Int64(Date().timeIntervalSince1970))).year
    }
}

/// Somebody who listens, reads a request and never answers.
private final class SilentSocket: @unchecked Sendable {
    let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(descriptor, 5) == 0)
    }

    deinit { close(descriptor) }

    func waitForRequest() {
        let peer = accept(descriptor, nil, nil)
        var byte: UInt8 = 0
        _ = recv(peer, &byte, 1, 0)
    }
}
