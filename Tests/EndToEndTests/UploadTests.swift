import Foundation
import PatrolModel
import PatrolTestSupport
import Testing

@Suite struct `Hazards that another system keeps too` {
    private static func report(_ house: House, _ site: String, _ words: String) throws -> String {
        let receipt = try house.object(
            "hazard",
            "report",
            "--site",
            site,
            "--category",
            "0306",
            "--condition",
            "1",
            "--describe",
            words,
            "--as",
            "inspector"
        )
        return try #require(receipt["id"] as? String)
    }

    private static func listed(_ house: House, _ narrowing: String...) throws -> [String] {
        try house.done(["upload", "list", "--quiet"] + narrowing).split(separator: "\n").map(String.init)
    }

    /// The first cells of a batch's file, without its headings.
    private static func rows(_ path: String) throws -> [[Substring]] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.starts(with: Array("\u{FEFF}隐患编号,接收编号,批次,".utf8)), "a spreadsheet needs the mark")
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
    }

    @Test func areSentAnsweredAndSentAgainOnceTheyChange() async throws {
        try await House.with { house in
            // Monday: two hazards are found that belong to the other system, and are sent.
            let leaning = try Self.report(house, "R-1", "店招倾斜")
            let torn = try Self.report(house, "R-2", "灯箱, 破损")
            #expect(try Self.listed(house, "--unsent") == [leaning, torn])
            let file = house.daemon.folder.file("monday.csv")
            let made = try house.done(
                "upload",
                "make",
                "--system",
                "adverts",
                "--file",
                file,
                "--as",
                "dispatcher"
            )
            #expect(made.contains("已生成上报批次 U-") && made.contains("隐患 2 件") && made.contains("monday.csv"))
            let monday = try Data(contentsOf: URL(fileURLWithPath: file))
            let number = try #require(try Self.rows(file).first?[2])
            #expect(try Self.rows(file).map { String($0[0]) } == [leaning, torn])
            #expect(try Self.listed(house, "--unsent") == [])
            try house.refused(["upload", "make", "--system", "adverts"], 1)

            // Tuesday: it has taken one, under its own number, and sent the other back. The file comes twice.
            let answers = try house.daemon.folder.write(
                "我方编号,系统编号,处理结果,退回原因\n\(leaning),AD-7,已接收,\n\(torn),,已退回,照片不清\n",
                to: "answers.csv"
            )
            let take = ["upload", "receipt", answers, "--system", "adverts", "--as", "supervisor"]
            #expect(try house.done(take).contains("已导入回执：adverts 接收 1 件，退回 1 件"))
            #expect(try house.done(take).contains("没有重复记录"))
            #expect(try house.done("upload", "list", "--refused").contains("照片不清"))

            // The one it took is ordered, and a third is found: these are what it is told next.
            try house.done("hazard", "order", leaning, "--as", "dispatcher")
            let third = try Self.report(house, "R-3", "灯箱脱落")
            #expect(try Self.listed(house, "--changed") == [leaning])
            let next = house.daemon.folder.file("tuesday.csv")
            try house.done("upload", "make", "--system", "adverts", "--file", next, "--as", "dispatcher")
            let rows = try Self.rows(next)
            #expect(rows.map { String($0[0]) } == [leaning, third])
            #expect(rows.map { String($0[1]) } == ["AD-7", ""])
            #expect(rows[0].contains("已交办") && rows[1].contains("已上报"))

            // Monday's file, asked for again, is Monday's to the byte.
            let again = house.daemon.folder.file("again.csv")
            try house.done("upload", "show", String(number), "--file", again, "--language", "en")
            #expect(try Data(contentsOf: URL(fileURLWithPath: again)) == monday)
            #expect(try house.done("upload", "show", String(number)).contains("户外广告系统"))
        }
    }

    @Test func areAnsweredWholeOrNotAtAll() async throws {
        try await House.with { house in
            let hazard = try Self.report(house, "R-1", "店招倾斜")
            try house.done("upload", "make", "--system", "adverts")
            let answers = try house.daemon.folder.write(
                "隐患编号,接收编号,接收结果,原因\n\(hazard),AD-1,接收,\nH-1999-000001,AD-2,接收,\n\(hazard),,也许,\n",
                to: "answers.csv"
            )
            let head = try house.head()
            let outcome = try house.daemon.patrol(["upload", "receipt", answers, "--system", "adverts"])
            #expect(outcome.status == 65 && outcome.error.contains("没有导入任何回执"))
            #expect(outcome.output.contains("第 3 行“隐患编号”列") && outcome.output.contains("第 4 行“接收结果”列"))
            #expect(try house.head() == head)
        }
    }

    @Test func cannotBeWrittenWhereNobodyMayWriteAndAreRecordedAllTheSame() async throws {
        try await House.with { house in
            _ = try Self.report(house, "R-1", "店招倾斜")
            let outcome = try house.daemon.patrol(
                ["upload", "make", "--system", "adverts", "--file", "/nowhere/batch.csv"]
            )
            #expect(
                outcome.status == 74 && outcome.output.contains("U-")
                    && outcome.error.contains("/nowhere/batch.csv")
            )
            #expect(try Self.listed(house, "--unsent") == [])
        }
    }

    @Test func areNarrowedByOneStateAtATime() async throws {
        try await House.with { house in
            try house.refused(["upload", "list", "--unsent", "--changed"], 64)
        }
    }
}
