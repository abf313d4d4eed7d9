import PatrolReports

/// Rows that can be gone through as often as one likes without holding them all.
struct Rows<Row> {
    let forEach: ((Row) throws -> Void) throws -> Void

    /// Rows whose cells are held while the widths are learned; beyond them a list is gone through twice.
    private static var held: Int { 2000 }

    /// A table with columns as wide as what stands in them anywhere.
    /// - Returns: false, with nothing printed, where there is no row.
    func print(_ listing: Listing<Row>, on page: Page, _ screen: Screen) throws -> Bool {
        var (fit, first, count): (Fit, [[Cell]], Int) = (listing.fit(), [], 0)
        try forEach { row in
            let cells = listing.cells(row)
            fit.measure(cells)
            if count < Rows.held { first.append(cells) }
            count += 1
        }
        guard count > 0 else { return false }
        let layout = fit.layout(width: screen.width)
        page.add(layout.headings(screen))
        if count <= Rows.held {
            for cells in first { page.add(layout.lines(cells, screen)) }
        } else {
            try forEach { page.add(layout.lines(listing.cells($0), screen)) }
        }
        return true
    }
}
