import PatrolLedger
import PatrolModel
import PatrolWire

extension HazardFilter {
    init(_ query: Query) throws {
        self.init()
        state = try query.value("state", HazardState.self)
        unit = query["unit"]
        subdistrict = query["subdistrict"]
        category = query["category"]
        site = query["site"]
        isSentBack = query["returned"] != nil
        isSupervised = query["supervised"] != nil
        isToBeDecided = query["undecided"] != nil
        prefix = query["prefix"]?.uppercased()
    }
}

extension HazardBody {
    init(_ record: HazardRecord, _ rulebook: Rulebook, now: Instant) {
        let zone = rulebook.zone
        let late = record.clock.overdueSeconds(at: now)
        self.init(
            id: record.id,
            state: record.state,
            severity: record.severity,
            category: record.category,
            categoryName: record.categoryName,
            condition: record.condition,
            conditionText: record.conditionText,
            timeLimit: record.timeLimit,
            describe: record.description,
            site: record.site,
            siteName: record.siteName,
            subdistrict: record.subdistrict,
            responsibleUnit: record.responsibleUnit,
            observedAt: zone.iso8601(record.observedAt),
            reportedAt: zone.iso8601(record.reportedAt),
            reportedBy: record.reportedBy,
            order: record.orderNumber,
            servedAt: record.servedAt.map(zone.iso8601),
            dueAt: zone.iso8601(record.dueAt),
            dueFor: record.dueFor,
            provisional: record.isProvisional,
            rectifiedAt: record.rectifiedAt.map(zone.iso8601),
            rectifiedBy: record.rectifiedBy,
            verifyDueAt: record.verifyDueAt.map(zone.iso8601),
            verifiedBy: record.verifiedBy,
            closedAt: record.closedAt.map(zone.iso8601),
            closedBy: record.closedBy,
            overdue: record.clock.isOverdue(at: now),
            everOverdue: record.wasEverOverdue(at: now),
            overdueSeconds: late,
            overdueWorkingSeconds: late > 0
                ? rulebook.clock.officeSeconds(from: record.dueAt, to: record.dueAt + late) : 0,
            closedOnTime: record.clock.closedOnTime,
            reworkCount: record.reworkCount,
            reworkDueAt: record.reworkDueAt.map(zone.iso8601),
            reboundCount: record.reboundCount,
            auditFinding: record.isAuditFinding,
            supervised: record.isSupervised,
            returned: record.isReturned,
            referred: record.isReferred,
            suspendedUntil: record.suspendedUntil,
            duplicateOf: record.duplicateOf
        )
    }
}

extension OverdueGroupBody {
    init(_ group: HazardGroup, _ rulebook: Rulebook, now: Instant) {
        self.init(
            code: group.code,
            name: group.name,
            hazards: group.hazards,
            overdueSeconds: now - group.oldestDueAt,
            overdueWorkingSeconds: rulebook.clock.officeSeconds(from: group.oldestDueAt, to: now)
        )
    }
}

extension HistoryBody {
    /// Nil for events that are not a hazard's.
    init?(_ event: Event, _ rulebook: Rulebook) {
        guard case .hazard(let verb, let hazard) = event.entry else { return nil }
        let person = event.onBehalfOf ?? event.actor
        let typist = event.actor == person ? nil : event.actor
        self.init(
            event: event.sequence,
            at: rulebook.zone.iso8601(event.at),
            verb: event.entry.verb,
            state: hazard.state,
            person: person,
            personName: rulebook.configuration.name(person),
            typedBy: typist,
            typedByName: typist.map(rulebook.configuration.name),
            note: HistoryBody.note(verb, hazard),
            dueAt: [.recompute, .grantExtension, .resume, .merge].contains(verb)
                ? rulebook.zone.iso8601(hazard.dueAt) : nil,
            keptAt: (event.filing?.keptAt).map(rulebook.zone.iso8601)
        )
    }

    private static func note(_ verb: LedgerEntry.HazardVerb, _ hazard: Hazard) -> String? {
        switch verb {
        case .report:
            ([hazard.describe] + [hazard.stage.rectification?.action].compactMap { $0 })
                .joined(separator: " / ")
        case .order, .reassign, .refer:
            hazard.stage.order.map { order in
                [order.number, order.unit, order.referral?.note].compactMap { $0 }.joined(separator: " ")
            }
        case .rectify: hazard.stage.rectification?.action
        case .verify: hazard.stage.verification?.note ?? hazard.stage.sentBack?.reason
        case .return: hazard.stage.returned?.reason
        case .progress: hazard.stage.order?.progress?.note
        case .askExtension: hazard.stage.order?.extensionAsked.map { "\($0.by) \($0.reason)" }
        case .concludeReferral: hazard.stage.order?.referral?.outcome?.note
        case .suspend, .renewSuspension: suspension(hazard)
        case .supervise:
            [hazard.supervision?.note, hazard.supervision?.plan?.measures].compactMap { $0 }
                .joined(separator: " / ")
        case .askVoid: hazard.voidAsked?.note ?? hazard.voidAsked?.duplicateOf
        case .void:
            if case .void(let voiding) = hazard.stage { voiding.duplicateOf ?? voiding.note } else { nil }
        case .merge: hazard.duplicates.last
        case .openCase: hazard.enforcement?.number
        case .concludeCase: hazard.enforcement?.outcome?.note
        case .lookBack, .rebound: hazard.lookBack?.note
        case .rejectReturn, .grantExtension, .denyExtension, .resume, .acknowledgeReferral, .refuseReferral,
            .downgrade, .rejectVoid:
            hazard.remark
        case .close, .overdue, .recompute, .lapseExtension: nil
        }
    }

    private static func suspension(_ hazard: Hazard) -> String? {
        guard case .suspended(let suspension) = hazard.stage else { return nil }
        let plan = suspension.plan.map { " \($0.number) \($0.enteredOn)" } ?? ""
        return "\(suspension.until) \(suspension.reason)\(plan)"
    }
}
