/// What one event records: a verb and the whole entity as it stands afterwards.
package enum LedgerEntry: Hashable, Sendable {
    /// The first event of a ledger.
    case begin(LedgerBeginning)
    /// The first event of a further incarnation.
    case restoration(Restoration)
    case configuration(Configuration)
    case catalogue(CatalogueImport)
    case sites(RosterVerb, RosterImport)
    case opening(PeriodOpening)
    case settlement(PeriodSettlement)
    case morning(MorningDigest)
    case calendarGap(CalendarGap)
    case inspection(Inspection)
    case hazard(HazardVerb, Hazard)
    case said(RemindersSaid)
    /// A rule has spoken up about deadlines.
    case firing(ReminderFiring)
    /// A rule's command was given what there was to say.
    case hook(HookRun)
    case upload(UploadBatch)
    case uploadReceipt(UploadReceipt)

    /// What happened to a hazard; the event's verb is `hazard.` and this.
    package enum HazardVerb: String, Hashable, Sendable, CaseIterable {
        case report, order, rectify, verify, close
        case `return`, reassign, progress
        /// A return was turned down: the order stands.
        case rejectReturn = "reject-return"
        case askExtension = "ask-extension"
        case grantExtension = "grant-extension"
        case denyExtension = "deny-extension"
        /// Nobody decided on it in time, which is denial.
        case lapseExtension = "lapse-extension"
        case suspend
        case renewSuspension = "renew-suspension"
        /// By somebody, or by itself on its day.
        case resume
        case refer
        case acknowledgeReferral = "acknowledge-referral"
        case refuseReferral = "refuse-referral"
        case concludeReferral = "conclude-referral"
        case supervise, downgrade
        case askVoid = "ask-void"
        case rejectVoid = "reject-void"
        case void
        /// Another report of it was voided for it.
        case merge
        case openCase = "open-case"
        case concludeCase = "conclude-case"
        case lookBack = "look-back"
        /// It was looked at again, and had come back.
        case rebound
        /// Its deadline passed while its clock ran.
        case overdue
        /// A year's calendar was published, and a provisional deadline became a firm one.
        case recompute
    }

    /// What happened to the roster; the event's verb is `site.` and this.
    package enum RosterVerb: String, Hashable, Sendable, CaseIterable {
        case `import`, retire
    }
}

/// The birth of a ledger file.
package struct LedgerBeginning: Hashable, Codable, Sendable {
    package let district: String
    /// 1 for the first; each restore adds one.
    package let incarnation: Int

    package init(district: String, incarnation: Int) {
        self.district = district
        self.incarnation = incarnation
    }
}

/// What one roster file changed: whole sites, by code.
package struct RosterImport: Hashable, Codable, Sendable {
    package let added: [Site]
    package let changed: [Site]
    /// Those that were missing from the file and were to be retired for it; nil where there is none.
    package let retired: [Site]?
    /// Why, where somebody said so.
    package let reason: String?

    package init(added: [Site], changed: [Site], retired: [Site] = [], reason: String? = nil) {
        self.added = added
        self.changed = changed
        self.retired = retired.isEmpty ? nil : retired
        self.reason = reason
    }

    /// Every site it touches, as it stands afterwards.
    package var all: [Site] { added + changed + (retired ?? []) }
}

/// Reminders that have been handed to the journal, by their stable names.
package struct RemindersSaid: Hashable, Codable, Sendable {
    package let reminders: [String]

    package init(_ reminders: [String]) {
        self.reminders = reminders
    }
}

extension LedgerEntry {
    /// The event's verb, such as `hazard.close`.
    package var verb: String {
        switch self {
        case .begin: "ledger.begin"
        case .restoration: "ledger.restore"
        case .configuration: "configuration.adopt"
        case .catalogue: "catalogue.import"
        case .sites(let verb, _): "site." + verb.rawValue
        case .opening: "period.open"
        case .settlement: "period.settle"
        case .morning: "morning.digest"
        case .calendarGap: "calendar.missing"
        case .inspection: "inspection.file"
        case .hazard(let verb, _): "hazard." + verb.rawValue
        case .said: "reminder.say"
        case .firing: "reminder.fire"
        case .hook: "reminder.hook"
        case .upload: "upload.batch"
        case .uploadReceipt: "upload.receipt"
        }
    }

