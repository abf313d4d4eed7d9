import PatrolModel
import PatrolText
import PatrolWire

/// A day that was kept on paper, filed from a file: `patrol inspect --file`.
struct DayFiling {
    let file: String
    /// The day of times that stand alone.
    let date: CivilDate?
    let reason: String?

    /// Every fault is listed on standard output, whether this side found it or the daemon did.
    func run(_ session: Session) throws {
        let (visits, unread) = try DayFile.visits(
            try InputFile.text(file),
            file: file,
            on: date,
            reason: reason
        )
        let rows = visits.map {
            InspectDay.Row(line: $0.line, inspect: $0.inspect, observedAt: $0.observedAt)
        }
        let day = Act.inspectDay(InspectDay(rows, unread: unread))
        do {
            // A file with a fault in it is not worth keeping: it is to be mended and filed again.
            try print(unread.isEmpty ? session.send(day) : session.ask { try $0.file(day.filing()) }, session)
        } catch PatrolError.badDay(let faults) {
            try refuse(faults, session)
        } catch is PatrolError where !unread.isEmpty {
            // What is wrong in the file can be told though the daemon did not look at the rest.
            try refuse(unread, session)
        }
    }

    private func print(_ receipt: ReceiptBody, _ session: Session) throws {
        let rows = receipt.rows ?? []
        if session.switches.json { return try Output.json(receipt) }
        if session.switches.quiet { return Output.lines(rows.map(\.id)) }
        let new = rows.filter { $0.recordedBefore != true }
        let hazards = new.map { ($0.hazard == nil ? 0 : 1) + ($0.furtherHazards?.count ?? 0) }
        let notice = Notice.dayFiled(
            added: receipt.added ?? 0,
            repeated: receipt.repeated ?? 0,
            settled: new.reduce(0) { $0 + ($1.settled?.count ?? 0) },
            hazards: hazards.reduce(0, +)
        )
        Output.lines(session.phrases.notice(notice).wrapped(to: session.screen.width))
    }

    private func refuse(_ faults: [RowFault], _ session: Session) throws -> Never {
        try session.list(faults)
        throw PatrolError.badDay(faults: faults)
    }
}
