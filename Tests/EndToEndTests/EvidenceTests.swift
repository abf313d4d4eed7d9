import Foundation
import Glibc
import PatrolTestSupport
import Testing

@Suite struct `Photos and documents on the command line` {
    private static func photo(_ house: House, _ name: String) throws -> String {
        try house.daemon.folder.write(Photo.png(name), to: name)
    }

    private static func evidence(_ house: House, _ number: String) throws -> [[String: Any]] {
        try #require(try house.object("hazard", "show", number)["evidence"] as? [[String: Any]])
    }

    /// A hazard reported, ordered and claimed, with a photo or a paper each time; its number.
    private static func claimed(_ house: House) throws -> String {
        let report = try house.object(
            "hazard",
            "report",
            "--site",
            "R-1",
            "--category",
            "0103",
            "--describe",
            "缺失",
            "--photo",
            try photo(house, "before.png"),
            "--as",
            "inspector"
        )
        let hazard = try #require(report["id"] as? String)
        let receipt = try house.daemon.folder.write(Photo.pdf, to: "receipt.pdf")
        try house.done("hazard", "order", hazard, "--receipt", receipt, "--as", "dispatcher")
        try house.done(
            "hazard",
            "rectify",
            hazard,
            "--note",
            "补装",
            "--photo",
            try photo(house, "after.png"),
            "--photo",
            try photo(house, "after-2.png"),
            "--as",
            "liaison"
        )
        return hazard
    }

