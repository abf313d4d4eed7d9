extension Hazard {
    /// The verbs that are legal now, in the order of a hazard's life; who has each is ``Verb/roles``.
    package var possible: [Verb] {
        guard state != .void else { return [] }
        return steps + (state.isOpen ? besides : []) + [.hazardProsecute]
    }

    private var steps: [Verb] {
        switch stage {
        case .reported(_, nil): [.hazardOrder, .hazardRefer, .hazardSuspend]
        case .reported(_, _?): [.hazardReassign]
        case .ordered(let order):
            [.hazardRectify, .hazardProgress]
                + (order.extensionAsked == nil ? [.hazardExtend] : [.hazardDecideExtension])
                + possible(under: order) + [.hazardSuspend]
        case .suspended: [.hazardResume, .hazardSuspend]
        case .rectified: [.hazardVerify]
        case .verified: [.hazardClose]
        case .closed: [.hazardLookBack]
        case .void: []
        }
    }

    private func possible(under order: Order) -> [Verb] {
        guard let referral = order.referral else {
            return (order.rework == nil ? [.hazardReturn] : []) + [.hazardRefer]
        }
        return referral.outcome == nil ? [.hazardAnswerReferral] : []
    }

    private var besides: [Verb] {
        [.hazardSupervise, .hazardVoid]
            + (severity == .major && state != .verified ? [.hazardDowngrade] : [])
    }
}
