package import PatrolModel

extension English {
    package func ground(_ ground: Suspension.Ground) -> String {
        switch ground {
        case .works: "works entered in a plan"
        case .season: "season"
        case .other: "other"
        }
    }

    package func ground(_ ground: Voiding.Ground) -> String {
        switch ground {
        case .duplicate: "reported before"
        case .unfounded: "nothing was found there"
        case .mistake: "filed by mistake"
        case .elsewhere: "not of this district"
        case .other: "other"
        }
    }

    /// What was done, then what is due.
    func done(_ deed: Deed, _ hazard: String, _ next: NextStep) -> String {
        said(deed, hazard, next) + self.next(next)
    }

    private func said(_ deed: Deed, _ hazard: String, _ next: NextStep) -> String {
        switch deed {
        case .returned: "returned \(hazard); a dispatcher reassigns it or turns the return down"
        case .reassigned(let order): "reassigned \(hazard) by \(order) to \(next.unit)"
        case .returnTurnedDown: "turned the return of \(hazard) down; its deadline stays"
        case .progressNoted: "noted how far \(hazard) has come; its deadline stays"
        case .extensionAsked(let by, let decideBy):
            "asked for an extension of \(hazard)" + (by.map { " by \(limit($0))" } ?? "")
                + "; a supervisor decides" + (decideBy.map { " by \(time($0))" } ?? "")
                + ", and silence is denial"
        case .extensionGranted: "granted \(hazard) its extension"
        case .extensionDenied: "denied \(hazard) its extension; the deadline stays"
        case .referred(let department, let order):
            "referred \(hazard) by \(order) to \(department), which has to acknowledge it"
        case .referralAcknowledged: "recorded that \(next.unit) has acknowledged \(hazard)"
        case .referralRefused: "recorded that the referral of \(hazard) was refused"
        case .referralConcluded: "recorded what came of the referral of \(hazard)"
        case .suspended(let until):
            "suspended \(hazard) to the end of \(time(until)); its clock then runs again by itself"
        case .resumed: "resumed \(hazard)"
        case .supervised(let hasPlan):
            "\(hazard) is supervised" + (hasPlan ? ", and its plan is recorded" : "")
        case .voided: "voided \(hazard)"
        case .merged(let other): "voided \(hazard), which repeats \(other); the earlier deadline wins"
        case .voidAsked:
            "\(hazard) has been ordered: another supervisor confirms its voiding (--confirm) or turns it down (--reject), and until then it goes on"
        case .voidTurnedDown: "turned the voiding of \(hazard) down; it goes on"
        case .downgraded: "\(hazard) is a general hazard now"
        case .caseOpened(let number): "recorded the enforcement case \(number) on \(hazard)"
        case .caseConcluded: "recorded what came of the case on \(hazard)"
        case .lookedBack: "looked back at \(hazard): it holds"
        case .rebounded(let order): "\(hazard) has come back and is ordered by \(order) to \(next.unit)"
        }
    }

    private func next(_ next: NextStep) -> String {
        switch next.state {
        case .reported: "; it has to be ordered, \(name(next.kind)) \(next.due)"
        case .ordered: "; \(next.unit) has to put it right, \(name(next.kind)) \(next.due)"
        case .rectified: "; it waits for somebody else to verify"
        case .verified: "; it waits for the leading group to close it"
        case .suspended, .closed, .void: ""
        }
    }
}
