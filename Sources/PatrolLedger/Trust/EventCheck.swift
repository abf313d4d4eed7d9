import Foundation
import PatrolModel

/// What each event says of itself: that it can be read, stands in its one form, is this ledger's, and that the columns
/// beside its bytes say the same.
struct EventCheck {
    /// Of the clock's going back so much is no news: machines set their clocks.
    static let toleratedSeconds: Int64 = 5

    private(set) var incarnation = 0
    private(set) var district: String?
    private var previous: Event?
    private(set) var notes: [LedgerNote] = []

    /// Examines the events in their order.
    /// - Returns: the event; nil where it cannot be read.
    mutating func examine(_ sequence: Int64, _ body: UnsafeRawBufferPointer, _ faults: inout FaultList)
        -> Event?
    {
        let bytes = Data(body)
        let event: Event
        do {
            event = try EventCoding.decode(bytes)
        } catch {
            faults.add(LedgerFault(.eventUnreadable, event: sequence))
            return nil
        }
        if event.sequence != sequence {
            faults.add(LedgerFault(.eventOutOfPlace, event: sequence, detail: "\(event.sequence)"))
        }
        // What the first version wrote has another form by now.
        if event.version >= 2, (try? EventCoding.encode(event)) != bytes {
            faults.add(LedgerFault(.eventNotCanonical, event: sequence))
        }
        examineOrigin(event, sequence, &faults)
        if let previous, notes.count < LedgerVerification.listedFaults,
            event.at + EventCheck.toleratedSeconds < previous.at
        {
            notes.append(LedgerNote(.clockWentBack, event: sequence, seconds: previous.at - event.at))
        }
        previous = event
        return event
    }

    /// Of which district and incarnation it is.
    private mutating func examineOrigin(_ event: Event, _ sequence: Int64, _ faults: inout FaultList) {
        district = district ?? event.district
        if event.district != district {
            faults.add(LedgerFault(.foreignDistrict, event: sequence, detail: event.district))
        }
        switch event.entry {
        case .begin(let beginning):
            if event.incarnation != beginning.incarnation || previous != nil {
                faults.add(LedgerFault(.wrongIncarnation, event: sequence, detail: "\(event.incarnation)"))
            }
        case .restoration(let restoration):
            if event.incarnation != restoration.incarnation || restoration.incarnation <= incarnation
                || restoration.recovered != sequence - 1
            {
                faults.add(LedgerFault(.wrongIncarnation, event: sequence, detail: "\(event.incarnation)"))
            }
            let missing = restoration.missing
            notes.append(
                LedgerNote(.restored, event: missing?.lowerBound ?? sequence, through: missing?.upperBound)
            )
        default:
            if event.incarnation != incarnation {
                faults.add(LedgerFault(.wrongIncarnation, event: sequence, detail: "\(event.incarnation)"))
            }
        }
        incarnation = max(incarnation, event.incarnation)
    }

    /// The columns that SQLite once read out of the bytes.
    static func compareColumns(_ file: ExaminedFile, _ faults: inout FaultList) throws {
        let columns = [
            ("at", "$.at"), ("verb", "$.verb"), ("entity", "$.entity"), ("key", "$.filing.key"),
        ]
        let differ = columns.map { name, path in "\(name) IS NOT json_extract(body, '\(path)')" }
        let rows = try RawStatement(
            file.connection,
            """
            SELECT sequence, \(differ.joined(separator: ", ")) FROM event NOT INDEXED
            WHERE json_valid(body) AND (\(differ.joined(separator: " OR ")))
            """
        )
        while try rows.next() {
            let wrong = columns.indices.filter { rows.integer(Int32($0) + 1) != 0 }.map { columns[$0].0 }
            faults.add(
                LedgerFault(
                    .columnContradicts,
                    table: "event",
                    event: rows.integer(0),
                    detail: wrong.joined(separator: ", ")
                )
            )
        }
    }
}
