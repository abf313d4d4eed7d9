extension Hazard: Codable {
    private enum Keys: String, CodingKey {
        case id, site, subdistrict, grounds, severity, describe, inspection, observedAt, reason, reported,
            siteUnit
        case deadline, dueAt, overdueSince, lapses, reworkCount, stage
        case auditFinding, supervision, enforcement, voidAsked, duplicates, reboundCount, lookBack, remark
        case position, notDuplicateOf, evidence, givenBack
    }

    /// Events of the first version knew urgent hours alone, and give the instant.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        id = try container.decode(String.self, forKey: .id)
        site = try container.decode(String.self, forKey: .site)
        subdistrict = try container.decode(String.self, forKey: .subdistrict)
        grounds = try container.decode(Grounds.self, forKey: .grounds)
        severity = try container.decode(Severity.self, forKey: .severity)
        describe = try container.decode(String.self, forKey: .describe)
        inspection = try container.decodeIfPresent(String.self, forKey: .inspection)
        observedAt = try container.decode(Instant.self, forKey: .observedAt)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        reported = try container.decode(Signature.self, forKey: .reported)
        siteUnit = try container.decode(String.self, forKey: .siteUnit)
        reworkCount = try container.decode(Int.self, forKey: .reworkCount)
        stage = try container.decode(HazardStage.self, forKey: .stage)
        isAuditFinding = try container.decodeIfPresent(Bool.self, forKey: .auditFinding) ?? false
        supervision = try container.decodeIfPresent(Supervision.self, forKey: .supervision)
        enforcement = try container.decodeIfPresent(EnforcementCase.self, forKey: .enforcement)
        voidAsked = try container.decodeIfPresent(VoidRequest.self, forKey: .voidAsked)
        duplicates = try container.decodeIfPresent([String].self, forKey: .duplicates) ?? []
        reboundCount = try container.decodeIfPresent(Int.self, forKey: .reboundCount) ?? 0
        lookBack = try container.decodeIfPresent(LookBack.self, forKey: .lookBack)
        remark = try container.decodeIfPresent(String.self, forKey: .remark)
        position = try container.decodeIfPresent(Position.self, forKey: .position)
        notDuplicateOf = try container.decodeIfPresent([String].self, forKey: .notDuplicateOf)
        evidence = try container.decodeIfPresent([FiledEvidence].self, forKey: .evidence) ?? []
        givenBack = try container.decodeIfPresent(String.self, forKey: .givenBack)
        if let deadline = try container.decodeIfPresent(Deadline.self, forKey: .deadline) {
            self.deadline = deadline
            lapses = try container.decode([Lapse].self, forKey: .lapses)
        } else {
            let dueAt = try container.decode(Instant.self, forKey: .dueAt)
            let first = Deadline(
                limit: grounds.limit,
                allowance: .elapsed(seconds: dueAt - observedAt),
                start: .observation,
                from: observedAt,
                at: dueAt,
                isProvisional: false,
                adoption: 0
            )
            deadline = first
            let since = try container.decodeIfPresent(Instant.self, forKey: .overdueSince)
            lapses = since == nil ? [] : [Lapse(kind: .rectification, deadline: first)]
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(id, forKey: .id)
        try container.encode(site, forKey: .site)
        try container.encode(subdistrict, forKey: .subdistrict)
        try container.encode(grounds, forKey: .grounds)
        try container.encode(severity, forKey: .severity)
        try container.encode(describe, forKey: .describe)
        try container.encodeIfPresent(inspection, forKey: .inspection)
        try container.encode(observedAt, forKey: .observedAt)
        try container.encodeIfPresent(reason, forKey: .reason)
        try container.encode(reported, forKey: .reported)
        try container.encode(siteUnit, forKey: .siteUnit)
        try container.encode(deadline, forKey: .deadline)
        try container.encode(lapses, forKey: .lapses)
        try container.encode(reworkCount, forKey: .reworkCount)
        try container.encode(stage, forKey: .stage)
        // What has come since events of the first versions is written where there is something to say.
        if isAuditFinding { try container.encode(true, forKey: .auditFinding) }
        try container.encodeIfPresent(supervision, forKey: .supervision)
        try container.encodeIfPresent(enforcement, forKey: .enforcement)
        try container.encodeIfPresent(voidAsked, forKey: .voidAsked)
        if !duplicates.isEmpty { try container.encode(duplicates, forKey: .duplicates) }
        if reboundCount > 0 { try container.encode(reboundCount, forKey: .reboundCount) }
        try container.encodeIfPresent(lookBack, forKey: .lookBack)
        try container.encodeIfPresent(remark, forKey: .remark)
        try container.encodeIfPresent(position, forKey: .position)
        try container.encodeIfPresent(notDuplicateOf, forKey: .notDuplicateOf)
        if !evidence.isEmpty { try container.encode(evidence, forKey: .evidence) }
        try container.encodeIfPresent(givenBack, forKey: .givenBack)
    }
}

extension Order.Rework: Codable {
    private enum Keys: String, CodingKey { case reason, failed, deadline, dueAt }

    /// Events of the first version knew urgent hours alone, and give the instant.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        reason = try container.decode(String.self, forKey: .reason)
        failed = try container.decode(Signature.self, forKey: .failed)
        if let deadline = try container.decodeIfPresent(Deadline.self, forKey: .deadline) {
            self.deadline = deadline
        } else {
            let dueAt = try container.decode(Instant.self, forKey: .dueAt)
            deadline = Deadline(
                limit: .urgentHours(max(1, Int((dueAt - failed.at) / 1800))),
                allowance: .elapsed(seconds: dueAt - failed.at),
                start: .failure,
                from: failed.at,
                at: dueAt,
                isProvisional: false,
                adoption: 0
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(reason, forKey: .reason)
        try container.encode(failed, forKey: .failed)
        try container.encode(deadline, forKey: .deadline)
    }
}