    /// What the event is about, such as `H-2026-000123`.
    package var entity: String {
        switch self {
        case .begin(let beginning): beginning.district
        case .restoration: "ledger"
        case .configuration(let configuration): configuration.district.code
        case .catalogue: "catalogue"
        case .sites(.retire, let roster): roster.changed.first?.code ?? "sites"
        case .sites(.import, _): "sites"
        case .opening(let opening): opening.programme + "/" + opening.period.key
        case .settlement(let settlement): settlement.programme + "/" + settlement.period
        case .morning(let digest): digest.date.description
        case .calendarGap(let gap): "\(gap.year)"
        case .inspection(let inspection): inspection.id
        case .hazard(_, let hazard): hazard.id
        case .said: "reminders"
        case .firing(let firing): firing.rule.id
        case .hook(let run): run.reminder
        case .upload(let batch): batch.number
        case .uploadReceipt(let receipt): receipt.system
        }
    }

    /// Decodes the body of an event by its verb.
    package init(verb: String, from decoder: any Decoder) throws {
        switch verb {
        case "ledger.begin": self = .begin(try LedgerBeginning(from: decoder))
        case "ledger.restore": self = .restoration(try Restoration(from: decoder))
        case "configuration.adopt": self = .configuration(try Configuration(from: decoder))
        case "catalogue.import": self = .catalogue(try CatalogueImport(from: decoder))
        case "site.import": self = .sites(.import, try RosterImport(from: decoder))
        case "site.retire": self = .sites(.retire, try RosterImport(from: decoder))
        case "period.open": self = .opening(try PeriodOpening(from: decoder))
        case "period.settle": self = .settlement(try PeriodSettlement(from: decoder))
        case "morning.digest": self = .morning(try MorningDigest(from: decoder))
        case "calendar.missing": self = .calendarGap(try CalendarGap(from: decoder))
        case "inspection.file": self = .inspection(try Inspection(from: decoder))
        case "reminder.say": self = .said(try RemindersSaid(from: decoder))
        case "reminder.fire": self = .firing(try ReminderFiring(from: decoder))
        case "reminder.hook": self = .hook(try HookRun(from: decoder))
        case "upload.batch": self = .upload(try UploadBatch(from: decoder))
        case "upload.receipt": self = .uploadReceipt(try UploadReceipt(from: decoder))
        default:
            guard verb.hasPrefix("hazard."), let life = HazardVerb(rawValue: String(verb.dropFirst(7))) else {
                let detail = "unknown verb \(verb)"
                throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: detail))
            }
            self = .hazard(life, try Hazard(from: decoder))
        }
    }

    /// Encodes the body alone; the verb stands beside it.
    package func encodeBody(to encoder: any Encoder) throws {
        switch self {
        case .begin(let body): try body.encode(to: encoder)
        case .restoration(let body): try body.encode(to: encoder)
        case .configuration(let body): try body.encode(to: encoder)
        case .catalogue(let body): try body.encode(to: encoder)
        case .sites(_, let body): try body.encode(to: encoder)
        case .opening(let body): try body.encode(to: encoder)
        case .settlement(let body): try body.encode(to: encoder)
        case .morning(let body): try body.encode(to: encoder)
        case .calendarGap(let body): try body.encode(to: encoder)
        case .inspection(let body): try body.encode(to: encoder)
        case .hazard(_, let body): try body.encode(to: encoder)
        case .said(let body): try body.encode(to: encoder)
        case .firing(let body): try body.encode(to: encoder)
        case .hook(let body): try body.encode(to: encoder)
        case .upload(let body): try body.encode(to: encoder)
        case .uploadReceipt(let body): try body.encode(to: encoder)
        }
    }
}
