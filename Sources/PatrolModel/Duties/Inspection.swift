/// What was seen at one site at one time, and by whom (巡查记录).
package struct Inspection: Hashable, Codable, Sendable {
    package enum Result: String, Hashable, Codable, Sendable, CaseIterable {
        case ok, hazard
        /// Nobody there (到访不遇).
        case absent
        /// Not let in (拒检).
        case refused

        /// A visit that saw nothing of the site neither does the duty nor counts as coverage.
        package var settlesDuties: Bool { self == .ok || self == .hazard }
    }

    /// A duty it settles, and whether it was filed after the duty's period had ended (补录).
    package struct Settled: Hashable, Codable, Sendable {
        package let duty: DutyKey
        package let late: Bool

        package init(duty: DutyKey, late: Bool) {
            self.duty = duty
            self.late = late
        }
    }

    /// Somebody who was there, with the certificate they showed.
    package struct Officer: Hashable, Codable, Sendable {
        package let person: String
        /// Their number then; nil for one who had none, where none was needed.
        package let certificate: String?

        package init(_ person: Person) {
            self.person = person.id
            certificate = person.certificate
        }
    }

    /// `I-2026-000123`.
    package let id: String
    package let site: String
    package let result: Result
    package let note: String?
    /// Why it was filed late, where it was.
    package let reason: String?
    package let observedAt: Instant
    package let filed: Signature
    package let settled: [Settled]
    /// The number of the hazard it found and reported in the same filing.
    package let hazard: String?
    /// The numbers of those it found besides; nil where there are none.
    package let furtherHazards: [String]?
    /// The checklists that were answered; nil where none was, which says that all was walked as stated.
    package let checks: [AnsweredChecklist]?
    /// Everybody who was there, whoever filed it first; nil where that is one, and no programme asked for more.
    package let officers: [Officer]?
    /// What was photographed there; nil where nothing was. A hazard's own is the hazard's.
    package let evidence: [Evidence]?

    package init(
        id: String,
        site: String,
        result: Result,
        note: String?,
        reason: String?,
        observedAt: Instant,
        filed: Signature,
        settled: [Settled],
        hazard: String?,
        furtherHazards: [String] = [],
        checks: [AnsweredChecklist] = [],
        officers: [Officer] = [],
        evidence: [Evidence] = []
    ) {
        self.id = id
        self.site = site
        self.result = result
        self.note = note
        self.reason = reason
        self.observedAt = observedAt
        self.filed = filed
        self.settled = settled
        self.hazard = hazard
        self.furtherHazards = furtherHazards.isEmpty ? nil : furtherHazards
        self.checks = checks.isEmpty ? nil : checks
        self.officers = officers.count > 1 ? officers : nil
        self.evidence = evidence.isEmpty ? nil : evidence
    }
}

extension Inspection {
    /// A duty that might be settled.
    package struct Candidate: Sendable {
        package let duty: DutyKey
        package let period: Period
        package let state: DutyState
        /// The day on which the inspection that did it was made; nil where none did.
        package let doneOn: CivilDate?

        package init(duty: DutyKey, period: Period, state: DutyState, doneOn: CivilDate? = nil) {
            self.duty = duty
            self.period = period
            self.state = state
            self.doneOn = doneOn
        }
    }

    /// Which duties an observation settles: of each programme the first that is not done and whose period contains it,
    /// while the period runs or `lateFilingDays` after it; none of a programme that has one done on the same day,
    /// since a site visited k times a period is visited on k days.
    package static func settling(
        _ candidates: [Candidate],
        observedAt: Instant,
        on day: CivilDate,
        now: Instant,
        lateFilingDays: Int
    ) -> [Settled] {
        var (settled, served): ([Settled], Set<[String]>) = ([], [])
        let here = candidates.filter { $0.period.contains(observedAt) }
        for done in here where done.doneOn == day { served.insert(done.duty.visit) }
        for candidate in here.sorted(by: { $0.duty.ordinal < $1.duty.ordinal }) where candidate.state != .done
        {
            let late = now >= candidate.period.end
            guard !late || now < candidate.period.end + Int64(lateFilingDays) * 86400,
                served.insert(candidate.duty.visit).inserted
            else { continue }
            settled.append(Settled(duty: candidate.duty, late: late))
        }
        return settled.sorted { ($0.duty.programme, $0.duty.period) < ($1.duty.programme, $1.duty.period) }
    }
}

extension DutyKey {
    /// What one visit does once.
    fileprivate var visit: [String] { [programme, period] }
}
