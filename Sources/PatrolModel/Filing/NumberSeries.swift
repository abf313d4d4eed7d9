/// The numbers that people say over the radio: a letter, the year, and six digits or more.
package enum NumberSeries: String, Sendable, CaseIterable {
    case hazard = "H"
    case inspection = "I"
    case order = "O"
    /// Of batches for other systems.
    case upload = "U"

    /// `H-2026-000123`.
    package func number(_ count: Int, year: Int) -> String {
        "\(rawValue)-\(year)-\(CivilDate.padded(count, to: 6))"
    }
}
