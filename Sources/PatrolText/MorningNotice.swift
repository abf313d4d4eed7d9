/// What the printed morning list says.
package enum MorningNotice: Sendable {
    /// The first line; `day` with its weekday.
    case title(district: String, day: String)
    case recipient(MorningRecipient, name: String)
    /// One part of the list with how many items it has; `until` is the end of what is due today.
    case section(MorningSection, count: Int, until: String)
    /// The part as a column of a spreadsheet has it.
    case sectionName(MorningSection)
    /// A responsible unit that has not been told yet.
    case notTold(unit: String)
    /// Behind a deadline that has passed; where a line should not end stands a no-break space.
    case late(length: String, inOffice: String)
    /// There is no item.
    case nothing
    /// When it was printed, and the end of the record that it was read from.
    case footer(time: String, event: Int64, head: String)
    /// How many lists were printed of how many.
    case leftOut(empty: Int, of: Int)
}

/// Whom a morning list is for.
package enum MorningRecipient: Sendable { case person, unit, subdistrict }

/// The parts of a morning list, in their order.
package enum MorningSection: Sendable, CaseIterable {
    case overdue, dueToday, toOrder, orders, toVerify, duties, missed
}
