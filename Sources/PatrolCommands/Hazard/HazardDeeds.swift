import PatrolText
import PatrolWire

extension ReceiptBody {
    /// What was done to a hazard, and what is due of it now, by when and by whom.
    func notice(of deed: Deed) -> Notice {
        .done(
            deed,
            hazard: id,
            next: NextStep(
                state: state ?? .ordered,
                kind: dueFor ?? .rectification,
                due: due,
                unit: unit ?? ""
            )
        )
    }
}
