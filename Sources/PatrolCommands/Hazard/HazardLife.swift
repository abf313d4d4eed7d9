import PatrolModel
import PatrolReports
import PatrolText
import PatrolWire

extension HazardSheet {
    /// What happened to it besides being ordered, put right and checked; what did not happen has no line.
    static func add(
        _ life: HazardLifeBody,
        of hazard: HazardBody,
        to sheet: inout Sheet,
        _ phrases: any Phrases
    ) {
        sheet.add(.receivedBy, life.receivedBy)
        sheet.add(.auditFinding, hazard.auditFinding ? phrases.label(.yes) : nil)
        if let returned = life.returnedOrder {
            let what = phrases.line(returned.unit, returned.order, phrases.hand(returned.by))
            sheet.add(.returned, what + "\n" + returned.reason)
        }
        add(life.referral, to: &sheet, phrases)
        sheet.add(
            .progress,
            life.progress.map { phrases.line($0.by.personName, phrases.time($0.at)) + "\n" + $0.note }
        )
        sheet.add(.extensions, life.extensionsGranted > 0 ? String(life.extensionsGranted) : nil)
        if let asked = life.extensionAsked {
            let until = phrases.notice(.toBeDecided(by: phrases.time(asked.decideBy)))
            let what = phrases.line(phrases.limit(asked.by), phrases.hand(asked.asked), until)
            sheet.add(.extensionAsked, what + "\n" + asked.reason)
        }
        add(life.suspension, to: &sheet, phrases)
        add(life.supervision, isMajor: hazard.severity == .major, to: &sheet, phrases)
        sheet.add(.voidAsked, life.voidAsked.map { voiding($0, phrases) })
        sheet.add(.voided, life.voided.map { voiding($0, phrases) })
        sheet.add(.duplicateOf, life.voided?.duplicateOf ?? life.voidAsked?.duplicateOf)
        sheet.add(
            .duplicates,
            life.duplicates.isEmpty ? nil : life.duplicates.joined(separator: phrases.comma)
        )
        if let look = life.lookBack {
            let found = look.failed ? phrases.happened("hazard.rebound") : phrases.notice(.holds)
            sheet.add(.lookBacks, phrases.paragraph(phrases.line(found, phrases.hand(look.by)), look.note))
        }
        sheet.add(.rebounds, hazard.reboundCount > 0 ? String(hazard.reboundCount) : nil)
        if let prosecuted = life.enforcement {
            let filed = phrases.line(prosecuted.number, phrases.hand(prosecuted.filed))
            let outcome = prosecuted.outcome.map { phrases.line($0, prosecuted.concluded.map(phrases.hand)) }
            sheet.add(.enforcementCase, phrases.paragraph(filed, outcome))
        }
    }

    private static func add(
        _ referral: HazardLifeBody.Referred?,
        to sheet: inout Sheet,
        _ phrases: any Phrases
    ) {
        guard let referral else { return }
        let what = phrases.line(referral.department, phrases.hand(referral.by))
        sheet.add(.referral, phrases.paragraph(what, referral.note))
        sheet.add(.acknowledged, referral.acknowledged.map(phrases.hand) ?? phrases.notice(.notYet))
        sheet.add(.outcome, referral.outcome.map { phrases.line($0, referral.concluded.map(phrases.hand)) })
    }

    private static func add(_ stop: HazardLifeBody.Suspended?, to sheet: inout Sheet, _ phrases: any Phrases)
    {
        guard let stop else { return }
        let span = phrases.notice(
            .standsStill(since: phrases.time(stop.since), until: phrases.time(stop.until.description))
        )
        let what = phrases.line(phrases.ground(stop.ground), phrases.hand(stop.approved))
        sheet.add(.suspended, [span, what, stop.reason].joined(separator: "\n"))
        sheet.add(
            .worksPlan,
            stop.plan.map { phrases.line($0, stop.planEnteredOn.map { phrases.time($0.description) }) }
        )
        sheet.add(.measures, stop.measures)
    }

    /// A major hazard that has no plan yet says so: it cannot be closed without.
    private static func add(
        _ supervision: HazardLifeBody.Supervised?,
        isMajor: Bool,
        to sheet: inout Sheet,
        _ phrases: any Phrases
    ) {
        guard let supervision else { return }
        let by = supervision.by.map(phrases.hand) ?? phrases.severity(.major)
        sheet.add(.supervised, phrases.paragraph(by, supervision.note))
        guard let plan = supervision.plan else {
            return sheet.add(.rectificationPlan, isMajor ? phrases.notice(.notYet) : nil)
        }
        sheet.add(.planLeader, plan.leader)
        sheet.add(.planInCharge, plan.personInCharge)
        sheet.add(.planMeasures, plan.measures)
        sheet.add(.planFunds, plan.funds)
        sheet.add(.planDeadline, phrases.time(plan.deadline.description))
        sheet.add(.planContingency, plan.contingency)
    }

    private static func voiding(_ voiding: HazardLifeBody.Voided, _ phrases: any Phrases) -> String {
        let asked = phrases.line(phrases.ground(voiding.ground), phrases.hand(voiding.asked))
        return phrases.paragraph(
            phrases.paragraph(
                asked,
                voiding.confirmed.map { phrases.notice(.confirmed(by: phrases.hand($0))) }
            ),
            voiding.note
        )
    }
}

extension Phrases {
    /// Who did it, and when.
    fileprivate func hand(_ hand: HazardLifeBody.Hand) -> String {
        line(who(hand.personName, typedBy: nil), time(hand.at))
    }

    fileprivate func line(_ parts: String?...) -> String {
        parts.compactMap { $0 }.joined(separator: "  ")
    }

    fileprivate func paragraph(_ first: String, _ second: String?) -> String {
        second.map { first + "\n" + $0 } ?? first
    }
}
