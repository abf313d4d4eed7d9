import PatrolModel

/// Reads `catalogue.csv`, and says beforehand what adopting it would stumble over.
enum CatalogueReader {
    static func rows(_ bytes: [UInt8], file: String, faults: Faults) -> [CatalogueRow] {
        let rows: [CatalogueRow]
        do {
            rows = try CatalogueFile.rows(bytes, file: file)
        } catch {
            faults.add(file, line: line(error), column: 0, problem(error))
            return []
        }
        let places = CatalogueFile.places(bytes, file: file)
        for fault in CatalogueMerge(rows, into: []).faults {
            let column = CatalogueRow.Column(rawValue: fault.column).flatMap { places[$0] }
            faults.add(file, line: fault.line, column: column ?? 0, .badCell(fault.problem))
        }
        return rows
    }

    private static func line(_ error: PatrolError) -> Int {
        switch error {
        case .unterminatedQuote(let line), .textAfterQuote(let line): line
        default: 0
        }
    }

    private static func problem(_ error: PatrolError) -> ConfigurationFault.Problem {
        switch error {
        case .missingColumn(let name): .missingKey(name)
        case .repeatedColumn(let name): .repeated(name)
        case .unterminatedQuote, .textAfterQuote: .unreadable(detail: "CSV")
        case .emptyCatalogue: .unreadable(detail: "CSV")
        default: .unreadable(detail: "UTF-8")
        }
    }
}
