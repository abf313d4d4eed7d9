/// Another system's answers as a CSV file: its first line names the columns, in either language and any order; columns
/// that are not known are passed over, since the file is that system's own.
package enum UploadReceiptFile {
    /// Their names are no other file's, since a fault is told by them.
    package enum Column: String, Sendable, CaseIterable {
        case number = "hazardNumber"
        case external = "externalNumber"
        case result = "uploadResult"
        case answer = "uploadReason"

        /// The headings a file may use for it, the English before the Chinese.
        package var headings: [String] {
            switch self {
            case .number: ["number", "our_number", "隐患编号", "我方编号", "上报编号"]
            case .external: ["external", "external_number", "接收编号", "对方编号", "系统编号"]
            case .result: ["result", "接收结果", "处理结果", "结果"]
            case .answer: ["reason", "原因", "退回原因", "说明"]
            }
        }

        static let required: [Column] = [.number, .result]
    }

    private static let results: [(words: [String], result: UploadReceipt.Result)] = [
        (["接收", "已接收", "成功", "accepted"], .accepted), (["退回", "已退回", "失败", "refused"], .refused),
    ]
    /// Characters of an external number and of a reason.
    private static let (longestNumber, longestReason) = (80, 500)

    /// The rows that could be read, and every fault of those that could not.
    /// - Throws: what ``CSVReader`` throws, ``PatrolError/missingColumn(name:)``,
    ///   ``PatrolError/repeatedColumn(name:)``, ``PatrolError/emptyUploadReceipt``.
    package static func rows(
        _ bytes: [UInt8],
        file: String
    ) throws(PatrolError) -> (rows: [ImportUploadReceipt.Row], faults: [RowFault]) {
        let lines = try CSVReader.rows(bytes, file: file)
        guard let header = lines.first, lines.count > 1 else { throw .emptyUploadReceipt }
        let columns = header.cells.map { heading in
            let name = String(heading.trimmingSpaces).lowercased()
            return Column.allCases.first { $0.headings.contains(name) }
        }
        for (index, column) in columns.enumerated() where column != nil && columns[..<index].contains(column)
        {
            throw .repeatedColumn(name: String(header.cells[index].trimmingSpaces))
        }
        for column in Column.required where !columns.contains(column) {
            throw .missingColumn(name: column.headings.joined(separator: " / "))
        }
        var (rows, faults): ([ImportUploadReceipt.Row], [RowFault]) = ([], [])
        for line in lines.dropFirst() {
            var cells: [Column: String] = [:]
            for (column, cell) in zip(columns, line.cells) {
                if let column { cells[column] = String(cell.trimmingSpaces) }
            }
            switch answer(cells, line: line.line) {
            case .success(let answer): rows.append(ImportUploadReceipt.Row(line: line.line, answer: answer))
            case .failure(let found): faults += found.faults
            }
        }
        return (rows, faults)
    }

    private static func answer(
        _ cells: [Column: String],
        line: Int
    ) -> Result<UploadReceipt.Answer, RowFaults> {
        var faults: [RowFault] = []
        func fault(_ column: Column, _ problem: RowFault.Problem) {
            faults.append(RowFault(line: line, column: column.rawValue, problem: problem))
        }
        func text(_ column: Column, longest: Int) -> String? {
            guard let text = cells[column], !text.isEmpty else { return nil }
            if text.count > longest { fault(column, .tooLong(limit: longest)) }
            if FreeText.forbidden(in: text, allowingLines: false) != nil { fault(column, .controlCharacter) }
            return text
        }
        let number = text(.number, longest: longestNumber)?.uppercased()
        if number == nil { fault(.number, .empty) }
        let external = text(.external, longest: longestNumber)
        let reason = text(.answer, longest: longestReason)
        let word = cells[.result] ?? ""
        let result = results.first { $0.words.contains(word.lowercased()) }?.result
        if word.isEmpty {
            fault(.result, .empty)
        } else if result == nil {
            fault(.result, .unknownWord(word, of: results.flatMap(\.words)))
        }
        if result == .refused, reason == nil { fault(.answer, .empty) }
        guard faults.isEmpty, let number, let result else { return .failure(RowFaults(faults)) }
        return .success(
            UploadReceipt.Answer(hazard: number, result: result, external: external, reason: reason)
        )
    }
}