    @Test func areShownTogetherWithWhoFiledThemAndWhen() async throws {
        try await House.with { house in
            let hazard = try Self.claimed(house)
            let rows = try Self.evidence(house, hazard)
            #expect(
                rows.compactMap { $0["name"] as? String } == [
                    "before.png", "receipt.pdf", "after.png", "after-2.png",
                ]
            )
            #expect(rows.compactMap { $0["moment"] as? String } == ["before", "document", "after", "after"])
            #expect(rows[0]["sha256"] as? String == Photo.sha256(Photo.png("before.png")))
            #expect(
                rows[2]["with"] as? String == "hazard.rectify" && rows[2]["person"] as? String == "liaison"
            )
            let sheet = try house.done("hazard", "show", hazard)
            let block = try #require(sheet.components(separatedBy: "佐证材料\n").last)
            let names = ["before.png", "after.png", "after-2.png", "receipt.pdf"]
            let places = names.compactMap { block.range(of: $0)?.lowerBound }
            #expect(places.count == 4 && places == places.sorted(), "\(block)")
        }
    }

    @Test func areSavedAsTheyWereFiledBesideWhatIsThere() async throws {
        try await House.with { house in
            let hazard = try Self.claimed(house)
            let folder = house.daemon.folder.file("saved")
            for _ in 0..<2 {
                #expect(try house.done("evidence", "save", hazard, folder).contains("4 个文件"))
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(
                names
                    == ["1-before.png", "2-document.pdf", "3-after.png", "4-after.png"].map {
                        "\(hazard)-\($0)"
                    }
            )
            let saved = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(names[2])"))
            #expect(saved == Photo.png("after.png"))
        }
    }

    @Test func areRefusedBeforeAnythingIsSent() async throws {
        try await House.with { house in
            let report = [
                "hazard", "report", "--site", "R-1", "--category", "0103", "--describe", "缺失", "--as",
                "inspector", "--photo",
            ]
            let (folder, sheet) = (house.daemon.folder, try house.roster())
            try house.refused(report + [folder.file("nowhere.jpg")], 65)
            #expect(try house.refused(report + [sheet], 65).contains("不是照片或 PDF"))
            try house.refused(report + [try folder.write("", to: "empty.jpg")], 65)
            let large = try folder.write(Photo.png() + Data(count: 20 << 20), to: "large.png")
            #expect(try house.refused(report + [large], 65).contains("超过 20 MiB"))
            try house.refused(report + [try Self.photo(house, "a.png"), "--photo-after", "x.png"], 64)
            #expect(access(house.daemon.state + "/evidence", F_OK) != 0)
        }
    }

    @Test func ofAMajorHazardFixedOnTheSpotShowItBeforeAndAfter() async throws {
        try await House.with { house in
            let report = [
                "inspect", "R-1", "--hazard", "--category", "0306", "--condition", "2", "--describe", "松动",
                "--severity", "major", "--fixed", "--as", "inspector", "--photo",
                try Self.photo(house, "before.png"),
            ]
            #expect(try house.refused(report, 1).contains("整改前、整改后的照片"))
            try house.done(report + ["--photo-after", try Self.photo(house, "after.png")])
            let hazard = try #require(try house.array("hazard", "list").first?["id"] as? String)
            #expect(
                try Self.evidence(house, hazard).compactMap { $0["moment"] as? String } == [
                    "before", "after",
                ]
            )
            try house.done("hazard", "verify", hazard, "--note", "牢固", "--as", "inspector-2")
        }
    }

    @Test func waitInTheOutboxWithTheirFilingAndGoOutWithIt() async throws {
        try await House.with { house in
            house.daemon.stop()
            let photo = try Self.photo(house, "scene.png")
            for site in ["R-1", "R-2"] {
                let kept = try house.daemon.patrol(["inspect", site, "--photo", photo, "--as", "inspector"])
                #expect(kept.status == 75, "\(kept.error)")
            }
            unlink(photo)
            let hash = Photo.sha256(Photo.png("scene.png"))
            #expect(access(house.daemon.outbox + "/\(hash).evidence", F_OK) == 0)
            try house.done("outbox", "drop", "1")
            #expect(access(house.daemon.outbox + "/\(hash).evidence", F_OK) == 0, "the second names it too")
            try house.daemon.start()
            let delivered = try house.daemon.patrol(["status"])
            #expect(delivered.status == 0 && delivered.error.contains("已补送"), "\(delivered.error)")
            #expect(access(house.daemon.outbox + "/\(hash).evidence", F_OK) != 0)
            let events = try house.array("event", "list").compactMap { $0["event"] as? [String: Any] }
            let visit = try #require(events.first { $0["verb"] as? String == "inspection.file" })
            let number = try #require(visit["entity"] as? String)
            let rows = try house.array("evidence", "list", number)
            #expect(rows.map { $0["moment"] as? String } == ["scene"])
        }
    }

    @Test func thatAreMissingOrAlteredAreFoundByVerify() async throws {
        try await House.with { house in
            let hazard = try Self.claimed(house)
            let state = house.daemon.state
            func verify() throws -> Program.Outcome {
                try house.daemon.patrold(["verify", "--state", state])
            }
            #expect(try verify().status == 0)
            func path(_ name: String) -> String {
                let hash = Photo.sha256(Photo.png(name))
                return "\(state)/evidence/\(hash.prefix(2))/\(hash)"
            }
            unlink(path("before.png"))
            try Photo.png("else").write(to: URL(fileURLWithPath: path("after.png")))
            let found = try verify()
            #expect(found.status == 65)
            #expect(found.output.contains("\(hazard) before.png 缺失"), "\(found.output)")
            #expect(found.output.contains("\(hazard) after.png 被改动"), "\(found.output)")
            let backup = try house.daemon.patrold(["backup", "--state", state, "--log", "stderr"])
            #expect(backup.status == 65 && backup.output.contains("台账本身不受影响"), "\(backup.output)")
        }
    }

    @Test func goIntoTheBackupAndComeBackWithARestoration() async throws {
        try await House.with { house in
            _ = try Self.claimed(house)
            let state = house.daemon.state
            let backup = try house.daemon.patrold(["backup", "--state", state, "--log", "stderr"])
            #expect(backup.status == 0, "\(backup.error)")
            house.daemon.stop()
            try FileManager.default.removeItem(atPath: state + "/evidence")
            let folder = state + "/backups"
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".sqlite") }
            )
            let restored = try house.daemon.patrold(["restore", "\(folder)/\(name)", "--state", state])
            #expect(restored.status == 0, "\(restored.output) \(restored.error)")
            #expect(try house.daemon.patrold(["verify", "--state", state]).status == 0)
            try house.daemon.start()
        }
    }
}
