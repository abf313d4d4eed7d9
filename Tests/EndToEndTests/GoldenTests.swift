import Foundation
import PatrolText
import Testing

@Suite struct `The screens of a district` {
    @Test(arguments: Edition.all, ScreenPlan.all.keys.sorted() + ["outbox"])
    func areThoseThatWereReadAndFoundGood(_ edition: Edition, _ name: String) async throws {
        let text = try #require(await Story.screens.value?.texts[edition]?[name])
        Golden.compare(Data(text.utf8), with: "\(edition.name)/\(name).txt")
    }

    @Test(arguments: Language.allCases, ScreenPlan.tables.keys.sorted())
    func areTheSameInASpreadsheetByteForByte(_ language: Language, _ name: String) async throws {
        let text = try #require(await Story.screens.value?.tables[language]?[name])
        #expect(Array(text.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        #expect(lines.last?.isEmpty == true && lines.dropLast().allSatisfy { $0.last == UInt8(ascii: "\r") })
        Golden.compare(text, with: "\(language.rawValue)/\(name).csv")
    }

    @Test func haveNoFileThatNobodyCompares() throws {
        let names = ScreenPlan.all.keys + ["outbox"]
        let screens = Edition.all.flatMap { edition in names.map { "\(edition.name)/\($0).txt" } }
        let tables = Language.allCases.flatMap { language in
            ScreenPlan.tables.keys.map { "\(language.rawValue)/\($0).csv" }
        }
        let found = try FileManager.default.subpathsOfDirectory(atPath: Golden.folder)
        #expect(Set(found.filter { $0.contains(".") }).symmetricDifference(screens + tables) == [])
    }

    @Test(arguments: Edition.all)
    func fitTheirWidth(_ edition: Edition) throws {
        for (name, lines) in try Golden.screens(edition) {
            let wide = lines.filter { line in
                line.columns > edition.columns && !Golden.unbreakable(name).contains { line.contains($0) }
            }
            #expect(wide == [], "\(edition.name)/\(name)")
        }
    }

    @Test(arguments: Edition.all)
    func haveNoBlanksAtTheEndOfALine(_ edition: Edition) throws {
        for (name, lines) in try Golden.screens(edition) {
            #expect(lines.filter { $0.last?.isWhitespace == true } == [], "\(edition.name)/\(name)")
        }
    }

    @Test(arguments: Edition.all)
    func haveTheirHeadingsWholeAndTheirColumnsUnderThem(_ edition: Edition) throws {
        var tables = 0
        for (name, lines) in try Golden.screens(edition) {
            for table in PrintedTable.all(in: lines, edition.language.phrases) {
                tables += 1
                #expect(table.cutHeadings == [], "\(edition.name)/\(name)")
                #expect(table.crookedRows == [], "\(edition.name)/\(name) under \(table)")
            }
        }
        #expect(tables > 30)
    }

    @Test(arguments: Edition.all)
    func haveTheValuesOfASheetUnderOneAnother(_ edition: Edition) throws {
        let labels = Set(Label.allCases.map { edition.language.phrases.label($0) })
        var sheets = 0
        for (name, lines) in try Golden.screens(edition) {
            for block in lines.split(separator: "", omittingEmptySubsequences: true) {
                let starts = block.compactMap { line in
                    labels.contains { line.hasPrefix($0 + "  ") } ? line.starts.dropFirst().first : nil
                }
                sheets += starts.isEmpty ? 0 : 1
                #expect(Set(starts).count <= 1, "\(edition.name)/\(name): \(block)")
            }
        }
        #expect(sheets > 8)
    }
}
