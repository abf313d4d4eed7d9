import PatrolModel

extension RosterRow.Column {
    /// The heading that a Chinese reader knows it by.
    var chinese: String { headings.chinese }
}

extension CatalogueRow.Column {
    var chinese: String { headings.chinese }
}

extension DayRow.Column {
    var chinese: String { headings.chinese }
}

extension UploadReceiptFile.Column {
    var chinese: String { headings.chinese }
}

extension [String] {
    fileprivate var chinese: String { first { !$0.utf8.allSatisfy { $0 < 128 } } ?? self[0] }
}
