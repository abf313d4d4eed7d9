package import PatrolModel

/// What has happened to a hazard besides its order, its rectification and its verification; in JSON, keys of the
/// hazard's own object.
package struct HazardLifeBody: Codable, Hashable, Sendable {
    /// Who did something, and when, in ISO 8601.
    package struct Hand: Codable, Hashable, Sendable {
        package var person: String
        package var personName: String
        package var at: String

        package init(person: String, personName: String, at: String) {
            self.person = person
            self.personName = personName
            self.at = at
        }
    }

    package struct Returned: Codable, Hashable, Sendable {
        package var unit: String
        package var order: String
        package var reason: String
        package var by: Hand
    }

    package struct Referred: Codable, Hashable, Sendable {
        package var department: String
        @OrNull package var note: String?
        package var by: Hand
        @OrNull package var acknowledged: Hand?
        @OrNull package var outcome: String?
        @OrNull package var concluded: Hand?
    }

    package struct Asked: Codable, Hashable, Sendable {
        package var by: TimeLimit
        package var reason: String
        package var asked: Hand
        /// Silence after it is denial.
        package var decideBy: String
    }

    package struct Suspended: Codable, Hashable, Sendable {
        package var ground: Suspension.Ground
        package var reason: String
        package var measures: String
        @OrNull package var plan: String?
        @OrNull package var planEnteredOn: CivilDate?
        package var until: CivilDate
        package var since: String
        package var approved: Hand
    }

    package struct Supervised: Codable, Hashable, Sendable {
        @OrNull package var plan: RectificationPlan?
        @OrNull package var note: String?
        /// Nil of a major hazard of which nobody has said more.
        @OrNull package var by: Hand?
    }

    package struct Voided: Codable, Hashable, Sendable {
        package var ground: Voiding.Ground
        @OrNull package var note: String?
        @OrNull package var duplicateOf: String?
        package var asked: Hand
        /// The second supervisor; nil where it is still to be decided, or one was enough.
        @OrNull package var confirmed: Hand?
    }

    package struct Looked: Codable, Hashable, Sendable {
        @OrNull package var note: String?
        package var failed: Bool
        package var by: Hand
    }

    package struct Prosecuted: Codable, Hashable, Sendable {
        package var number: String
        package var filed: Hand
        @OrNull package var outcome: String?
        @OrNull package var concluded: Hand?
    }

    package struct Noted: Codable, Hashable, Sendable {
        package var note: String
        package var at: String
        package var by: Hand
    }

    /// A verb that is legal now, and the roles that have it.
    package struct Move: Codable, Hashable, Sendable {
        package var verb: Verb
        package var roles: [Role]
    }

    @OrNull package var receivedBy: String?
    @OrNull package var returnedOrder: Returned?
    @OrNull package var referral: Referred?
    package var extensionsGranted: Int
    @OrNull package var extensionAsked: Asked?
    @OrNull package var progress: Noted?
    @OrNull package var suspension: Suspended?
    @OrNull package var supervision: Supervised?
    @OrNull package var voidAsked: Voided?
    @OrNull package var voided: Voided?
    package var duplicates: [String]
    @OrNull package var lookBack: Looked?
    @OrNull package var enforcement: Prosecuted?
    package var possible: [Move]
}

extension HazardLifeBody {
    /// - Parameters:
    ///   - hazard: as it stands.
    ///   - zone: the district's.
    ///   - hand: whose hand a signature is, with their name and the time in the district's zone.
    package init(_ hazard: Hazard, zone: Zone, hand: (Signature) -> Hand) {
        let order = hazard.stage.order
        receivedBy = order?.receivedBy
        returnedOrder = hazard.stage.returned.map {
            Returned(unit: $0.order.unit, order: $0.order.number, reason: $0.reason, by: hand($0.returned))
        }
        referral = order.flatMap { order in
            order.referral.map {
                Referred(
                    department: order.unit,
                    note: $0.note,
                    by: hand($0.referred),
                    acknowledged: $0.acknowledged.map(hand),
                    outcome: $0.outcome?.note,
                    concluded: ($0.outcome?.recorded).map(hand)
                )
            }
        }
        extensionsGranted = order?.extensionsGranted ?? 0
        extensionAsked = (order?.extensionAsked).map {
            Asked(
                by: $0.by,
                reason: $0.reason,
                asked: hand($0.asked),
                decideBy: zone.iso8601($0.decision.at)
            )
        }
        progress = (order?.progress).map {
            Noted(note: $0.note, at: zone.iso8601($0.at), by: hand($0.noted))
        }
        if case .suspended(let stop) = hazard.stage {
            suspension = Suspended(
                ground: stop.ground,
                reason: stop.reason,
                measures: stop.measures,
                plan: stop.plan?.number,
                planEnteredOn: stop.plan?.enteredOn,
                until: stop.until,
                since: zone.iso8601(stop.since),
                approved: hand(stop.approved)
            )
        }
        if hazard.isSupervised {
            supervision = Supervised(
                plan: hazard.supervision?.plan,
                note: hazard.supervision?.note,
                by: (hazard.supervision?.supervised).map(hand)
            )
        }
        voidAsked = hazard.voidAsked.map {
            Voided(
                ground: $0.ground,
                note: $0.note,
                duplicateOf: $0.duplicateOf,
                asked: hand($0.asked),
                confirmed: nil
            )
        }
        if case .void(let voiding) = hazard.stage {
            voided = Voided(
                ground: voiding.ground,
                note: voiding.note,
                duplicateOf: voiding.duplicateOf,
                asked: hand(voiding.asked),
                confirmed: voiding.confirmed.map(hand)
            )
        }
        duplicates = hazard.duplicates
        lookBack = hazard.lookBack.map {
            Looked(note: $0.note, failed: $0.failed, by: hand($0.looked))
        }
        enforcement = hazard.enforcement.map {
            Prosecuted(
                number: $0.number,
                filed: hand($0.filed),
                outcome: $0.outcome?.note,
                concluded: ($0.outcome?.recorded).map(hand)
            )
        }
        possible = hazard.possible.map { Move(verb: $0, roles: $0.roles) }
    }
}
