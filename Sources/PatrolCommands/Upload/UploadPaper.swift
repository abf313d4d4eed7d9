import PatrolReports
import PatrolText
import PatrolWire

/// A batch as the file that the other system reads: CSV, its headings and words Chinese whatever the language of who
/// writes it, its times ISO 8601. What is printed rests on the batch alone, so that it is the same whenever it is.
enum UploadPaper {
    private typealias Column = (heading: String, text: @Sendable (UploadBody.Row, UploadBody) -> String)

    private static let columns: [Column] = [
        ("隐患编号", { row, _ in row.row.hazard }),
        ("接收编号", { row, _ in row.external ?? "" }),
        ("批次", { _, batch in batch.number }),
        ("对象编号", { row, _ in row.row.site }),
        ("对象名称", { row, _ in row.row.siteName }),
        ("街道", { row, _ in row.row.subdistrict }),
        ("小类代码", { row, _ in row.row.category }),
        ("小类名称", { row, _ in row.row.categoryName }),
        ("条件序号", { row, _ in String(row.row.condition) }),
        ("立案条件", { row, _ in row.row.conditionText }),
        ("等级", { row, _ in Chinese().severity(row.row.severity) }),
        ("问题描述", { row, _ in row.row.describe }),
        ("发现时间", { row, _ in row.row.observedAt }),
        ("期限", { row, _ in row.row.dueAt }),
        ("状态", { row, _ in Chinese().state(row.row.state) }),
        ("责任单位", { row, _ in row.row.unit }),
        ("整改时间", { row, _ in row.row.rectifiedAt ?? "" }),
        ("销号时间", { row, _ in row.row.closedAt ?? "" }),
    ]

    static func csv(_ batch: UploadBody) -> [UInt8] {
        CSV.mark + CSV.row(columns.map(\.heading))
            + batch.rows.flatMap { row in CSV.row(columns.map { $0.text(row, batch) }) }
    }
}
